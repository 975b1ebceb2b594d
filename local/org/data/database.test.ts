import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openDatabase } from './database.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-data-'));
after(() => rmSync(folder, { recursive: true }));

test('a developer whose data cannot be used reads which file it is, why, and what to do', () => {
    const [garbage, below, asFolder] = ['garbage', 'garbage/data.sqlite', 'folder'].map((name) =>
        path.join(folder, name)
    ) as [string, string, string];
    writeFileSync(garbage, 'this is no database at all, and long enough to be read as one');
    mkdirSync(asFolder);
    for (const [file, why] of [
        [garbage, 'file is not a database'],
        [below, 'EEXIST'],
        [asFolder, 'unable to open database file']
    ] as const)
        assert.throws(
            () => openDatabase(file),
            (error: Error) => {
                assert.equal(
                    error.message,
                    `The data of the local org cannot be used: ${file} (${why}). Delete it to begin anew, or name a folder that you may write in SWITCHBOARD_DATA.`
                );
                return true;
            }
        );
});
