import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constructedRecord, eventOf } from '../outbound/fixtures/fixtures.ts';
import type { Interaction, RoutingRequested } from '../outbound/outbound.ts';
import { wakeWithinMs } from './deadline.ts';
import { routingEndedEntry, routingEntry } from './requestedRouting.ts';

const CONVERSATION = 'c0a1e5ce-0000-4000-8000-00000000c0de';
const said = { conversation: CONVERSATION, createdAt: 5, key: 'entry:one' };
const request = (name: string): RoutingRequested => eventOf(constructedRecord(name)) as RoutingRequested;
const interaction = (name: string): Interaction => eventOf(constructedRecord(name)) as Interaction;

test('a request for a rep waits in a lane of its own, so that no message waits for it', () => {
    assert.deepEqual(routingEntry(request('routing.to-rep'), said), [
        {
            lane: `routing:${CONVERSATION}`,
            key: 'entry:one',
            kind: 'routing',
            createdAt: 5,
            body: {
                conversation: CONVERSATION,
                conversationIdentifier: CONVERSATION,
                routingType: 'Transfer',
                target: { kind: 'rep', userId: '005Lc0000000002IAA' },
                eventId: '5c0ffee0-0000-4000-8000-000000000106',
                requestedAt: 5
            }
        }
    ]);
});

test('the work item that a request names is taken, and what is none is not', () => {
    const named = (workRecordId: string): unknown => {
        const entries = routingEntry({ ...request('routing.to-rep'), workRecordId }, said);
        return 'reason' in entries ? entries : (entries[0]?.body as { workItemId?: string }).workItemId;
    };
    assert.equal(named('0MwRM0000000AbC'), '0MwRM0000000AbC');
    assert.equal(named('0MwRM0000000AbCYAW'), '0MwRM0000000AbCYAW');
    assert.equal(named('500RM0000000AbC'), undefined);
});

test('a request that nobody can act on is set aside with a reason that holds none of its values', () => {
    const { conversationIdentifier: _none, ...nameless } = request('routing.to-rep');
    assert.deepEqual(routingEntry(nameless, said), {
        reason: 'conversationIdentifier is absent. Allowed: text that is not empty.'
    });
    assert.deepEqual(routingEntry({ ...request('routing.to-rep'), routingType: 'Secret' }, said), {
        reason: 'routingType is another word. Allowed: Initial, Transfer, Conference.'
    });
});

test('a routing that Salesforce ended is undone; one that succeeded is counted only', () => {
    assert.deepEqual(routingEndedEntry(interaction('routed'), said), { drop: 'RoutingResult' });
    for (const [name, routingType, failureType] of [
        ['routing-cancelled', 'Conference', 'Cancelled'],
        ['routing-out-of-time', 'Transfer', 'RoutingError']
    ] as const) {
        const entries = routingEndedEntry(interaction(name), said);
        assert.ok(!('drop' in entries));
        assert.deepEqual(entries[0]?.body, {
            conversation: CONVERSATION,
            conversationIdentifier: CONVERSATION,
            routingType,
            failureType
        });
    }
});

test('a routing is looked at again in time to say that it failed', () => {
    assert.equal(wakeWithinMs(0), 55_000);
    assert.equal(wakeWithinMs(54_999.5), 10);
    assert.equal(wakeWithinMs(55_000), 500);
    assert.equal(wakeWithinMs(60_000), undefined);
});
