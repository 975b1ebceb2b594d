import { createHash } from 'node:crypto';

/** The namespace of this project's ids. Another one would give every message another id. */
const NAMESPACE = Buffer.from('8f1d9a52c9c54c1d9a1be0a0d6a7b3f4', 'hex');

/**
 * A UUID (version 5) of what something is and its name elsewhere: the same for the same, so that a message that is told
 * again has the same id.
 */
export function repeatableId(what: string, name: string): string {
    const bytes = createHash('sha1').update(NAMESPACE).update(`${what}\n${name}`).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
