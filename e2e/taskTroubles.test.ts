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
