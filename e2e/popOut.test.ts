import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { lastSaid } from './phoneMessages.ts';

const centre = contactCentre({ coalesceMs: 1000 });
const OUTSIDE = '+442079460018';
const NOTES = 'Wants the invoice by mail.';

test('an agent pops the panel out and in again in mid-call and loses neither the call nor the notes', async () => {
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    for (const move of ['Pop out Switchboard', 'Pop in Switchboard']) {
        await ada.page.getByRole('button', { name: move, exact: true }).click();
        await ada.panel.waitFor();
        await ada.sees('Connected');
        assert.equal(await ada.notes.inputValue(), NOTES, move);
    }
    await ada.hangUp();
    await ada.wrapUp('Question answered');
    await ada.seesSaved();
    const [task, ...others] = centre.tasks();
    assert.equal(task?.['Description'], NOTES);
    assert.deepEqual(others, []);
    assert.deepEqual(ada.thrown, []);
});

test('an agent who talks to somebody else first pops the panel out, loads the page anew, and completes the transfer', async () => {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    const conversationId = String(lastSaid(heard.interactions(), 'id'));
    await centre.farEnd('agent', 'speech', { conversationId, speaker: 'customer', text: 'I moved house.' });
    await ada.card.getByText('I moved house.').waitFor();
    await ada.choosesTarget(OUTSIDE, `Call ${OUTSIDE} Phone number`);
    await ada.transferForm.getByRole('button', { name: 'Talk first' }).click();
    const begun = ada.card.getByText(/You began to talk to somebody else first/);
    await begun.waitFor();
    await centre.farEnd('agent', 'consult', { conversationId, action: 'answer' });

    await ada.page.getByRole('button', { name: 'Pop out Switchboard', exact: true }).click();
    await begun.waitFor();
    await ada.card.getByText('I moved house.').waitFor();

    await ada.reload();
    await begun.waitFor();
    await ada.press('Complete transfer');
    await ada.sees('Transferred');
});

test('an agent who pops the panel out in wrap-up still reads whose call it was', async () => {
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.sees('Edna Frank');
    await ada.hangUp();
    await ada.page.getByRole('button', { name: 'Pop out Switchboard', exact: true }).click();
    await ada.panel.waitFor();
    await ada.sees('Wrap-up');
    await ada.sees('Edna Frank');
});
