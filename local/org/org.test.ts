import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureOrg } from './fixtureProject.ts';
import { CREATE_TASK, fixtureOrg, fixtureProject } from './fixtureProject.ts';
import type { Commit } from './org.ts';
import { createLocalOrg, OrgError } from './org.ts';

let fixture: FixtureOrg;

beforeEach(() => {
    fixture = fixtureOrg();
});
afterEach(() => fixture.close());

const RULES =
    '{ uiapi { query { Rule__mdt { edges { node { DeveloperName { value } Attribute__c { value } Active__c { value } } } } } } }';

async function rules(): Promise<unknown[]> {
    const { data } = await fixture.graphql('admin', RULES);
    const edges = data.uiapi.query.Rule__mdt.edges as { node: Record<string, { value: unknown }> }[];
    return edges.map(({ node }) => [
        node['DeveloperName']?.value,
        node['Attribute__c']?.value,
        node['Active__c']?.value
    ]);
}

test('without a cookie the first user is signed in', async () => {
    const answer = await fixture.org.fetch(new Request('http://127.0.0.1/local/session'));
    assert.equal(((await answer.json()) as { name: string }).name, 'agent');
});

test('signing in sets the cookie that the next request is known by', async () => {
    const answer = await fixture.send('agent', 'POST', '/local/session', { user: 'agent2' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const request = new Request('http://127.0.0.1/local/session', { headers: { cookie } });
    assert.equal(fixture.org.userOf(request).name, 'agent2');
});

test('signing in as nobody names who may', async () => {
    const answer = await fixture.send('agent', 'POST', '/local/session', { user: 'stranger' });
    assert.equal(answer.status, 400);
    assert.match(
        ((await answer.json()) as { message: string }).message,
        /user must be one of agent, agent2, agentLimited, admin/
    );
});

test('who signed out gets 401 from the platform', async () => {
    const answer = await fixture.send('agent', 'POST', '/local/session', { user: null });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const refused = await fixture.org.fetch(
        new Request('http://127.0.0.1/services/data/v66.0/graphql', { method: 'POST', headers: { cookie }, body: '{}' })
    );
    assert.equal(refused.status, 401);
});

test("the phone's Task passes the same checks as any other", () => {
    assert.throws(
        () => fixture.org.saveAs('agent', 'Task', { CallType: 'Sideways' }),
        (error) => error instanceof OrgError && error.code === 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    );
    assert.throws(
        () => fixture.org.saveAs('agentLimited', 'Task', { Seconds__c: 1 }),
        (error) => error instanceof OrgError && error.fields.includes('Seconds__c')
    );
    assert.deepEqual(fixture.org.records('Task'), []);
});

test("the phone's Task is the agent's, and the phone may change it", () => {
    const id = fixture.org.saveAs('agent2', 'Task', { Subject: 'Call', TaskSubtype: 'Call' });
    assert.equal(fixture.org.saveAs('agent2', 'Task', { CallDisposition: 'Sale' }, id), id);
    const [task] = fixture.org.records('Task');
    assert.deepEqual([task?.['OwnerId'], task?.['CallDisposition']], ['005Lc0000000002IAA', 'Sale']);
    assert.deepEqual(
        fixture.org.commits().map(({ change, via }) => [change, via]),
        [
            ['insert', 'phone'],
            ['update', 'phone']
        ]
    );
});

test('a listener hears of a commit after it was made, and no more once it stopped', async () => {
    const heard: Commit[] = [];
    const stop = fixture.org.onCommit((commit) => {
        assert.equal(fixture.org.records('Task').length, 1);
        heard.push(commit);
    });
    await fixture.graphql('agent', CREATE_TASK, { input: { Task: { Subject: 'Call' } } });
    stop();
    fixture.org.saveAs('agent', 'Task', {});
    assert.deepEqual(
        heard.map(({ change, object }) => [change, object]),
        [['insert', 'Task']]
    );
});

test('a browser hears of commits as server-sent events', { timeout: 10_000 }, async () => {
    const answer = await fixture.send('agent', 'GET', '/local/changes');
    assert.equal(answer.headers.get('content-type'), 'text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const id = fixture.org.saveAs('agent', 'Task', { Subject: 'Call' });
    const text = new TextDecoder().decode((await reader.read()).value);
    const commit = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? '') as Commit;
    assert.deepEqual([commit.id, commit.change], [id, 'insert']);
    await reader.cancel();
});

test('an administrator edits a metadata record and the next query has it', async () => {
    await fixture.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Queue', { Active__c: false });
    assert.deepEqual(await rules(), [['Queue', 'Call.Queue', false]]);
});

test('an administrator adds and deletes metadata records', async () => {
    await fixture.send('admin', 'POST', '/local/metadata/Rule__mdt/Ani', { Attribute__c: 'Call.Ani', Label: 'Caller' });
    await fixture.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Queue', null);
    assert.deepEqual(await rules(), [['Ani', 'Call.Ani', true]]);
});

test('a metadata value that does not fit is refused with the field named', async () => {
    const answer = await fixture.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Queue', {
        Attribute__c: 'x'.repeat(81)
    });
    assert.equal(answer.status, 400);
    assert.deepEqual(((await answer.json()) as { fields: string[] }).fields, ['Attribute__c']);
    assert.deepEqual(await rules(), [['Queue', 'Call.Queue', true]]);
});

test('a metadata record that does not exist cannot be edited', async () => {
    const answer = await fixture.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Nothing', { Active__c: false });
    assert.match(((await answer.json()) as { message: string }).message, /Rule__mdt Nothing does not exist/);
});

test('reset brings back the seed, ends faults and edits, and keeps counting commits', async () => {
    await fixture.graphql('agent', CREATE_TASK, { input: { Task: { Subject: 'Call' } } });
    const [before] = fixture.org.commits();
    const contacts = fixture.org.records('Contact').map(({ Id, Name }) => [Id, Name]);
    await fixture.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Queue', { Active__c: false });
    fixture.org.switchFaults({ offline: true });
    fixture.org.switchProfile({ 'task-graphql-query': 'undefined' });
    await fixture.send('agent', 'POST', '/local/reset');
    assert.deepEqual(fixture.org.records('Task'), []);
    assert.deepEqual(fixture.org.commits(), []);
    assert.deepEqual(
        fixture.org.records('Contact').map(({ Id, Name }) => [Id, Name]),
        contacts
    );
    assert.deepEqual(await rules(), [['Queue', 'Call.Queue', true]]);
    const { data } = await fixture.graphql('agent', CREATE_TASK, { input: { Task: {} } });
    assert.notEqual(data.uiapi.TaskCreate.Record.Id, before?.id);
    assert.ok((fixture.org.commits()[0]?.sequence ?? 0) > (before?.sequence ?? 0));
});

test('Tasks, Setup edits and the log survive a restart; the seed is not planted twice', () => {
    const project = fixtureProject();
    const databaseFile = join(project.projectDir, 'data', 'org.sqlite');
    const first = createLocalOrg({ projectDir: project.projectDir, databaseFile });
    const id = first.saveAs('agent', 'Task', { Subject: 'Before' });
    const log = first.commits();
    first.close();
    const second = createLocalOrg({ projectDir: project.projectDir, databaseFile });
    assert.deepEqual(
        second.records('Task').map(({ Id, Subject }) => [Id, Subject]),
        [[id, 'Before']]
    );
    assert.deepEqual(second.commits(), log);
    assert.equal(second.records('Contact').length, 2);
    assert.notEqual(second.saveAs('agent', 'Task', {}), id);
    second.close();
    project.remove();
});

test('Setup edits survive a restart', async () => {
    const project = fixtureProject();
    const databaseFile = join(project.projectDir, 'org.sqlite');
    const first = fixtureOrg({ projectDir: project.projectDir, databaseFile });
    await first.send('admin', 'PATCH', '/local/metadata/Rule__mdt/Queue', { Attribute__c: 'Call.Ani' });
    first.close();
    const second = createLocalOrg({ projectDir: project.projectDir, databaseFile });
    assert.equal(second.records('Rule__mdt')[0]?.['Attribute__c'], 'Call.Ani');
    second.close();
    project.remove();
});

test('a permission set that nobody wrote stops the start, with the user named', () => {
    const project = fixtureProject();
    rmSync(join(project.projectDir, 'force-app/demo/permissionsets/Rules.permissionset-meta.xml'));
    assert.throws(
        () => createLocalOrg({ projectDir: project.projectDir, databaseFile: ':memory:' }),
        /agent has the permission set Rules, not in force-app/
    );
    project.remove();
});

test('rows are read as the system sees them', async () => {
    fixture.org.saveAs('agent2', 'Task', { Queue__c: 'Sales' });
    const answer = await fixture.send('agent', 'GET', '/local/records/Task');
    assert.deepEqual(
        ((await answer.json()) as Record<string, unknown>[]).map(({ Queue__c }) => Queue__c),
        ['Sales']
    );
});

test('an address that does not exist is 404', async () => {
    assert.equal((await fixture.send('agent', 'GET', '/local/nothing')).status, 404);
    assert.equal((await fixture.send('agent', 'GET', '/services/data/v66.0/sobjects')).status, 404);
});
