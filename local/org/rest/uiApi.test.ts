import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureOrg } from '../fixtureProject.ts';
import { fixtureOrg } from '../fixtureProject.ts';

let fixture: FixtureOrg;

beforeEach(() => {
    fixture = fixtureOrg();
});
afterEach(() => fixture.close());

const BASE = '/services/data/v66.0/ui-api';

interface Answer {
    readonly status: number;
    // Tests walk into answers; a wrong step fails the test.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly body: any;
}

async function call(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fixture.send(user, method, BASE + path, body);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

function idOf(object: string): string {
    return String(fixture.org.records(object)[0]?.['Id']);
}

test('Task is refused, description and record alike, with the words of the platform', async () => {
    const refused = [{ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }];
    const id = fixture.org.saveAs('agent', 'Task', {});
    for (const answer of [
        await call('agent', 'GET', '/object-info/Task'),
        await call('agent', 'GET', `/records/${id}?fields=Task.Subject`),
        await call('agent', 'PATCH', `/records/${id}`, { fields: { Subject: 'x' } }),
        await call('agent', 'POST', '/records', { apiName: 'Task', fields: {} })
    ]) {
        assert.deepEqual(answer, { status: 400, body: refused });
    }
});

test('an org whose record API takes Task describes it and saves it', async () => {
    fixture.org.switchProfile({ 'task-ui-api': 'works' });
    const info = await call('agent', 'GET', '/object-info/Task');
    assert.equal(info.body.fields.Seconds__c.updateable, true);
    assert.equal(info.body.fields.Description.dataType, 'TextArea');
    const created = await call('agent', 'POST', '/records', { apiName: 'Task', fields: { Subject: 'Call' } });
    assert.equal(created.status, 201);
    const updated = await call('agent', 'PATCH', `/records/${created.body.id}`, { fields: { Queue__c: 'Sales' } });
    assert.equal(updated.body.fields.Queue__c.value, 'Sales');
    assert.deepEqual(
        fixture.org.commits().map(({ via }) => via),
        ['uiApi', 'uiApi']
    );
});

test('a description leaves out what this agent may not read', async () => {
    fixture.org.switchProfile({ 'task-ui-api': 'works' });
    const info = await call('agentLimited', 'GET', '/object-info/Task');
    assert.equal('Seconds__c' in info.body.fields, false);
});

test('a contact is read with its account', async () => {
    const { body } = await call('agent', 'GET', `/records/${idOf('Contact')}?fields=Contact.Name,Contact.Account.Name`);
    assert.equal(body.apiName, 'Contact');
    assert.deepEqual(body.fields.Name, { value: 'Edna Frank', displayValue: null });
    assert.equal(body.fields.Account.displayValue, 'Harbour Lane Books');
    assert.equal(body.fields.Account.value.fields.Name.value, 'Harbour Lane Books');
});

test('a field that does not exist is refused by name, an optional one is left out', async () => {
    const id = idOf('Contact');
    const refused = await call('agent', 'GET', `/records/${id}?fields=Contact.Nothing__c`);
    assert.match(refused.body[0].message, /Contact\.Nothing__c/);
    const answered = await call('agent', 'GET', `/records/${id}?fields=Contact.Name&optionalFields=Contact.Nothing__c`);
    assert.deepEqual(Object.keys(answered.body.fields), ['Name']);
});

test('a refused save tells code, message and field', async () => {
    const { status, body } = await call('agent', 'PATCH', `/records/${idOf('Contact')}`, {
        fields: { Title: 'x'.repeat(129) }
    });
    assert.equal(status, 400);
    assert.equal(body.enhancedErrorType, 'RecordError');
    assert.equal(body.output.fieldErrors.Title[0].errorCode, 'STRING_TOO_LONG');
});

test('a record is deleted and then not found', async () => {
    const id = idOf('Contact');
    assert.equal((await call('agent', 'DELETE', `/records/${id}`)).status, 204);
    assert.equal((await call('agent', 'GET', `/records/${id}?fields=Contact.Name`)).status, 404);
});

test('custom metadata is not served by the record API', async () => {
    const { body } = await call('admin', 'GET', '/object-info/Rule__mdt');
    assert.equal(body[0].errorCode, 'INVALID_TYPE');
});
