import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Fails with the rules that a whole page breaks, in the dark and in the light, as axe sees it in its present state; and
 * where at most `few` elements pass, since axe has hardly looked into it then.
 */
export async function assertPageAccessible(page: Page, state: string, few: number): Promise<void> {
    for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { passes, violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            [],
            `${state}, ${colorScheme}`
        );
        assert.ok(passes.flatMap(({ nodes }) => nodes).length > few, 'axe looked into it');
    }
}
