import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { lastSaid, mappedFields } from './phoneMessages.ts';
import { pagePicture } from './pictures.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre({ coalesceMs: 1000 });
const NOTES = 'Asked for a copy of the last invoice.';

test('an agent takes a call from ringing to wrap-up and reads its one Task in the timeline', async () => {
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');
    const photograph = (step: string): Promise<void> => ada.photograph(centre.screenshotFile(`whole-call-${step}`));

    await ada.ring();
    await photograph('1-ringing');
    await ada.answer();
    await photograph('2-connected');
    await ada.hold();
    await photograph('3-on-hold');
    await ada.retrieve();
    await ada.types(NOTES);
    await photograph('4-notes');
    await ada.hangUp();
    await photograph('5-wrap-up');
    await ada.wrapUp('Question answered');
    await ada.seesSaved();
    await photograph('6-saved');

    const [task, ...others] = centre.tasks();
    assert.ok(task);
    assert.deepEqual(others, []);
    const said = heard.interactions();
    assert.equal(Object.keys(mappedFields(said)).length, 10, 'the phone carried every mapped attribute');
    assertFields(task, {
        ...mappedFields(said),
        Description: NOTES,
        CallObject: lastSaid(said, 'id'),
        CallType: lastSaid(said, 'direction'),
        CallDurationInSeconds: lastSaid(said, 'interactionDurationSeconds'),
        CallDisposition: lastSaid(said, 'disposition')
    });

    const read = await ada.readsTask();
    assert.equal(read['Queue'], 'Customer Care');
    assert.equal(read['Caller Number'], '+61491570006');
    assert.equal(read['Wrap-Up'], 'Question answered');
    assert.equal(read['IVR Seconds'], String(task['Switchboard_IVR_Seconds__c']));
    assert.equal(read['ACD Seconds'], String(task['Switchboard_ACD_Seconds__c']));
    assert.equal(read['After-Call Seconds'], String(task['Switchboard_After_Call__c']));
    assert.equal(read['Participant'], task['Switchboard_Participant__c']);
    assert.equal(read['Internal Call'], 'No');
    assert.match(read['Connected'] ?? '', /\d:\d\d:\d\d/);
    assert.match(read['Disconnected'] ?? '', /\d:\d\d:\d\d/);
    assert.equal(read['Comments'], NOTES);
    assert.equal(read['Call Result'], 'Question answered');

    await ada.ring();
    await ada.answer();
    await ada.seesSaved();
    await ada.page
        .getByRole('heading', { name: 'Edna Frank' })
        .first()
        .evaluate((name) => name.scrollIntoView({ block: 'center' }));
    await photograph('7-next-call');
    await pagePicture(ada, 'call-and-task');
});

test('the link beside Saved opens the Task of the call', async () => {
    const ada = await centre.signIn('agent');
    await ada.handlesCall();
    await ada.seesSaved();

    await ada.card.getByRole('link', { name: 'Open Task: Edna Frank' }).click();

    const [task] = centre.tasks();
    await ada.page.waitForURL(`**/lightning/r/Task/${task?.Id}/view`);
    await ada.page.getByRole('heading', { level: 1, name: String(task?.['Subject']) }).waitFor();
    await ada.sees('Ended');
});

test('an agent who dials out gets one Task of an outbound call with the person who was called', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const heard = await centre.hear('agent');
    const ada = await centre.signIn('agent');

    await ada.phone.getByRole('button', { name: 'Dial out' }).click();
    await ada.sees('Calling');
    await ada.phone.getByRole('button', { name: 'Answers' }).click();
    await ada.sees('Connected');
    await ada.phone.getByRole('button', { name: 'Hangs up' }).click();
    await ada.sees('Wrap-up');
    await ada.wrapUp('Call back needed');
    await ada.seesSaved();

    const said = heard.interactions();
    const [task, ...others] = centre.tasks();
    assert.ok(task);
    assert.deepEqual(others, []);
    assertFields(task, { ...mappedFields(said), CallType: 'Outbound', CallDisposition: 'Call back needed' });
    assert.equal(task['WhoId'], ada.openRecordId());
});

test('a call that nobody answers leaves no Task', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    const ada = await centre.signIn('agent');
    await ada.ring();

    await ada.phone.getByRole('button', { name: 'Gives up' }).click();

    await ada.sees('Not answered');
    await ada.sees('Not connected, so there is no Task.');
    assert.deepEqual(centre.tasks(), []);
});
