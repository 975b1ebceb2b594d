import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import { tabTo } from './keyboard.ts';
import { assertAccessible } from './panelAxe.ts';

const centre = contactCentre();

/** What a screen reader is given to say from now on, in the panel's own live region. */
async function listen({ panel, page }: Agent): Promise<() => Promise<string>> {
    await panel.locator('[data-id="said"]').evaluate((region) => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        const note = (): unknown => heard.push(region.textContent ?? '');
        new MutationObserver(note).observe(region, { characterData: true, childList: true, subtree: true });
    });
    return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('. '));
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

test('an agent answers, takes notes and hangs up with the keyboard only, and hears each step', async () => {
    const ada = await centre.signIn('agent');
    const heard = await listen(ada);
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
    assert.match(
        await heard(),
        /^Edna Frank is calling.*Connected with Edna Frank.*Conversation with Edna Frank has ended/s
    );
});

test('an agent who declines a second call by key keeps the focus in the panel, and goes on with the first', async () => {
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.ring();
    await tabTo(ada, ada.card.getByRole('button', { name: /^Decline/ }));
    await ada.page.keyboard.press('e');
    await ada.seesInPanel('Not answered');
    await ada.panel.locator(':focus').first().waitFor();
    await tabTo(ada, ada.panel.getByRole('button', { name: /^Hold/ }));
});

test('an admin goes through the Setup pages with the keyboard only', async () => {
    const dana = await centre.openPage('admin', await centre.computer(), 'lightning/n/Switchboard_Setup');
    const { page } = dana;
    await page.getByText(/^Read at /).waitFor();
    await tabTo(dana, page.getByRole('tab', { name: 'Mapping' }));
    await page.keyboard.press('ArrowRight');
    const done = page.getByRole('status').filter({ hasText: /^All \d+ questions are answered/ });
    await done.waitFor();

    const again = page.getByRole('button', { name: 'Ask again' });
    await tabTo(dana, again);
    await page.keyboard.press('Enter');
    await done.waitFor({ state: 'detached' });
    await done.waitFor();
    assert.ok(await again.evaluate((button) => button.matches(':focus')), 'the focus stays where it was');

    const line = page.locator('c-org-health details').first();
    await tabTo(dana, line.locator('summary'));
    const wasOpen = await line.evaluate((one) => (one as HTMLDetailsElement).open);
    await page.keyboard.press('Enter');
    assert.equal(await line.evaluate((one) => (one as HTMLDetailsElement).open), !wasOpen);
});
