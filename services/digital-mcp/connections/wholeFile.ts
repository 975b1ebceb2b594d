import { randomUUID } from 'node:crypto';
import {
    closeSync,
    fchmodSync,
    fsyncSync,
    ftruncateSync,
    openSync,
    readdirSync,
    readlinkSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    writeSync
} from 'node:fs';
import path from 'node:path';

/** Old enough that no process can still be writing it. */
const LEFT_OVER_MS = 60_000;

/**
 * Writes a file so that it holds its old text or the new one, whole, whenever the process or the computer stops. A
 * symbolic link stays one, and what it leads to is written. Who may read it stays; a new file is for its owner alone.
 * Throws the error of the file system, and leaves the file as it was.
 */
export function writeWhole(file: string, text: string): void {
    const target = targetOf(file);
    const [folder, name] = [path.dirname(target), path.basename(target)];
    const next = path.join(folder, `.${name}.${randomUUID()}.new`);
    try {
        writeAndSync(openSync(next, 'wx', 0o600), text, modeOf(target));
        renameSync(next, target);
    } catch (error) {
        rmSync(next, { force: true });
        throw error;
    }
    syncFolder(folder);
    removeLeftOvers(folder, name);
}

/**
 * Writes over the text of a file that is there, in one step, but not whole if it is stopped in the middle of it: for
 * where its folder takes no other file. Throws the error of the file system.
 */
export function writeInPlace(file: string, text: string): void {
    writeAndSync(openSync(file, 'r+'), text);
}

function writeAndSync(handle: number, text: string, mode?: number): void {
    try {
        const bytes = Buffer.from(text, 'utf8');
        for (let at = 0; at < bytes.byteLength;) at += writeSync(handle, bytes, at, bytes.byteLength - at, at);
        ftruncateSync(handle, bytes.byteLength);
        if (mode !== undefined) fchmodSync(handle, mode);
        fsyncSync(handle);
    } finally {
        closeSync(handle);
    }
}

/** Where a link leads, also one to a file that is not there yet. */
function targetOf(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        try {
            return path.resolve(path.dirname(file), readlinkSync(file));
        } catch {
            return file;
        }
    }
}

const modeOf = (file: string): number => (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600) & 0o777;

/** The new name outlives a power cut only so. Not every system lets a folder be opened. */
function syncFolder(folder: string): void {
    try {
        const handle = openSync(folder, 'r');
        try {
            fsyncSync(handle);
        } finally {
            closeSync(handle);
        }
    } catch {
        // It is written all the same.
    }
}

/** Of processes that were killed before the last step: they hold what the file holds, a secret mostly. */
function removeLeftOvers(folder: string, name: string): void {
    try {
        for (const other of readdirSync(folder)) {
            if (!other.startsWith(`.${name}.`) || !/\.[0-9a-f-]{36}\.new$/.test(other)) continue;
            const old = path.join(folder, other);
            const { mtimeMs } = statSync(old);
            if (Date.now() - mtimeMs > LEFT_OVER_MS) rmSync(old, { force: true });
        }
    } catch {
        // The next one removes them.
    }
}
