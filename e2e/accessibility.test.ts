import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { tabTo } from './keyboard.ts';
import { assertAccessible } from './panelAxe.ts';

const centre = contactCentre();

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
