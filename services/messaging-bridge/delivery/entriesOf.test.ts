import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'node:test';
import fc from 'fast-check';
import { CONSTRUCTED, constructedPayload, constructedRecord, NAMES, recordOf } from '../outbound/fixtures/fixtures.ts';
import type { Json } from '../outbound/fixtures/fixtures.ts';
import type { ReceivedEvent } from '../pubsub/decodeEvents.ts';
import { storeBatch } from '../store/batches.ts';
import { onBothDatabases } from '../store/databasesForTests.ts';
import { takeLeadership } from '../store/leadership.ts';
import { entriesOf } from './entriesOf.ts';

// Of nothing that a database could press together.
const LONG = randomBytes(4_500).toString('hex');

let count = 0;
const received = (record: unknown, more: Partial<ReceivedEvent> = {}): ReceivedEvent => {
    count += 1;
    const bytes = Buffer.from([count % 256]);
    return { id: `event-${count}`, replayId: bytes, schemaId: 'schema', bytes, record, ...more };
};
const sorted = (...events: ReceivedEvent[]) => entriesOf({ events }, { names: NAMES, now: () => 1_772_000_999_000 });

function changed(name: string, change: (payload: Json, entry: Json) => void): Json {
    const payload = constructedPayload(name);
    change(payload, payload['payload'] as Json);
    return recordOf(payload);
}

it('a message to the customer is an entry of its conversation, named by its identifier, as old as its event', () => {
    const { entries, unreadable, dropped } = sorted(received(constructedRecord('message.text')));
    const conversation = 'c0a1e5ce-0000-4000-8000-00000000c0de';
    const identifier = '5c0ffee0-0000-4000-8000-000000000002';
    assert.deepEqual([unreadable, dropped], [[], {}]);
    assert.deepEqual(entries, [
        {
            lane: `out:${conversation}`,
            key: `entry:${identifier}`,
            kind: 'message',
            createdAt: 1_772_000_100_000,
            body: {
                conversation,
                conversationIdentifier: conversation,
                channelAddress: 'add4e550-0000-4000-8000-00000000c0de',
                identifier,
                messageId: '5c0ffee0-0000-4000-8000-000000000001',
                createdAt: 1_772_000_100_000,
                recipient: { appType: 'custom', subject: 'customer-17', role: 'EndUser' },
                sender: { appType: 'agent', subject: '005Lc0000000001IAA', role: 'Agent', name: 'Ada Agent' },
                content: {
                    messageType: 'StaticContentMessage',
                    formatType: 'Text',
                    text: 'Your parcel is on the van.'
                }
            }
        }
    ]);
});

it('each file of a message is fetched beside its conversation, and belongs to its message', () => {
    const { entries } = sorted(received(constructedRecord('message.attachments')));
    const [message, ...files] = entries;
    assert.deepEqual(
        files.map(({ body, key, kind, lane }) => ({ body, key, kind, lane })),
        ['one', 'two'].map((name, number) => ({
            kind: 'file',
            lane: `files:${message?.key}`,
            key: `file:${message?.key}/${number}`,
            body: {
                message: message?.key,
                lane: message?.lane,
                number,
                mimeType: ['application/pdf', 'image/png'][number],
                url: `https://example--c.documentforce.com/sfc/dist/version/download/?oid=00D&ids=068&d=${name}&asPdf=false`
            }
        }))
    );
});

it('a customer is told what is being done, and their place in the queue, where the operator wants that', () => {
    const events = ['progress', 'queue-position'].map((name) => received(constructedRecord(name)));
    const quiet = entriesOf({ events }, { names: NAMES });
    assert.deepEqual([quiet.entries, quiet.dropped], [[], { ProgressIndicator: 1, QueuePosition: 1 }]);
    const alsoTell = { progress: true, queuePosition: 'You are number {position}.' };
    const { dropped, entries } = entriesOf({ events }, { alsoTell, names: NAMES });
    assert.deepEqual(dropped, {});
    assert.deepEqual(
        entries.map(({ body, kind, lane }) => [
            kind,
            lane.slice(0, 4),
            (body as { content: { text: string } }).content.text
        ]),
        [
            ['remark', 'out:', 'I am looking that up'],
            ['remark', 'out:', 'You are number 3.']
        ]
    );
    assert.ok(entries.every(({ body }) => !('identifier' in body)));
});

it('who types is told of, never kept: the last of each conversation, and none where a message goes', () => {
    const typing = (change: (payload: Json, entry: Json) => void = () => undefined, name = 'typing-started') =>
        received(changed(name, change));
    const elsewhere = (payload: Json): void => void (payload['conversationIdentifier'] = 'elsewhere');
    const toRep = (payload: Json): void =>
        void (payload['recipient'] = { appType: 'agent', role: 'Agent', subject: '5' });
    const {
        dropped,
        entries,
        typing: said
    } = sorted(
        typing(),
        received(constructedRecord('message.text')),
        typing(elsewhere),
        typing(elsewhere, 'typing-stopped'),
        typing(toRep)
    );
    assert.equal(entries.length, 1);
    assert.deepEqual(
        said.map(({ conversation, entryType }) => [conversation, entryType]),
        [['elsewhere', 'TypingStoppedIndicator']]
    );
    assert.deepEqual(dropped, { TypingStartedIndicator: 3 });
});

it('what is to be done is kept; notes and what is not known are counted, each by its name', () => {
    const { entries, dropped } = sorted(...CONSTRUCTED.map((name) => received(constructedRecord(name))));
    const one = entries.filter(({ kind }) => kind !== 'file');
    assert.ok(one.length > 10);
    assert.deepEqual(
        new Set(entries.map(({ kind }) => kind)),
        new Set([
            'message',
            'file',
            'routing',
            'routingEnded',
            'workResult',
            'presence',
            'sessionEnded',
            'salesforceReceipt',
            'fileOutcome',
            'consent'
        ])
    );
    assert.equal(dropped['Note'], 1);
    assert.equal(entries.filter(({ kind }) => kind === 'routing').length, 5);
    assert.equal(dropped['RoutingResult'], 1);
    assert.ok((dropped['unknown'] ?? 0) >= 1);
    const all = one.length + Object.values(dropped).reduce((sum, number) => sum + number, 0);
    assert.equal(all, CONSTRUCTED.length);
});

it('what Salesforce says of an agent’s message is kept only where Genesys Cloud is the far side', () => {
    const receipts = ['delivered', 'read', 'not-delivered'].map((name) => received(constructedRecord(name)));
    const { entries, dropped } = entriesOf({ events: receipts }, { names: NAMES, isFarSide: () => false });
    assert.deepEqual(entries, []);
    assert.deepEqual(dropped, { DeliveryAcknowledgement: 1, ReadAcknowledgement: 1, MessageDeliveryFailed: 1 });
    const far = sorted(...receipts).entries;
    assert.deepEqual(
        far.map(({ kind, body }) => [kind, (body as { status: string }).status]),
        [
            ['salesforceReceipt', 'Delivered'],
            ['salesforceReceipt', 'Delivered'],
            ['salesforceReceipt', 'Failed']
        ]
    );
    assert.equal(far[0]?.key, far[1]?.key, 'read after delivered is told once');
});

it("a customer's own message is not sent back to them", () => {
    const own = changed('message.text', (_, entry) => {
        entry['sender'] = { appType: 'custom', subject: 'customer-17', role: 'EndUser' };
    });
    const { entries, dropped } = sorted(received(own));
    assert.deepEqual([entries, dropped], [[], { 'Message for somebody else': 1 }]);
});

it('a message without an identifier or a time is told from others by its event, and as old as its arrival', () => {
    const bare = changed('message.text', (_, entry) => {
        delete entry['identifier'];
        delete (entry['entryPayload'] as Json)['id'];
    });
    delete bare['CreatedDate'];
    const { entries } = sorted(
        received(bare, { id: 'uuid-1' }),
        received(bare, { id: '', replayId: Buffer.from('0a0b', 'hex') })
    );
    assert.deepEqual(
        entries.map(({ key, createdAt }) => [key, createdAt]),
        [
            ['event:uuid-1', 1_772_000_999_000],
            ['replay:0a0b', 1_772_000_999_000]
        ]
    );
});

it('what cannot be read, and what is known and cannot be acted on, is set aside with its bytes and the reason', () => {
    const nowhere = changed('message.text', (payload) => {
        delete payload['conversationIdentifier'];
        delete payload['channelAddressIdentifier'];
    });
    const { unreadable } = sorted(
        received(undefined, { id: 'a', problem: 'its bytes do not fit its schema' }),
        received(recordOf('{'), { id: 'b' }),
        received(nowhere, { id: 'c' })
    );
    assert.deepEqual(
        unreadable.map(({ eventId, reason }) => [eventId, reason.split(' ')[0]]),
        [
            ['a', 'its'],
            ['b', 'Payload__c'],
            ['c', 'conversationIdentifier']
        ]
    );
    assert.ok(unreadable.every(({ bytes }) => bytes.length === 1));
});

onBothDatabases((database) => {
    it('whatever stands in an event, its batch can be stored: the stream never stops at one', async () => {
        const leadership = await takeLeadership(database(), 'test', 600_000);
        assert.ok(leadership);
        const odd = fc.oneof(
            fc.string({ unit: 'binary', maxLength: 30 }),
            fc.constantFrom('\0', 'a\0b', '\ud800', 'x\udfff\0', LONG, '')
        );
        await fc.assert(
            fc.asyncProperty(odd, odd, odd, odd, fc.constantFrom(undefined, 'broken'), async (a, b, c, d, problem) => {
                const record = changed('message.text', (payload, entry) => {
                    payload['conversationIdentifier'] = a;
                    entry['identifier'] = b;
                    entry['senderDisplayName'] = d;
                    const message = (entry['entryPayload'] as Json)['abstractMessage'] as Json;
                    (message['staticContent'] as Json)['text'] = c;
                });
                const event = received(record, {
                    id: d,
                    schemaId: a,
                    ...(problem ? { problem: `${problem}${c}` } : {})
                });
                const { entries, unreadable } = sorted(event);
                assert.equal(entries.length + unreadable.length, 1);
                const batch = { topic: '/event/A__e', replayId: event.replayId, entries, unreadable };
                await storeBatch(database(), leadership, batch);
            }),
            { numRuns: 60 }
        );
    });

    it('two conversations or entries whose names are too long for an index stay two', async () => {
        const long = (end: string): ReceivedEvent =>
            received(
                changed('message.text', (payload, entry) => {
                    payload['conversationIdentifier'] = `${'c'.repeat(5_000)}${end}`;
                    entry['identifier'] = `${'i'.repeat(5_000)}${end}`;
                })
            );
        const { entries } = sorted(long('1'), long('2'), long('2'));
        assert.equal(new Set(entries.map(({ lane }) => lane)).size, 2);
        assert.equal(new Set(entries.map(({ key }) => key)).size, 2);
    });
});
