import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP, asksForHelp, chosenSteps } from './choice.ts';
import { STEP_NAMES } from './steps.ts';

test('a developer who names nothing gets everything', () => {
    assert.deepEqual(chosenSteps([]), STEP_NAMES);
});

test('a developer chooses steps by name, and they keep their order', () => {
    assert.deepEqual(chosenSteps(['--only', 'validate,types']), ['types', 'validate']);
});

test('a developer chooses component and module tests together as unit', () => {
    assert.deepEqual(chosenSteps(['--only=unit']), ['components', 'modules']);
});

test('a developer who misspells a step is told the allowed names', () => {
    assert.match(String(chosenSteps(['--only', 'lnt'])), /no "lnt".*Allowed: types, format, lint/);
});

test('a developer who gives an unknown argument is told how to choose', () => {
    assert.match(String(chosenSteps(['--fast'])), /--fast.*Use --only/);
});

test('a developer who asks how it is used reads the names of the steps', () => {
    assert.ok(asksForHelp(['--help']) && asksForHelp(['-h']) && !asksForHelp(['--only', 'types']));
    for (const name of [...STEP_NAMES, 'unit']) assert.match(HELP, new RegExp(`\\b${name}\\b`));
});
