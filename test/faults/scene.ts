/** All that takes part in one schedule, and what became of it so far. */
import type { SaveFailure } from 'c/taskSync';
import type { EngineChange } from './engine.ts';
import type { Ask, Evidence, Merge } from './evidence.ts';
import { createModelOrg } from './org/modelOrg.ts';
import type { ModelOrg } from './org/modelOrg.ts';
import { createPages } from './pages.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';
import type { Schedule } from './schedule.ts';
import { doubtAgent, doubtAll, doubtUnkept } from './truth.ts';
import type { Handling } from './truth.ts';
import { createWatching } from './watching.ts';
import type { Watching } from './watching.ts';
import { createNetwork } from './world/network.ts';
import type { Network } from './world/network.ts';
import { createPagePorts } from './world/pagePorts.ts';
import type { PagePorts } from './world/pagePorts.ts';
import { createPhone } from './world/phone.ts';
import type { Phone } from './world/phone.ts';
import { createRandomNumbers } from './world/randomNumbers.ts';
import { createBrowser } from './world/tabs.ts';
import type { Browser, Tab } from './world/tabs.ts';
import { createVirtualTime, START } from './world/virtualTime.ts';
import type { VirtualTime } from './world/virtualTime.ts';

export const USERS = ['005000000000001AAA', '005000000000002AAA'] as const;

export interface Scene {
    readonly schedule: Schedule;
    readonly random: () => number;
    readonly time: VirtualTime;
    readonly browser: Browser;
    readonly network: Network;
    readonly org: ModelOrg;
    readonly phone: Phone;
    readonly ports: PagePorts;
    readonly pages: Pages;
    readonly watching: Watching;
    readonly asks: Ask[];
    readonly causes: Set<SaveFailure>;
    readonly merges: Merge[];
    /** Handlings whose kept values are gone, so that only the tabs know them which heard them all. */
    readonly unkept: Map<Handling, number>;
    /** Conversations of which a browser's data were damaged or cleared. */
    readonly forgotten: Set<string>;
    /** Who is signed in. */
    user: string;
    grantedAt: number;
    /** Nothing else begins any more. */
    resting: boolean;
    /** From then on nothing fails any more. */
    restAt: number;
    memoryLost: boolean;
    clockJumped: boolean;
    clockSetBack: boolean;
    /** Pages that are there, or those in one state. */
    remaining(state?: Tab['state']): Page[];
}

export function createScene(schedule: Schedule, engine: EngineChange): Scene {
    const { profile } = schedule;
    const random = createRandomNumbers(schedule.seed);
    const time = createVirtualTime(START);
    const asks: Ask[] = [];
    const browser = createBrowser(time, profile['browser-storage'], (tab, behind) => tabEnded(scene, tab, behind));
    const network = createNetwork(time, browser, random);
    const org = createModelOrg(profile, time.now);
    const phone = createPhone(time.now);
    const ports = createPagePorts({ time, browser, network, org, engine, asks });
    const pages = createPages({ time, browser, phone, ports, profile, engine, random, asks });
    const remaining = (state?: Tab['state']): Page[] =>
        pages.all.filter(({ tab }) => (state === undefined ? tab.state !== 'gone' : tab.state === state));
    const scene: Scene = {
        schedule,
        random,
        time,
        browser,
        network,
        org,
        phone,
        ports,
        pages,
        watching: createWatching(() => remaining('open'), USERS),
        asks,
        causes: new Set(),
        merges: [],
        unkept: new Map(),
        forgotten: new Set(),
        user: USERS[0],
        grantedAt: profile['mapping-access'] === 'granted' ? START : Number.POSITIVE_INFINITY,
        resting: false,
        restAt: 0,
        memoryLost: false,
        clockJumped: false,
        clockSetBack: false,
        remaining
    };
    return scene;
}

export function keepsNothing({ schedule }: Scene): boolean {
    return schedule.profile['browser-storage'] !== 'works';
}

function tabEnded(scene: Scene, tab: Tab, behind: boolean): void {
    // A page that wakes up tells again, in its order, what was told long ago: what it said last is all it says.
    if (keepsNothing(scene) || behind) memoryIsLost(scene, tab, behind);
    doubtUnkept(scene.unkept, tab.device);
    scene.pages.ended(tab);
}

/** What other pages heard as well is not lost, but for what the agent told this one. */
export function memoryIsLost(scene: Scene, tab: Tab, behind: boolean, there = scene.remaining()): void {
    scene.memoryLost = true;
    for (const handling of scene.phone.handlings) {
        const isKnown = there.some((page) => page.tab !== tab && page.knows.has(handling));
        if (isKnown && !behind) doubtAgent(handling);
        else doubtAll(handling, behind);
    }
}

/** A tab of one browser ended while another browser heard more: what it kept is older. */
function isOutOfStep({ pages }: Scene): boolean {
    const devices = new Set(pages.all.map(({ tab }) => tab.device));
    return devices.size > 1 && pages.all.some(({ tab }) => tab.state === 'gone');
}

export function evidenceOf(scene: Scene): Evidence {
    const { schedule, phone, org, network, watching, ports, browser } = scene;
    return {
        profile: schedule.profile,
        handlings: phone.handlings,
        rows: org.tasks.rows(),
        log: org.tasks.log,
        flights: network.flights,
        shown: watching.shown,
        lookUps: ports.lookUps,
        handedOver: ports.handedOver,
        errors: browser.errors,
        grantedAt: scene.grantedAt,
        restAt: scene.restAt,
        leaks: watching.leaks,
        unheeded: scene.pages.unheeded,
        undrawn: scene.pages.undrawn,
        memoryLost: scene.memoryLost,
        clockJumped: scene.clockJumped,
        clockSetBack: scene.clockSetBack,
        forgotten: scene.forgotten,
        pages: scene.pages.all.length,
        openTabs: scene.remaining('open').map(({ tab }) => tab.name),
        outOfStep: isOutOfStep(scene),
        retried: schedule.last !== 'nothing',
        merges: scene.merges,
        asks: scene.asks,
        refused: org.refused,
        unknown: org.unknown,
        causes: scene.causes
    };
}
