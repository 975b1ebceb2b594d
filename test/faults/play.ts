/** Plays one schedule: real desks in model tabs over a model org, until everything rests. */
import { createAgentDesk } from 'c/agentDesk';
import type { AgentDesk, Transport } from 'c/agentDesk';
import { readErrorOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { leaseLocks } from 'c/taskSync';
import type { TaskWriter } from 'c/taskSync';
import type { InteractionEvent } from 'c/interactions';
import { earlyAnswer, SOUND } from './engine.ts';
import type { EngineChange } from './engine.ts';
import { shownOf, watch } from './evidence.ts';
import type { Evidence, LookUp, Shown } from './evidence.ts';
import { createModelOrg } from './org/modelOrg.ts';
import type { Asked, OrgAnswer } from './org/modelOrg.ts';
import { Refusal } from './org/taskTable.ts';
import type { Value } from './org/taskTable.ts';
import type { Schedule, Step } from './schedule.ts';
import { answerMutationsBy } from './standIns/lightningGraphql.ts';
import { doubtAll, tell } from './truth.ts';
import type { Handling } from './truth.ts';
import { createNetwork } from './world/network.ts';
import { createPhone } from './world/phone.ts';
import type { Said } from './world/phone.ts';
import { createRandomNumbers } from './world/randomNumbers.ts';
import { createBrowser } from './world/tabs.ts';
import type { Tab } from './world/tabs.ts';
import { createVirtualTime } from './world/virtualTime.ts';

const START = Date.parse('2026-01-15T09:00:00.000Z');
const USERS = ['005000000000001AAA', '005000000000002AAA'] as const;
/** Longer than every wait that the product has, after a clock that was set back ten minutes. */
const REST_MS = 900_000;
const MOST_TABS = 4;

interface Page {
    readonly tab: Tab;
    readonly desk: AgentDesk;
    readonly listeners: Set<(event: InteractionEvent) => void>;
    /** Handlings whose connection this page heard. */
    readonly knows: Set<Handling>;
    seen: number;
    /** A page hears everything in its order: when the latest of it comes. */
    hearsAt: number;
}

export async function play(schedule: Schedule, engine: EngineChange = SOUND): Promise<Evidence> {
    const { profile } = schedule;
    const keepsNothing = profile['browser-storage'] !== 'works';
    const random = createRandomNumbers(schedule.seed);
    const time = createVirtualTime(START);
    const browser = createBrowser(time, profile['browser-storage'], (behind) => {
        // A page that wakes up tells again, in its order, what was told long ago: what it said last is all it says.
        if (keepsNothing || behind) memoryIsLost();
    });
    const network = createNetwork(time, browser, random);
    const org = createModelOrg(profile, time.now);
    const phone = createPhone(time.now);
    const pages: Page[] = [];
    const shown = new Map<string, Shown>();
    const lookUps: LookUp[] = [];
    const handedOver: { key: string; values: Readonly<Record<string, unknown>> }[] = [];
    const leaks: string[] = [];
    const typedIn = new Map<Handling, Page>();
    let user: string = USERS[0];
    let requests = 0;
    let grantedAt = profile['mapping-access'] === 'granted' ? START : Number.POSITIVE_INFINITY;
    let memoryLost = false;
    let clockJumped = false;

    function asked(tab: Tab, query: unknown, variables: Readonly<Record<string, unknown>> | undefined): Asked {
        requests += 1;
        return { query: String(query), variables: variables ?? {}, user: tab.user, request: requests };
    }

    function readerOf(tab: Tab): OrgReader {
        const through = engine.lookUps?.() ?? ((_asked: Asked, answer: () => OrgAnswer) => answer());
        return {
            async query(document, variables): Promise<unknown> {
                const question = asked(tab, document, variables);
                let answer: OrgAnswer;
                try {
                    answer = await network.send(tab, question.request, undefined, () => {
                        const found = through(question, () => org.query(question));
                        noteLookUp(tab, question, found);
                        return found;
                    });
                } catch (error) {
                    throw readErrorOf(error);
                }
                if (answer.errors.length > 0) throw readErrorOf(answer.errors);
                return answer.data;
            }
        };
    }

    function noteLookUp(tab: Tab, { variables }: Asked, { data }: OrgAnswer): void {
        const conversation = variables['conversation'];
        const edges = (data as { uiapi?: { query?: { Task?: { edges?: { node: { Id: string } }[] } } } }).uiapi?.query
            ?.Task?.edges;
        if (typeof conversation !== 'string' || edges === undefined) return;
        lookUps.push({ at: time.now(), tab: tab.name, conversation, found: edges.map(({ node }) => node.Id) });
    }

    answerMutationsBy(({ query, variables }) => {
        const tab = browser.active();
        if (tab === undefined) throw new Error('A mutation came from outside of every tab.');
        const question = asked(tab, query, variables);
        const input = (variables?.['input'] ?? {}) as { Id?: string; Task?: Record<string, Value> };
        const target =
            input.Id ?? String(input.Task?.['SwitchboardKey__c'] ?? `${String(input.Task?.['CallObject'])} new`);
        if (engine.answersBeforeCommit === true) {
            const early = earlyAnswer(question, org);
            network.send(tab, question.request, target, () => org.mutate(early.asked)).catch(() => undefined);
            return Promise.resolve(early.answer);
        }
        return network.send(tab, question.request, target, () => org.mutate(question));
    });

    const phoneWriter: TaskWriter = {
        save(key, request) {
            handedOver.push({ key: key.id, values: { ...request.attributes } });
            return Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] });
        }
    };

    function transportOf(listeners: Page['listeners']): Transport {
        const refuse = (): Promise<'unconfirmed'> => Promise.resolve('unconfirmed');
        return {
            vendor: 'model',
            events(listener): () => void {
                listeners.add(listener);
                return () => listeners.delete(listener);
            },
            commands: new Proxy({}, { get: () => refuse }) as Transport['commands'],
            can: () => false,
            diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }),
            onDiagnostics: () => () => undefined
        };
    }

    async function openTab(): Promise<void> {
        if (pages.filter(({ tab }) => tab.state !== 'gone').length >= MOST_TABS) return;
        const tab = browser.open(user);
        const listeners: Page['listeners'] = new Set();
        const storage = browser.storage(tab);
        const clock = browser.clock(tab);
        const plain = profile['web-locks'] === 'works' ? browser.locks(tab) : leaseLocks(storage, clock, tab.name);
        let desk: AgentDesk | undefined;
        await browser.runIn(tab, () => {
            desk = createAgentDesk({
                transport: transportOf(listeners),
                reader: readerOf(tab),
                phoneWriter,
                userId: tab.user,
                org: 'model',
                reading: { locale: 'en-US', timeZone: 'UTC' },
                storage,
                clock,
                locks: engine.locks?.(plain) ?? plain
            });
        });
        if (desk === undefined) return;
        const page: Page = { tab, desk, listeners, knows: new Set(), seen: 0, hearsAt: 0 };
        pages.push(page);
        for (const said of phone.live(user)) deliver(page, said, 200 + random() * 1_500);
    }

    function deliver(page: Page, { events, handling, facts }: Said, ms: number): void {
        let heardAll = events.length;
        page.hearsAt = Math.max(page.hearsAt, time.now() + ms);
        for (const event of events) {
            time.after(page.hearsAt - time.now(), () =>
                browser.runIn(
                    page.tab,
                    () => page.listeners.forEach((listener) => listener(event)),
                    () => {
                        heardAll -= 1;
                        if (heardAll === 0) heard(page, handling, facts);
                    }
                )
            );
        }
        told(handling, facts, false);
    }

    function heard(page: Page, handling: Handling, facts: Said['facts']): void {
        if (facts.connected === true) page.knows.add(handling);
        if (!page.knows.has(handling)) return;
        handling.heard = true;
        told(handling, facts, true);
    }

    function told(handling: Handling, facts: Said['facts'], sure: boolean): void {
        if (facts.queueName !== undefined) tell(handling, 'Queue__c', facts.queueName, sure);
        if (facts.wrapUpCode !== undefined) {
            tell(handling, 'Wrap__c', facts.wrapUpCode, sure);
            tell(handling, 'CallDisposition', facts.wrapUpCode, sure);
        }
        if (facts.connectedTime !== undefined) {
            tell(
                handling,
                'Connected__c',
                new Date(Math.floor(Date.parse(facts.connectedTime) / 1_000) * 1_000).toISOString(),
                sure
            );
        }
        const { Score, Tier } = facts.participantData ?? {};
        if (typeof Score === 'number') tell(handling, 'Score__c', Score, sure);
        if (typeof Score === 'string') {
            handling.unfit.add(Score);
            tell(handling, 'Score__c', Score, sure);
        }
        if (Tier !== undefined) tell(handling, 'Tier__c', Tier, sure);
    }

    /** The phone's own package logs the call too: earlier, later, at the same moment, or never. */
    function phoneLogs(handling: Handling): void {
        if (profile['write-mode'] === 'own' || handling.connectedTime === undefined) return;
        const lateness = [-3_000, 0, 40, 600, 5_000, 50_000, 75_000, 400_000, undefined][Math.floor(random() * 9)];
        if (lateness === undefined) return;
        const { user: owner, conversation } = handling;
        time.after(lateness, () => {
            org.tasks.create(
                { Subject: 'Logged by the phone', CallObject: conversation, OwnerId: owner, TaskSubtype: 'Call' },
                { by: 'phone', user: owner }
            );
        });
    }

    function look(page: Page): void {
        const view = page.desk.view();
        if (view.version === page.seen) return;
        page.seen = view.version;
        watch(shown, view);
        const others = USERS.filter((one) => one !== page.tab.user);
        if (others.some((other) => JSON.stringify(view).includes(other))) leaks.push(page.tab.name);
    }

    function lookAround(): void {
        for (const page of pages) if (page.tab.state === 'open') look(page);
    }

    function pageAt(which: number, states: readonly Tab['state'][] = ['open', 'frozen']): Page | undefined {
        const there = pages.filter(({ tab }) => states.includes(tab.state));
        return there[which % Math.max(1, there.length)];
    }

    async function endTab(page: Page, how: 'close' | 'crash'): Promise<void> {
        lookAround();
        if (how === 'close' && page.tab.state === 'open') await browser.runIn(page.tab, () => page.desk.close());
        browser.end(page.tab);
    }

    function memoryIsLost(): void {
        memoryLost = true;
        phone.handlings.forEach(doubtAll);
    }

    async function stepTab(what: string, which: number): Promise<void> {
        if (what === 'open') return openTab();
        const page = pageAt(which, what === 'thaw' ? ['frozen'] : what === 'freeze' ? ['open'] : undefined);
        if (page === undefined) return;
        if (what === 'freeze') browser.freeze(page.tab);
        else if (what === 'thaw') await browser.thaw(page.tab);
        else {
            await endTab(page, what === 'crash' ? 'crash' : 'close');
            if (what === 'reload') await openTab();
        }
    }

    async function typeNotes(call: number): Promise<void> {
        const handling = phone.handling(user, call);
        if (handling === undefined) return;
        const before = typedIn.get(handling);
        // An agent types where the notes are; elsewhere only once that tab is gone.
        const page = before !== undefined && before.tab.state !== 'gone' ? before : pageAt(call, ['open']);
        if (page === undefined || page.tab.state !== 'open' || !page.knows.has(handling)) return;
        const shownNow = page.desk
            .view()
            .interactions.find(({ interaction }) => interaction.id === handling.conversation);
        if (shownNow === undefined || !shownNow.interaction.handled) return;
        typedIn.set(handling, page);
        const notes = `N|${handling.name}|${phone.next()}`;
        tell(handling, 'Description', notes, false);
        await browser.runIn(
            page.tab,
            () => page.desk.note(handling.conversation, notes),
            () => tell(handling, 'Description', notes, true)
        );
    }

    function personDoes(what: string, which: number): void {
        const rows = org.tasks.rows();
        const row = rows[which % Math.max(1, rows.length)];
        if (row === undefined) return;
        const who = { by: 'person', user: 'a colleague' } as const;
        if (what === 'deletes') org.tasks.remove(row.id, who);
        else if (what === 'editsQueue') org.tasks.update(row.id, { Queue__c: `P|${phone.next()}` }, who);
        else if (what === 'editsScore') org.tasks.update(row.id, { Score__c: 1_000 + phone.next() }, who);
        else org.tasks.update(row.id, { Description: `P|${phone.next()}` }, who);
    }

    function refusal(what: string): Refusal {
        if (what === 'rowLock')
            return new Refusal('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
        if (what === 'validationRule') return new Refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Close the case first');
        if (what === 'duplicateRule') return new Refusal('DUPLICATES_DETECTED', 'You are creating a duplicate record.');
        return new Refusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Priority]', ['Priority']);
    }

    async function signInOther(): Promise<void> {
        for (const page of pages) if (page.tab.state !== 'gone') await endTab(page, 'close');
        phone.endsUnheard(user);
        user = user === USERS[0] ? USERS[1] : USERS[0];
        await openTab();
    }

    function damage(which: number, how: 'cut' | 'older'): void {
        const names = [...browser.kept.keys()];
        const name = names[which % Math.max(1, names.length)];
        if (name === undefined) return;
        const text = browser.kept.get(name) ?? '';
        browser.kept.set(name, how === 'cut' ? text.slice(0, text.length / 2) : text.replace(/"v":\d+/, '"v":0'));
        memoryIsLost();
    }

    async function take(step: Step): Promise<void> {
        switch (step.do) {
            case 'phone': {
                const said = phone.step(user, step.call, step.what);
                if (said === undefined) return;
                if (step.what === 'next' && said.facts.state === 'connected') phoneLogs(said.handling);
                for (const page of pages) if (page.tab.state !== 'gone') deliver(page, said, random() * 60);
                return;
            }
            case 'notes':
                return typeNotes(step.call);
            case 'tab':
                return stepTab(step.what, step.which);
            case 'crashSoon': {
                const page = pageAt(step.which);
                if (page === undefined) return;
                page.tab.crashIn = step.steps;
                return;
            }
            case 'pass':
                return time.pass(step.ms);
            case 'network':
                return network.hitNext(step.fault, step.count);
            case 'offline':
                return network.offlineFor(step.ms);
            case 'refuse':
                return org.refuseNext(refusal(step.what));
            case 'session':
                return network.expireSession();
            case 'person':
                return personDoes(step.what, step.which);
            case 'clock':
                clockJumped = true;
                return browser.jump(step.ms);
            case 'otherUser':
                return signInOther();
            case 'damage':
                return damage(step.which, step.how);
            case 'grant':
                return grant();
            case 'retry': {
                const page = pageAt(step.which, ['open']);
                return page === undefined ? undefined : browser.runIn(page.tab, () => page.desk.retry());
            }
        }
    }

    function grant(): void {
        grantedAt = Math.min(grantedAt, time.now());
        org.grantMapping();
    }

    /** Everything is well again, and the agent presses Try again. */
    async function comeToRest(): Promise<void> {
        network.heal();
        org.heal();
        grant();
        for (const page of pages) if (page.tab.state === 'frozen') await browser.thaw(page.tab);
        for (const page of pages) page.tab.crashIn = undefined;
        if (!pages.some(({ tab }) => tab.state !== 'gone')) await openTab();
        await time.pass(3_000);
        if (schedule.rest === 'allTabsClose') {
            for (const page of pages) if (page.tab.state !== 'gone') await endTab(page, 'close');
            phone.endsUnheard(user);
            await openTab();
        } else {
            for (const call of [0, 1, 2]) {
                for (let left = 4; left > 0; left -= 1) {
                    const handling = phone.handling(user, call);
                    if (handling?.connectedTime === undefined) break;
                    await take({ do: 'phone', call, what: 'next' });
                    await time.pass(700);
                }
            }
        }
        await restAndRetry();
    }

    async function restAndRetry(): Promise<void> {
        await time.pass(REST_MS);
        lookAround();
        for (const page of pages) if (page.tab.state === 'open') await browser.runIn(page.tab, () => page.desk.retry());
        await time.pass(200_000);
        lookAround();
    }

    function lastShown(): void {
        for (const { tab, desk } of pages) {
            if (tab.state !== 'gone')
                for (const state of watch(shown, desk.view())) shownOf(shown, state.key).last.push(state);
        }
    }

    const realTimeout = globalThis.setTimeout;
    const realClear = globalThis.clearTimeout;
    globalThis.setTimeout = ((run: () => void, ms = 0) => {
        const tab = browser.active();
        return tab === undefined ? realTimeout(run, ms) : browser.clock(tab).after(ms, run);
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timer: unknown) => {
        if (typeof timer === 'function') timer();
        else realClear(timer as Parameters<typeof clearTimeout>[0]);
    }) as typeof clearTimeout;
    try {
        await openTab();
        for (const step of schedule.steps) {
            await take(step);
            lookAround();
        }
        await comeToRest();
        lastShown();
        if (phone.handlings.some((handling) => handling.user !== user && handling.connectedTime !== undefined)) {
            await signInOther();
            await restAndRetry();
            lastShown();
        }
        for (const page of pages) if (page.tab.state === 'open') await browser.runIn(page.tab, () => page.desk.close());
    } finally {
        globalThis.setTimeout = realTimeout;
        globalThis.clearTimeout = realClear;
    }

    return {
        profile,
        handlings: phone.handlings,
        rows: org.tasks.rows(),
        log: org.tasks.log,
        flights: network.flights,
        shown,
        lookUps,
        handedOver,
        errors: browser.errors,
        grantedAt,
        leaks,
        memoryLost,
        clockJumped
    };
}
