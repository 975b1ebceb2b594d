import { fstatSync, openSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import type { Log } from '../calling/audit.ts';

/** A line that did not get to the log. */
export class NotWritten extends Error {
    override readonly name = 'NotWritten';
    /** A code of the operating system such as `ENOSPC`; `thrown away`, `nobody reads it`. */
    readonly why: string;

    constructor(why: string) {
        super(`A line of the log was not written: ${why}.`);
        this.why = why;
    }
}

/** JSON lines. `to` resolves when the line is written. */
export function createLog(to: (line: string) => Promise<void>): Log {
    let written: Promise<void> = Promise.resolve();
    const lines = pino({ base: {} }, { write: (line: string) => void (written = to(line)) });
    return {
        record(line): Promise<void> {
            lines.info(line);
            return written;
        },
        error(line): void {
            lines.error(line);
            written.catch(() => undefined);
        }
    };
}

/** What cannot be written there is told by `record`, for as long as that lasts. */
export function logToStandardError(): Log {
    // Node makes a pipe non-blocking where it opens it as a stream; else one that nobody reads would hold the process.
    return createLog(linesTo(process.stderr.fd));
}

/** Lines are added at its end. Throws where it cannot be opened. */
export const logToFile = (file: string): Log => createLog(linesTo(openSync(file, 'a', 0o600)));

/** A line that waits longer counts as not written, though it may be yet. */
const LONGEST_MS = 2_000;
const MOST_WAITING = 1_000;
const FULL_PAUSE_MS = 10;

/** Writes line after line. A reader that has stopped reading holds up the lines, and nothing else. */
export function linesTo(fd: number): (line: string) => Promise<void> {
    const isKept = !isThrownAway(fd);
    let last: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    let isCut = false;

    async function writeWhole(line: string): Promise<void> {
        let rest = Buffer.from(isCut ? `\n${line}` : line);
        const { byteLength } = rest;
        try {
            while (rest.byteLength > 0) rest = rest.subarray(await written(rest));
            isCut = false;
        } catch (error) {
            isCut ||= rest.byteLength < byteLength;
            throw new NotWritten((error as NodeJS.ErrnoException).code ?? 'no code');
        }
    }

    async function written(bytes: Buffer): Promise<number> {
        try {
            return writeSync(fd, bytes);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
            await pause(FULL_PAUSE_MS);
            return 0;
        }
    }

    return async (line) => {
        if (!isKept) throw new NotWritten('thrown away');
        if (waiting >= MOST_WAITING) throw new NotWritten('nobody reads it');
        waiting += 1;
        const mine = last.then(() => writeWhole(line)).finally(() => (waiting -= 1));
        last = mine.catch(() => undefined);
        const late = new AbortController();
        const tooLate = pause(LONGEST_MS, undefined, { signal: late.signal }).then(() => {
            throw new NotWritten('nobody reads it');
        });
        tooLate.catch(() => undefined);
        await Promise.race([mine, tooLate]).finally(() => late.abort());
    };
}

/** Node opens the null device where standard error was closed when it started. */
function isThrownAway(fd: number): boolean {
    try {
        const to = fstatSync(fd);
        return to.isCharacterDevice() && to.rdev === statSync(devNull).rdev;
    } catch {
        return false;
    }
}
