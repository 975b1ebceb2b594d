import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import type { TaskRow } from './contactCentre.ts';
import { mappedFields } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre();
const NOTES = 'Asked for a copy of the last invoice.';

/** An org whose GraphQL knows no Task and whose record API does. */
beforeEach(async () => {
    await centre.profile({ 'task-graphql-mutation': 'undefined', 'task-ui-api': 'works' });
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
});

function assertOneTask(): TaskRow {
    const [task, ...others] = centre.tasks();
    assert.ok(task, 'there is a Task');
    assert.deepEqual(others, []);
    assert.deepEqual([...new Set(centre.pageWrites().map(({ via }) => via))], ['uiApi']);
    return task;
}

test('an agent whose org takes Tasks only through the record API has one whole Task, and the diagnostics name the way', async () => {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');

    await ada.handlesCall({ notes: NOTES });

    await ada.seesSaved();
    assertFields(assertOneTask(), { ...mappedFields(heard.interactions()), Description: NOTES });
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    assert.equal(await ada.diagnostic('Tasks are saved through'), 'Record API');
});

test('an agent who may not edit one field is told which by the record API, and the others are saved', async () => {
    await centre.profile({ 'task-object-infos': 'refused' });
    const heard = await centre.hear('agentLimited');
    const cleo = await centre.signIn('agentLimited');

    await cleo.handlesCall();

    await cleo.seesSaved();
    await cleo.press('1 field needs attention');
    await cleo.card
        .getByRole('list', { name: 'Fields that need attention' })
        .getByText(/IVR.Seconds/)
        .waitFor();
    const { Switchboard_IVR_Seconds__c: _forbidden, ...others } = mappedFields(heard.interactions());
    assertFields(assertOneTask(), { ...others, Switchboard_IVR_Seconds__c: null });
});

test('an answer of the record API that is lost makes no second Task', async () => {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    await centre.faults({ lostAnswer: 1 });

    await ada.handlesCall({ notes: NOTES });

    await ada.seesSaved();
    assertFields(assertOneTask(), { ...mappedFields(heard.interactions()), Description: NOTES });
    assert.equal(centre.pageWrites().filter(({ change }) => change === 'insert').length, 1);
});

test('an agent whose other computer makes the Task first has one Task, not two', async () => {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    let [made, refused] = ['', ''];
    await ada.page.route('**/ui-api/records', async (route) => {
        const { fields } = route.request().postDataJSON() as { fields: Readonly<Record<string, unknown>> };
        made ||= centre.makeTask('agent', {
            Subject: 'Call',
            CallObject: fields['CallObject'],
            SwitchboardKey__c: fields['SwitchboardKey__c']
        });
        const answer = await route.fetch();
        refused ||= await answer.text();
        await route.fulfill({ response: answer });
    });

    await ada.handlesCall({ notes: NOTES });

    await ada.seesSaved();
    assert.match(refused, /DUPLICATE_VALUE/);
    const task = assertOneTask();
    assert.equal(task.Id, made);
    assertFields(task, { ...mappedFields(heard.interactions()), Description: NOTES });
});
