/** What goes wrong around the pages, but for their tabs. */
import type { SaveFailure } from 'c/taskSync';
import { endTab } from './agentSteps.ts';
import { phoneLogsNow } from './otherWriters.ts';
import { Refusal } from './org/taskTable.ts';
import type { Scene } from './scene.ts';
import type { MEANWHILE, REFUSALS } from './steps.ts';
import { BY_AGENT, doubtAgent, doubtAll, doubtOverwritten } from './truth.ts';
import type { Handling } from './truth.ts';
import type { Tab } from './world/tabs.ts';

const CODES: Readonly<Record<(typeof REFUSALS)[number], readonly [SaveFailure, string, string]>> = {
    rowLock: ['rowLocked', 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'],
    validationRule: ['validationRule', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Close the case first'],
    duplicateRule: ['duplicateRule', 'DUPLICATES_DETECTED', 'You are creating a duplicate record.'],
    requiredField: ['requiredField', 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Priority]']
};

export function refuse({ org, causes }: Scene, what: (typeof REFUSALS)[number]): void {
    const [failure, code, message] = CODES[what];
    causes.add(failure);
    org.refuseNext(new Refusal(code, message, what === 'requiredField' ? ['Priority'] : []));
}

export function grant(scene: Scene): void {
    scene.grantedAt = Math.min(scene.grantedAt, scene.time.now());
    scene.org.grantMapping();
}

export function damage(scene: Scene, which: number, how: 'cut' | 'older' | 'cleared'): void {
    const { browser } = scene;
    const all = browser.kept.flatMap((kept, device) => [...kept.keys()].map((name) => ({ kept, device, name })));
    const one = all[which % Math.max(1, all.length)];
    if (one === undefined) return;
    scene.memoryLost = true;
    const lost = how === 'cleared' ? all.filter(({ device }) => device === one.device) : [one];
    for (const { kept, device, name } of lost) {
        const text = kept.get(name) ?? '';
        if (how === 'cleared') kept.delete(name);
        else kept.set(name, how === 'cut' ? text.slice(0, text.length / 2) : text.replace(/"v":\d+/, '"v":0'));
        for (const handling of scene.phone.handlings) {
            if (!name.includes(handling.conversation)) continue;
            scene.forgotten.add(handling.conversation);
            isLost(scene, handling, device);
        }
    }
}

/** Pages that are awake and heard everything keep it again; it is lost where one of them ends, or where there is none. */
function isLost(scene: Scene, handling: Handling, device: number): void {
    const there = scene.remaining().filter((page) => page.tab.device === device);
    const heardAll = there.every(
        ({ tab, unheard, knows }) =>
            tab.state === 'open' && knows.has(handling) && !unheard.some((one) => one.handling === handling)
    );
    if (there.length === 0 || !heardAll || scene.schedule.twoBrowsers) return doubtAll(handling);
    if (scene.pages.agentOf(handling)?.tab.state === 'gone') doubtAgent(handling);
    // Which tab's pick, and which tab's notes, are the newest nobody knows any more.
    for (const field of there.length > 1 ? BY_AGENT : []) {
        const last = handling.told.get(field)?.at(-1);
        if (last !== undefined) doubtOverwritten(handling, field, last.value);
    }
    scene.unkept.set(handling, device);
}

type StepTaken = (
    step: { do: 'notes'; call: number } | { do: 'phone'; call: number; what: 'queue' | 'tier' | 'next' }
) => Promise<unknown> | undefined;

/** While a save of the tab is under way. */
export async function meanwhile(
    scene: Scene,
    tab: Tab,
    what: (typeof MEANWHILE)[number],
    conversation: string,
    take: StepTaken
): Promise<void> {
    const { browser, time, pages, resting } = scene;
    const page = pages.all.find((one) => one.tab === tab);
    // A tab that falls asleep after all others were woken would sleep on, and no other one is opened.
    if (page === undefined || tab.state !== 'open' || resting) return;
    if (what === 'crash') return endTab(scene, page, 'crash');
    if (what === 'freeze' || what === 'nap') {
        browser.freeze(tab);
        // Longer than other tabs look at its lock.
        if (what === 'nap') time.after(NAP_MS, () => (tab.state === 'frozen' ? browser.thaw(tab) : undefined));
        return;
    }
    if (what === 'phoneLogs') return phoneLogsNow(scene, conversation);
    const call = Number(conversation.at(-1));
    await take(what === 'notes' ? { do: 'notes', call } : { do: 'phone', call, what });
}

const NAP_MS = 170_000;
