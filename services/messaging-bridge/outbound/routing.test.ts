import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from './fixtures/fixtures.ts';
import { constructedPayload, constructedRecord, eventOf, recordOf } from './fixtures/fixtures.ts';
import type { RoutingRequested, RoutingTarget } from './routing.ts';

function routing(record: unknown): RoutingRequested {
    const event = eventOf(record);
    return event.kind === 'RoutingRequested' ? event : assert.fail(event.kind);
}

const TARGETS: readonly [string, string, RoutingTarget][] = [
    ['to-rep', 'Transfer', { kind: 'rep', userId: '005Lc0000000002IAA' }],
    ['to-queue', 'Transfer', { kind: 'queue', queueId: '00GLc0000000001' }],
    ['to-flow', 'Transfer', { kind: 'flow', flowId: '3ddLc0000000001', queueId: '00GLc0000000001' }],
    ['conference', 'Conference', { kind: 'rep', userId: '005Lc0000000002IAA' }],
    ['first', 'Initial', { kind: 'none' }]
];
for (const [name, routingType, target] of TARGETS) {
    test(`routing.${name} says whom to find, and within which conversation`, () => {
        const event = routing(constructedRecord(`routing.${name}`));
        assert.deepEqual(event.target, target);
        assert.equal(event.routingType, routingType);
        assert.equal(event.conversationIdentifier, 'c0a1e5ce-0000-4000-8000-00000000c0de');
        assert.equal(event.createdAt, 1_772_000_100_000);
        assert.equal(event.key, event.channelData.eventId);
        assert.equal(event.workRecordId, undefined);
        assert.deepEqual(event.skillsList, [
            { id: '0C5Lc0000000001', level: 4, priority: 1, isAdditionalSkill: false }
        ]);
        assert.deepEqual(event.problems, []);
    });
}

/** The event of a transfer to a rep after a change of its payload. */
function changed(change: (payload: Json, parameters: Json) => void): unknown {
    const whole = constructedPayload('routing.to-rep');
    const payload = whole['payload'] as Json;
    change(payload, payload['routingParameters'] as Json);
    return recordOf(whole, 'RoutingRequested');
}

test('a routing whose channelData cannot be read is kept; the id of the event has to tell it apart', () => {
    const event = routing(changed((_payload, parameters) => (parameters['channelData'] = '{"eventId":')));
    assert.equal(event.key, undefined);
    assert.deepEqual(event.problems, [
        { field: 'payload.routingParameters.channelData', given: 'a text of 11 characters', allowed: 'JSON' }
    ]);
});

test('the conversation and the kind of routing are known from channelData where the payload lacks them', () => {
    const event = routing(
        changed((payload) => {
            delete payload['conversationIdentifier'];
            delete payload['routingType'];
        })
    );
    assert.equal(event.conversation, 'c0a1e5ce-0000-4000-8000-00000000c0de');
    assert.equal(event.routingType, 'Transfer');
});

test('a routing that says nothing of its kind is kept as unknown', () => {
    const event = eventOf(
        changed((payload) => {
            delete payload['routingType'];
            payload['routingParameters'] = null;
        })
    );
    assert.equal(event.kind, 'UnknownEvent');
    assert.deepEqual(
        event.problems.map(({ field }) => field),
        ['payload.routingType']
    );
});
