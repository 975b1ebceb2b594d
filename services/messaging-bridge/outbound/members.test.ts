import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENTRIES } from './catalogue.ts';
import { MESSAGE_KINDS } from './content/content.ts';
import type { Json } from './fixtures/fixtures.ts';
import { CONSTRUCTED, constructedPayload, constructedRecord, eventOf, recordOf } from './fixtures/fixtures.ts';
import { ENTRY_ENVELOPE, ENTRY_MEMBERS, MESSAGE_MEMBERS } from './fixtures/memberTable.ts';
import { ENTRY_TYPES } from './readEntry.ts';

interface Place {
    readonly owner: Json;
    readonly member: string;
}

const at = (value: unknown, ...path: string[]): Json =>
    path.reduce<Json>((object, name) => object[name] as Json, value as Json);

const interactions = CONSTRUCTED.filter((name) => !name.startsWith('routing.'));
const known = interactions.filter((name) => name !== 'unknown-entry' && !name.startsWith('message.unknown'));

/** Where the documented members of a payload are, by the table. */
function required(payload: Json): Place[] {
    const entry = at(payload, 'payload');
    const inner = at(entry, 'entryPayload');
    const places = [
        ...ENTRY_ENVELOPE.map((member) => ({ owner: entry, member })),
        ...(ENTRY_MEMBERS[String(entry['entryType'])] ?? []).map((member) => ({ owner: inner, member }))
    ];
    const message = (inner['abstractMessage'] ?? inner['updatedMessage']) as Json | undefined;
    if (message === undefined) return places;
    const kind = MESSAGE_MEMBERS[String(message['messageType'])];
    assert.ok(kind, String(message['messageType']));
    const content = at(message, kind.key);
    const members = kind.formats[String(content['formatType'])];
    assert.ok(members, String(content['formatType']));
    return [
        ...places,
        { owner: message, member: 'id' },
        { owner: message, member: kind.key },
        ...members.map((member) => ({ owner: content, member }))
    ];
}

test('a developer finds a fixture for every entryType and every format that is documented', () => {
    const entries = new Set(known.map((name) => at(constructedPayload(name), 'payload')['entryType']));
    assert.deepEqual([...entries].sort(), Object.keys(ENTRY_MEMBERS).sort());
    const formats = new Set(
        known.flatMap((name) => {
            const message = at(constructedPayload(name), 'payload', 'entryPayload')['abstractMessage'] as Json;
            const kind = MESSAGE_MEMBERS[String(message?.['messageType'])];
            return kind ? [`${String(message['messageType'])} ${String(at(message, kind.key)['formatType'])}`] : [];
        })
    );
    const documented = Object.entries(MESSAGE_MEMBERS).flatMap(([type, { formats: all }]) =>
        Object.keys(all).map((format) => `${type} ${format}`)
    );
    assert.deepEqual([...formats].sort(), documented.sort());
});

test('the bridge knows every entryType and format that is documented, and no other', () => {
    assert.deepEqual([...ENTRY_TYPES].sort(), Object.keys(ENTRY_MEMBERS).sort());
    assert.deepEqual(Object.keys(ENTRIES).sort(), Object.keys(ENTRY_MEMBERS).sort());
    const formatsOf = (kinds: Readonly<Record<string, { readonly formats: object }>>): string[] =>
        Object.entries(kinds).flatMap(([type, { formats }]) => Object.keys(formats).map((name) => `${type} ${name}`));
    assert.deepEqual(formatsOf(MESSAGE_KINDS).sort(), formatsOf(MESSAGE_MEMBERS).sort());
});

for (const name of known) {
    test(`${name} has the members that Salesforce documents, and is read without a problem`, () => {
        const payload = constructedPayload(name);
        for (const { owner, member } of required(payload)) {
            assert.ok((owner[member] ?? undefined) !== undefined, `${member} is missing`);
        }
        const event = eventOf(constructedRecord(name));
        assert.equal(event.kind, 'Interaction');
        assert.deepEqual(event.problems, []);
    });

    test(`${name} is never lost because one documented member is missing, null or of another kind`, () => {
        const count = required(constructedPayload(name)).length;
        for (let index = 0; index < count; index += 1) {
            for (const instead of [undefined, null, 17, 'odd', [], {}]) {
                const payload = constructedPayload(name);
                const place = required(payload)[index];
                assert.ok(place);
                place.owner[place.member] = instead;
                const event = eventOf(recordOf(payload));
                assert.ok(event.kind === 'Interaction' || event.kind === 'UnknownEvent');
                assert.equal(event.conversation, payload['conversationIdentifier']);
            }
        }
    });
}

test('an operator reads which member is missing, what was given and what is allowed, and no value', () => {
    const payload = constructedPayload('message.buttons');
    const choices = at(payload, 'payload', 'entryPayload', 'abstractMessage', 'choices');
    choices['text'] = 4711;
    delete choices['optionItems'];
    const event = eventOf(recordOf(payload));
    assert.deepEqual(event.problems, [
        { field: 'payload.entryPayload.abstractMessage.choices.text', given: 'a number', allowed: 'text' },
        { field: 'payload.entryPayload.abstractMessage.choices.optionItems', given: 'nothing', allowed: 'a list' }
    ]);
});

test('an event with thousands of mistakes names some of them', () => {
    const payload = constructedPayload('message.buttons');
    at(payload, 'payload', 'entryPayload', 'abstractMessage', 'choices')['optionItems'] = new Array(5000).fill(7);
    const event = eventOf(recordOf(payload));
    assert.equal(event.kind, 'Interaction');
    assert.equal(event.problems.length, 20);
});
