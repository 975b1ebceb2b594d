import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';

test('a customer gives a file and nothing else: a fixed time, everything shown', () => {
    assert.deepEqual(readArguments(['messages.json']), {
        file: 'messages.json',
        transport: 'genesys-cloud',
        at: new Date('2026-01-15T09:00:00.000Z'),
        redact: false
    });
});

test('every option is understood, wherever it stands, and - is standard input', () => {
    const given = ['--redact', '-', '--transport', 'salesforce-voice', '--at', '2024-04-09T04:19:40Z'];
    assert.deepEqual(readArguments(given), {
        file: '-',
        transport: 'salesforce-voice',
        at: new Date('2024-04-09T04:19:40Z'),
        redact: true
    });
});

for (const [given, message] of [
    [[], /FILE is missing/],
    [['a.json', 'b.json'], /One FILE at a time: a\.json, b\.json/],
    [['a.json', '--at', 'noon'], /--at is noon\. Give a time such as 2026-01-15T09:00:00\.000Z/],
    [['a.json', '--at'], /--at needs a value/],
    [['a.json', '--transport', 'Voice'], /--transport is Voice\. Give one of: genesys-cloud, salesforce-voice/],
    [['a.json', '--transport'], /--transport needs a value/],
    [['a.json', '--json'], /There is no option --json/]
] as const) {
    test(`a customer who gives "${given.join(' ')}" reads what is wrong and what is allowed`, () => {
        const read = readArguments(given);
        assert.ok('error' in read);
        assert.match(read.error, message);
    });
}
