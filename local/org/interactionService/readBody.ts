import type { IncomingMessage } from 'node:http';
import type { AttachedFile } from './org.ts';
import { Refusal } from './refusal.ts';

/** More than a file of 25 MB and what goes with it: a gateway refuses it. */
const MOST_BYTES = 32 * 1_024 * 1_024;

export class TooLong extends Error {}

export async function readBytes(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of incoming) {
        const piece = chunk as Buffer;
        length += piece.byteLength;
        if (length > MOST_BYTES) throw new TooLong();
        chunks.push(piece);
    }
    return Buffer.concat(chunks);
}

export function readJson(bytes: Buffer, contentType: string): { body: unknown; files: readonly AttachedFile[] } {
    if (!/^application\/json\b/i.test(contentType)) throw new Refusal(10016, 'Content-Type');
    return { body: parsed(bytes.toString('utf8')), files: [] };
}

/** `json`, as a text or as a file of JSON, and at most one `attachments`. */
export async function readForm(
    bytes: Buffer<ArrayBuffer>,
    contentType: string
): Promise<{ body: unknown; files: readonly AttachedFile[] }> {
    if (!/^multipart\/form-data\b/i.test(contentType)) throw new Refusal(10016, 'Content-Type');
    let form: FormData;
    try {
        form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    } catch {
        throw new Refusal(10089, 'multipart');
    }
    const names = [...form.keys()];
    const [json, ...more] = form.getAll('json');
    const attachments = form.getAll('attachments');
    if (json === undefined || more.length > 0 || names.some((name) => name !== 'json' && name !== 'attachments'))
        throw new Refusal(10089, 'json');
    if (typeof json !== 'string' && json.type !== 'application/json') throw new Refusal(10089, 'json');
    if (attachments.length > 1) throw new Refusal(10011);
    const files = await Promise.all(
        attachments.map(async (file) => {
            if (typeof file === 'string') throw new Refusal(10009);
            return { name: file.name, mimeType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
        })
    );
    return { body: parsed(typeof json === 'string' ? json : await json.text()), files };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new Refusal(10089, 'no JSON');
    }
}
