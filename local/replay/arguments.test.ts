import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';

test('a developer gives a file and nothing else: Genesys Cloud, own mode, the agent, a fixed time', () => {
    assert.deepEqual(readArguments(['call.json']), {
        file: 'call.json',
        transport: 'genesys-cloud',
        user: 'agent',
        mode: 'own',
        target: 'Task',
        at: new Date('2026-01-15T09:00:00.000Z'),
        json: false
    });
});

test('every option is understood, wherever it stands', () => {
    const given = ['--json', '--user', 'agent2', 'call.json', '--mode', 'follow', '--at', '2024-04-09T04:19:40Z'];
    const more = ['--time-zone', 'Europe/Berlin', '--transport', 'salesforce-voice', '--target', 'VoiceCall'];
    assert.deepEqual(readArguments([...given, ...more]), {
        file: 'call.json',
        transport: 'salesforce-voice',
        user: 'agent2',
        mode: 'follow',
        target: 'VoiceCall',
        at: new Date('2024-04-09T04:19:40Z'),
        timeZone: 'Europe/Berlin',
        json: true
    });
});

for (const [given, message] of [
    [[], /FILE is missing/],
    [['a.json', 'b.json'], /One FILE at a time: a\.json, b\.json/],
    [['a.json', '--mode', 'mine'], /--mode is mine\. Give one of: follow, own, phone/],
    [['a.json', '--target', 'Case'], /--target is Case\. Give one of: Task, VoiceCall/],
    [['a.json', '--at', 'noon'], /--at is noon\. Give a time such as/],
    [['a.json', '--time-zone', 'Mars/Base'], /--time-zone is Mars\/Base\. Give an IANA name/],
    [['a.json', '--transport', 'voice'], /--transport is voice\. Give one of: genesys-cloud, salesforce-voice/],
    [['a.json', '--transport'], /--transport needs a value/],
    [['a.json', '--user'], /--user needs a value/],
    [['a.json', '--speed', '2'], /There is no option --speed/]
] as const) {
    test(`a developer who gives "${given.join(' ')}" reads what is wrong and what is allowed`, () => {
        const read = readArguments(given);
        assert.ok('error' in read);
        assert.match(read.error, message);
    });
}
