import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it, test } from 'node:test';
import { CallError } from '../calling/callError.ts';
import { MOST_MEDIA_BYTES, mediaContent, mediaFolder } from './mediaContent.ts';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'switchboard-media-')));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = path.join(root, 'media');
mkdirSync(path.join(folder, 'june'), { recursive: true });
mkdirSync(path.join(root, 'media-of-others'));
writeFileSync(path.join(folder, 'june', 'invoice.pdf'), 'invoice');
writeFileSync(path.join(folder, 'empty.pdf'), '');
writeFileSync(path.join(folder, 'long.pdf'), Buffer.alloc(MOST_MEDIA_BYTES + 1));
writeFileSync(path.join(root, 'secret.txt'), 'secret');
writeFileSync(path.join(root, 'media-of-others', 'a.txt'), 'secret');
const hasLinks = process.platform !== 'win32';
if (hasLinks) {
    symlinkSync(path.join(root, 'secret.txt'), path.join(folder, 'link.txt'));
    symlinkSync(root, path.join(folder, 'up'));
    symlinkSync(path.join(folder, 'june', 'invoice.pdf'), path.join(folder, 'latest.pdf'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
}

async function refused(given: Readonly<Record<string, unknown>>): Promise<CallError['facts']> {
    const error = await mediaContent(given, folder).then(
        () => assert.fail('it is read'),
        (one: unknown) => one
    );
    assert.ok(error instanceof CallError, String(error));
    assert.equal(error.facts.reason, 'badArgument');
    return error.facts;
}

test('a file of the folder is read, by its path, whole or from the folder, and through a link that stays in it', async () => {
    for (const file of ['june/invoice.pdf', path.join(folder, 'june/invoice.pdf'), 'june/../june/invoice.pdf'])
        assert.equal(String(await mediaContent({ file }, folder)), 'invoice');
    if (hasLinks) assert.equal(String(await mediaContent({ file: 'latest.pdf' }, folder)), 'invoice');
});

describe('no file is read', () => {
    const ways = [
        '../secret.txt',
        '../media-of-others/a.txt',
        path.join(root, 'secret.txt'),
        'nothing.pdf',
        '.',
        '',
        'a\0b'
    ];
    for (const file of [...ways, 'june', ...(hasLinks ? ['link.txt', 'up/secret.txt', 'pipe'] : [])])
        it(`at ${JSON.stringify(path.isAbsolute(file) ? 'an address outside' : file)}`, async () => {
            const { field, given } = await refused({ file });
            assert.deepEqual([field, given], ['file', 'no file of the folder']);
        });
    it('that is empty or too long', async () => {
        assert.equal((await refused({ file: 'empty.pdf' })).given, '0 bytes long');
        assert.match(String((await refused({ file: 'long.pdf' })).given), /^\d+ bytes long$/);
    });
    it('where no folder is named', async () => {
        await assert.rejects(mediaContent({ file: 'june/invoice.pdf' }), /content is missing/);
    });
});

test('bytes come as base64, also in lines, and as nothing else', async () => {
    assert.deepEqual([...(await mediaContent({ content: 'AQID\nBA==\n' }))], [1, 2, 3, 4]);
    assert.equal((await refused({ content: 'https://evil.example/a.png' })).given, 'an address');
    assert.equal((await refused({ content: 'data:image/png;base64,AQID' })).given, 'an address');
    for (const content of ['AQI', 'AQID!', '_w==', 'AQIDBA='])
        assert.equal((await refused({ content })).given, 'no base64');
    assert.equal((await refused({ content: '' })).given, '0 bytes long');
    assert.equal((await refused({})).given, 'missing');
});

test('a folder that is none is named when the server starts', () => {
    for (const none of [path.join(root, 'secret.txt'), path.join(root, 'nowhere')])
        assert.throws(() => mediaFolder(none), /mediaUpload\.folder is no folder/);
});
