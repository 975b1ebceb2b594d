import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from './fixtures/fixtures.ts';
import {
    CONSTRUCTED,
    constructedPayload,
    constructedRecord,
    eventOf,
    PUBLISHED,
    publishedRecord,
    recordOf
} from './fixtures/fixtures.ts';
import { isForTheCustomer } from './isForTheCustomer.ts';

const FOR_THE_CUSTOMER = new Set([
    ...CONSTRUCTED.filter((name) => name.startsWith('message.') && !/answer|result/.test(name)),
    'typing-started',
    'typing-stopped',
    'delivered',
    'read',
    'progress',
    'queue-position'
]);

for (const name of CONSTRUCTED) {
    const isFor = FOR_THE_CUSTOMER.has(name);
    test(`${name} is ${isFor ? '' : 'not '}for the customer`, () => {
        assert.equal(isForTheCustomer(eventOf(constructedRecord(name))), isFor);
    });
}

for (const name of PUBLISHED) {
    test(`the published ${name} is for the customer`, () => {
        assert.ok(isForTheCustomer(eventOf(publishedRecord(name), {})));
    });
}

for (const name of ['note', 'flag-raised', 'flag-lowered']) {
    test(`nothing that staff whisper in ${name} is kept`, () => {
        assert.doesNotMatch(JSON.stringify(eventOf(constructedRecord(name))), /WHISPER/);
    });
}

test('a message that is addressed to a rep, as in a consult, does not reach the customer', () => {
    const payload = constructedPayload('message.text');
    (payload['recipient'] as Json)['role'] = 'Agent';
    assert.equal(isForTheCustomer(eventOf(recordOf(payload))), false);
});

test('a message of the customer does not come back to them', () => {
    const payload = constructedPayload('message.text');
    ((payload['payload'] as Json)['sender'] as Json)['role'] = 'EndUser';
    assert.equal(isForTheCustomer(eventOf(recordOf(payload))), false);
});

test('a note that is typed as a message in one place and as a note in the other does not reach the customer', () => {
    for (const [outer, inner] of [
        ['Note', 'Message'],
        ['Message', 'Note']
    ]) {
        const payload = constructedPayload('note');
        const entry = payload['payload'] as Json;
        entry['entryType'] = outer;
        (entry['entryPayload'] as Json)['entryType'] = inner;
        assert.equal(isForTheCustomer(eventOf(recordOf(payload))), false);
    }
});
