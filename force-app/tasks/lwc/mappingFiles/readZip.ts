import { crc32 } from './crc32.ts';
import type { TextFile } from './writeZip.ts';

/** Unpacks raw deflate; undefined where this browser cannot. `limit` is the most bytes to make. */
export type Inflate = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

/** Far more than a mapping: 4,000 records are 4 MB. Keeps a file made to grow from filling the page. */
const LARGEST = 16 * 1024 * 1024;
const MOST_FILES = 20_000;

/** Why an archive was not read. */
export class ZipError extends Error {
    readonly code: 'notReadable' | 'tooLarge' | 'packedTight';

    constructor(code: ZipError['code']) {
        super(code);
        this.name = 'ZipError';
        this.code = code;
    }
}

export function isZip(bytes: Uint8Array): boolean {
    const [p, k, kind] = bytes;
    // An empty archive begins with its end.
    return p === 0x50 && k === 0x4b && (kind === 0x03 || kind === 0x05);
}

/**
 * The files of a zip archive whose name `wanted` takes, stored or deflated. Throws ZipError when it is no archive,
 * too large, or packed in a way that this browser cannot unpack (`packedTight`).
 */
export async function readZip(
    bytes: Uint8Array,
    wanted: (name: string) => boolean,
    inflate: Inflate | undefined
): Promise<TextFile[]> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        const entries = entriesOf(view, bytes).filter(({ name }) => wanted(name));
        if (entries.reduce((sum, { size, packed }) => sum + Math.max(size, packed), 0) > LARGEST) {
            throw new ZipError('tooLarge');
        }
        const decoder = new TextDecoder('utf-8', { fatal: true });
        return await Promise.all(
            entries.map(async (entry) => ({
                name: entry.name,
                text: decoder.decode(await unpack(view, bytes, entry, inflate))
            }))
        );
    } catch (error) {
        throw error instanceof ZipError ? error : new ZipError('notReadable');
    }
}

interface Entry {
    readonly name: string;
    readonly flags: number;
    readonly method: number;
    readonly sum: number;
    readonly packed: number;
    readonly size: number;
    readonly offset: number;
}

function entriesOf(view: DataView, bytes: Uint8Array): Entry[] {
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    const after = at + view.getUint32(end + 12, true);
    if (count > MOST_FILES) throw new ZipError('tooLarge');
    const entries = Array.from({ length: count }, () => {
        if (view.getUint32(at, true) !== 0x02014b50) throw new ZipError('notReadable');
        const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
        const entry = {
            name: textOf(bytes, at + 46, nameLength),
            flags: view.getUint16(at + 8, true),
            method: view.getUint16(at + 10, true),
            sum: view.getUint32(at + 16, true),
            packed: view.getUint32(at + 20, true),
            size: view.getUint32(at + 24, true),
            offset: view.getUint32(at + 42, true)
        };
        at += 46 + nameLength + extra + comment;
        return entry;
    });
    // A file that is not seen would look like a record that the other org does not have.
    if (at !== after || entries.some((entry) => entry.name !== nameAt(view, bytes, entry.offset))) {
        throw new ZipError('notReadable');
    }
    return entries;
}

/** The name stands a second time where the file itself begins. */
function nameAt(view: DataView, bytes: Uint8Array, offset: number): string {
    return textOf(bytes, offset + 30, view.getUint16(offset + 26, true));
}

function textOf(bytes: Uint8Array, from: number, length: number): string {
    return new TextDecoder().decode(bytes.subarray(from, from + length));
}

/** The last record of the archive, which a comment of at most 65,535 bytes may follow. */
function endOf(view: DataView): number {
    for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
        if (view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw new ZipError('notReadable');
}

async function unpack(
    view: DataView,
    bytes: Uint8Array,
    entry: Entry,
    inflate: Inflate | undefined
): Promise<Uint8Array> {
    const { offset, packed, size, method } = entry;
    // Encrypted.
    if (entry.flags & 1 || view.getUint32(offset, true) !== 0x04034b50) throw new ZipError('notReadable');
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const body = bytes.subarray(start, start + packed);
    if (body.length !== packed) throw new ZipError('notReadable');
    if (method === 8 && !inflate) throw new ZipError('packedTight');
    if (method !== 0 && method !== 8) throw new ZipError('packedTight');
    const text = method === 8 && inflate ? await inflate(body, size) : body;
    if (text.length !== size || crc32(text) !== entry.sum) throw new ZipError('notReadable');
    return text;
}
