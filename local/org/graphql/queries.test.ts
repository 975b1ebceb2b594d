import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { FixtureOrg } from '../fixtureProject.ts';
import { CREATE_TASK, fixtureOrg } from '../fixtureProject.ts';

let fixture: FixtureOrg;

before(() => {
    fixture = fixtureOrg({ now: () => new Date('2026-05-04T03:02:01.789Z') });
});
after(() => fixture.close());

const query = (object: string, rest: string, node = 'Id'): string =>
    `{ uiapi { query { ${object}${rest} { totalCount edges { node { ${node} } } } } } }`;

async function rows(user: string, text: string, variables?: Record<string, unknown>): Promise<unknown[]> {
    const answer = await fixture.graphql(user, text, variables);
    assert.deepEqual(answer.errors, []);
    const [connection] = Object.values(answer.data.uiapi.query as Record<string, { edges: { node: unknown }[] }>);
    return (connection?.edges ?? []).map(({ node }) => node);
}

async function createTask(user: string, fields: Record<string, unknown>): Promise<string> {
    const { data, errors } = await fixture.graphql(user, CREATE_TASK, { input: { Task: fields } });
    assert.deepEqual(errors, []);
    return data.uiapi.TaskCreate.Record.Id as string;
}

test('a query of the shape in the public documentation answers value and displayValue', async () => {
    const found = await rows(
        'agent',
        `query contactWithAccount {
            uiapi { query { Contact(first: 1, where: { Name: { eq: "edna frank" } }, orderBy: { Name: { order: ASC } }) {
                edges { node { Id Name { value displayValue } Account { Name { value } } } cursor }
                pageInfo { endCursor hasNextPage hasPreviousPage } totalCount
            } } }
        }`
    );
    assert.deepEqual(found, [
        {
            Id: '003Lc0000000001IAA',
            Name: { value: 'Edna Frank', displayValue: null },
            Account: { Name: { value: 'Harbour Lane Books' } }
        }
    ]);
});

test('an agent finds the Task of a conversation by its call identifier, whatever the case', async () => {
    const id = await createTask('agent', { CallObject: 'c0ffee-01' });
    const found = await rows(
        'agent',
        `query Find($id: String) { uiapi { query {
            Task(where: { CallObject: { eq: $id } }, first: 2, orderBy: { CreatedDate: { order: DESC } }) {
                edges { node { Id } } } } } }`,
        { id: 'C0FFEE-01' }
    );
    assert.deepEqual(found, [{ Id: id }]);
});

test("an agent does not find another agent's Task, an administrator does", async () => {
    const id = await createTask('agent', { CallObject: 'private' });
    const text = query('Task', '(where: { CallObject: { eq: "private" } })');
    assert.deepEqual(await rows('agent2', text), []);
    assert.deepEqual(await rows('admin', text), [{ Id: id }]);
});

test('times are kept in whole seconds, as the platform keeps them', async () => {
    await createTask('agent', { CallObject: 'seconds', Connected__c: '2026-05-04T13:02:00.999+10:00' });
    const [found] = await rows(
        'agent',
        query('Task', '(where: { CallObject: { eq: "seconds" } })', 'CreatedDate { value } Connected__c { value }')
    );
    assert.deepEqual(found, {
        CreatedDate: { value: '2026-05-04T03:02:01.000Z' },
        Connected__c: { value: '2026-05-04T03:02:00.000Z' }
    });
});

test('a date-time is compared through its value', async () => {
    await createTask('agent', { CallObject: 'dated' });
    const since = (moment: string): Promise<unknown[]> =>
        rows(
            'agent',
            `query Since($since: DateTime) { uiapi { query {
                Task(where: { and: [{ CallObject: { eq: "dated" } }, { CreatedDate: { gte: { value: $since } } }] }) {
                    edges { node { Id } } } } } }`,
            { since: moment }
        );
    assert.equal((await since('2026-05-04T03:02:01Z')).length, 1);
    assert.equal((await since('2026-05-04T03:02:02Z')).length, 0);
});

test('ten records come where no number is asked, and the rest by the cursor', async () => {
    for (let number = 0; number < 12; number += 1) {
        await createTask('agent', { CallObject: 'many', Subject: `Call ${number}` });
    }
    const page = async (rest: string): Promise<{ edges: unknown[]; pageInfo: Record<string, unknown> }> => {
        const text = `{ uiapi { query { Task(where: { CallObject: { eq: "many" } }${rest}) {
            totalCount edges { node { Id } } pageInfo { hasNextPage endCursor } } } } }`;
        return (await fixture.graphql('agent', text)).data.uiapi.query.Task;
    };
    const first = await page('');
    assert.equal(first.edges.length, 10);
    assert.equal(first.pageInfo['hasNextPage'], true);
    const second = await page(`, after: "${String(first.pageInfo['endCursor'])}"`);
    assert.equal(second.edges.length, 2);
    assert.equal(second.pageInfo['hasNextPage'], false);
});

const FILTERS: readonly [string, string, string[]][] = [
    ['in a list', 'Subject: { in: ["a", "c"] }', ['a', 'c']],
    ['not in a list', 'Subject: { nin: ["a", "c"] }', ['b']],
    ['like', 'Subject: { like: "A%" }', ['a']],
    ['unequal, empty included', 'CallDisposition: { ne: "sale" }', ['b', 'c']],
    ['empty', 'CallDisposition: { eq: null }', ['b', 'c']],
    ['a range', 'CallDurationInSeconds: { gte: 2, lt: 3 }', ['b']],
    ['one or the other', 'or: [{ Subject: { eq: "a" } }, { CallDurationInSeconds: { gt: 2 } }]', ['a', 'c']],
    ['not', 'not: { CallDisposition: { eq: "sale" } }', ['b', 'c']],
    ['a flag', 'Flag__c: { eq: true }', ['c']],
    ['a parent', 'Account: { Name: { eq: "Harbour Lane Books" } }', ['a']]
];

test('filters find what they say', async (t) => {
    const [account] = (await rows('agent', query('Account', ''))) as { Id: string }[];
    const call = 'filters';
    await createTask('agent', {
        CallObject: call,
        Subject: 'a',
        CallDisposition: 'Sale',
        CallDurationInSeconds: 1,
        WhatId: account?.Id
    });
    await createTask('agent', { CallObject: call, Subject: 'b', CallDurationInSeconds: 2 });
    await createTask('agent', { CallObject: call, Subject: 'c', CallDurationInSeconds: 3, Flag__c: true });
    for (const [name, filter, expected] of FILTERS) {
        await t.test(name, async () => {
            const where = `(where: { and: [{ CallObject: { eq: "${call}" } }, { ${filter} }] }, orderBy: { Subject: { order: ASC } })`;
            const found = (await rows('agent', query('Task', where, 'Subject { value }'))) as {
                Subject: { value: string };
            }[];
            assert.deepEqual(
                found.map(({ Subject }) => Subject.value),
                expected
            );
        });
    }
});

test('any text in a filter is data: it finds the Task that holds it and no other', async () => {
    // Between brackets, because the org keeps no blanks at the ends of a text.
    const text = fc
        .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
        .filter((value) => !value.includes('\0'))
        .map((value) => `<${value.slice(0, 250)}>`);
    let number = 0;
    await fc.assert(
        fc.asyncProperty(text, async (value) => {
            number += 1;
            await createTask('agent2', { CallObject: `text ${number}`, CallDisposition: value });
            const found = (await rows(
                'agent2',
                `query Find($text: String) { uiapi { query { Task(first: 2000, where: { CallDisposition: { eq: $text } }) {
                    edges { node { CallDisposition { value } } } } } } }`,
                { text: value }
            )) as { CallDisposition: { value: string } }[];
            assert.ok(found.length > 0);
            const plain = (one: string): string => one.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
            assert.ok(found.every(({ CallDisposition }) => plain(CallDisposition.value) === plain(value)));
        }),
        { numRuns: 50 }
    );
});

test('a query walks to whoever a Task is about', async () => {
    const [contact] = (await rows('agent', query('Contact', '(where: { LastName: { eq: "Frank" } })'))) as {
        Id: string;
    }[];
    await createTask('agent', { CallObject: 'about', WhoId: contact?.Id });
    const [found] = await rows(
        'agent',
        query(
            'Task',
            '(where: { CallObject: { eq: "about" } })',
            `WhoId { value } Who { ... on Contact { Name { value } } ... on Lead { Company { value } } }
             Account { Name { value } } Owner { ... on User { Name { value } } }`
        )
    );
    assert.deepEqual(found, {
        WhoId: { value: contact?.Id },
        Who: { Name: { value: 'Edna Frank' } },
        Account: { Name: { value: 'Harbour Lane Books' } },
        Owner: { Name: { value: 'User 1' } }
    });
});

test('a field that the agent may not read fails the whole query and is named', async () => {
    const { data, errors } = await fixture.graphql('agentLimited', query('Task', '', 'Id Seconds__c { value }'));
    assert.deepEqual(data, {});
    assert.equal(
        errors[0]?.message,
        "Validation error (FieldUndefined@[uiapi/query/Task/edges/node/Seconds__c]) : Field 'Seconds__c' in type 'Task' is undefined"
    );
    assert.equal(errors[0]?.extensions['ErrorType'], 'ValidationError');
});

test('an optional field that the agent may not read is left out', async () => {
    const id = await createTask('agentLimited', { CallObject: 'optional' });
    const text = query('Task', '(where: { CallObject: { eq: "optional" } })', 'Id Seconds__c @optional { value }');
    assert.deepEqual(await rows('agentLimited', text), [{ Id: id }]);
});

test('an optional field that the agent may read is answered', async () => {
    await createTask('agent', { CallObject: 'optional too', Seconds__c: 3.25 });
    const text = query('Task', '(where: { CallObject: { eq: "optional too" } })', 'Seconds__c @optional { value }');
    assert.deepEqual(await rows('agent', text), [{ Seconds__c: { value: 3.25 } }]);
});

test('metadata records are read by who has access to their type', async () => {
    const text = query(
        'Rule__mdt',
        '(first: 200, orderBy: { Label: { order: ASC } })',
        'DeveloperName { value } Attribute__c { value } Active__c { value }'
    );
    const queue = [
        { DeveloperName: { value: 'Queue' }, Attribute__c: { value: 'Call.Queue' }, Active__c: { value: true } }
    ];
    assert.deepEqual(await rows('agent', text), queue);
    assert.deepEqual(await rows('admin', text), queue);
});

test('for who has no access to a metadata type it does not exist', async () => {
    const { errors } = await fixture.graphql('agentLimited', query('Rule__mdt', ''));
    assert.match(errors[0]?.message ?? '', /Field 'Rule__mdt' in type 'RecordQuery' is undefined/);
});

test('objectInfos says of each field whether this agent may write it, and lists picklist values', async () => {
    const { data } = await fixture.graphql(
        'agent',
        `{ uiapi { objectInfos(objectInfoInputs: [{ apiName: "Task", recordTypeIds: [] }]) { ApiName fields {
            ApiName dataType createable updateable length precision scale
            ... on PicklistField { picklistValuesByRecordTypeIDs { recordTypeID picklistValues { label value } } } } } } }`
    );
    const fields = data.uiapi.objectInfos[0].fields as { ApiName: string }[];
    const named = (name: string): unknown => fields.find(({ ApiName }) => ApiName === name);
    assert.deepEqual(named('TaskSubtype'), {
        ApiName: 'TaskSubtype',
        dataType: 'PICKLIST',
        createable: true,
        updateable: false,
        length: 40,
        precision: 0,
        scale: 0,
        picklistValuesByRecordTypeIDs: [
            {
                recordTypeID: '012000000000000AAA',
                picklistValues: ['Task', 'Email', 'ListEmail', 'Call', 'LinkedIn', 'Cadence'].map((value) => ({
                    label: value,
                    value
                }))
            }
        ]
    });
    assert.deepEqual(named('Seconds__c'), {
        ApiName: 'Seconds__c',
        dataType: 'DOUBLE',
        createable: true,
        updateable: true,
        length: 0,
        precision: 6,
        scale: 1
    });
});

const VALUES = (input: string): string =>
    `{ uiapi { objectInfos(${input}) { fields { ApiName
        ... on PicklistField { picklistValuesByRecordTypeIDs { picklistValues { value } } } } } } }`;

async function fieldsWithValues(input: string): Promise<string[]> {
    const { data } = await fixture.graphql('agent', VALUES(input));
    const fields = data.uiapi.objectInfos[0].fields as { ApiName: string; picklistValuesByRecordTypeIDs?: unknown }[];
    return fields.filter((field) => field.picklistValuesByRecordTypeIDs != null).map(({ ApiName }) => ApiName);
}

test('objectInfos tells no picklist values to who names objects only', async () => {
    assert.deepEqual(await fieldsWithValues('apiNames: ["Task"]'), []);
    assert.deepEqual(await fieldsWithValues('objectInfoInputs: [{ apiName: "Task" }]'), []);
});

test('objectInfos tells the picklist values of the fields that were named', async () => {
    const input = 'objectInfoInputs: [{ apiName: "Task", fieldNames: ["Type"] }]';
    assert.deepEqual(await fieldsWithValues(input), ['Type']);
});

test('objectInfos tells the picklist values of all fields to who gives an empty list', async () => {
    const names = await fieldsWithValues('objectInfoInputs: [{ apiName: "Task", fieldNames: [] }]');
    assert.ok(names.includes('Outcome__c') && names.includes('Type'));
});

test('objectInfos leaves out a field that this agent may not read', async () => {
    const { data } = await fixture.graphql(
        'agentLimited',
        '{ uiapi { objectInfos(apiNames: ["Task"]) { fields { ApiName } } } }'
    );
    const names = (data.uiapi.objectInfos[0].fields as { ApiName: string }[]).map(({ ApiName }) => ApiName);
    assert.equal(names.includes('Seconds__c'), false);
    assert.equal(names.includes('Queue__c'), true);
});

test('a text that is no GraphQL is told as a syntax error', async () => {
    const { data, errors } = await fixture.graphql('agent', '{ uiapi {');
    assert.deepEqual(data, {});
    assert.equal(errors[0]?.extensions['ErrorType'], 'InvalidSyntax');
});

test('a filter by something that is no id is told as a failed fetch', async () => {
    const { errors } = await fixture.graphql('agent', query('Contact', '(where: { Id: { eq: "nobody" } })'));
    assert.match(errors[0]?.message ?? '', /invalid ID field/);
    assert.equal(errors[0]?.extensions['ErrorType'], 'DataFetchingException');
});
