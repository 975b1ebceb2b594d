import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { argumentsFor } from '../calling/callingForTests.ts';
import { CallError } from '../calling/callError.ts';
import type { ErrorFacts } from '../calling/callError.ts';
import { checkArguments } from './checkArguments.ts';
import { TOOLS, toolNamed } from '../tools/tools.ts';
import type { DigitalTool } from '../tools/tools.ts';

function tool(name: string): DigitalTool {
    const found = toolNamed(name);
    assert.ok(found, name);
    return found;
}

function refusal(name: string, given: object, apiOnly = false): ErrorFacts {
    try {
        checkArguments(tool(name), given as Record<string, unknown>, apiOnly);
    } catch (error) {
        assert.ok(error instanceof CallError, String(error));
        assert.equal(error.facts.reason, 'badArgument');
        return error.facts;
    }
    assert.fail(`${name} takes it`);
}

const IDS = { conversationId: 'c', participantId: 'p', communicationId: 'd' };
const WRAPUP = 'post_email_participant_communication_wrapup';

test('an AI client may call each of the 63 tools with the arguments that its schema asks for', () => {
    for (const one of TOOLS) assert.deepEqual(checkArguments(one, argumentsFor(one)), [], one.shortName);
});

test('an AI client that leaves out any required argument of any tool is told which', () => {
    let count = 0;
    for (const one of TOOLS)
        for (const { name, required } of one.operation.params.filter((param) => param.required)) {
            const { [name]: _left, ...rest } = argumentsFor(one);
            const { field, given } = refusal(one.name, rest);
            assert.deepEqual([field, given, required], [name, 'missing', true]);
            assert.equal(refusal(one.name, { ...rest, [name]: undefined }).field, name);
            count += 1;
        }
    assert.equal(count, 134);
});

test('an AI client that gives any argument of any tool as null is told to leave it out', () => {
    for (const one of TOOLS)
        for (const { name } of one.operation.params) {
            const { field, given } = refusal(one.name, { ...argumentsFor(one), [name]: null });
            assert.deepEqual([field, given], [name, 'null']);
        }
});

describe('an AI client that gives another type than the table says is told the field, what it gave and what is allowed', () => {
    for (const [name, value, field, given, allowed] of [
        ['durationSeconds', '5', 'durationSeconds', 'a text', 'a whole number'],
        ['durationSeconds', 1.5, 'durationSeconds', 'a number', 'a whole number'],
        ['durationSeconds', 2 ** 60, 'durationSeconds', 'a number of too many digits', 'at most 15 digits'],
        ['durationSeconds', NaN, 'durationSeconds', 'a number', 'a whole number'],
        ['durationSeconds', Infinity, 'durationSeconds', 'a number', 'a whole number'],
        ['durationSeconds', 5n, 'durationSeconds', 'an object', 'a whole number'],
        ['provisional', 'true', 'provisional', 'a text', 'true or false'],
        ['provisional', 1, 'provisional', 'a whole number', 'true or false'],
        ['notes', 5, 'notes', 'a whole number', 'a text'],
        ['notes', ['a'], 'notes', 'a list', 'a text'],
        ['notes', 'half \ud83d', 'notes', 'a text with half a character', 'Unicode text'],
        ['notes', 'x'.repeat(1_000_001), 'notes', '1000001 characters long', 'at most 1000000'],
        ['tags', 'a,b', 'tags', 'a text', 'a list, each a text'],
        ['tags', ['a', 5], 'tags[1]', 'a whole number', 'a text'],
        ['tags', { 0: 'a', length: 1 }, 'tags', 'an object', 'a list, each a text']
    ] as const)
        it(`${name}: ${given} (${typeof value})`, () => {
            const facts = refusal(WRAPUP, { ...IDS, [name]: value });
            assert.deepEqual([facts.field, facts.given, facts.allowed], [field, given, allowed]);
            assert.equal(facts.message, `${field} is ${given}. Allowed: ${allowed}.`);
        });
});

test('an AI client that makes up an argument reads the names that there are', () => {
    for (const name of ['conversationID', 'Conversationid', '', '__proto__', 'constructor', 'toString', 'dryRun']) {
        const given = JSON.parse(`{"conversationId":"c",${JSON.stringify(name)}:true}`) as object;
        const { field, allowed } = refusal('get_email', given);
        assert.deepEqual([field, allowed], [name, 'PCID, conversationId, restOf, restFrom']);
    }
});

test('a made-up name of any length does not fill the answer', () => {
    const { field, message } = refusal('get_email', { conversationId: 'c', ['\u{1f600}'.repeat(100_000)]: 1 });
    assert.ok((field ?? '').length <= 201 && message.length < 1_000 && message.isWellFormed());
});

test('an argument that an object only inherits is not given', () => {
    assert.equal(refusal('get_email', Object.create({ conversationId: 'c' }) as object).field, 'conversationId');
});

test('an address of an email needs its email, and a list names the place that is wrong', () => {
    const mail = { conversationId: 'c', textBody: 'Hello', from: { email: 'a@example.com' } };
    assert.equal(refusal('post_email_messages', { ...mail, to: [{ email: 'b@example.com' }, 'c'] }).field, 'to[1]');
    assert.equal(refusal('post_email_messages', { ...mail, to: {} }).allowed, 'a list, each an object');
});

test('an object with names of its own is checked value by value', () => {
    const given = { conversationId: 'c', participantId: 'p', attributes: { colour: 'red', size: 5 } };
    assert.deepEqual(refusal('patch_email_participant_attributes', given).field, 'attributes.size');
});

describe('what the table does not describe must still be JSON of a size that the API may take', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'end' : { a: nested(depth - 1) });
    const circular: Record<string, unknown> = {};
    circular['a'] = [circular, circular, circular];
    for (const [what, wrapup, given] of [
        ['21 levels', nested(21), 'nested too deeply'],
        ['100 levels', nested(100), 'nested too deeply'],
        ['10,000 levels', nested(5_000), 'nested too deeply'],
        ['a circle', circular, 'nested too deeply'],
        ['a text of a megabyte', { notes: { text: 'x'.repeat(1_000_001) } }, '1000001 characters long'],
        ['half a character', { notes: ['\ud800'] }, 'a text with half a character'],
        ['no number', { notes: NaN }, 'nothing that JSON can say'],
        ['a bigint', { notes: 5n }, 'nothing that JSON can say'],
        ['a function', { notes: () => 1 }, 'nothing that JSON can say']
    ] as const)
        it(what, () => {
            const facts = refusal('patch_email_participant', { ...IDS_OF_PARTICIPANT, wrapup });
            assert.equal(facts.given, given);
            assert.match(facts.field ?? '', /^wrapup/);
        });
    it('and 20 levels are taken', () => {
        const wrapup = nested(20);
        assert.deepEqual(checkArguments(tool('patch_email_participant'), { ...IDS_OF_PARTICIPANT, wrapup }), []);
    });
});

const IDS_OF_PARTICIPANT = { conversationId: 'c', participantId: 'p' };

test('a word that the page does not list is sent and told, one in another case is sent in silence', () => {
    const state = (value: unknown): readonly string[] =>
        checkArguments(tool('patch_email_participant'), { ...IDS_OF_PARTICIPANT, state: value });
    assert.deepEqual(state('disconnected'), []);
    assert.deepEqual(state('DISCONNECTED'), []);
    const [note] = state('gone with +13175550100');
    assert.match(note ?? '', /^state is a word that the API's page does not list: .*disconnected/);
    assert.ok(!note?.includes('317'));
    assert.match(refusal('patch_email_participant', { ...IDS_OF_PARTICIPANT, state: 5 }).allowed ?? '', /^one of /);
});

test('what the page does not publish is taken where an operator switched it on', () => {
    const given = { conversationId: 'c', includeAgentlessStitchedMessages: true };
    assert.equal(refusal('get_email_messages', given).field, 'includeAgentlessStitchedMessages');
    assert.deepEqual(checkArguments(tool('get_email_messages'), given, true), []);
    const wrong = refusal('get_email_messages', { ...given, includeAgentlessStitchedMessages: 'yes' }, true);
    assert.equal(wrong.allowed, 'true or false');
});

test('no refusal repeats the value', () => {
    const value = 'Jane Doe +13175550100';
    const facts = [
        refusal(WRAPUP, { ...IDS, durationSeconds: value }),
        refusal(WRAPUP, { ...IDS, tags: value }),
        refusal(WRAPUP, { ...IDS, provisional: value }),
        refusal('patch_email_participant', { ...IDS_OF_PARTICIPANT, wrapup: value })
    ];
    assert.ok(!JSON.stringify(facts).includes('Jane'));
});
