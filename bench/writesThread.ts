/** The thread of writesBeside.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { measureWrites } from './writes.ts';

parentPort?.postMessage(await measureWrites(workerData as string));
