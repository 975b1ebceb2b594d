import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MOST_FILE_BYTES } from '../attachedFile.ts';
import { INTERACTION_CALLS } from '../interactionCalls.ts';
import { acknowledgementBodies } from './acknowledgementBody.ts';
import { agentWorkBody } from './agentWorkBody.ts';
import { attachmentBody, attachmentId } from './attachmentBody.ts';
import { capabilitiesBody } from './capabilitiesBody.ts';
import { deliveryFailedBody } from './deliveryFailedBody.ts';
import type { FromCustomer } from './interactionBody.ts';
import { choiceBody, messageBody } from './messageBody.ts';
import { repeatableId } from './repeatableId.ts';
import { routeBody } from './routeBody.ts';
import { routingResultBody } from './routingResultBody.ts';
import { CONVERSATION, FROM, SAMPLES } from './samplesForTests.ts';
import { SHAPES, wrongIn } from './shapesForTests.ts';
import { typingBody } from './typingBody.ts';

for (const [what, call, body] of SAMPLES) {
    test(`Salesforce's published shape of ${call} has room for ${what}, and for nothing else`, () => {
        assert.deepEqual(wrongIn(call, body), []);
        assert.notDeepEqual(wrongIn(call, { ...body, more: 1 }), []);
    });
}

test('every call that the bridge makes has a body here, and a shape to check it', () => {
    const calls = Object.values(INTERACTION_CALLS).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(new Set(SAMPLES.map(([, call]) => call as string)), new Set(calls));
    assert.deepEqual(new Set(Object.keys(SHAPES)), new Set(calls));
});

/** Every member of a body, as the way to it. */
function waysInto(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => {
        const here = [...way, Array.isArray(value) ? Number(name) : name];
        return [here, ...waysInto(inner, here)];
    });
}

/** Required by Salesforce: without it the call is refused. */
const MAY_BE_ABSENT =
    /^(inReplyToMessageId|optionTitle|errorMessage|text|routingType|operationBy|cancelReason|routingInfo|queueId|flow|routingAttributes|orderNumber|capabilityFieldRestriction)$/;

test('the table of shapes misses no member that Salesforce requires', () => {
    for (const [what, call, body] of SAMPLES) {
        for (const way of waysInto(body)) {
            const last = way.at(-1);
            if (typeof last === 'number' || MAY_BE_ABSENT.test(String(last))) continue;
            const copy = structuredClone(body) as Record<string | number, unknown>;
            const owner = way.slice(0, -1).reduce((at, name) => at[name] as typeof copy, copy);
            Reflect.deleteProperty(owner, String(last));
            assert.notDeepEqual(wrongIn(call, copy), [], `${what} without ${way.join('.')}`);
        }
    }
});

const FAILURE = { errorCode: 'NotDelivered', errorMessage: 'Nobody is there.' } as const;
const someText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const id = fc.string({ minLength: 1, maxLength: 240 });
const from: fc.Arbitrary<FromCustomer> = fc.record({
    channelAddress: id,
    customer: id,
    at: fc.nat({ max: 4_000_000_000_000 }),
    genesysId: fc.string()
});

test('whatever the customer writes, picks or attaches, its request has the published shape', () => {
    const visible = someText.filter((given) => given.trim() !== '');
    fc.assert(
        fc.property(from, visible, fc.boolean(), fc.nat({ max: 5_000 }), (given, text, isTyping, length) => {
            const bytes = new Uint8Array(length + 1);
            const file = attachmentBody(given, { bytes }, text);
            assert.equal(file.interactions[0].contentLength, bytes.byteLength);
            const bodies = [
                messageBody(given, text),
                typingBody(given, isTyping),
                choiceBody(given, { inReplyTo: text, options: [{ optionIdentifier: text, title: text }] }),
                deliveryFailedBody({ ...given, ...FAILURE, failure: text, entryId: text }),
                file
            ];
            for (const body of bodies) assert.deepEqual(wrongIn('POST /interactions', body), []);
        })
    );
});

test('a request that is told again is the same, letter by letter', () => {
    fc.assert(
        fc.property(
            from,
            someText.filter((given) => given.trim() !== ''),
            (given, text) => {
                assert.deepEqual(messageBody(given, text), messageBody({ ...given }, text));
                assert.deepEqual(typingBody(given, true), typingBody({ ...given }, true));
            }
        )
    );
});

test('different messages, and different things of one message, have different ids', () => {
    fc.assert(
        fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (names) => {
            const ids = names.flatMap((genesysId) => [
                messageBody({ ...FROM, genesysId }, 'a').interactions[0].payload.id,
                typingBody({ ...FROM, genesysId }, true).interactions[0].payload.id,
                typingBody({ ...FROM, genesysId }, false).interactions[0].payload.id,
                attachmentId(genesysId)
            ]);
            assert.equal(new Set(ids).size, ids.length);
        })
    );
});

test('an id is a UUID of version 5, as another implementation makes it', () => {
    // python3: uuid.uuid5(uuid.UUID('8f1d9a52-c9c5-4c1d-9a1b-e0a0d6a7b3f4'), 'message\nm-1')
    assert.equal(repeatableId('message', 'm-1'), '9cb2c830-9adf-50c0-9732-07faa1cd6fca');
});

test('a choice answers the message with the options, and its entry and message have one id', () => {
    const { payload } = choiceBody(FROM, { inReplyTo: 'e-9', options: [{ optionIdentifier: 'o-1' }] }).interactions[0];
    assert.equal(payload.id, payload.abstractMessage.id);
    assert.equal(payload.abstractMessage.inReplyToMessageId, 'e-9');
});

test('the upload that a MessageUpdated tells of is found by the id of the file', () => {
    const { id: sent } = attachmentBody(FROM, { bytes: new Uint8Array(1) }).interactions[0];
    assert.equal(sent, attachmentId(FROM.genesysId));
});

test('receipts go 25 in one call, in their order, none lost', () => {
    fc.assert(
        fc.property(fc.array(fc.record({ entryId: id, at: fc.nat() }), { maxLength: 130, size: 'max' }), (given) => {
            const receipts = given.map((receipt) => ({ ...receipt, type: 'Read' as const }));
            const calls = acknowledgementBodies(CONVERSATION, 'meu003', receipts);
            assert.equal(calls.length, Math.ceil(receipts.length / 25));
            for (const body of calls) assert.deepEqual(wrongIn('POST /acknowledgement', body), []);
            assert.deepEqual(
                calls.flatMap(({ acknowledgements }) =>
                    acknowledgements.map((one) => one.acknowledgedConversationEntryIdentifier)
                ),
                receipts.map(({ entryId }) => entryId)
            );
        })
    );
});

test('an id of 18 characters is sent with its first 15', () => {
    const work = { conversation: CONVERSATION, workItemId: '0MwRM0000000AbCYAW', routingType: 'Transfer' } as const;
    assert.equal(routingResultBody({ ...work, isExternal: false }).workItemId, '0MwRM0000000AbC');
});

test('a route by set-up names no target; a queue and a flow never stand beside each other', () => {
    assert.deepEqual(Object.keys(routeBody({ conversation: 'c', routingType: 'Initial' })), [
        'conversationIdentifier',
        'routingType'
    ]);
    assert.deepEqual(routeBody({ conversation: 'c', routingType: 'Initial', to: { queueId: '00G' } }).routingInfo, {
        queueId: '00G'
    });
});

const work = {
    conversation: CONVERSATION,
    workItemId: '0MwRM0000000AbC',
    routingType: 'Transfer',
    userId: '005',
    routingCorrelationId: 'r'
} as const;
const REFUSED: readonly (readonly [RegExp, () => unknown])[] = [
    [
        /^channelAddress must have 1 to 240 characters; it has 241$/,
        () => messageBody({ ...FROM, channelAddress: 'a'.repeat(241) }, 'a')
    ],
    [/^customer must have 1 to 240 characters; it has 0$/, () => messageBody({ ...FROM, customer: '' }, 'a')],
    [/^text must not be blank$/, () => messageBody(FROM, ' \n')],
    [/^at must be milliseconds since 1970/, () => typingBody({ ...FROM, at: Number.NaN }, true)],
    [/^at must be milliseconds since 1970/, () => messageBody({ ...FROM, at: 1.5 }, 'a')],
    [/^options must name at least one option$/, () => choiceBody(FROM, { inReplyTo: 'e', options: [] })],
    [/^a file must have 1 to 26214400 bytes; it has 0$/, () => attachmentBody(FROM, { bytes: new Uint8Array(0) })],
    [
        /^a file must have/,
        () => attachmentBody(FROM, { bytes: { byteLength: MOST_FILE_BYTES + 1 } as Uint8Array<ArrayBuffer> })
    ],
    [
        /^workItemId must be a record id of 15 or 18 characters; it has 16$/,
        () => routingResultBody({ ...work, workItemId: '0MwRM0000000AbCX', isExternal: true })
    ],
    [/^failure must have/, () => routingResultBody({ ...work, isExternal: true, failure: ' ' })],
    [/^capacity.weight must be 0 or more; it is -1$/, () => agentWorkBody({ ...work, capacity: { weight: -1 } })],
    [
        /^capacity.percentage must be 0 to 100; it is 101$/,
        () => agentWorkBody({ ...work, capacity: { percentage: 101 } })
    ],
    [/^formats must name/, () => capabilitiesBody({ namespace: 'a', channel: 'b', formats: { ChoicesMessage: [] } })]
];
for (const [said, make] of REFUSED) {
    test(`what Salesforce would refuse is not made: ${said.source}`, () => {
        assert.throws(make, (thrown: Error) => thrown instanceof RangeError && said.test(thrown.message));
    });
}
