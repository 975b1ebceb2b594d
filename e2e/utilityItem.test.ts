import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { utilityItem } from './customisedProject.ts';

const centre = contactCentre({ changes: utilityItem({ compact: 'true', hiddenActions: 'mute, record' }) });

test('an agent has the compact panel that the admin set in the utility bar, and takes notes in it', async () => {
    const ada = await centre.signIn('agent');
    await ada.phone.getByRole('button', { name: 'Ring my phone' }).click();
    await ada.sees('Ringing');
    assert.equal(await ada.card.getByRole('button', { name: /^Answer/ }).count(), 0);
    await ada.phone.getByRole('button', { name: 'Pick up' }).click();
    await ada.sees('Connected');
    await ada.types('Typed beside the phone.');
    assert.equal(await ada.status.count(), 0);
    await ada.phone.getByRole('button', { name: 'Hang up' }).click();
    await ada.sees('Wrap-up');
    await centre.until(() => assert.equal(centre.tasks()[0]?.['Description'], 'Typed beside the phone.'));
});

test('an admin reads on the panel which of the hidden actions does not exist', async () => {
    const ada = await centre.signIn('agent');
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    await ada.seesInPanel(/Hidden actions that do not exist: record\./);
});
