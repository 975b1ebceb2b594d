import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';

const TABS_AT_MOST = 80;

/** Moves on with the Tab key until the focus is there. */
export async function tabTo(person: Agent, target: Locator): Promise<void> {
    for (let moves = 0; moves < TABS_AT_MOST; moves += 1) {
        if (await target.evaluate((element) => element.matches(':focus'))) return;
        await person.page.keyboard.press('Tab');
    }
    assert.fail(`${TABS_AT_MOST} presses of Tab do not reach ${String(target)}`);
}
