import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { FixtureAnswer, FixtureOrg } from './fixtureProject.ts';
import { CREATE_TASK, fixtureOrg } from './fixtureProject.ts';
import { ConnectionLost } from './orgError.ts';

let fixture: FixtureOrg;

beforeEach(() => {
    fixture = fixtureOrg();
});
afterEach(() => fixture.close());

const QUERY = '{ uiapi { query { Contact { edges { node { Id } } } } } }';

const save = (): Promise<FixtureAnswer> =>
    fixture.graphql('agent', CREATE_TASK, { input: { Task: { Subject: 'Call' } } });
const ask = (): Promise<Response> => fixture.send('agent', 'POST', '/services/data/v66.0/graphql', { query: QUERY });

test('offline: no answer arrives and nothing is saved', async () => {
    fixture.org.switchFaults({ offline: true });
    await assert.rejects(save(), ConnectionLost);
    fixture.org.switchFaults({ offline: false });
    assert.deepEqual(fixture.org.records('Task'), []);
    assert.deepEqual((await save()).errors, []);
});

test('a lost connection is what fetch rejects with', async () => {
    fixture.org.switchFaults({ offline: true });
    await assert.rejects(ask(), TypeError);
});

test('a fault with a count hits so many requests and no more', async () => {
    fixture.org.switchFaults({ offline: { count: 2 } });
    await assert.rejects(ask(), ConnectionLost);
    await assert.rejects(ask(), ConnectionLost);
    assert.equal((await ask()).status, 200);
});

test('lost answer: the Task is saved once and the answer does not arrive', async () => {
    fixture.org.switchFaults({ lostAnswer: { count: 1 } });
    await assert.rejects(save(), ConnectionLost);
    assert.equal(fixture.org.records('Task').length, 1);
    assert.equal(fixture.org.commits().length, 1);
});

test('lost answer waits for a write: a query is answered', async () => {
    fixture.org.switchFaults({ lostAnswer: { count: 1 } });
    assert.equal((await ask()).status, 200);
    await assert.rejects(save(), ConnectionLost);
});

test('401: the session is over, told as the platform tells it', async () => {
    fixture.org.switchFaults({ '401': { count: 1 } });
    const answer = await ask();
    assert.equal(answer.status, 401);
    assert.deepEqual(await answer.json(), [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
});

test('5xx: the org cannot answer and nothing is saved', async () => {
    fixture.org.switchFaults({ '5xx': { count: 1 } });
    const answer = await fixture.send('agent', 'POST', '/services/data/v66.0/graphql', {
        query: CREATE_TASK,
        variables: { input: { Task: {} } }
    });
    assert.equal(answer.status, 503);
    assert.deepEqual(fixture.org.records('Task'), []);
});

test('429: the org takes no more requests of this user, and nothing is saved', async () => {
    fixture.org.switchFaults({ '429': { count: 1 } });
    const answer = await fixture.send('agent', 'POST', '/services/data/v66.0/graphql', {
        query: CREATE_TASK,
        variables: { input: { Task: {} } }
    });
    assert.equal(answer.status, 429);
    assert.deepEqual(fixture.org.records('Task'), []);
});

test('slow: the answer comes all the same', async () => {
    fixture.org.switchFaults({ slow: { ms: 1, count: 1 } });
    assert.equal((await ask()).status, 200);
});

for (const [fault, code] of [
    ['rowLock', 'UNABLE_TO_LOCK_ROW'],
    ['validationRule', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    ['requiredField', 'REQUIRED_FIELD_MISSING'],
    ['duplicate', 'DUPLICATES_DETECTED']
] as const) {
    test(`${fault}: the save fails with ${code}, nothing is kept, and the next one works`, async () => {
        fixture.org.switchFaults({ [fault]: { count: 1 } });
        assert.equal((await save()).errors[0]?.message.split(':')[0], code);
        assert.deepEqual(fixture.org.records('Task'), []);
        assert.deepEqual((await save()).errors, []);
    });
}

test('a validation rule says what the developer wrote', async () => {
    fixture.org.switchFaults({ validationRule: { count: 1, message: 'Give a reason.' } });
    assert.equal((await save()).errors[0]?.message, 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Give a reason.');
});

test('a validation rule names the fields that the developer gave it, as far as the object has them', async () => {
    fixture.org.switchFaults({
        validationRule: { count: 1, message: 'Give a reason.', fields: ['CallDisposition', 'Nothing__c'] }
    });
    assert.equal(
        (await save()).errors[0]?.message,
        'FIELD_CUSTOM_VALIDATION_EXCEPTION: Give a reason.: [CallDisposition]'
    );
});

test('a validation rule names its field to the record API beside the words', async () => {
    fixture.org.switchProfile({ 'task-ui-api': 'works' });
    fixture.org.switchFaults({ validationRule: { message: 'Give a reason.', fields: ['CallDisposition'] } });
    const answer = await fixture.send('agent', 'POST', '/services/data/v66.0/ui-api/records', {
        apiName: 'Task',
        fields: { Subject: 'Call' }
    });
    const { output } = (await answer.json()) as { output: { fieldErrors: Record<string, { message: string }[]> } };
    assert.equal(output.fieldErrors['CallDisposition']?.[0]?.message, 'Give a reason.');
});

test('a required field is named', async () => {
    fixture.org.switchFaults({ requiredField: { count: 1, fields: ['Queue__c'] } });
    assert.equal((await save()).errors[0]?.message, 'REQUIRED_FIELD_MISSING: Required fields are missing: [Queue__c]');
});

test('fields of a fault that are no list are refused with words', async () => {
    const answer = await fixture.send('agent', 'PUT', '/local/faults', { requiredField: { fields: 'Queue__c' } });
    assert.match(((await answer.json()) as { message: string }).message, /fields of "requiredField" must be a list/);
});

test("faults do not hit the phone's own saves", () => {
    fixture.org.switchFaults({ rowLock: true, validationRule: true, duplicate: true, offline: true });
    assert.match(fixture.org.saveAs('agent', 'Task', { Subject: 'Call' }), /^00T/);
});

test('a developer switches faults over HTTP; what is not given stays as it was', async () => {
    await fixture.send('agent', 'PUT', '/local/faults', { rowLock: 3 });
    const answer = await fixture.send('agent', 'PUT', '/local/faults', { slow: { ms: 5 } });
    assert.deepEqual(await answer.json(), { rowLock: { count: 3 }, slow: { ms: 5 } });
});

test('an unknown fault is named', async () => {
    const answer = await fixture.send('agent', 'PUT', '/local/faults', { rain: true });
    assert.equal(answer.status, 400);
    assert.match(((await answer.json()) as { message: string }).message, /"rain" is no known fault; known are offline/);
});
