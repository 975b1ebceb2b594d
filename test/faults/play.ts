/** Plays one schedule: real desks in model tabs over a model org, until everything rests. */
import { SOUND } from './engine.ts';
import type { EngineChange } from './engine.ts';
import { watch } from './evidence.ts';
import type { Evidence, Shown } from './evidence.ts';
import { createModelOrg } from './org/modelOrg.ts';
import { Refusal } from './org/taskTable.ts';
import { createPages } from './pages.ts';
import type { Page } from './pages.ts';
import type { MEANWHILE, Schedule, Step } from './schedule.ts';
import { doubtAgent, doubtAll } from './truth.ts';
import type { Handling } from './truth.ts';
import { createNetwork } from './world/network.ts';
import { createPagePorts } from './world/pagePorts.ts';
import { createPhone } from './world/phone.ts';
import { createRandomNumbers } from './world/randomNumbers.ts';
import { createBrowser } from './world/tabs.ts';
import type { Tab } from './world/tabs.ts';
import { createVirtualTime } from './world/virtualTime.ts';

const START = Date.parse('2026-01-15T09:00:00.000Z');
const USERS = ['005000000000001AAA', '005000000000002AAA'] as const;
/** Longer than every wait that the product has, after a clock that was set back ten minutes. */
const REST_MS = 900_000;

export async function play(schedule: Schedule, engine: EngineChange = SOUND): Promise<Evidence> {
    const { profile } = schedule;
    const keepsNothing = profile['browser-storage'] !== 'works';
    const random = createRandomNumbers(schedule.seed);
    const time = createVirtualTime(START);
    const browser = createBrowser(time, profile['browser-storage'], (tab, behind) => {
        // A page that wakes up tells again, in its order, what was told long ago: what it said last is all it says.
        if (keepsNothing || behind) memoryIsLost(tab, behind);
        pages.ended(tab);
    });
    const network = createNetwork(time, browser, random);
    const org = createModelOrg(profile, time.now);
    const phone = createPhone(time.now);
    const ports = createPagePorts({ time, browser, network, org, engine });
    const pages = createPages({ time, browser, phone, ports, profile, engine, random });
    const shown = new Map<string, Shown>();
    const leaks: string[] = [];
    const merges: { conversation: string; answer: 'merged' | 'notMerged' }[] = [];
    let user: string = USERS[0];
    let grantedAt = profile['mapping-access'] === 'granted' ? START : Number.POSITIVE_INFINITY;
    let memoryLost = false;
    let clockJumped = false;
    let restAt = 0;

    const open = (which = 0): Promise<void> => pages.open(user, schedule.twoBrowsers ? which % 2 : 0);
    /** What each browser keeps is taken up by a tab of its own. */
    async function openEverywhere(): Promise<void> {
        for (const device of schedule.twoBrowsers ? [0, 1] : [0]) {
            if (!remaining().some(({ tab }) => tab.device === device)) await open(device);
        }
    }
    const remaining = (state?: Tab['state']): Page[] =>
        pages.all.filter(({ tab }) => (state === undefined ? tab.state !== 'gone' : tab.state === state));

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
        for (const page of remaining('open')) look(page);
    }

    async function endTab(page: Page, how: 'close' | 'crash'): Promise<void> {
        lookAround();
        if (how === 'close' && page.tab.state === 'open') await browser.runIn(page.tab, () => page.desk.close());
        browser.end(page.tab);
    }

    /** What other pages heard as well is not lost, but for what the agent told this one. */
    function memoryIsLost(tab: Tab, behind: boolean): void {
        memoryLost = true;
        for (const handling of phone.handlings) {
            const isKnown = remaining().some((page) => page.tab !== tab && page.knows.has(handling));
            (isKnown && !behind ? doubtAgent : doubtAll)(handling);
        }
    }

    /** What a tab that never wakes up was told by the agent, and what it alone heard where the browser keeps nothing. */
    function sleepsOn(tab: Tab): void {
        if (keepsNothing) memoryIsLost(tab, false);
        else phone.handlings.forEach(doubtAgent);
    }

    async function stepTab(what: string, which: number): Promise<void> {
        if (what === 'open') return open(which);
        const page = pages.at(which, what === 'thaw' ? ['frozen'] : what === 'freeze' ? ['open'] : undefined);
        if (page === undefined) return;
        if (what === 'freeze') browser.freeze(page.tab);
        else if (what === 'thaw') await browser.thaw(page.tab);
        else {
            await endTab(page, what === 'crash' ? 'crash' : 'close');
            if (what === 'reload') await open(page.tab.device);
        }
    }

    async function mergeIn(page: Page, note: boolean): Promise<void> {
        const { interactions } = page.desk.view();
        for (const { interaction, save } of interactions) {
            if ((save?.doubles ?? []).length === 0) continue;
            await browser.runIn(page.tab, () => {
                page.desk.merge(interaction.id).then(
                    (answer) => note && merges.push({ conversation: interaction.id, answer }),
                    (error: unknown) => browser.errors.push(`merge: ${String(error)}`)
                );
            });
        }
    }

    function personDoes(what: string, which: number): void {
        const rows = org.tasks.rows();
        const row = rows[which % Math.max(1, rows.length)];
        if (row === undefined) return;
        const who = { by: 'person', user: 'a colleague' } as const;
        if (what === 'deletes') org.tasks.remove(row.id, who);
        else if (what === 'editsQueue') org.tasks.update(row.id, { Queue__c: `P|${phone.next()}` }, who);
        else if (what === 'editsScore') org.tasks.update(row.id, { Score__c: 1_000 + phone.next() }, who);
        else if (what === 'editsTier') org.tasks.update(row.id, { Tier__c: `P|${phone.next()}` }, who);
        else if (what === 'editsName') org.tasks.update(row.id, { WhoId: '003000000000009AAA', WhatId: null }, who);
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
        for (const page of remaining()) await endTab(page, 'close');
        phone.endsUnheard(user);
        user = user === USERS[0] ? USERS[1] : USERS[0];
        await open();
    }

    function damage(which: number, how: 'cut' | 'older'): void {
        const all = browser.kept.flatMap((kept) => [...kept.keys()].map((name) => ({ kept, name })));
        const one = all[which % Math.max(1, all.length)];
        if (one === undefined) return;
        const text = one.kept.get(one.name) ?? '';
        one.kept.set(one.name, how === 'cut' ? text.slice(0, text.length / 2) : text.replace(/"v":\d+/, '"v":0'));
        memoryLost = true;
        phone.handlings.filter(({ conversation }) => one.name.includes(conversation)).forEach(doubtAll);
    }

    async function meanwhile(tab: Tab, what: (typeof MEANWHILE)[number], conversation: string): Promise<void> {
        const page = pages.all.find((one) => one.tab === tab);
        // A tab that falls asleep after all others were woken would sleep on, and no other one is opened.
        if (page === undefined || tab.state !== 'open' || restAt > 0) return;
        if (what === 'freeze') return browser.freeze(tab);
        if (what === 'crash') return endTab(page, 'crash');
        const call = Number(conversation.at(-1));
        await take(what === 'notes' ? { do: 'notes', call } : { do: 'phone', call, what });
    }

    async function take(step: Step): Promise<void> {
        switch (step.do) {
            case 'phone': {
                const said = phone.step(user, step.call, step.what);
                if (said === undefined) return;
                if (step.what === 'next' && said.facts.state === 'connected') phoneLogs(said.handling);
                for (const page of remaining()) pages.deliver(page, said, random() * 60);
                return;
            }
            case 'notes': {
                const handling = phone.handling(user, step.call);
                return handling && pages.types(handling, pages.at(step.call, ['open']));
            }
            case 'relate': {
                const handling = phone.handling(user, step.call);
                return handling && pages.picks(handling, pages.at(step.which, ['open']), step.pick);
            }
            case 'meanwhile':
                return network.meanwhile(step.during, (tab, conversation) => meanwhile(tab, step.what, conversation));
            case 'merge': {
                const page = pages.at(step.which, ['open']);
                return page && mergeIn(page, false);
            }
            case 'phoneRefuses':
                return ports.phoneRefuses(step.count);
            case 'tab':
                return stepTab(step.what, step.which);
            case 'crashSoon': {
                const page = pages.at(step.which);
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
                return browser.jump(step.ms, step.which);
            case 'otherUser':
                return signInOther();
            case 'damage':
                return damage(step.which, step.how);
            case 'grant':
                return grant();
            case 'retry': {
                const page = pages.at(step.which, ['open']);
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
        restAt = time.now();
        network.heal();
        org.heal();
        ports.heal();
        grant();
        for (const page of remaining('frozen')) {
            const another = remaining('open').some(({ tab }) => tab.device === page.tab.device);
            if (schedule.sleepersWake || !another) await browser.thaw(page.tab);
        }
        for (const page of remaining()) page.tab.crashIn = undefined;
        await openEverywhere();
        await time.pass(3_000);
        if (schedule.rest === 'allTabsClose') {
            for (const page of remaining()) await endTab(page, 'close');
            phone.endsUnheard(user);
            await openEverywhere();
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
        if (schedule.last !== 'nothing') {
            for (const page of remaining('open')) await browser.runIn(page.tab, () => page.desk.retry());
            await time.pass(200_000);
            lookAround();
        }
        if (schedule.last !== 'retriesAndMerges') return;
        for (const page of remaining('open')) {
            await mergeIn(page, true);
            await time.pass(60_000);
        }
        lookAround();
    }

    /** A tab of one browser ended while another browser heard more: what it kept is older. */
    function isOutOfStep(): boolean {
        const devices = new Set(pages.all.map(({ tab }) => tab.device));
        return devices.size > 1 && pages.all.some(({ tab }) => tab.state === 'gone');
    }

    function lastShown(): void {
        for (const { desk } of remaining('open')) watch(shown, desk.view(), true);
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
        await open();
        for (const step of schedule.steps) {
            await take(step);
            lookAround();
        }
        await comeToRest();
        for (const { tab } of remaining('frozen')) sleepsOn(tab);
        lastShown();
        if (phone.handlings.some((handling) => handling.user !== user && (handling.heard || handling.missed))) {
            await signInOther();
            await openEverywhere();
            await restAndRetry();
            lastShown();
        }
        for (const page of remaining('open')) await browser.runIn(page.tab, () => page.desk.close());
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
        lookUps: ports.lookUps,
        handedOver: ports.handedOver,
        errors: browser.errors,
        grantedAt,
        restAt,
        leaks,
        memoryLost,
        clockJumped,
        openTabs: remaining('open').map(({ tab }) => tab.name),
        outOfStep: isOutOfStep(),
        retried: schedule.last !== 'nothing',
        merges
    };
}
