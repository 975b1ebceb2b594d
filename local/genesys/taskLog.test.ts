import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { TestCentre } from './centreForTests.ts';
import { genesysUserId } from './directory.ts';

async function wholeCall(centre: TestCentre): Promise<string> {
    const id = await centre.ring();
    await centre.state('pickup', id);
    centre.pass(12_400);
    await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
    centre.pass(3000);
    await centre.send('POST', 'wrap-up', { conversationId: id, code: 'Complaint' });
    return id;
}

describe("the phone's own Task", () => {
    test("early: exists from connect on, for the caller's contact", async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        assert.equal(centre.tasks.length, 0);
        await centre.state('pickup', id);
        assert.deepEqual(centre.tasks[0]?.fields, {
            object: 'Task',
            Subject: 'Call 3/2/2026, 9:00:00 AM',
            CallObject: id,
            CallType: 'Inbound',
            TaskSubtype: 'Call',
            Type: 'Call',
            OwnerId: '005000000000001AAA',
            ActivityDate: '2026-03-02',
            WhoId: '003000000000001AAA'
        });
    });

    test('early: gets duration and call result later, with one write each', async () => {
        const centre = createTestCentre();
        await wholeCall(centre);
        const [task] = centre.tasks;
        assert.deepEqual(
            [task?.fields.CallDurationInSeconds, task?.fields.CallDisposition, task?.fields.Status, task?.writes],
            [12, 'Complaint', 'Completed', 3]
        );
    });

    test('late: comes the set seconds after the end, and only then', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'late', lateSeconds: 20 });
        await wholeCall(centre);
        centre.pass(16_900);
        assert.equal(centre.tasks.length, 0);
        centre.pass(200);
        assert.equal(centre.tasks[0]?.fields.CallDisposition, 'Complaint');
        assert.equal(centre.tasks[0]?.writes, 1);
    });

    test('late: wrap-up that is finished after it still reaches it', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'late', lateSeconds: 1 });
        await wholeCall(centre);
        assert.equal(centre.tasks[0]?.fields.CallDisposition, 'Complaint');
        assert.equal(centre.tasks.length, 1);
    });

    test('together: comes with the first Task that another writer makes for this agent, and only then', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'together' });
        const id = await wholeCall(centre);
        centre.pass(600_000);
        assert.equal(centre.tasks.length, 0);
        centre.switchboardMakesTask('another conversation');
        centre.switchboardMakesTask(id, 'agent2');
        assert.equal(centre.tasks.length, 0);
        centre.switchboardMakesTask(id);
        assert.deepEqual(
            centre.tasks.map(({ fields }) => [fields.CallObject, fields.CallDisposition]),
            [[id, 'Complaint']]
        );
    });

    test('together: is one, however many others there are', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'together' });
        const id = await centre.ring();
        await centre.state('pickup', id);
        centre.switchboardMakesTask(id);
        centre.switchboardMakesTask(id);
        assert.equal(centre.tasks.length, 1);
    });

    test('twice: two are made at the connection, and one of them is kept up', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'twice' });
        const id = await wholeCall(centre);
        assert.deepEqual(
            centre.tasks.map(({ fields }) => [fields.CallObject, fields.CallDisposition]),
            [
                [id, 'Complaint'],
                [id, undefined]
            ]
        );
    });

    test('at a moment that does not exist is refused with those that do', async () => {
        const centre = createTestCentre();
        const { error } = await centre.send('PUT', 'task-logging', { when: 'sometimes' });
        assert.equal(error, 'when must be one of early, together, late, twice, never.');
    });

    test('never: is not made', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'task-logging', { when: 'never' });
        await wholeCall(centre);
        centre.pass(600_000);
        assert.equal(centre.tasks.length, 0);
    });

    test('is not made for a call that nobody answered', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        await centre.send('POST', 'far-end', { conversationId: id, action: 'hangUp' });
        assert.equal(centre.tasks.length, 0);
    });

    test('is one for each agent of a transferred call, and two when it comes back', async () => {
        const centre = createTestCentre();
        const id = await centre.ring();
        const passTo = (from: string, to: string): Promise<unknown> =>
            centre.state('blindTransfer', id, from, {
                participantContext: { transferTarget: genesysUserId(to), transferTargetType: 'userId' }
            });
        await centre.state('pickup', id);
        await passTo('agent', 'agent2');
        await centre.state('pickup', id, 'agent2');
        await passTo('agent2', 'agent');
        await centre.state('pickup', id);
        assert.deepEqual(
            centre.tasks.map(({ owner }) => owner),
            ['agent', 'agent2', 'agent']
        );
    });

    test("takes attributes by the phone's own mapping, also after the call", async () => {
        const centre = createTestCentre();
        const id = await wholeCall(centre);
        const data = { id, attributes: { 'Call.QueueName': 'Claims', other: 'x' } };
        await centre.send('POST', 'actions', { type: 'PureCloud.Interaction.addCustomAttributes', data });
        assert.equal(centre.tasks[0]?.fields.Switchboard_Queue__c, 'Claims');
        assert.ok(!Object.values(centre.tasks[0]?.fields ?? {}).includes('x'));
    });

    test('is saved without a mapped field that the agent may not edit', async () => {
        const centre = createTestCentre();
        const id = await centre.ring({ attributes: { 'Call.QueueName': 'Claims', 'Call.Ani': '+61491570006' } });
        centre.failNextSave(
            Object.assign(new Error('no access'), { code: 'INVALID_FIELD', fields: ['Switchboard_Queue__c'] })
        );
        await centre.state('pickup', id);
        const { Switchboard_Queue__c: queue, Switchboard_ANI__c: ani } = centre.tasks[0]?.fields ?? {};
        assert.deepEqual([queue, ani], [undefined, '+61491570006']);
    });

    test("that Salesforce refuses is told in the phone's log and tried again at the next change", async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        const id = await centre.ring();
        centre.failNextSave(Object.assign(new Error('+61491570006 is locked'), { code: 'UNABLE_TO_LOCK_ROW' }));
        await centre.state('pickup', id);
        assert.equal(centre.tasks.length, 0);
        const line = (await page.view()).log.find(({ refused }) => refused);
        assert.equal(line?.text, 'Salesforce did not take the call log: UNABLE_TO_LOCK_ROW');
        await centre.state('disconnect', id);
        assert.equal(centre.tasks.length, 1);
    });
});
