import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { changeTask, deleteTask } from './orgAsAdmin.ts';
import { assertAccessible } from './panelAxe.ts';

const centre = contactCentre();
const NOTES = 'Wants the order on Friday.';

function taskIds(): readonly string[] {
    return centre.tasks().map(({ Id }) => Id);
}

test('an agent whose phone logs a second Task reads so, and merges the two', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('late');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.hangUp();
    await centre.until(() => assert.equal(taskIds().length, 2));
    await ada.wrapUp('Question answered');

    await ada.sees('There are 2 Tasks for this conversation.');
    await assertAccessible(ada, 'two Tasks');
    await ada.card.getByRole('button', { name: /^Merge/ }).click();
    await ada.press('Merge and delete the others');

    await ada.sees('Merged. There is one Task now.');
    assert.equal(taskIds().length, 1);
    assert.equal(centre.tasks()[0]?.['Description'], NOTES);
    assert.equal(await ada.card.getByText(/There are \d Tasks/).count(), 0);
});

test('an agent whose Task was deleted reads so, and makes a new one only on purpose', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await centre.until(() => assert.equal(taskIds().length, 1));
    const [first = ''] = taskIds();
    await deleteTask(centre.url, first);
    await ada.types(NOTES);
    await ada.hangUp();

    await ada.sees(/Somebody deleted this Task/);
    assert.deepEqual(taskIds(), []);
    await ada.press('Make a new Task');

    await ada.seesSaved();
    assert.equal(taskIds().length, 1);
    assert.notEqual(taskIds()[0], first);
    assert.equal(centre.tasks()[0]?.['Description'], NOTES);
});

test('an agent who closes the page while something is not saved is asked first', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    const ada = await centre.signIn('agent');
    let asked = 0;
    ada.page.on('dialog', (dialog) => {
        asked += dialog.type() === 'beforeunload' ? 1 : 0;
        dialog.dismiss().catch(() => undefined);
    });
    await centre.faults({ serverError: true });
    await ada.handlesCall({ notes: NOTES });
    await ada.sees('Not saved');

    await ada.page.close({ runBeforeUnload: true });

    await centre.until(() => assert.equal(asked, 1));
    assert.equal(ada.page.isClosed(), false);
});

test('an agent whose admin wants Tasks written after the wrap-up reads so, and has one write', async () => {
    await centre.settings({ Write_Mode__c: 'own', Write_When__c: 'wrapUp' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.sees('Saved once you have finished the wrap-up');
    await ada.hangUp();
    await ada.sees('Saved once you have finished the wrap-up');
    assert.deepEqual(taskIds(), []);

    await ada.wrapUp('Question answered');

    await ada.seesSaved();
    assert.equal(centre.tasks()[0]?.['Description'], NOTES);
    assert.equal(centre.pageWrites().length, 1);
});

test('an agent whose admin wants Tasks written at the end has none during the call, and one before the wrap-up', async () => {
    await centre.settings({ Write_Mode__c: 'own', Write_When__c: 'end' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.sees(/^Saved once .* has ended$/);
    assert.deepEqual(centre.pageWrites(), []);

    await ada.hangUp();

    await ada.seesSaved();
    assert.equal(centre.tasks()[0]?.['Description'], NOTES);
    assert.equal(centre.pageWrites().length, 1);
});

test('an agent whose admin wants missed calls logged has a Task for a call that was declined', async () => {
    await centre.settings({ Write_Mode__c: 'own', Log_Missed__c: true });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.press('Decline');

    await ada.seesSaved();
    assert.match(String(centre.tasks()[0]?.['Subject']), /^Not answered: Call/);
});

test('an agent who loads the page anew after somebody deleted the Task reads so, and no Task is made until asked for', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await centre.until(() => assert.equal(taskIds().length, 1));
    await deleteTask(centre.url, taskIds()[0] ?? '');
    await ada.types(NOTES);
    await ada.hangUp();
    await ada.sees(/Somebody deleted this Task/);
    await ada.wrapUp('Question answered');

    await ada.reload();

    await ada.seesInPanel(/Somebody deleted this Task/);
    await assertAccessible(ada, 'a Task deleted before the page was loaded');
    assert.equal(await ada.panel.getByRole('button', { name: 'Try again now' }).count(), 0);
    assert.deepEqual(taskIds(), []);
    await ada.panel.getByRole('button', { name: 'Make a new Task' }).click();
    await centre.until(() => assert.equal(centre.tasks()[0]?.['Description'], NOTES));
});

test('an agent reads which field somebody else changed, and it stays as that person wrote it', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const ada = await centre.signIn('agent');
    await ada.ring();
    await ada.answer();
    await ada.types(NOTES);
    await ada.hangUp();
    await centre.until(() => assert.equal(centre.tasks()[0]?.['Description'], NOTES));
    await changeTask(centre.url, taskIds()[0] ?? '', { Description: 'Dana has called back.' });

    await ada.types(`${NOTES} Call back on Monday.`);
    await ada.wrapUp('Question answered');

    await centre.until(() => assert.equal(centre.tasks()[0]?.['CallDisposition'], 'Question answered'));
    await ada.press('1 field needs attention');
    await ada.sees('Comments was changed by somebody else, so it was left alone.');
    assert.equal(centre.tasks()[0]?.['Description'], 'Dana has called back.');
});
