/** The pages of the schedule: what each is told, and what thereby becomes true. */
import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk } from 'c/agentDesk';
import { leaseLocks } from 'c/taskSync';
import { createAgent } from './agentAtWork.ts';
import type { Agent } from './agentAtWork.ts';
import type { Ask } from './evidence.ts';
import type { EngineChange } from './engine.ts';
import { drawnMoves, onMoves } from './moves.ts';
import type { ModelProfile } from './org/profile.ts';
import type { Value } from './org/taskTable.ts';
import type { Page, Unheard } from './page.ts';
import { doubtOverwritten, tell } from './truth.ts';
import type { Handling } from './truth.ts';
import { transportOf } from './world/pagePorts.ts';
import type { PagePorts } from './world/pagePorts.ts';
import type { Phone, Said } from './world/phone.ts';
import type { Browser, Tab } from './world/tabs.ts';
import type { VirtualTime } from './world/virtualTime.ts';

export interface Pages extends Agent {
    readonly all: readonly Page[];
    /** Changes of a Task's state in the only page there ever was that docs/architecture.md does not draw. */
    readonly undrawn: readonly string[];
    open(user: string, device: number): Promise<void>;
    deliver(page: Page, said: Said, ms: number): void;
    /** A tab is gone: what it had said of a call may stand in the place of what it was about to hear. */
    ended(tab: Tab): void;
    /** The nth of those in these states. */
    at(which: number, states?: readonly Tab['state'][]): Page | undefined;
}

interface World {
    readonly time: VirtualTime;
    readonly browser: Browser;
    readonly phone: Phone;
    readonly ports: PagePorts;
    readonly profile: ModelProfile;
    readonly engine: EngineChange;
    readonly random: () => number;
    /** Filled with what makes a page write. */
    readonly asks: Ask[];
}

/** Of one browser. */
const MOST_TABS = 4;

/** How many tabs' phones are loaded slowly, and how slowly, in milliseconds. */
const SLOW_PHONES = 0.15;
const SLOW_PHONE_MS = 45_000;

const DRAWN = drawnMoves();

export function createPages({ time, browser, phone, ports, profile, engine, random, asks }: World): Pages {
    const all: Page[] = [];
    const undrawn: string[] = [];

    async function open(user: string, device: number): Promise<void> {
        if (all.filter(({ tab }) => tab.state !== 'gone' && tab.device === device).length >= MOST_TABS) return;
        const tab = browser.open(user, device);
        // It saves whatever is kept.
        asks.push({ at: time.now(), tab, how: 'atOnce' });
        const listeners: Page['listeners'] = new Set();
        const storage = browser.storage(tab);
        const clock = browser.clock(tab);
        const plain = profile['web-locks'] === 'works' ? browser.locks(tab) : leaseLocks(storage, clock, tab.name);
        let desk: AgentDesk | undefined;
        await browser.runIn(tab, () => {
            desk = createAgentDesk({
                transport: transportOf(listeners),
                reader: ports.readerOf(tab),
                phoneWriter: ports.phoneWriterOf(tab),
                userId: tab.user,
                org: 'model',
                reading: { locale: 'en-US', timeZone: 'UTC' },
                storage,
                clock,
                locks: engine.locks?.(plain) ?? plain
            });
        });
        if (desk === undefined) return;
        // A phone that is loaded slowly tells its calls late.
        const hearsAt = random() < SLOW_PHONES ? time.now() + SLOW_PHONE_MS : 0;
        const hears = { hearsAt, unheard: [], heardLast: new Map() };
        const page: Page = { tab, desk, listeners, knows: new Set(), rang: new Set(), seen: 0, ...hears };
        all.push(page);
        if (all.length === 1) {
            onMoves(desk, (move) => {
                if (all.length === 1 && !DRAWN.has(move)) undrawn.push(`${move} is not drawn in docs/architecture.md`);
            });
        }
        for (const said of phone.live(user)) deliver(page, said, 200 + random() * 1_500);
    }

    function deliver(page: Page, said: Said, ms: number): void {
        const { events, handling, facts } = said;
        const unheard: Unheard = { ...said, saidAt: time.now(), begun: false };
        let left = events.length;
        page.unheard.push(unheard);
        page.hearsAt = Math.max(page.hearsAt, time.now() + ms);
        for (const event of events) {
            time.after(page.hearsAt - time.now(), () =>
                browser.runIn(
                    page.tab,
                    () => {
                        unheard.begun = true;
                        page.listeners.forEach((listener) => listener(event));
                    },
                    () => {
                        left -= 1;
                        if (left > 0) return;
                        page.unheard.splice(page.unheard.indexOf(unheard), 1);
                        heard(page, handling, facts);
                        page.heardLast.set(handling, facts);
                    }
                )
            );
        }
        for (const [field, value] of valuesOf(facts)) tell(handling, field, value, false);
    }

    function heard(page: Page, handling: Handling, facts: Said['facts']): void {
        if (facts.state === 'alerting') page.rang.add(handling);
        const isFirst = facts.connected === true && !page.knows.has(handling);
        if (isFirst) page.knows.add(handling);
        const isEnd = facts.disconnected === true;
        if (isFirst || isEnd) asks.push({ at: time.now(), tab: page.tab, how: 'step', isEnd, handling });
        if (facts.disconnected === true && handling.connectedTime === undefined && page.rang.has(handling)) {
            // A page that does not know yet whether the admin wants it keeps nothing of it.
            handling.missed ||= ports.knowsSetup.has(page.tab);
            handling.heardBy.add(page.tab.name);
        }
        if (!page.knows.has(handling)) return;
        handling.heard = true;
        handling.heardBy.add(page.tab.name);
        const before = new Map(valuesOf(page.heardLast.get(handling) ?? {}));
        for (const [field, value] of valuesOf(facts)) tell(handling, field, value, true, before.get(field) !== value);
    }

    /**
     * Two pages hear one call at their own pace, and no message says which of two values is newer: a page that is behind
     * puts its own in the place of another page's newer one, and the newer one follows. Not when it dies before.
     */
    function ended(tab: Tab): void {
        const page = all.find((one) => one.tab === tab);
        if (page === undefined) return;
        // In the middle of what it heard it may have kept it.
        for (const { handling, begun } of page.unheard) {
            if (begun && !page.knows.has(handling)) {
                asks.push({ at: time.now(), tab, how: 'step', isEnd: false, handling });
            }
        }
        const slept = tab.sleeps.at(-1);
        const asleepSince = slept?.until === Number.POSITIVE_INFINITY ? slept.from : Number.POSITIVE_INFINITY;
        const unheard = page.unheard.filter(({ saidAt }) => saidAt <= asleepSince);
        for (const { handling, facts } of unheard) {
            const maySay = page.knows.has(handling) || unheard.some((one) => one.handling === handling && one.begun);
            const last = new Map(valuesOf(page.heardLast.get(handling) ?? {}));
            for (const [field, value] of maySay ? valuesOf(facts) : []) {
                if (last.get(field) !== value) doubtOverwritten(handling, field, value);
            }
        }
    }

    return {
        ...createAgent({ time, browser, phone, asks }),
        all,
        undrawn,
        open,
        deliver,
        ended,
        at(which, states = ['open', 'frozen']): Page | undefined {
            const there = all.filter(({ tab }) => states.includes(tab.state));
            return there[which % Math.max(1, there.length)];
        }
    };
}

/** What a Task shall say by what the phone tells. */
function valuesOf({
    queueName,
    wrapUpCode,
    connectedTime,
    durationSeconds,
    participantData
}: Said['facts']): [string, Value][] {
    const second = connectedTime && new Date(Math.floor(Date.parse(connectedTime) / 1_000) * 1_000).toISOString();
    const values: [string, Value | undefined][] = [
        ['Queue__c', queueName],
        ['Wrap__c', wrapUpCode],
        ['CallDisposition', wrapUpCode],
        ['Connected__c', second],
        ['CallDurationInSeconds', durationSeconds],
        ['Score__c', participantData?.['Score'] as Value | undefined],
        ['Tier__c', participantData?.['Tier']]
    ];
    return values.filter((one): one is [string, Value] => one[1] !== undefined);
}
