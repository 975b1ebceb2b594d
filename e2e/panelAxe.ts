import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Agent } from './agent.ts';

/** From the document to a part of the page, shadow by shadow. */
type Part = [string, string, ...string[]];

const panelOf = (item: string): Part => [
    'page-shell',
    'page-utility-bar',
    'page-utility-panel',
    item,
    'c-interaction-panel'
];
const PANEL = panelOf('c-genesys-utility');
export const VOICE_PANEL = panelOf('c-voice-utility');

export const VOICE_PHONE: Part = ['page-shell', 'voice-soft-phone'];

/** Fails with the rules that the panel, or another part, breaks, as axe sees it in its present state. */
export async function assertAccessible(person: Agent, state: string, part = PANEL): Promise<void> {
    const axe = new AxeBuilder({ page: person.page }).include({ fromShadowDom: part });
    const { passes, violations } = await axe.analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(
        serious.map(({ id, help, nodes }) => ({ id, help, html: nodes.map(({ html }) => html) })),
        [],
        `${state} is accessible`
    );
    const looked = passes.flatMap(({ nodes }) => nodes).length;
    assert.ok(looked > 5, `axe looked into it: ${looked} elements pass`);
}
