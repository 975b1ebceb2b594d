import { setTimeout as wait } from 'node:timers/promises';
import { FolderInUse } from './folderLock.ts';

const LOOK_MS = 100;

/**
 * Does something with the folder of the embedded database, again as long as another process has it: a command has it for
 * a moment, and so has a bridge that starts. Throws FolderInUse where that lasts longer than `withinMs`.
 */
export async function onceFree<T>(work: () => Promise<T>, withinMs: number): Promise<T> {
    for (const since = performance.now(); ; await wait(LOOK_MS)) {
        try {
            return await work();
        } catch (error) {
            if (!(error instanceof FolderInUse) || performance.now() - since >= withinMs) throw error;
        }
    }
}
