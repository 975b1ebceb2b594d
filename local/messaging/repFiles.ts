/** Files that reps send, where the bridge fetches them: what documentforce.com is for an org. */
import { randomUUID } from 'node:crypto';
import { BadRequest } from '../genesys/requestBody.ts';
import type { SentFile } from './repEvents.ts';

export interface RepFiles {
    /** `{name, mimeType, content}`, content in base64. Throws BadRequest. `origin` is where this server is. */
    keep(given: unknown, origin: string): SentFile;
    /** Undefined where there is none. */
    answer(id: string): Response | undefined;
}

export const FILES = '/files/';
const MOST_BYTES = 10 * 1_024 * 1_024;

export function createRepFiles(root: string): RepFiles {
    const files = new Map<string, { readonly mimeType: string; readonly bytes: Buffer<ArrayBuffer> }>();
    return {
        keep(given, origin) {
            const { content, mimeType, name } = (given ?? {}) as Readonly<Record<string, unknown>>;
            if (typeof name !== 'string' || name === '') throw new BadRequest('file.name is missing: give a text.');
            if (typeof mimeType !== 'string' || !/^[\w.+-]+\/[\w.+-]+$/.test(mimeType))
                throw new BadRequest('file.mimeType must be a type such as image/png.');
            const bytes = Buffer.from(typeof content === 'string' ? content : '', 'base64');
            if (bytes.length === 0 || bytes.length > MOST_BYTES)
                throw new BadRequest(`file.content has ${bytes.length} bytes; 1 to ${MOST_BYTES} are allowed.`);
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
