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

for (const [typed, told] of [
    ['', /^"" is no command of the bridge\. Allowed: run, status/],
    ['toString', /^"toString" is no command/],
    ['run', /^--config is missing/],
    ['run --config b --json', /^bridge run takes no --json/],
    ['status now --config b', /^bridge status takes no "now"/],
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
