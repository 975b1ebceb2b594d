import assert from 'node:assert/strict';
import { test } from 'node:test';
import avro from 'avsc';
import { decodeOutbound } from './decodeOutbound.ts';
import type { Interaction, OutboundEvent } from './event.ts';
import type { Json } from './fixtures/fixtures.ts';
import {
    CONSTRUCTED,
    constructedPayload,
    constructedRecord,
    eventOf,
    NAMES,
    publishedRecord,
    recordOf
} from './fixtures/fixtures.ts';
import { textOf } from './text/textOf.ts';

function interaction(event: OutboundEvent): Interaction {
    assert.equal(event.kind, 'Interaction');
    return event as Interaction;
}

function textIn(event: OutboundEvent): string {
    const { entry } = interaction(event);
    assert.equal(entry.entryType, 'Message');
    return entry.entryType === 'Message' ? textOf(entry.content) : '';
}

function reasonOf(record: unknown, names = NAMES): string {
    const decoded = decodeOutbound(record, names);
    return decoded.ok ? assert.fail('it was read') : decoded.reason;
}

const unioned = (record: Json): Json =>
    Object.fromEntries(
        Object.entries(record).map(([name, value]) => [
            name,
            typeof value === 'string' && name !== 'CreatedById' ? { string: value } : value
        ])
    );

test("the rep's text of Spring '24 is read from Salesforce's published flat event", () => {
    const event = interaction(eventOf(publishedRecord('text.flat'), { payloadField: 'my__event__field2__c' }));
    assert.equal(event.wrapping, 'flat');
    assert.equal(event.key, '56e10dce-2fd3-4ab6-91bf-f55827ad0280');
    assert.equal(event.channelAddress, 'b0ffeafe-0d89-4338-b14a-172ad203f22a');
    assert.deepEqual(event.recipient, { subject: 'David Wood', role: 'EndUser', appType: 'custom' });
    assert.deepEqual(event.sender, { subject: '005xx0000012345', role: 'Agent', appType: 'agent', name: 'John Dow' });
    assert.equal(event.createdAt, 1690344475579);
    assert.equal(event.clientTimestamp, 1690344475409);
    assert.equal(event.conversationIdentifier, undefined);
    assert.equal(textIn(event), 'Hi, how are you?');
    assert.deepEqual(event.problems, []);
});

test("the rep's file is read from Salesforce's published nested event", () => {
    const event = interaction(eventOf(publishedRecord('attachment.nested'), {}));
    assert.equal(event.wrapping, 'nested');
    assert.equal(event.conversation, '9bc16b48-cd9b-4d8b-b7f2-a376f0a05c09');
    assert.equal(event.conversationIdentifier, '9bc16b48-cd9b-4d8b-b7f2-a376f0a05c09');
    assert.ok(event.entry.entryType === 'Message' && event.entry.content.formatType === 'Attachments');
    const { attachments, text } = event.entry.content;
    assert.equal(text, 'did you get my file');
    assert.equal(attachments[0]?.name, 'BYO-Middleware-Impl.png');
    assert.equal(attachments[0]?.mimeType, 'image/png');
    assert.equal(attachments[0]?.attachmentUploadResult, undefined);
});

for (const name of ['text', 'attachment']) {
    test(`the ${name} of the oldest event is found in its three fields, whatever they are called`, () => {
        const record = publishedRecord(`${name}.three-field`);
        const renamed = Object.fromEntries(
            Object.entries(record).map(([field, value], index) => [
                field.endsWith('__c') ? `F${index}__c` : field,
                value
            ])
        );
        for (const given of [record, renamed]) {
            const event = interaction(eventOf(given, {}));
            assert.equal(event.wrapping, 'three-field');
            assert.equal(event.channelAddress, 'b0ffeafe-0d89-4338-b14a-172ad203f22a');
            assert.equal(event.recipient?.subject, 'David Wood');
            assert.deepEqual(event.problems, []);
        }
    });
}

test('one customer on one channel is one conversation in both older wrappings, and the name is not in it', () => {
    const flat = eventOf(publishedRecord('text.flat'), {});
    const threeField = eventOf(publishedRecord('text.three-field'), {});
    assert.equal(flat.conversation, threeField.conversation);
    assert.match(flat.conversation ?? '', /^b0ffeafe-0d89-4338-b14a-172ad203f22a\/[0-9a-f]{32}$/);
});

for (const name of CONSTRUCTED) {
    test(`${name} is the same event with its unions wrapped and bare`, () => {
        const record = constructedRecord(name);
        assert.deepEqual(eventOf(unioned(record)), eventOf(record));
    });
}

const EVENT_SCHEMA = {
    type: 'record',
    name: 'Switchboard_Outbound__e',
    fields: [
        { name: 'CreatedDate', type: 'long' },
        { name: 'CreatedById', type: 'string' },
        { name: 'EventType__c', type: ['null', 'string'], default: null },
        { name: 'Payload__c', type: ['null', 'string'], default: null }
    ]
} as const;

for (const wrapUnions of ['always', 'never'] as const) {
    test(`what avsc decodes with unions wrapped ${wrapUnions} is read`, () => {
        const type = avro.Type.forSchema(EVENT_SCHEMA as unknown as avro.Schema, { wrapUnions });
        const record = constructedRecord('message.text');
        const bytes = type.toBuffer(wrapUnions === 'always' ? unioned(record) : record);
        assert.equal(textIn(eventOf(type.fromBuffer(bytes))), 'Your parcel is on the van.');
    });
}

const FIELD_NAMES: readonly (readonly [string, string, string, string])[] = [
    ['as the record names them', 'Payload__c', 'EventType__c', ''],
    ['with the event before them', 'My_Event__e.Payload__c', 'My_Event__e.EventType__c', ''],
    ['with a namespace', 'ns__Payload__c', 'ns__EventType__c', 'ns__'],
    ['without the namespace of the record', 'Payload__c', 'EventType__c', 'ns__'],
    ['with a namespace that the record lacks', 'ns__Payload__c', 'ns__EventType__c', ''],
    ['with event and namespace', 'ns__My_Event__e.ns__Payload__c', 'ns__My_Event__e.ns__EventType__c', 'ns__']
];
for (const [how, payloadField, typeField, prefix] of FIELD_NAMES) {
    test(`an admin may name the fields ${how}`, () => {
        const { EventType__c, Payload__c, ...rest } = constructedRecord('routing.to-rep');
        const record = { ...rest, [`${prefix}EventType__c`]: EventType__c, [`${prefix}Payload__c`]: Payload__c };
        assert.equal(eventOf(record, { payloadField, typeField }).kind, 'RoutingRequested');
    });
}

test('the field that the admin names is read, though another one holds an event too', () => {
    const record: Json = {
        ...constructedRecord('message.text'),
        Copy__c: JSON.stringify(constructedPayload('message.links'))
    };
    const turned = { ...record, Payload__c: record['Copy__c'], Copy__c: record['Payload__c'] };
    for (const payloadField of ['Copy__c', 'My_Event__e.Copy__c', 'ns__Copy__c']) {
        assert.equal(textIn(eventOf(record, { payloadField })), 'https://example.com/returns');
        assert.equal(textIn(eventOf(turned, { payloadField })), 'Your parcel is on the van.');
    }
});

test('of several plain texts beside the oldest event the one that is an id is the address of the channel', () => {
    const record = publishedRecord('text.three-field');
    for (const given of [
        { Remark__c: 'first', ...record },
        { ...record, Remark__c: 'last' }
    ]) {
        assert.equal(eventOf(given, {}).channelAddress, 'b0ffeafe-0d89-4338-b14a-172ad203f22a');
    }
});

test('what a record only inherits is not in it', () => {
    const { CreatedDate, ...record } = constructedRecord('message.text');
    assert.equal(eventOf(Object.assign(Object.create({ CreatedDate }) as object, record)).createdAt, undefined);
});

test('null is absent, wherever it stands', () => {
    const payload = constructedPayload('message.text');
    const withNulls = JSON.stringify(payload, (_name, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
            ? { senderDisplayName: null, messageReason: null, citationContent: null, subTitle: null, ...value }
            : value
    );
    assert.deepEqual(eventOf(recordOf(withNulls)), eventOf(recordOf(payload)));
});

test("numbers that Salesforce's schema types as text are numbers", () => {
    const payload = constructedPayload('delivered');
    const entry = (payload['payload'] as Json)['entryPayload'] as Json;
    entry['acknowledgementTimestamp'] = String(entry['acknowledgementTimestamp']);
    assert.deepEqual(eventOf(recordOf(payload)), eventOf(constructedRecord('delivered')));
});

test('CreatedDate is read as number and as bigint, and nothing else is taken for a time', () => {
    const record = constructedRecord('typing-started');
    assert.equal(eventOf({ ...record, CreatedDate: 1_772_000_100_000n }).createdAt, 1_772_000_100_000);
    for (const odd of ['soon', -1, Number.NaN, 1e30, {}, null]) {
        assert.equal(eventOf({ ...record, CreatedDate: odd }).createdAt, undefined);
    }
});

test('an entryType of tomorrow is kept with its name, its conversation and its key', () => {
    const event = eventOf(constructedRecord('unknown-entry'));
    assert.equal(event.kind, 'UnknownEvent');
    assert.deepEqual(event.kind === 'UnknownEvent' && event.unknown, { entryType: 'TransferProgress' });
    assert.equal(event.conversation, 'c0a1e5ce-0000-4000-8000-00000000c0de');
    assert.ok(event.key);
    assert.deepEqual(event.kind === 'UnknownEvent' && event.raw, constructedPayload('unknown-entry'));
});

test('an event type of tomorrow is kept with its name', () => {
    const event = eventOf(recordOf(constructedPayload('message.text'), 'Presence'));
    assert.deepEqual(event.kind === 'UnknownEvent' && event.unknown, { eventType: 'Presence' });
});

for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    test(`an entryType called ${name} is unknown like any other`, () => {
        const text = JSON.stringify(constructedPayload('unknown-entry')).replaceAll('TransferProgress', name);
        assert.equal(eventOf(recordOf(text)).kind, 'UnknownEvent');
    });
}

test('a name that is no name is told by its kind, so that no log has it', () => {
    const text = JSON.stringify(constructedPayload('unknown-entry')).replaceAll(
        'TransferProgress',
        'Edna +61491570006'
    );
    const event = eventOf(recordOf(text));
    assert.deepEqual(event.kind === 'UnknownEvent' && event.unknown, { entryType: 'a text of 17 characters' });
});

test('without the event type the event is known by its content', () => {
    assert.equal(eventOf(recordOf(constructedPayload('routing.to-rep'), null)).kind, 'RoutingRequested');
    assert.equal(eventOf(recordOf(constructedPayload('message.text'), null)).kind, 'Interaction');
});

test('a message whose entry has no identifier is kept; the id of the event has to tell it apart', () => {
    const payload = constructedPayload('message.text');
    const entry = payload['payload'] as Json;
    delete entry['identifier'];
    assert.equal(eventOf(recordOf(payload)).key, (entry['entryPayload'] as Json)['id']);
    delete (entry['entryPayload'] as Json)['id'];
    const event = interaction(eventOf(recordOf(payload)));
    assert.equal(event.key, undefined);
    assert.deepEqual(
        event.problems.map(({ field }) => field),
        ['payload.identifier']
    );
});

test('what belongs to no conversation is kept as unknown, and says what it lacks', () => {
    const payload = constructedPayload('message.text');
    delete payload['conversationIdentifier'];
    delete payload['recipient'];
    const event = eventOf(recordOf(payload));
    assert.equal(event.kind, 'UnknownEvent');
    assert.ok(event.problems.some(({ field }) => field === 'conversationIdentifier'));
});

const UNREADABLE: readonly [string, unknown, RegExp][] = [
    ['nothing', undefined, /^The record is nothing\. Allowed: an object\.$/],
    ['a text', 'Edna', /^The record is a text of 4 characters/],
    ['a list', [], /^The record is a list of 0/],
    ['a record without an event', { CreatedDate: 1, Other__c: 'Edna' }, /Other__c \(a text of 4 characters\)/],
    ['a payload that is no JSON', recordOf('{"a": Edna'), /^Payload__c is a text of 10 characters that is no JSON/],
    ['a payload that is no object', recordOf('[1]'), /^Payload__c is a list of 1\. Allowed: a JSON object/],
    ['a payload nested without end', recordOf('['.repeat(100_000)), /^Payload__c is JSON nested 100000 deep/]
];
for (const [what, record, reason] of UNREADABLE) {
    test(`an operator reads why ${what} is set aside, and nothing of what it says`, () => {
        assert.match(reasonOf(record), reason);
        assert.doesNotMatch(reasonOf(record), /Edna/);
    });
}
