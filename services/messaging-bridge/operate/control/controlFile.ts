import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** How a command on this machine reaches the bridge that has the folder. */
export interface ControlPlace {
    /** `http://127.0.0.1:41234` */
    readonly url: string;
    readonly token: string;
}

const place = z.object({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }), token: z.string().min(32) });

/** Beside the folder, which is the database's own. Who can read it can command the bridge. */
const fileOf = (folder: string): string => `${realpathSync(folder)}.control`;

/** Gives what removes it again. */
export function writeControlFile(folder: string, given: ControlPlace): () => void {
    const file = fileOf(folder);
    // A file that is there keeps its permissions when it is written.
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(given), { mode: 0o600, flag: 'wx' });
    return () => rmSync(file, { force: true });
}

/** Undefined where no bridge has left one. It may be that of a bridge that was killed. */
export function readControlFile(folder: string): ControlPlace | undefined {
    try {
        return place.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
    } catch {
        return undefined;
    }
}
