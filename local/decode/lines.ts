import type { TransportName } from '../transports.ts';
import type { Decode } from './codec.ts';
import type { Found } from './messages.ts';
import { redacted } from './redacted.ts';

export interface LineOptions {
    readonly transport: TransportName;
    readonly at: Date;
    readonly redact: boolean;
    /** Of that transport. */
    readonly decode: Decode;
}

export interface Line {
    /** JSON, without a line break. */
    readonly line: string;
    readonly bad: boolean;
}

/**
 * What is printed for one message: the decoded event, with `atMs` before it where the file tells it. A message is taken
 * as received at `at`, or that much later.
 */
export function lineOf(found: Found, { transport, at, redact, decode }: LineOptions): Line {
    if ('error' in found) return { line: JSON.stringify(found), bad: true };
    const { message, atMs } = found;
    const time = new Date(at.getTime() + (atMs ?? 0));
    if (Number.isNaN(time.getTime())) {
        return failed(atMs, `"atMs" is ${atMs}: no date is that far from --at. Give fewer milliseconds.`);
    }
    try {
        const event = decode(message, time.toISOString());
        return { line: JSON.stringify({ atMs, ...(redact ? redacted(event, transport) : event) }), bad: false };
    } catch {
        // Text of thousands of brackets can be read, but not written again.
        return failed(atMs, 'The message is nested too deeply to be printed.');
    }
}

function failed(atMs: number | undefined, error: string): Line {
    return { line: JSON.stringify({ atMs, error }), bad: true };
}
