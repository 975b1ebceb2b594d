/** Files that reps send, where the bridge fetches them: what documentforce.com is for an org. */
import { randomUUID } from 'node:crypto';
import { readFile } from './readFile.ts';
import type { SentFile } from './repEvents.ts';

export interface RepFiles {
    /** Takes what `readFile` reads. Throws BadRequest. `origin` is where this server is. */
    keep(given: unknown, origin: string): SentFile;
    /** Undefined where there is none. */
    answer(id: string): Response | undefined;
}

export const FILES = '/files/';

export function createRepFiles(root: string): RepFiles {
    const files = new Map<string, { readonly mimeType: string; readonly bytes: Buffer<ArrayBuffer> }>();
    return {
        keep(given, origin) {
            const { bytes, mimeType, name } = readFile(given);
            const id = randomUUID();
            files.set(id, { mimeType, bytes });
            return { name, mimeType, url: `${origin}${root}${FILES}${id}` };
        },
        answer(id) {
            const file = files.get(id);
            const headers = { 'content-type': file?.mimeType ?? '', 'x-content-type-options': 'nosniff' };
            return file && new Response(file.bytes, { headers: { ...headers, 'content-disposition': 'inline' } });
        }
    };
}
