import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';

const FOLDER = path.resolve(import.meta.dirname, '../docs/pictures');
/** The docked panel scrolls; a picture shows all of it. */
const PIXELS = { width: 900, height: 1400 } as const;

/**
 * A picture of the panel for the agents' guide, made anew only when asked for with SWITCHBOARD_PICTURES=1, so that a test
 * run leaves the tree as it was.
 */
export async function panelPicture(agent: Agent, name: string): Promise<void> {
    if (process.env['SWITCHBOARD_PICTURES'] !== '1') return;
    const before = agent.page.viewportSize();
    await agent.page.setViewportSize(PIXELS);
    const docked = agent.page.getByRole('region', { name: 'Switchboard', exact: true });
    const style = await docked.evaluate((panel) => {
        const given = panel.style.cssText;
        const content = panel.querySelector('page-utility-panel')?.scrollHeight ?? 0;
        panel.style.height = `${Math.min(1200, content + 56)}px`;
        return given;
    });
    await docked.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
    await docked.evaluate((panel, given) => {
        panel.style.cssText = given;
    }, style);
    if (before) await agent.page.setViewportSize(before);
}

/** A picture of one part of a page, for a guide, with room beside the utility bar; made anew only when asked for. */
export async function partPicture(part: Locator, name: string): Promise<void> {
    if (process.env['SWITCHBOARD_PICTURES'] !== '1') return;
    const page = part.page();
    const before = page.viewportSize();
    await page.setViewportSize({ width: 2000, height: 2400 });
    await part.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
    if (before) await page.setViewportSize(before);
}
