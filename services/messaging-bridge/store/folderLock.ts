import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the folder open. */
export class FolderInUse extends Error {
    constructor(folder: string, holder: string) {
        super(
            `The folder ${folder} is in use by ${holder}. Two processes on one folder lose each other's rows: stop that one, ` +
                'or let several processes use PostgreSQL.'
        );
        this.name = 'FolderInUse';
    }
}

/** The folder cannot be made or written, or the lock beside it. */
export class FolderNotWritable extends Error {
    constructor(folder: string, cause: unknown) {
        const { code } = cause as NodeJS.ErrnoException;
        super(
            `The folder ${folder} cannot be used (${code ?? 'no code'}). The database is kept in it, and its lock beside ` +
                'it: give a folder in one that this user may write.',
            { cause }
        );
        this.name = 'FolderNotWritable';
    }
}

/**
 * Takes the folder for this process, by the lock of a file beside it, since PGlite rewrites what is inside. A folder that
 * is not there is made. The operating system frees the lock when the process ends, however it ends; Node reaches such a
 * lock through SQLite only. Gives what releases it. Throws FolderInUse, FolderNotWritable.
 */
export function holdFolder(folder: string): () => void {
    let lock: DatabaseSync | undefined;
    try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const beside = realpathSync(folder);
        const holder = `${beside}.holder`;
        lock = new DatabaseSync(`${beside}.lock`, { timeout: 0 });
        take(lock, folder, holder);
        writeFileSync(holder, `process ${process.pid}`, { mode: 0o600 });
        const held = lock;
        return () => {
            rmSync(holder, { force: true });
            held.close();
        };
    } catch (error) {
        lock?.close();
        throw error instanceof FolderInUse ? error : new FolderNotWritable(folder, error);
    }
}

/** SQLITE_BUSY and SQLITE_LOCKED, whatever stands in the upper bits; other codes are about the file. */
const IN_USE = [5, 6];

function take(lock: DatabaseSync, folder: string, holder: string): void {
    try {
        lock.exec('begin exclusive');
    } catch (error) {
        const { errcode = 0 } = error as { readonly errcode?: number };
        if (!IN_USE.includes(errcode & 0xff)) throw error;
        throw new FolderInUse(folder, holderIn(holder));
    }
}

function holderIn(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return 'another process';
    }
}
