import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';

const centre = contactCentre({ coalesceMs: 1000 });
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
