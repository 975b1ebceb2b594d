import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import type { TaskRow } from './contactCentre.ts';
import { mappedFields } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre();
const NOTES = 'Wants the order on Friday.';
/** Connected, hung up, wrapped up. */
const MILESTONES = 3;

function assertOneTask(heard: Heard, writes = MILESTONES): TaskRow {
    const [task, ...others] = centre.tasks();
    assert.ok(task, 'there is a Task');
    assert.deepEqual(others, []);
    assertFields(task, mappedFields(heard.interactions()));
    const made = centre.pageWrites().length;
    assert.ok(made >= 1 && made <= writes, `the page wrote ${made} times, at most ${writes} are due`);
    return task;
}

for (const { mode, logs, what } of [
    { mode: 'own', logs: 'never', what: 'Switchboard makes the Task' },
    { mode: 'own', logs: 'early', what: 'both Switchboard and the phone make Tasks' },
    { mode: 'follow', logs: 'early', what: 'the phone makes its Task when the call begins' },
    { mode: 'follow', logs: 'late', what: 'the phone makes its Task after the call' },
    { mode: 'follow', logs: 'never', what: 'the phone never makes the Task it is awaited to make' }
] as const) {
    test(`an agent who reloads in mid-call keeps notes and one Task where ${what}`, async () => {
        await centre.settings({ Write_Mode__c: mode, Follow_Seconds__c: logs === 'never' ? 1 : 60 });
        await centre.phoneLogs(logs);
        const heard = await centre.hear('agent');
        const ada = await centre.signIn('agent');
        await ada.ring();
        await ada.answer();
        await ada.types(NOTES);
        if (mode === 'own') await centre.until(() => assert.equal(centre.tasks().length, 1));

        await ada.reload();

        await ada.sees('Connected');
        assert.equal(await ada.notes.inputValue(), NOTES);
        await ada.hangUp();
        await ada.wrapUp('Question answered');
        await ada.seesSaved();
        // A page that begins anew may repeat the first write of the call.
        assert.equal(assertOneTask(heard, MILESTONES + 1)['Description'], NOTES);
    });
}

for (const logs of ['late', 'never'] as const) {
    test(`an agent whose phone logs its Task ${logs} has one Task with every mapped field`, async () => {
        await centre.settings({ Follow_Seconds__c: logs === 'never' ? 1 : 60 });
        await centre.phoneLogs(logs);
        const heard = await centre.hear('agent');
        const ada = await centre.signIn('agent');

        await ada.handlesCall({ notes: NOTES });

        await ada.seesSaved();
        assert.equal(assertOneTask(heard)['Description'], NOTES);
        const madeByPhone = centre.commits().some(({ via, change }) => via === 'phone' && change === 'insert');
        assert.equal(madeByPhone, logs === 'late');
    });
}

for (const { mode, logs, what } of [
    { mode: 'own', logs: 'together', what: 'logs the call in the moment in which Switchboard makes its Task' },
    { mode: 'follow', logs: 'together', what: 'is awaited, and logs the call just when Switchboard does' },
    { mode: 'own', logs: 'twice', what: 'logs the call twice beside Switchboard' },
    { mode: 'follow', logs: 'twice', what: 'logs the call twice' }
] as const) {
    test(`an agent whose phone ${what} reads that there are two Tasks, and merges them`, async () => {
        await centre.settings({ Write_Mode__c: mode, Follow_Seconds__c: 1 });
        await centre.phoneLogs(logs);
        const heard = await centre.hear('agent');
        const ada = await centre.signIn('agent');

        await ada.handlesCall({ notes: NOTES });

        await ada.sees('There are 2 Tasks for this conversation.');
        await ada.seesSaved();
        const byPhone = centre.commits().filter(({ via, change }) => via === 'phone' && change === 'insert');
        assert.equal(byPhone.length, logs === 'twice' ? 2 : 1);
        await ada.card.getByRole('button', { name: /^Merge/ }).click();
        await ada.press('Merge and delete the others');
        await ada.sees('Merged. There is one Task now.');
        // Filled from the double, and the double deleted.
        assert.equal(assertOneTask(heard, MILESTONES + 2)['Description'], NOTES);
    });
}

test('an agent who reloads during wrap-up has the wrap-up code on the same Task', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.hangUp();
    await centre.until(() => assert.equal(centre.tasks().length, 1));

    await ada.reload();
    await ada.choose(ada.phone, 'Wrap-up code', 'Complaint');
    await ada.phone.getByRole('button', { name: 'Finish wrap-up' }).click();

    await centre.until(() => {
        assert.equal(assertOneTask(heard, MILESTONES + 1)['Switchboard_Wrap_Up__c'], 'Complaint');
    });
});

test('an agent whose phone is to save the Task sees the details handed to it, and the phone saves them', async () => {
    await centre.settings({ Write_Mode__c: 'phone' });
    await centre.phoneLogs('early');
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');

    await ada.handlesCall();

    await ada.sees('Handed to the phone, which saves the Task itself');
    await centre.until(() => {
        assert.equal(centre.tasks().length, 1);
        // The participant's id is the phone's own: nobody hands it back, and the phone's mapping has no other source.
        const { Switchboard_Participant__c: own, ...handedOver } = mappedFields(heard.interactions());
        assert.ok(own);
        assertFields(centre.tasks()[0] as TaskRow, handedOver);
    });
    assert.deepEqual(centre.pageWrites(), []);
});

test('an agent with the page open in two tabs has one Task', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const heard = await centre.hear('agent');
    const first = await centre.signIn('agent');
    const second = await centre.signIn('agent', first.page.context());
    await first.ring();
    await second.sees('Ringing');
    await second.answer();
    await first.sees('Connected');

    await first.hangUp();
    await second.wrapUp('Question answered');

    await first.seesSaved();
    await second.seesSaved();
    await centre.until(() => assertOneTask(heard, 2 * MILESTONES));
});
