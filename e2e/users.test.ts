import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import type { TaskRow } from './contactCentre.ts';
import { reportedUnsaved } from './orgAsAdmin.ts';
import { lastSaid, mappedFields } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre();
const NOTES = 'Said something in confidence.';

test('a second agent at the same computer sees and writes nothing of what the first has not saved', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const [saidToAda, saidToBen] = [await centre.hear('agent'), await centre.hear('agent2')];
    const agent = await centre.signIn('agent');
    await centre.faults({ offline: true });
    await agent.handlesCall({ notes: NOTES });
    await agent.sees('Not saved');

    await agent.becomes('Ben Baker');
    await centre.faults({ offline: false });
    await agent.panel.getByText('No conversation right now').waitFor();
    assert.equal(await agent.panel.getByText(/earlier conversation/).count(), 0);
    await agent.handlesCall({ code: 'Complaint' });
    await agent.seesSaved();

    const [bens, ...others] = centre.tasks();
    assert.ok(bens);
    assert.deepEqual(others, []);
    assert.deepEqual(new Set(centre.pageWrites().map(({ user }) => user)), new Set(['agent2']));
    assertFields(bens, mappedFields(saidToBen.interactions()));
    const adasCall = String(lastSaid(saidToAda.interactions(), 'id'));
    const written = JSON.stringify(centre.pageWrites());
    assert.ok(!written.includes(adasCall) && !written.includes(NOTES), 'nothing of the first agent was written');
    assert.ok(!(await agent.panel.innerText()).includes(NOTES));

    await agent.becomes('Ada Agent');
    await centre.until(() => assert.equal(centre.tasks().length, 2));
    const adas = centre.tasks().find(({ CallObject }) => CallObject === adasCall) as TaskRow;
    assertFields(adas, { ...mappedFields(saidToAda.interactions()), Description: NOTES });
    assert.equal(adas['OwnerId'], adas['CreatedById']);
    assert.notEqual(adas['OwnerId'], bens['OwnerId']);
});

test('an agent who may not edit one field is told which, and the others are saved', async () => {
    const heard = await centre.hear('agentLimited');
    const cleo = await centre.signIn('agentLimited');

    await cleo.handlesCall();

    await cleo.seesSaved();
    await cleo.press('1 field needs attention');
    const attention = cleo.card.getByRole('list', { name: 'Fields that need attention' });
    await attention.getByText('IVR Seconds').waitFor();
    assert.equal(await attention.getByRole('listitem').count(), 1);
    const { Switchboard_IVR_Seconds__c: forbidden, ...others } = mappedFields(heard.interactions());
    assert.ok(forbidden);
    const [task, ...more] = centre.tasks();
    assert.ok(task);
    assert.deepEqual(more, []);
    assertFields(task, { ...others, Switchboard_IVR_Seconds__c: null });
    const unsaved = await reportedUnsaved(centre.url, task.Id);
    assert.equal(unsaved, 'Switchboard_IVR_Seconds__c: unknownField');
});

test('an agent without access to the mapping is told which permission is missing, and nothing is guessed', async () => {
    const heard = await centre.hear('agentNoAccess');
    const eli = await centre.signIn('agentNoAccess');
    await eli.seesInPanel(/Ask your admin for the permission set Switchboard Agent/);

    await eli.handlesCall({ notes: NOTES });

    await eli.sees('Not saved');
    const [task, ...others] = centre.tasks();
    assert.ok(task, 'the phone logged its own Task');
    assert.deepEqual(others, []);
    assert.deepEqual(centre.pageWrites(), []);
    const { Switchboard_Internal__c: notInternal, ...mapped } = mappedFields(heard.interactions());
    assert.equal(notInternal, false);
    assertFields(task, Object.fromEntries(Object.keys(mapped).map((field) => [field, null])));

    await eli.reload();
    await eli.seesInPanel('1 earlier conversation is not saved yet.');
    await eli.seesInPanel(/Ask your admin for the permission set Switchboard Agent/);
    assert.deepEqual(centre.pageWrites(), []);
});
