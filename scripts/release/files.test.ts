import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { releaseFiles } from './files.ts';

let folder = '';
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchboard-release-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const release = (tag: string, files: Readonly<Record<string, string>>): string[] => {
    mkdirSync(path.join(folder, 'zips'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return releaseFiles({
        from: [folder, path.join(folder, 'zips'), path.join(folder, 'gone')],
        into: path.join(folder, 'release'),
        tag,
        version: '1.2.3'
    });
};

test('an admin checks what was downloaded against the checksums of the release', () => {
    const names = release('v1.2.3', {
        'zips/b-1.2.3.zip': 'metadata',
        'a-1.2.3.tgz': 'package',
        'notes.txt': 'not ours'
    });
    assert.deepEqual(names, ['a-1.2.3.tgz', 'b-1.2.3.zip', 'SHA256SUMS']);
    const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
    assert.equal(
        readFileSync(path.join(folder, 'release/SHA256SUMS'), 'utf8'),
        `${sum('package')}  a-1.2.3.tgz\n${sum('metadata')}  b-1.2.3.zip\n`
    );
    assert.equal(readFileSync(path.join(folder, 'release/b-1.2.3.zip'), 'utf8'), 'metadata');
});

test('a maker who tags another version than package.json names is told which, and nothing is written', () => {
    assert.throws(() => release('v1.3.0', { 'a-1.2.3.tgz': '' }), /The tag is v1\.3\.0 and package\.json has 1\.2\.3/);
    assert.ok(!existsSync(path.join(folder, 'release')));
});

test('a maker is told of a package of an older version that lay there', () => {
    assert.throws(
        () => release('v1.2.3', { 'a-1.2.3.tgz': '', 'a-1.2.2.tgz': '' }),
        /a-1\.2\.2\.tgz is not of version 1\.2\.3/
    );
});

test('a maker who has not packed anything is told how', () => {
    assert.throws(() => release('v1.2.3', {}), /run npm run package first/);
});
