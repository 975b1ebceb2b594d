import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureAnswer, FixtureOrg } from '../fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, UPDATE_TASK } from '../fixtureProject.ts';

let fixture: FixtureOrg;

beforeEach(() => {
    fixture = fixtureOrg({ now: () => new Date('2026-05-04T03:02:01.000Z') });
});
afterEach(() => fixture.close());

const create = (user: string, fields: Record<string, unknown>): Promise<FixtureAnswer> =>
    fixture.graphql(user, CREATE_TASK, { input: { Task: fields } });
const update = (user: string, id: string, fields: Record<string, unknown>): Promise<FixtureAnswer> =>
    fixture.graphql(user, UPDATE_TASK, { input: { Id: id, Task: fields } });

async function created(user: string, fields: Record<string, unknown> = {}): Promise<string> {
    const { data, errors } = await create(user, fields);
    assert.deepEqual(errors, []);
    return data.uiapi.TaskCreate.Record.Id as string;
}

function idOf(object: string, index = 0): string {
    return String(fixture.org.records(object)[index]?.['Id']);
}

function task(id: string): Record<string, unknown> {
    return fixture.org.records('Task').find((record) => record['Id'] === id) ?? {};
}

test('a new Task belongs to its maker and has the default status and priority', async () => {
    const { OwnerId, Status, Priority, IsClosed, CreatedDate, CreatedById } = task(await created('agent2'));
    assert.deepEqual(
        { OwnerId, Status, Priority, IsClosed, CreatedDate, CreatedById },
        {
            OwnerId: '005Lc0000000002IAA',
            Status: 'Not Started',
            Priority: 'Normal',
            IsClosed: false,
            CreatedDate: '2026-05-04T03:02:01.000Z',
            CreatedById: '005Lc0000000002IAA'
        }
    );
});

test('a completed Task is closed and keeps when', async () => {
    const { IsClosed, CompletedDateTime } = task(await created('agent', { Status: 'Completed' }));
    assert.deepEqual([IsClosed, CompletedDateTime], [true, '2026-05-04T03:02:01.000Z']);
});

test('an update changes the given fields and no other', async () => {
    const id = await created('agent', { Subject: 'Call', Queue__c: 'Sales' });
    await update('agent', id, { Queue__c: 'Support' });
    const { Subject, Queue__c } = task(id);
    assert.deepEqual([Subject, Queue__c], ['Call', 'Support']);
});

test('null clears a field', async () => {
    const id = await created('agent', { Queue__c: 'Sales', Flag__c: true });
    await update('agent', id, { Queue__c: null, Flag__c: null });
    const { Queue__c, Flag__c } = task(id);
    assert.deepEqual([Queue__c, Flag__c], [null, false]);
});

test('a field that the agent may not write is named and nothing is saved', async () => {
    const { data, errors } = await create('agentLimited', { Queue__c: 'Sales', Seconds__c: 4 });
    assert.deepEqual(data, {});
    assert.equal(errors.length, 1);
    assert.equal(
        errors[0]?.message,
        "The variables input contains a field name 'Seconds__c' that is not defined for input object type 'TaskCreateRepresentation'"
    );
    assert.equal(errors[0]?.extensions['ErrorType'], 'ValidationError');
    assert.deepEqual(fixture.org.records('Task'), []);
});

test('a forbidden field written into the query text is named too', async () => {
    const { errors } = await fixture.graphql(
        'agentLimited',
        'mutation { uiapi { TaskCreate(input: { Task: { Seconds__c: 4 } }) { Record { Id } } } }'
    );
    assert.match(errors[0]?.message ?? '', /contains a field not in 'TaskCreateRepresentation': 'Seconds__c'/);
    assert.deepEqual(fixture.org.records('Task'), []);
});

test('the subtype of a Task is given at creation and never again', async () => {
    const id = await created('agent', { TaskSubtype: 'Call' });
    const { errors } = await update('agent', id, { TaskSubtype: 'Email' });
    assert.match(errors[0]?.message ?? '', /a field name 'TaskSubtype' that is not defined/);
    assert.equal(task(id)['TaskSubtype'], 'Call');
});

const REFUSED: readonly [string, () => Record<string, unknown>, string][] = [
    ['an over-long text', () => ({ Queue__c: 'x'.repeat(21) }), 'STRING_TOO_LONG'],
    [
        'a value outside a restricted picklist',
        () => ({ CallType: 'Sideways' }),
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    ],
    [
        'a value outside a custom restricted picklist',
        () => ({ Outcome__c: 'drawn' }),
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    ],
    ['a number with too many digits', () => ({ Seconds__c: 100_000 }), 'NUMBER_OUTSIDE_VALID_RANGE'],
    [
        'a duration of more than eight digits',
        () => ({ CallDurationInSeconds: 100_000_000 }),
        'NUMBER_OUTSIDE_VALID_RANGE'
    ],
    ['no status', () => ({ Status: null }), 'REQUIRED_FIELD_MISSING'],
    ['an id that is none', () => ({ WhoId: 'nobody' }), 'MALFORMED_ID'],
    ['an id of another object', () => ({ WhoId: idOf('Account') }), 'MALFORMED_ID'],
    ['an id that nothing has', () => ({ WhoId: '003Lc0000000099' }), 'INVALID_CROSS_REFERENCE_KEY'],
    [
        'a Lead together with a related record',
        () => ({ WhoId: idOf('Lead'), WhatId: idOf('Case') }),
        'FIELD_INTEGRITY_EXCEPTION'
    ]
];

for (const [what, fields, code] of REFUSED) {
    test(`${what} is refused with ${code} and nothing is saved`, async () => {
        const { data, errors } = await create('agent', { Subject: 'Call', ...fields() });
        assert.deepEqual(data, { uiapi: { TaskCreate: null } });
        assert.equal(errors[0]?.message.split(':')[0], code);
        assert.equal(errors[0]?.extensions['ErrorType'], 'DataFetchingException');
        assert.deepEqual(errors[0]?.paths, ['uiapi', 'TaskCreate']);
        assert.deepEqual(fixture.org.records('Task'), []);
        assert.deepEqual(fixture.org.commits(), []);
    });
}

test('an error never repeats the value that was given', async () => {
    const secret = '+61491570006 secret';
    const answers = [
        await create('agent', { Queue__c: `${secret} ${secret}` }),
        await create('agent', { CallType: secret }),
        await create('agent', { Connected__c: secret }),
        await create('agent', { CallDurationInSeconds: secret }),
        await create('agentLimited', { Seconds__c: secret })
    ];
    for (const { errors } of answers) {
        assert.equal(errors.length, 1);
        assert.equal(JSON.stringify(errors).includes('secret'), false, errors[0]?.message);
    }
});

test('a value of the wrong kind is a validation error that names the field', async () => {
    const { data, errors } = await create('agent', { CallDurationInSeconds: 'long' });
    assert.deepEqual(data, {});
    assert.match(
        errors[0]?.message ?? '',
        /^Variable 'input' has an invalid value at 'input\.Task\.CallDurationInSeconds'/
    );
    assert.equal(errors[0]?.extensions['ErrorType'], 'ValidationError');
});

test('an update without an id is a validation error', async () => {
    const { errors } = await fixture.graphql('agent', UPDATE_TASK, { input: { Task: { Subject: 'Call' } } });
    assert.equal(
        errors[0]?.message,
        "Field 'Id' of variable 'input' has coerced Null value for NonNull type 'IdOrRef!'"
    );
});

test('the same key a second time is refused and the first Task is named', async () => {
    const id = await created('agent', { Key__c: 'conversation:participant' });
    const { errors } = await create('agent2', { Key__c: 'conversation:participant' });
    assert.match(errors[0]?.message ?? '', new RegExp(`^DUPLICATE_VALUE: duplicate value found: Key__c .*${id}$`));
    assert.equal(fixture.org.records('Task').length, 1);
});

test('a Task may be saved again with its own key', async () => {
    const id = await created('agent', { Key__c: 'mine' });
    const { errors } = await update('agent', id, { Key__c: 'mine', Subject: 'Again' });
    assert.deepEqual(errors, []);
});

test("another agent's Task is not changed", async () => {
    const id = await created('agent', { Subject: 'Call' });
    const { errors } = await update('agent2', id, { Subject: 'Taken' });
    assert.match(errors[0]?.message ?? '', /^INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/);
    assert.equal(task(id)['Subject'], 'Call');
});

test("an administrator changes an agent's Task", async () => {
    const id = await created('agent', { Subject: 'Call' });
    const { errors } = await update('admin', id, { Subject: 'Checked' });
    assert.deepEqual(errors, []);
    assert.equal(task(id)['Subject'], 'Checked');
});

test('a deleted Task cannot be updated', async () => {
    const id = await created('agent');
    const { data } = await fixture.graphql(
        'agent',
        'mutation Delete($id: IdOrRef!) { uiapi { TaskDelete(input: { Id: $id }) { Id } } }',
        { id }
    );
    assert.equal(data.uiapi.TaskDelete.Id, id);
    const { errors } = await update('agent', id, { Subject: 'Late' });
    assert.match(errors[0]?.message ?? '', /^ENTITY_IS_DELETED/);
});

test('a Task is found by the 15 character form of its id', async () => {
    const id = await created('agent');
    const { errors } = await update('agent', id.slice(0, 15), { Subject: 'Found' });
    assert.deepEqual(errors, []);
    assert.equal(task(id)['Subject'], 'Found');
});

const TWO = (allOrNone: boolean): string => `mutation Two {
    uiapi(input: { allOrNone: ${allOrNone} }) {
        good: TaskCreate(input: { Task: { Subject: "Good" } }) { Record { Id } }
        bad: TaskCreate(input: { Task: { CallType: "Sideways" } }) { Record { Id } }
    }
}`;

test('all or none: when one operation fails nothing is kept and each is told', async () => {
    const { data, errors } = await fixture.graphql('agent', TWO(true));
    assert.deepEqual(data, { uiapi: { good: null, bad: null } });
    assert.deepEqual(
        errors.map(({ message, paths }) => [paths?.at(-1), message.split(':')[0]]),
        [
            ['bad', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
            ['good', 'ALL_OR_NONE_OPERATION_ROLLED_BACK']
        ]
    );
    assert.deepEqual(fixture.org.records('Task'), []);
    assert.deepEqual(fixture.org.commits(), []);
});

test('without all or none the good operation is kept', async () => {
    const { data, errors } = await fixture.graphql('agent', TWO(false));
    assert.equal(errors.length, 1);
    assert.equal(data.uiapi.bad, null);
    assert.deepEqual(
        fixture.org.records('Task').map(({ Subject }) => Subject),
        ['Good']
    );
});

test('an operation may point to the record that an operation before it made', async () => {
    const { data, errors } = await fixture.graphql(
        'agent',
        `mutation Chain { uiapi(input: { allOrNone: true }) {
            person: ContactCreate(input: { Contact: { LastName: "Nowak" } }) { Record { Id } }
            TaskCreate(input: { Task: { WhoId: "@{person}" } }) { Record { WhoId { value } } }
        } }`
    );
    assert.deepEqual(errors, []);
    assert.equal(data.uiapi.TaskCreate.Record.WhoId.value, data.uiapi.person.Record.Id);
});

test('several operations in one document: the named one runs', async () => {
    const text = `mutation One { uiapi { TaskCreate(input: { Task: { Subject: "One" } }) { Record { Id } } } }
        mutation Two { uiapi { TaskCreate(input: { Task: { Subject: "Two" } }) { Record { Id } } } }`;
    await fixture.send('agent', 'POST', '/services/data/v66.0/graphql', { query: text, operationName: 'Two' });
    assert.deepEqual(
        fixture.org.records('Task').map(({ Subject }) => Subject),
        ['Two']
    );
});

test('the log tells who saved what, in order', async () => {
    const id = await created('agent', { Subject: 'Call' });
    await update('admin', id, { Queue__c: 'Sales' });
    const seen = fixture.org
        .commits()
        .map(({ user, object, id: about, change, values, via }) => ({ user, object, about, change, values, via }));
    assert.deepEqual(seen, [
        { user: 'agent', object: 'Task', about: id, change: 'insert', values: { Subject: 'Call' }, via: 'graphql' },
        { user: 'admin', object: 'Task', about: id, change: 'update', values: { Queue__c: 'Sales' }, via: 'graphql' }
    ]);
    const [first, second] = fixture.org.commits();
    assert.deepEqual(fixture.org.commits(first?.sequence), [second]);
});
