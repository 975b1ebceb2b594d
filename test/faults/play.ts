/** Plays one schedule: real desks in model tabs over a model org, until everything rests. */
import { mergeIn, open, retry, signInOther, stepTab } from './agentSteps.ts';
import { SOUND } from './engine.ts';
import type { EngineChange } from './engine.ts';
import type { Evidence } from './evidence.ts';
import { damage, grant, meanwhile, refuse } from './faultSteps.ts';
import { personDoes, phoneLogs } from './otherWriters.ts';
import { comeToRest } from './rest.ts';
import { createScene, evidenceOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Schedule } from './schedule.ts';
import type { Step } from './steps.ts';
import { withTabTimers } from './tabTimers.ts';

export async function play(schedule: Schedule, engine: EngineChange = SOUND): Promise<Evidence> {
    const scene = createScene(schedule, engine);
    const take = (step: Step): Promise<unknown> => takeStep(scene, step);
    await withTabTimers(scene.browser, async () => {
        for (let tabs = schedule.tabs; tabs > 0; tabs -= 1) await open(scene, schedule.tabs - tabs);
        for (const step of schedule.steps) {
            await take(step);
            scene.watching.lookAround();
        }
        await comeToRest(scene, take);
    });
    const evidence = evidenceOf(scene);
    // Desks listen to what all of one page share. Here no page's memory goes with it.
    for (const { desk } of scene.pages.all) desk.close();
    return evidence;
}

function phoneSteps(scene: Scene, { call, what }: Extract<Step, { do: 'phone' }>): void {
    const said = scene.phone.step(scene.user, call, what);
    if (said === undefined) return;
    const { connected, disconnected, state } = said.facts;
    if (what === 'next' && state === 'connected' && connected === true) phoneLogs(scene, said.handling, 'connected');
    if (disconnected === true && said.handling.endedAt === scene.time.now()) phoneLogs(scene, said.handling, 'ended');
    for (const page of scene.remaining()) scene.pages.deliver(page, said, scene.random() * 60);
}

async function takeStep(scene: Scene, step: Step): Promise<unknown> {
    const { network, phone, pages, ports, time, browser, user } = scene;
    switch (step.do) {
        case 'phone':
            return phoneSteps(scene, step);
        case 'notes': {
            const handling = phone.handling(user, step.call);
            return handling && pages.types(handling, pages.at(step.call, ['open']));
        }
        case 'relate': {
            const handling = phone.handling(user, step.call);
            return handling && pages.picks(handling, pages.at(step.which, ['open']), step.pick);
        }
        case 'meanwhile':
            return network.meanwhile(step.during, (tab, conversation) =>
                meanwhile(scene, tab, step.what, conversation, (next) => takeStep(scene, next))
            );
        case 'merge': {
            const page = pages.at(step.which, ['open']);
            return page && mergeIn(scene, page, false);
        }
        case 'phoneRefuses':
            return ports.phoneRefuses(step.count);
        case 'tab':
            return stepTab(scene, step.what, step.which);
        case 'crashSoon': {
            const page = pages.at(step.which);
            if (page !== undefined) page.tab.crashIn = step.steps;
            return undefined;
        }
        case 'pass':
            return time.pass(step.ms);
        case 'network':
            return network.hitNext(step.fault, step.count);
        case 'offline':
            return network.offlineFor(step.ms);
        case 'refuse':
            return refuse(scene, step.what);
        case 'session':
            scene.causes.add('sessionExpired');
            return network.expireSession();
        case 'person':
            return personDoes(scene, step.what, step.which);
        case 'clock':
            scene.clockJumped = true;
            scene.clockSetBack ||= step.ms < 0;
            return browser.jump(step.ms, step.which);
        case 'otherUser':
            return signInOther(scene);
        case 'damage':
            return damage(scene, step.which, step.how);
        case 'grant':
            return grant(scene);
        case 'retry': {
            const page = pages.at(step.which, ['open']);
            return page && retry(scene, page);
        }
    }
}
