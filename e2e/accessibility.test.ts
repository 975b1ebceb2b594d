import assert from 'node:assert/strict';
import { test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';

const centre = contactCentre();
/** From the document to the panel, shadow by shadow. */
const PANEL: [string, string, ...string[]] = [
    'page-shell',
    'page-utility-bar',
    'page-utility-panel',
    'c-genesys-utility',
    'c-interaction-panel'
];
const TABS_AT_MOST = 80;

/** Fails with the rules that the panel breaks, as axe sees it in its present state. */
async function assertAccessible(person: Agent, state: string): Promise<void> {
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

test('an agent who needs assistive technology finds no barrier in the panel in any state of a call', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await assertAccessible(ada, 'idle');
    await ada.ring();
    await assertAccessible(ada, 'ringing');
    await ada.answer();
    await ada.types('Notes.');
    await assertAccessible(ada, 'talking');
    await centre.faults({ offline: true });
    await ada.hangUp();
    await assertAccessible(ada, 'wrap-up');
    await ada.wrapUp('Complaint');
    await ada.sees('Newest details not saved');
    await ada.press('Details for your admin');
    await assertAccessible(ada, 'not saved');
});

/** Moves on with the Tab key until the focus is there. */
async function tabTo(person: Agent, target: Locator): Promise<void> {
    for (let moves = 0; moves < TABS_AT_MOST; moves += 1) {
        if (await target.evaluate((element) => element.matches(':focus'))) return;
        await person.page.keyboard.press('Tab');
    }
    assert.fail(`${TABS_AT_MOST} presses of Tab do not reach ${String(target)}`);
}

test('an agent answers, takes notes and hangs up with the keyboard only', async () => {
    const ada = await centre.signIn('agent');
    await tabTo(ada, ada.phone.getByRole('button', { name: 'Ring my phone' }));
    await ada.page.keyboard.press('Enter');
    await ada.sees('Ringing');

    await tabTo(ada, ada.card.getByRole('button', { name: /^Answer/ }));
    await ada.page.keyboard.press('Enter');
    await ada.sees('Connected');
    await tabTo(ada, ada.notes);
    await ada.page.keyboard.type('Typed.');
    await tabTo(ada, ada.card.getByRole('button', { name: /^Hang up/ }));
    await ada.page.keyboard.press('Space');

    await ada.sees('Wrap-up');
    assert.equal(await ada.notes.inputValue(), 'Typed.');
});
