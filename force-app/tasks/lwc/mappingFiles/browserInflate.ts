import type { Inflate } from './readZip.ts';

/** The browser's own unpacking; undefined where it has none, or the page may not use it. */
export function browserInflate(): Inflate | undefined {
    return typeof DecompressionStream === 'function' ? unpack : undefined;
}

async function unpack(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
    const whole = new Uint8Array(limit);
    const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
        .stream()
        .pipeThrough(new DecompressionStream('deflate-raw'))
        .getReader();
    async function readFrom(length: number): Promise<number> {
        const part = await reader.read();
        if (part.done) return length;
        if (length + part.value.length > limit) throw new RangeError('More than the archive says.');
        whole.set(part.value, length);
        return readFrom(length + part.value.length);
    }
    return whole.subarray(0, await readFrom(0));
}
