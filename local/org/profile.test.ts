import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureAnswer, FixtureOrg } from './fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, fixtureProject } from './fixtureProject.ts';
import { ASSUMPTIONS, readProfile, readProfileFile } from './profile.ts';

let fixture: FixtureOrg;

beforeEach(() => {
    fixture = fixtureOrg();
});
afterEach(() => fixture.close());

const create = (fields: Record<string, unknown>, user = 'agentLimited'): Promise<FixtureAnswer> =>
    fixture.graphql(user, CREATE_TASK, { input: { Task: fields } });

test('an org without Task mutations does not know their types and fields', async () => {
    fixture.org.switchProfile({ 'task-graphql-mutation': 'undefined' });
    const { errors } = await create({ Subject: 'Call' });
    const messages = errors.map(({ message }) => message);
    assert.ok(messages.some((message) => /Unknown type 'TaskCreateInput'/.test(message)));
    assert.ok(messages.some((message) => /Field 'TaskCreate' in type 'UIAPIMutations' is undefined/.test(message)));
});

test('an org without Task queries says that the field is undefined', async () => {
    fixture.org.switchProfile({ 'task-graphql-query': 'undefined' });
    const { errors } = await fixture.graphql('agent', '{ uiapi { query { Task { edges { node { Id } } } } } }');
    assert.match(errors[0]?.message ?? '', /Field 'Task' in type 'RecordQuery' is undefined/);
});

test('an org that does not filter by call identifier names the field', async () => {
    fixture.org.switchProfile({ 'task-callobject-filter': 'refused' });
    const text = '{ uiapi { query { Task(where: { CallObject: { eq: "x" } }) { edges { node { Id } } } } } }';
    const { errors } = await fixture.graphql('agent', text);
    assert.match(errors[0]?.message ?? '', /contains a field not in 'Task_Filter': 'CallObject'/);
});

test('an org that does not describe Task says so', async () => {
    fixture.org.switchProfile({ 'task-object-infos': 'refused' });
    const { data, errors } = await fixture.graphql(
        'agent',
        '{ uiapi { objectInfos(apiNames: ["Task"]) { ApiName } } }'
    );
    assert.equal(data.uiapi.objectInfos, null);
    assert.match(errors[0]?.message ?? '', /Object Task is not supported in UI API/);
});

test('an org that takes no unique key has no such field, and gets it when switched back', async () => {
    fixture.org.switchProfile({ 'unique-key': 'absent' });
    const absent = await create({ Key__c: 'k' }, 'agent');
    assert.match(absent.errors[0]?.message ?? '', /a field name 'Key__c' that is not defined/);
    fixture.org.switchProfile({ 'unique-key': 'accepted' });
    assert.deepEqual((await create({ Key__c: 'k' }, 'agent')).errors, []);
});

test('an org may show a metadata type empty instead of hiding it', async () => {
    fixture.org.switchProfile({ 'metadata-type-without-access': 'no-rows' });
    const text = '{ uiapi { query { Rule__mdt { totalCount edges { node { Id } } } } } }';
    const { data, errors } = await fixture.graphql('agentLimited', text);
    assert.deepEqual(errors, []);
    assert.deepEqual(data.uiapi.query.Rule__mdt, { totalCount: 0, edges: [] });
});

test('an org may refuse a forbidden field without its name', async () => {
    fixture.org.switchProfile({ 'forbidden-field-error': 'unnamed' });
    const { errors } = await create({ Queue__c: 'Sales', Seconds__c: 1 });
    assert.match(errors[0]?.message ?? '', /contains a field that is not defined for input object type/);
    assert.equal(errors[0]?.message.includes('Seconds__c'), false);
    assert.deepEqual(fixture.org.records('Task'), []);
});

test('an org may drop forbidden fields and save the others', async () => {
    fixture.org.switchProfile({ 'forbidden-field-error': 'dropped' });
    const { errors } = await create({ Queue__c: 'Sales', Seconds__c: 1, Nothing__c: 2 });
    assert.deepEqual(errors, []);
    const [task] = fixture.org.records('Task');
    assert.deepEqual([task?.['Queue__c'], task?.['Seconds__c']], ['Sales', null]);
});

test('an org may take a Lead together with a related record', async () => {
    fixture.org.switchProfile({ 'lead-with-related-to': 'accepted' });
    const [lead] = fixture.org.records('Lead');
    const [related] = fixture.org.records('Case');
    const { errors } = await create({ WhoId: lead?.['Id'], WhatId: related?.['Id'] });
    assert.deepEqual(errors, []);
});

test('an org may tell the status code of a refused save beside the message', async () => {
    fixture.org.switchProfile({ 'save-error-code': 'extensions' });
    const { errors } = await create({ CallType: 'Sideways' });
    assert.equal(errors[0]?.extensions['errorCode'], 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(errors[0]?.message.includes('INVALID_OR_NULL'), false);
});

test('an org may name the place of an error "path"', async () => {
    fixture.org.switchProfile({ 'error-path-name': 'path' });
    const { errors } = await create({ CallType: 'Sideways' });
    assert.deepEqual(errors[0]?.path, ['uiapi', 'TaskCreate']);
    assert.equal(errors[0]?.paths, undefined);
});

async function taskFields(): Promise<{ ApiName: string; dataType: string; length: number }[]> {
    const text = '{ uiapi { objectInfos(apiNames: ["Task"]) { fields { ApiName dataType length } } } }';
    return (await fixture.graphql('agent', text)).data.uiapi.objectInfos[0].fields as {
        ApiName: string;
        dataType: string;
        length: number;
    }[];
}

test('an org that keeps picklist values to itself refuses the whole question and still describes the fields', async () => {
    fixture.org.switchProfile({ 'task-picklist-values': 'refused' });
    const text = `{ uiapi { objectInfos(objectInfoInputs: [{ apiName: "Task", recordTypeIds: [] }]) { fields {
        ApiName ... on PicklistField { picklistValuesByRecordTypeIDs { recordTypeID } } } } } }`;
    const { errors } = await fixture.graphql('agent', text);
    assert.match(
        errors[0]?.message ?? '',
        /Field 'picklistValuesByRecordTypeIDs' in type 'PicklistField' is undefined/
    );
    assert.ok((await taskFields()).some(({ ApiName }) => ApiName === 'Type'));
});

test('an org that keeps the limits of fields to itself refuses the question for them and still names the fields', async () => {
    fixture.org.switchProfile({ 'task-field-limits': 'refused' });
    for (const limit of ['length', 'precision', 'scale', 'required', 'referenceToInfos { ApiName }']) {
        const text = `{ uiapi { objectInfos(apiNames: ["Task"]) { fields { ApiName ${limit} } } } }`;
        const { errors } = await fixture.graphql('agent', text);
        assert.match(errors[0]?.message ?? '', /Field '\w+' in type 'Field' is undefined/, limit);
    }
    const text = '{ uiapi { objectInfos(apiNames: ["Task"]) { fields { ApiName dataType updateable } } } }';
    assert.deepEqual((await fixture.graphql('agent', text)).errors, []);
});

test('an org whose admin added no kinds of conversation has a Type without them, and takes them as free text', async () => {
    const text = `{ uiapi { objectInfos(objectInfoInputs: [{ apiName: "Task", fieldNames: ["Type"] }]) { fields {
        ApiName ... on PicklistField { picklistValuesByRecordTypeIDs { picklistValues { value } } } } } } }`;
    const values = async (): Promise<string[]> => {
        const { fields } = (await fixture.graphql('agent', text)).data.uiapi.objectInfos[0] as {
            fields: {
                ApiName: string;
                picklistValuesByRecordTypeIDs?: { picklistValues: { value: string }[] }[];
            }[];
        };
        const type = fields.find(({ ApiName }) => ApiName === 'Type')?.picklistValuesByRecordTypeIDs;
        return (type?.[0]?.picklistValues ?? []).map(({ value }) => value);
    };
    assert.ok((await values()).includes('Voicemail'));
    fixture.org.switchProfile({ 'type-picklist': 'withoutChannels' });
    assert.deepEqual(await values(), ['Call', 'Meeting', 'Other', 'Email']);
    assert.deepEqual((await create({ Type: 'Voicemail' })).errors, []);
});

test('an org whose key field is not unique takes the same key twice', async () => {
    fixture.org.switchProfile({ 'unique-key': 'notUnique' });
    assert.deepEqual((await create({ Key__c: 'k' }, 'agent')).errors, []);
    assert.deepEqual((await create({ Key__c: 'k' }, 'agent')).errors, []);
});

for (const [id, values] of [
    ['too-long-text', { CallDisposition: 'x'.repeat(300) }],
    ['restricted-picklist', { CallType: 'Sideways' }],
    ['required-field', { Status: null }]
] as const) {
    test(`an org may take what does not fit: ${id}`, async () => {
        assert.equal((await create(values)).errors.length, 1);
        fixture.org.switchProfile({ [id]: 'taken' });
        assert.deepEqual((await create(values)).errors, []);
    });
}

const CHANGE_TASK = `mutation Change($input: TaskUpdateInput!) {
    uiapi { TaskUpdate(input: $input) { Record { Id CallDisposition { value } } } }
}`;
const DELETE_TASK = 'mutation Delete($input: RecordDeleteInput!) { uiapi { TaskDelete(input: $input) { Id } } }';

async function newTask(): Promise<unknown> {
    await create({ Subject: 'Call' });
    return fixture.org.records('Task')[0]?.['Id'];
}

test('a user may be free to make Tasks, and not to edit or delete them', async () => {
    const Id = await newTask();
    const edit = (): Promise<FixtureAnswer> =>
        fixture.graphql('agentLimited', CHANGE_TASK, { input: { Id, Task: { Subject: 'Other' } } });
    const remove = (): Promise<FixtureAnswer> => fixture.graphql('agentLimited', DELETE_TASK, { input: { Id } });

    fixture.org.switchProfile({ 'task-rights': 'noEdit' });
    assert.match((await edit()).errors[0]?.message ?? '', /INSUFFICIENT_ACCESS_OR_READONLY/);
    fixture.org.switchProfile({ 'task-rights': 'noDelete' });
    assert.deepEqual((await edit()).errors, []);
    assert.match((await remove()).errors[0]?.message ?? '', /INSUFFICIENT_ACCESS_OR_READONLY/);
    fixture.org.switchProfile({ 'task-rights': 'all' });
    assert.deepEqual((await remove()).errors, []);
});

test('an org may change by itself what was just written', async () => {
    const Id = await newTask();
    fixture.org.switchProfile({ 'read-after-write': 'changed' });
    const { data } = await fixture.graphql('agentLimited', CHANGE_TASK, {
        input: { Id, Task: { CallDisposition: 'Sold' } }
    });
    assert.equal(data.uiapi.TaskUpdate.Record.CallDisposition.value, 'Set by a flow');
});

test('an org that takes long texts on Activity has one, and no other org has', async () => {
    const longTexts = async (): Promise<string[]> =>
        (await taskFields())
            .filter(
                ({ ApiName, dataType, length }) => ApiName.endsWith('__c') && dataType === 'TEXTAREA' && length > 255
            )
            .map(({ ApiName }) => ApiName);
    assert.deepEqual(await longTexts(), []);
    fixture.org.switchProfile({ 'long-text-on-activity': 'accepted' });
    assert.deepEqual(await longTexts(), ['Switchboard_Long_Text__c']);
    const text = 'x'.repeat(32_768);
    assert.deepEqual((await create({ Switchboard_Long_Text__c: text }, 'agent')).errors, []);
    assert.equal(fixture.org.records('Task')[0]?.['Switchboard_Long_Text__c'], text);
});

test('a developer switches an assumption over HTTP and sees it in the list', async () => {
    const answer = await fixture.send('agent', 'PUT', '/local/profile', { 'task-ui-api': 'works' });
    const list = (await answer.json()) as { id: string; answer: string; allowed: string[] }[];
    const entry = list.find(({ id }) => id === 'task-ui-api');
    assert.deepEqual([entry?.answer, entry?.allowed], ['works', ['refused', 'works']]);
});

test('an answer that is not allowed is named, and nothing is switched', async () => {
    const body = { 'task-graphql-query': 'undefined', 'unique-key': 'perhaps' };
    const answer = await fixture.send('agent', 'PUT', '/local/profile', body);
    assert.equal(answer.status, 400);
    assert.match(
        ((await answer.json()) as { message: string }).message,
        /"unique-key" is "perhaps"; it must be accepted or notUnique or absent/
    );
    const list = (await (await fixture.send('agent', 'GET', '/local/profile')).json()) as {
        id: string;
        answer: string;
    }[];
    assert.equal(list.find(({ id }) => id === 'task-graphql-query')?.answer, 'works');
});

test('the documented profile answers every assumption with one of its answers', () => {
    const project = fixtureProject();
    const list = readProfile(project.projectDir, 'documented').list();
    project.remove();
    assert.deepEqual(list.map(({ id }) => id).sort(), Object.keys(ASSUMPTIONS).sort());
    assert.ok(list.every(({ answer, allowed }) => allowed.includes(answer)));
});

/** The profile of a file that holds this text, or the words in which it is refused. */
function loaded(content: string): Record<string, string> | string {
    const project = fixtureProject();
    const file = join(project.projectDir, 'exported.json');
    writeFileSync(file, content);
    try {
        const list = readProfileFile(project.projectDir, file).list();
        return Object.fromEntries(list.map(({ id, answer }) => [id, answer]));
    } catch (error) {
        return (error as Error).message.replace(file, 'exported.json');
    } finally {
        project.remove();
    }
}

const proven = (id: string, answer: string): Record<string, string> => ({
    id,
    question: 'Does it?',
    evidence: 'proven',
    date: '2026-11-21',
    answer
});

test('an exported profile answers what was proven, and the documented answers stand for the rest', () => {
    const answers = loaded(JSON.stringify([proven('web-locks', 'missing'), proven('task-ui-api', 'works')]));
    assert.ok(typeof answers !== 'string');
    const { 'web-locks': locks, 'task-ui-api': uiApi, 'unique-key': key } = answers;
    assert.deepEqual([locks, uiApi, key], ['missing', 'works', 'accepted']);
    assert.equal(Object.keys(answers).length, Object.keys(ASSUMPTIONS).length);
});

for (const [what, content, words] of [
    ['no JSON', '{', 'exported.json: is not JSON; give the file that the org health page exported'],
    ['no list', '{}', 'exported.json: must be a list of entries'],
    [
        'an answer that nobody can give',
        JSON.stringify([proven('web-locks', 'rusty')]),
        'exported.json: the answer to "web-locks" is "rusty"; it must be works or missing'
    ],
    [
        'two answers to one question',
        JSON.stringify([proven('web-locks', 'works'), proven('web-locks', 'missing')]),
        'exported.json: "web-locks" is answered twice; leave one of the entries out'
    ]
] as const) {
    test(`a developer who loads a profile file with ${what} reads what to do`, () => {
        assert.equal(loaded(content), words);
    });
}

test('an org runs by the answers that another org exported', () => {
    const project = fixtureProject();
    const profileFile = join(project.projectDir, 'exported.json');
    writeFileSync(profileFile, JSON.stringify([proven('person-accounts', 'on')]));
    const exported = fixtureOrg({ projectDir: project.projectDir, profileFile });
    assert.equal(exported.org.answers()['person-accounts'], 'on');
    exported.close();
    project.remove();
});

test('a profile without an entry is refused by name', () => {
    const project = fixtureProject({ 'config/org-profiles/short.json': '[]' });
    assert.throws(() => readProfile(project.projectDir, 'short'), /short\.json: "task-graphql-mutation" has no entry/);
    project.remove();
});
