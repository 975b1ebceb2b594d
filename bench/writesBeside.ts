import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WritesRow } from './writes.ts';

/** measureWrites in a thread of its own: it counts and takes no time, so that it may go on beside something that does not mind. */
export async function writesBeside(projectDir: string): Promise<WritesRow[]> {
    const thread = new Worker(new URL('./writesThread.ts', import.meta.url), { workerData: projectDir });
    const [rows] = (await once(thread, 'message')) as [WritesRow[]];
    return rows;
}
