import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Agent } from './agent.ts';

/** From the document to the panel, shadow by shadow. */
const PANEL: [string, string, ...string[]] = [
    'page-shell',
    'page-utility-bar',
    'page-utility-panel',
    'c-genesys-utility',
    'c-interaction-panel'
];

/** Fails with the rules that the panel breaks, as axe sees it in its present state. */
export async function assertAccessible(person: Agent, state: string): Promise<void> {
    const axe = new AxeBuilder({ page: person.page }).include({ fromShadowDom: PANEL });
    const { passes, violations } = await axe.analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(
        serious.map(({ id, help, nodes }) => ({ id, help, html: nodes.map(({ html }) => html) })),
        [],
        `${state} is accessible`
    );
    const looked = passes.flatMap(({ nodes }) => nodes).length;
    assert.ok(looked > 5, `axe looked into the panel: ${looked} elements pass`);
}
