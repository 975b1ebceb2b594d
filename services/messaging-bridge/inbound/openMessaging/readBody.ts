import type { IncomingMessage } from 'node:http';

/** The bytes of a request as they came; undefined where there are more than `most`. Throws where the connection breaks. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
    // What is too long is answered before the connection is closed.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        const bytes = chunk as Buffer;
        length += bytes.byteLength;
        if (length > most) return undefined;
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
