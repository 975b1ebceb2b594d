import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { remembered } from './remembered.ts';

let folder = '';
let made = 0;

beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchboard-remembered-'));
    made = 0;
    write('sources/a.js', 'a');
    write('sources/deeper/b.js', 'b');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
}

function bundled(): Promise<string> {
    return remembered(path.join(folder, 'kept/page.js'), [path.join(folder, 'sources')], () =>
        Promise.resolve(`made ${(made += 1)}`)
    );
}

describe('a developer who starts the page again', () => {
    it('gets the same script without waiting for it where nothing changed', async () => {
        assert.deepEqual([await bundled(), await bundled(), made], ['made 1', 'made 1', 1]);
    });

    for (const { what, change } of [
        { what: 'a changed file', change: () => write('sources/deeper/b.js', 'longer') },
        { what: 'a new file', change: () => write('sources/deeper/c.js', '') },
        { what: 'a file that is gone', change: () => rmSync(path.join(folder, 'sources/a.js')) },
        { what: 'a file of the same length', change: () => utimesSync(path.join(folder, 'sources/a.js'), 1, 1) }
    ]) {
        it(`gets a new script after ${what}`, async () => {
            await bundled();
            change();
            assert.equal(await bundled(), 'made 2');
        });
    }

    it('gets a script again after one that could not be made', async () => {
        const kept = path.join(folder, 'kept/page.js');
        const failing = remembered(kept, [], () => Promise.reject(new Error('no such module')));
        await assert.rejects(failing, /no such module/);
        assert.equal(await bundled(), 'made 1');
    });

    it('leaves one file behind, not one for each start', async () => {
        await bundled();
        write('sources/a.js', 'other');
        await bundled();
        assert.deepEqual(readdirSync(path.join(folder, 'kept')), ['page.js']);
    });
});
