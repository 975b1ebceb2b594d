import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStartArguments } from './startArguments.ts';

test('a developer starts without a word', () => {
    assert.deepEqual(readStartArguments([]), {});
});

test("a developer starts with another org's answers", () => {
    assert.deepEqual(readStartArguments(['--profile', 'acme.json']), { profileFile: 'acme.json' });
});

for (const word of ['--help', '-h']) {
    test(`a developer who asks with ${word} how it is used reads the usage, and of no mistake`, () => {
        assert.match(readStartArguments([word]).help ?? '', /^Usage: npm start -- \[--profile FILE\]/);
    });
}

for (const [given, words] of [
    [['--profil', 'acme.json'], /There is no option --profil\./],
    [['--profile'], /--profile needs a file\./],
    [['--profile', 'a.json', 'b.json'], /One profile at a time: a\.json b\.json was given\./]
] as const) {
    test(`a developer who writes ${given.join(' ')} reads what is wrong, and the usage`, () => {
        assert.throws(() => readStartArguments(given), words);
        assert.throws(() => readStartArguments(given), /Usage: npm start -- \[--profile FILE\]/);
    });
}
