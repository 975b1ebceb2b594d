import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FolderInUse, FolderNotWritable, holdFolder } from './folderLock.ts';

describe('the folder of the embedded database', () => {
    let parent: string;
    let folder: string;
    before(() => {
        parent = mkdtempSync(path.join(tmpdir(), 'bridge-lock-'));
        folder = path.join(parent, 'data');
        mkdirSync(folder);
    });
    after(() => rmSync(parent, { recursive: true, force: true }));

    /** A process that holds the folder until it is ended. */
    async function holder(): Promise<ChildProcess> {
        const module = pathToFileURL(path.join(import.meta.dirname, 'folderLock.ts')).href;
        const program = `
            import { holdFolder } from ${JSON.stringify(module)};
            holdFolder(${JSON.stringify(folder)});
            console.log('held');
            setInterval(() => undefined, 1_000);`;
        const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
            stdio: ['ignore', 'pipe', 'inherit']
        });
        await new Promise((resolve) => child.stdout?.once('data', resolve));
        return child;
    }

    async function ended(child: ChildProcess): Promise<void> {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
    }

    it('belongs to one process; another one is told which, and what to do', async () => {
        const child = await holder();
        try {
            assert.throws(
                () => holdFolder(folder),
                (error: Error) => {
                    assert.ok(error instanceof FolderInUse);
                    assert.match(error.message, new RegExp(`in use by process ${child.pid}\\b.*PostgreSQL`));
                    return true;
                }
            );
        } finally {
            await ended(child);
        }
    });

    it('is made where it is not there; an operator whose folder cannot be made or locked is told which, and what to give', () => {
        holdFolder(path.join(parent, 'new', 'data'))();
        const file = path.join(parent, 'file');
        writeFileSync(file, '');
        mkdirSync(path.join(parent, 'locked'));
        mkdirSync(path.join(parent, 'locked.lock'));
        for (const wrong of [file, path.join(file, 'data'), path.join(parent, 'locked')])
            assert.throws(
                () => holdFolder(wrong),
                (error: Error) => {
                    assert.ok(error instanceof FolderNotWritable, String(error));
                    assert.ok(error.message.startsWith(`The folder ${wrong} cannot be used (E`), error.message);
                    assert.match(error.message, /its lock beside it: give a folder in one that this user may write\.$/);
                    return true;
                }
            );
    });

    it('is free when its process was killed', async () => {
        await ended(await holder());
        holdFolder(folder)();
    });

    it('is not opened twice by one process, and is free when it has let go', () => {
        const release = holdFolder(folder);
        assert.throws(() => holdFolder(folder), FolderInUse);
        release();
        holdFolder(folder)();
    });

    it('is taken by one of many processes that start at once after one was killed', async () => {
        for (let round = 0; round < 3; round += 1) {
            await ended(await holder());
            const module = pathToFileURL(path.join(import.meta.dirname, 'folderLock.ts')).href;
            const program = `
                import { holdFolder } from ${JSON.stringify(module)};
                try { holdFolder(${JSON.stringify(folder)}); console.log('held'); } catch { console.log('refused'); }
                setTimeout(() => undefined, 60_000);`;
            const children = Array.from({ length: 4 }, () =>
                spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
                    stdio: ['ignore', 'pipe', 'inherit']
                })
            );
            const said = await Promise.all(
                children.map(
                    (child) =>
                        new Promise<string>((resolve) =>
                            child.stdout.once('data', (text) => resolve(String(text).trim()))
                        )
                )
            );
            await Promise.all(children.map(ended));
            assert.deepEqual(said.sort(), ['held', 'refused', 'refused', 'refused']);
        }
    });
});
