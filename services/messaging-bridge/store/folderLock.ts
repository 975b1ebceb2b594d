import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Takes the folder for this process, by the lock of a file beside it, since PGlite rewrites what is inside. The
 * operating system frees the lock when the process ends, however it ends; Node reaches such a lock through SQLite only.
 * Gives what releases it. Throws FolderInUse.
 */
export function holdFolder(folder: string): () => void {
    const beside = realpathSync(folder);
    const lock = new DatabaseSync(`${beside}.lock`, { timeout: 0 });
    const holder = `${beside}.holder`;
    try {
        lock.exec('begin exclusive');
    } catch {
        lock.close();
        throw new FolderInUse(folder, holderIn(holder));
    }
    writeFileSync(holder, `process ${process.pid}`, { mode: 0o600 });
    return () => {
        rmSync(holder, { force: true });
        lock.close();
    };
}

function holderIn(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return 'another process';
    }
}
