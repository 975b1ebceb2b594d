import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommandLine } from './commandLine.ts';

test('an operator runs a bridge and asks one how it stands', () => {
    assert.deepEqual(readCommandLine(['run', '--config', 'b.json']), { kind: 'run', file: 'b.json' });
    assert.deepEqual(readCommandLine(['status', '--config', 'b.json', '--json']), {
        kind: 'command',
        command: 'status',
        input: {},
        file: 'b.json',
        isJson: true
    });
    assert.deepEqual(readCommandLine(['status', '--help']), { kind: 'help' });
});

test('an operator names what was set aside by ids or by what they have in common', () => {
    const asked = (typed: string): unknown => {
        const read = readCommandLine([...typed.split(' '), '--config', 'b.json']);
        return read.kind === 'command' ? { [read.command]: read.input } : read;
    };
    assert.deepEqual(asked('dead-letters list --state dead --limit 7'), {
        'dead-letters list': { state: 'dead', limit: 7 }
    });
    assert.deepEqual(asked('dead-letters retry 17 u3 --may-arrive-twice'), {
        'dead-letters retry': { ids: ['17', 'u3'], mayArriveTwice: true }
    });
    assert.deepEqual(asked('dead-letters discard --all --kind message --reason why'), {
        'dead-letters discard': { all: true, kind: 'message', reason: 'why' }
    });
});

for (const [typed, told] of [
    ['', /^"" is no command of the bridge\. Allowed: run, check, status, replay, dead-letters list/],
    ['toString', /^"toString" is no command/],
    ['run', /^--config is missing/],
    ['run --config b --json', /^bridge run takes no --json/],
    ['status now --config b', /^bridge status takes no "now"/],
    ['dead-letters --config b', /^"dead-letters" is no command of the bridge/],
    ['dead-letters list 17 --config b', /^bridge dead-letters list takes no "17"/],
    ['dead-letters discard 17 --may-arrive-twice --config b', /takes no --may-arrive-twice/],
    ['status --confg b', /Unknown option '--confg'/]
] as const)
    test(`an operator who types "bridge ${typed}" is told what is wrong, and how it is used`, () => {
        assert.throws(
            () => readCommandLine(typed.split(' ').filter(Boolean)),
            ({ message }: Error) => {
                assert.match(message, told);
                assert.match(message, /\nbridge run --config FILE/);
                return true;
            }
        );
    });
