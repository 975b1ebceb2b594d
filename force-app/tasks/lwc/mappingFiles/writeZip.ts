import { crc32 } from './crc32.ts';

export interface TextFile {
    readonly name: string;
    readonly text: string;
}

/** Names and texts are UTF-8. */
const UTF8 = 0x0800;
const VERSION = 20;

/**
 * A zip archive of the files in their order, not compressed (PKWARE APPNOTE 4.3). `at` is the time that each file
 * carries, in UTC, so that the same records give the same bytes everywhere.
 */
export function writeZip(files: readonly TextFile[], at: Date): Uint8Array {
    const encoder = new TextEncoder();
    const parts: Uint8Array[] = [];
    const entries: Uint8Array[] = [];
    let offset = 0;
    for (const file of files) {
        const name = encoder.encode(file.name);
        const body = encoder.encode(file.text);
        const facts = [...[VERSION, UTF8, 0, ...dosTime(at)].map(two), four(crc32(body)), four(body.length)];
        const common = [...facts, four(body.length), two(name.length), two(0)];
        const head = join([four(0x04034b50), ...common, name]);
        entries.push(
            join([four(0x02014b50), two(VERSION), ...common, two(0), two(0), two(0), four(0), four(offset), name])
        );
        parts.push(head, body);
        offset += head.length + body.length;
    }
    const directory = join(entries);
    const count = two(files.length);
    const end = [four(0x06054b50), two(0), two(0), count, count, four(directory.length), four(offset), two(0)];
    return join([...parts, directory, ...end]);
}

/** Time and day; the format knows no year before 1980. */
function dosTime(at: Date): [number, number] {
    const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
    const year = Math.max(0, at.getUTCFullYear() - 1980);
    return [time, (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()];
}

function two(value: number): Uint8Array {
    return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
}

function four(value: number): Uint8Array {
    return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
