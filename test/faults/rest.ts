/** How a schedule ends: everything is well again, and for a long while nothing happens. */
import { endTab, mergeIn, openEverywhere, retry, signInOther } from './agentSteps.ts';
import { grant, refuse } from './faultSteps.ts';
import { keepsNothing, memoryIsLost } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Step } from './steps.ts';
import { doubtAgent, doubtUnkept } from './truth.ts';
import type { Tab } from './world/tabs.ts';

/** Longer than ten minutes for a wrap-up that never comes, after a clock that was set back ten minutes. */
const REST_MS = 1_300_000;

/** Longer than the longest answer is waited for, twice. */
const PARTING_MS = 130_000;

export async function comeToRest(scene: Scene, take: (step: Step) => Promise<unknown>): Promise<void> {
    scene.resting = true;
    await heal(scene);
    for (const page of scene.remaining()) page.tab.crashIn = undefined;
    await openEverywhere(scene);
    await scene.time.pass(3_000);
    if (scene.schedule.rest === 'allTabsClose') {
        for (const page of scene.remaining()) await endTab(scene, page, 'close');
        scene.phone.endsUnheard(scene.user);
        parting(scene);
        await openEverywhere(scene);
    } else {
        for (const call of [0, 1, 2]) await endCall(scene, call, take);
    }
    if (scene.schedule.parting !== undefined) {
        await scene.time.pass(PARTING_MS);
        healRequests(scene);
    }
    scene.restAt = scene.time.now();
    await restAndRetry(scene);
    for (const { tab } of scene.remaining('frozen')) sleepsOn(scene, tab);
    scene.watching.lookLast();
    await otherUserRests(scene);
    for (const page of scene.remaining('open')) await scene.browser.runIn(page.tab, () => page.desk.close());
}

/** Where the other user handled something, too, it is that one's turn. */
async function otherUserRests(scene: Scene): Promise<void> {
    const { phone, user } = scene;
    if (!phone.handlings.some((handling) => handling.user !== user && handling.heardBy.size > 0)) return;
    await signInOther(scene);
    await openEverywhere(scene);
    await restAndRetry(scene);
    scene.watching.lookLast();
}

function healRequests({ network, org, ports }: Scene): void {
    network.heal();
    org.heal();
    ports.heal();
}

async function heal(scene: Scene): Promise<void> {
    healRequests(scene);
    grant(scene);
    for (const page of scene.remaining('frozen')) {
        const another = scene.remaining('open').some(({ tab }) => tab.device === page.tab.device);
        if (scene.schedule.sleepersWake || !another) await scene.browser.thaw(page.tab);
    }
}

/** The next requests fail in a way that passes. */
function parting(scene: Scene): void {
    const { parting: given } = scene.schedule;
    if (given === undefined) return;
    for (let left = given.count; left > 0; left -= 1) {
        if (given.fault === 'rowLock') refuse(scene, 'rowLock');
        else scene.network.hitNext(given.fault, 1);
    }
}

async function endCall(scene: Scene, call: number, take: (step: Step) => Promise<unknown>): Promise<void> {
    const { phone, time, user, schedule } = scene;
    const isWrappedUp = schedule.rest === 'callsEnd';
    for (let handling = phone.handling(user, call); handling?.connectedTime !== undefined;) {
        const hasEnded = handling.endedAt !== undefined;
        if (hasEnded && !isWrappedUp) return;
        if (hasEnded || !isWrappedUp) parting(scene);
        await take({ do: 'phone', call, what: 'next' });
        await time.pass(700);
        if (hasEnded) return;
        handling = phone.handling(user, call);
    }
}

async function restAndRetry(scene: Scene): Promise<void> {
    const { time, schedule, watching } = scene;
    await time.pass(REST_MS);
    watching.lookAround();
    if (schedule.last !== 'nothing') {
        for (const page of scene.remaining('open')) await retry(scene, page);
        await time.pass(200_000);
        watching.lookAround();
    }
    if (schedule.last !== 'retriesAndMerges') return;
    for (const page of scene.remaining('open')) {
        await mergeIn(scene, page, true);
        await time.pass(60_000);
    }
    watching.lookAround();
}

/** What a tab that never wakes up was told by the agent, and what it alone heard where the browser keeps nothing. */
function sleepsOn(scene: Scene, tab: Tab): void {
    if (keepsNothing(scene)) memoryIsLost(scene, tab, false, scene.remaining('open'));
    else scene.phone.handlings.forEach(doubtAgent);
    doubtUnkept(scene.unkept, tab.device);
}
