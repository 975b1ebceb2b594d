import { BadRequest } from '../genesys/requestBody.ts';

export interface GivenFile {
    readonly name: string;
    readonly mimeType: string;
    readonly bytes: Buffer<ArrayBuffer>;
}

const MOST_BYTES = 10 * 1_024 * 1_024;

/** `{name, mimeType, content}`, content in base64. Throws BadRequest. */
export function readFile(given: unknown): GivenFile {
    const { content, mimeType, name } = (given ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || name === '') throw new BadRequest('file.name is missing: give a text.');
    if (typeof mimeType !== 'string' || !/^[\w.+-]+\/[\w.+-]+$/.test(mimeType))
        throw new BadRequest('file.mimeType must be a type such as image/png.');
    const bytes = Buffer.from(typeof content === 'string' ? content : '', 'base64');
    if (bytes.length === 0 || bytes.length > MOST_BYTES)
        throw new BadRequest(`file.content has ${bytes.length} bytes; 1 to ${MOST_BYTES} are allowed.`);
    return { name, mimeType, bytes };
}
