import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const USUAL_WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/**
 * Runs while no other process that asks for the same lock does: `FILE.lock` beside the file stands for it. Throws an Error
 * in words where another one holds it too long, and the error of the file system where it cannot be made.
 */
export async function locked<Value>(file: string, run: () => Value, waitMs = USUAL_WAIT_MS): Promise<Value> {
    const lock = `${realOf(file)}.lock`;
    for (let waited = 0; !take(lock); waited += LOOK_AGAIN_MS) {
        if (waited >= waitMs) throw new Error(heldTooLong(lock));
        await pause(LOOK_AGAIN_MS);
    }
    try {
        return run();
    } finally {
        rmSync(lock, { force: true });
    }
}

/** Two names of one file have one lock. */
function realOf(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        return file;
    }
}

function take(lock: string): boolean {
    let handle: number;
    try {
        handle = openSync(lock, 'wx', 0o600);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
    }
    try {
        writeSync(handle, `${process.pid}\n`);
    } finally {
        closeSync(handle);
    }
    return true;
}

/** It is not removed by itself: nobody can tell from here whether a process of another machine still writes. */
function heldTooLong(lock: string): string {
    const [pid, since] = holderOf(lock);
    return (
        `${lock} is there since ${since}: the process ${pid} adds a connection, or was stopped while it did. ` +
        'Nothing was changed. Try it again; where that process runs no more, remove the file first.'
    );
}

function holderOf(lock: string): readonly [pid: string, since: string] {
    try {
        const pid = /^\d+/.exec(readFileSync(lock, 'utf8'))?.[0] ?? 'unknown';
        return [pid, statSync(lock).mtime.toISOString()];
    } catch {
        return ['unknown', 'a moment'];
    }
}
