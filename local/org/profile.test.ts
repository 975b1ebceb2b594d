import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureAnswer, FixtureOrg } from './fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, fixtureProject } from './fixtureProject.ts';
import { ASSUMPTIONS, readProfile } from './profile.ts';

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
        /"unique-key" is "perhaps"; it must be accepted or absent/
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

test('a profile without an entry is refused by name', () => {
    const project = fixtureProject({ 'config/org-profiles/short.json': '[]' });
    assert.throws(() => readProfile(project.projectDir, 'short'), /short\.json: "task-graphql-mutation" has no entry/);
    project.remove();
});
