import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agent } from './agent.ts';
import { contactCentre } from './contactCentre.ts';
import type { ContactCentre, TaskRow } from './contactCentre.ts';
import { mappedFields, participantIn } from './phoneMessages.ts';
import type { Heard } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre: ContactCentre = contactCentre();

async function twoAgents(): Promise<{ ada: Agent; ben: Agent; saidToAda: Heard; saidToBen: Heard }> {
    const [saidToAda, saidToBen] = [await centre.hear('agent'), await centre.hear('agent2')];
    const [ada, ben] = await Promise.all([centre.signIn('agent'), centre.signIn('agent2')]);
    return { ada, ben, saidToAda, saidToBen };
}

/** Each time that somebody handled a call, by participant, with the Task that belongs to it. */
function assertTaskForEachPart(heard: readonly Heard[], parts: number): readonly TaskRow[] {
    const said = heard.flatMap((one) => one.interactions());
    const participants = [...new Set(said.map(participantIn))];
    assert.equal(participants.length, parts);
    assert.equal(centre.tasks().length, parts);
    return participants.map((participant) => {
        const task = centre.tasks().find((one) => one['Switchboard_Participant__c'] === participant);
        assert.ok(task, `participant ${String(participant)} has a Task`);
        assertFields(task, mappedFields(said.filter((one) => participantIn(one) === participant)));
        return task;
    });
}

for (const { mode, logs, key, what } of [
    // Without the key only the owner tells the Tasks of one conversation apart.
    { mode: 'own', logs: 'never', key: 'absent', what: 'Switchboard makes the Tasks' },
    { mode: 'follow', logs: 'early', key: 'accepted', what: 'the phone makes the Tasks' },
    { mode: 'follow', logs: 'late', key: 'accepted', what: 'the phone makes the Tasks afterwards' }
] as const) {
    test(`two agents have a Task each of a call that one passed to the other, where ${what}`, async () => {
        await centre.settings({ Write_Mode__c: mode });
        await centre.profile({ 'unique-key': key });
        await centre.phoneLogs(logs);
        const { ada, ben, saidToAda, saidToBen } = await twoAgents();
        await ada.ring();
        await ada.answer();

        await ada.transferTo('Ben Baker');

        await ben.sees('Ringing');
        await ben.answer();
        await ada.wrapUp('Call back needed');
        await ben.hangUp();
        await ben.wrapUp('Complaint');
        const [first, second] = await centre.until(() => {
            const tasks = assertTaskForEachPart([saidToAda, saidToBen], 2);
            assert.deepEqual(
                tasks.map((task) => task['CallDisposition']),
                ['Call back needed', 'Complaint']
            );
            return tasks;
        });
        await Promise.all([ada.seesSaved(), ben.seesSaved()]);
        assert.notEqual(first?.['OwnerId'], second?.['OwnerId']);
        assert.equal(first?.['CallObject'], second?.['CallObject']);
        assert.equal(centre.tasks().length, 2);
    });
}

test('an agent to whom a call comes back has two Tasks of it, and the colleague one', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const { ada, ben, saidToAda, saidToBen } = await twoAgents();
    await ada.ring();
    await ada.answer();
    await ada.transferTo('Ben Baker');
    await ben.sees('Ringing');
    await ben.answer();
    await ada.wrapUp('Call back needed');
    await ada.seesSaved();

    await ben.transferTo('Ada Agent');
    await ada.sees('Ringing');
    await ada.answer();
    await ben.wrapUp('Question answered');
    await ada.hangUp();
    await ada.wrapUp('Complaint');

    await centre.until(() =>
        assert.deepEqual(
            assertTaskForEachPart([saidToAda, saidToBen], 3).map((task) => task['CallDisposition']),
            ['Call back needed', 'Complaint', 'Question answered']
        )
    );
    await Promise.all([ada.seesSaved(), ben.seesSaved()]);
    assert.equal(centre.tasks().length, 3);
    const owners = centre.tasks().map(({ OwnerId }) => OwnerId);
    assert.equal(new Set(owners).size, 2);
});
