import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readSecret, readToken, SecretMissing } from './secrets.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
after(() => rmSync(folder, { recursive: true }));

test('an operator puts a secret into the environment or a file, with a line end or a byte order mark around it', () => {
    writeFileSync(path.join(folder, 'secret'), '\uFEFFfrom a file\r\n');
    assert.equal(readSecret({ env: 'NAME' }, { NAME: ' from the environment\n' }, folder), 'from the environment');
    assert.equal(readSecret({ file: 'secret' }, {}, folder), 'from a file');
    assert.equal(readSecret({ file: path.join(folder, 'secret') }, {}, '/'), 'from a file');
});

test('a secret that was exchanged while the service runs is read anew', () => {
    writeFileSync(path.join(folder, 'changing'), 'old');
    assert.equal(readSecret({ file: 'changing' }, {}, folder), 'old');
    writeFileSync(path.join(folder, 'changing'), 'new');
    assert.equal(readSecret({ file: 'changing' }, {}, folder), 'new');
});

test('an operator reads which secret is missing, and where it belongs', () => {
    writeFileSync(path.join(folder, 'empty'), ' \n');
    for (const [reference, words] of [
        [{ env: 'NAME' }, /environment variable NAME is missing or empty/],
        [{ file: 'empty' }, /file empty is missing or empty/],
        [{ file: 'not-there' }, /file not-there is missing/],
        [{ file: '.' }, /file \. is missing/]
    ] as const)
        assert.throws(
            () => readSecret(reference, {}, folder),
            (error) => error instanceof SecretMissing && words.test(error.message)
        );
});

test('an operator who has put something else in the place of a token reads what belongs there, and not what is there', () => {
    assert.equal(readToken({ env: 'NAME' }, { NAME: ' a.b-c_d~e+f/g== \n' }, folder), 'a.b-c_d~e+f/g==');
    for (const text of ['Bearer word', 'one\ntwo', 'tökën', 'a\u200bb'])
        assert.throws(
            () => readToken({ env: 'NAME' }, { NAME: text }, folder),
            (error) =>
                error instanceof SecretMissing &&
                /variable NAME holds no token: .*one word/.test(error.message) &&
                !error.message.includes(text)
        );
});
