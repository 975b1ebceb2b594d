/** What the agent does with the pages: opens and closes them, tries again, merges, goes home. */
import type { Page } from './page.ts';
import { USERS } from './scene.ts';
import type { Scene } from './scene.ts';

export function open({ pages, user, schedule }: Scene, which = 0): Promise<void> {
    return pages.open(user, schedule.twoBrowsers ? which % 2 : 0);
}

/** What each browser keeps is taken up by a tab of its own. */
export async function openEverywhere(scene: Scene): Promise<void> {
    for (const device of scene.schedule.twoBrowsers ? [0, 1] : [0]) {
        if (!scene.remaining().some(({ tab }) => tab.device === device)) await open(scene, device);
    }
}

export async function endTab({ browser, watching }: Scene, page: Page, how: 'close' | 'crash'): Promise<void> {
    watching.lookAround();
    if (how === 'close' && page.tab.state === 'open') await browser.runIn(page.tab, () => page.desk.close());
    browser.end(page.tab);
}

export async function stepTab(scene: Scene, what: string, which: number): Promise<void> {
    const { pages, browser } = scene;
    if (what === 'open') return open(scene, which);
    const page = pages.at(which, what === 'thaw' ? ['frozen'] : what === 'freeze' ? ['open'] : undefined);
    if (page === undefined) return;
    if (what === 'freeze') browser.freeze(page.tab);
    else if (what === 'thaw') await browser.thaw(page.tab);
    else {
        await endTab(scene, page, what === 'crash' ? 'crash' : 'close');
        if (what === 'reload') await open(scene, page.tab.device);
    }
}

export function retry({ time, browser, asks }: Scene, page: Page): Promise<void> {
    const { tab, desk } = page;
    return browser.runIn(tab, () => {
        asks.push({ at: time.now(), tab, how: 'retry' });
        desk.retry();
    });
}

/** Merges every double that the page shows; `note`: what comes of it counts. */
export async function mergeIn(
    { time, browser, asks, merges }: Scene,
    { tab, desk }: Page,
    note: boolean
): Promise<void> {
    for (const { interaction, save } of desk.view().interactions) {
        const { taskId = '', doubles = [] } = save ?? {};
        const tasks = [taskId, ...doubles];
        if (doubles.length === 0) continue;
        await browser.runIn(tab, () => {
            const writes = (): unknown => asks.push({ at: time.now(), tab, how: 'atOnce' });
            writes();
            desk.merge(interaction.id).then(
                (answer) => {
                    writes();
                    if (note) merges.push({ conversation: interaction.id, tasks, answer });
                },
                (error: unknown) => browser.errors.push(`merge: ${String(error)}`)
            );
        });
    }
}

export async function signInOther(scene: Scene): Promise<void> {
    for (const page of scene.remaining()) await endTab(scene, page, 'close');
    scene.phone.endsUnheard(scene.user);
    scene.user = scene.user === USERS[0] ? USERS[1] : USERS[0];
    await open(scene);
}
