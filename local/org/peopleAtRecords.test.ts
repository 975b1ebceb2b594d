import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { FixtureAnswer, FixtureOrg } from './fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, UPDATE_TASK } from './fixtureProject.ts';

const AGENT2 = '005Lc0000000002IAA';

let fixture: FixtureOrg;
let time: number;

beforeEach(() => {
    time = Date.parse('2026-11-21T01:00:00.000Z');
    fixture = fixtureOrg({ now: () => new Date(time) });
});
afterEach(() => fixture.close());

async function newTask(fields: Record<string, unknown> = {}): Promise<string> {
    const { data } = await fixture.graphql('agent', CREATE_TASK, { input: { Task: fields } });
    return String(data.uiapi.TaskCreate.Record.Id);
}

const update = (user: string, id: string, fields: Record<string, unknown>): Promise<FixtureAnswer> =>
    fixture.graphql(user, UPDATE_TASK, { input: { Id: id, Task: fields } });

async function refusal(answer: Promise<FixtureAnswer>): Promise<string | undefined> {
    return (await answer).errors[0]?.message.split(':')[0];
}

const atRecord = (user: string, method: string, id: string, body?: unknown): Promise<Response> =>
    fixture.send(user, method, `/local/records/Task/${id}`, body);

const task = (): Record<string, unknown> | undefined => fixture.org.records('Task')[0];

describe('a person at a Task', () => {
    test('edits it; the org remembers who changed it last, and when', async () => {
        const id = await newTask({ Subject: 'Call' });
        time += 60_000;
        assert.equal((await atRecord('admin', 'PATCH', id, { CallDisposition: 'Sale' })).status, 200);
        assert.deepEqual(
            [task()?.['CallDisposition'], task()?.['LastModifiedById'], task()?.['LastModifiedDate']],
            ['Sale', '005Lc0000000004IAA', '2026-11-21T01:01:00.000Z']
        );
        assert.deepEqual(
            [task()?.['CreatedById'], task()?.['CreatedDate']],
            ['005Lc0000000001IAA', '2026-11-21T01:00:00.000Z']
        );
    });

    test('is told of a value that the field does not take', async () => {
        const id = await newTask();
        const answer = await atRecord('agent', 'PATCH', id, { CallType: 'Sideways' });
        assert.equal(answer.status, 400);
        assert.deepEqual(((await answer.json()) as { fields: string[] }).fields, ['CallType']);
    });

    test('is told apart from Switchboard in the log of commits', async () => {
        const id = await newTask();
        await atRecord('admin', 'PATCH', id, { Subject: 'Mine' });
        const [, edit] = fixture.org.commits();
        assert.deepEqual([edit?.via, edit?.user, edit?.changed], ['page', 'admin', ['Subject']]);
    });

    test('is hit by no fault that was meant for Switchboard', async () => {
        const id = await newTask();
        fixture.org.switchFaults({ rowLock: true });
        assert.equal((await atRecord('agent', 'PATCH', id, { Subject: 'Mine' })).status, 200);
    });

    test('deletes it; who then saves reads that it is deleted', async () => {
        const id = await newTask();
        assert.equal((await atRecord('admin', 'DELETE', id)).status, 200);
        assert.deepEqual(fixture.org.records('Task'), []);
        assert.equal(await refusal(update('agent', id, { Subject: 'x' })), 'ENTITY_IS_DELETED');
    });

    test('takes it out of the recycle bin with all it held', async () => {
        const id = await newTask({ Subject: 'Call' });
        await atRecord('agent', 'DELETE', id);
        assert.equal((await atRecord('agent', 'POST', id)).status, 200);
        assert.equal(task()?.['Subject'], 'Call');
        assert.deepEqual((await update('agent', id, { Subject: 'Again' })).errors, []);
    });

    test('is told that a Task which is not deleted is in no recycle bin', async () => {
        const id = await newTask();
        const answer = await atRecord('agent', 'POST', id);
        assert.match(((await answer.json()) as { message: string }).message, /not in the recycle bin/);
    });

    test('may neither edit nor delete the Task of somebody else', async () => {
        const id = await newTask();
        assert.equal((await atRecord('agent2', 'PATCH', id, { Subject: 'x' })).status, 400);
        assert.equal((await atRecord('agent2', 'DELETE', id)).status, 400);
        assert.equal(fixture.org.records('Task').length, 1);
    });
});

describe('an agent whose Task', () => {
    test('was given to a colleague may not save it any more', async () => {
        const id = await newTask();
        await atRecord('admin', 'PATCH', id, { OwnerId: AGENT2 });
        assert.equal(
            await refusal(update('agent', id, { Subject: 'x' })),
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
        );
    });

    test('is deleted through GraphQL has none left, and may not delete the one of a colleague', async () => {
        const remove = (user: string, id: string): Promise<FixtureAnswer> =>
            fixture.graphql(
                user,
                'mutation Remove($input: RecordDeleteInput!) { uiapi { TaskDelete(input: $input) { Id } } }',
                { input: { Id: id } }
            );
        const id = await newTask();
        assert.equal(await refusal(remove('agent2', id)), 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
        assert.deepEqual((await remove('agent', id)).errors, []);
        assert.deepEqual(fixture.org.records('Task'), []);
    });
});

describe('a text that is saved', () => {
    test('loses the blanks at both ends and keeps those inside', async () => {
        await newTask({ Subject: '  Call  me \n', Description: '\n Hello \t' });
        assert.deepEqual([task()?.['Subject'], task()?.['Description']], ['Call  me', 'Hello']);
    });

    test('of blanks only is no text', async () => {
        await newTask({ Subject: ' \n ' });
        assert.equal(task()?.['Subject'], null);
    });

    test('keeps a non-breaking space at its end', async () => {
        await newTask({ Subject: 'Call\u00a0' });
        assert.equal(task()?.['Subject'], 'Call\u00a0');
    });

    test('fits when only blanks are too many', async () => {
        await newTask({ Queue__c: ` ${'x'.repeat(20)} ` });
        assert.equal(task()?.['Queue__c'], 'x'.repeat(20));
    });

    test('that is too long is refused with the field and its length', async () => {
        const { errors } = await fixture.graphql('agent', CREATE_TASK, {
            input: { Task: { Queue__c: 'x'.repeat(21) } }
        });
        assert.equal(errors[0]?.message, 'STRING_TOO_LONG: Queue__c: data value too large (max length=20)');
        assert.deepEqual(fixture.org.records('Task'), []);
    });
});

describe('the log of commits', () => {
    test('says which fields have another value', async () => {
        const id = await newTask({ Subject: 'Call', Queue__c: 'Sales' });
        await update('agent', id, { Subject: 'Call', Queue__c: 'Claims' });
        assert.deepEqual(
            fixture.org.commits().map(({ changed }) => changed),
            [['Subject', 'Queue__c'], ['Queue__c']]
        );
    });

    test('shows an update that changed nothing', async () => {
        const id = await newTask({ Subject: 'Call' });
        await update('agent', id, { Subject: ' Call ' });
        const [, last] = fixture.org.commits();
        assert.deepEqual([last?.change, last?.changed], ['update', []]);
    });

    test('is read over HTTP from any commit on', async () => {
        const id = await newTask();
        const [first] = fixture.org.commits();
        await update('agent', id, { Subject: 'x' });
        const answer = await fixture.send('agent', 'GET', `/local/commits?after=${first?.sequence}`);
        const commits = (await answer.json()) as { id: string; user: string; changed: string[]; at: string }[];
        assert.deepEqual(
            commits.map((commit) => [commit.id, commit.user, commit.changed, commit.at]),
            [[id, 'agent', ['Subject'], '2026-11-21T01:00:00.000Z']]
        );
    });
});
