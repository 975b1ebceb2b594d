import { asEscapes } from '../results/invisible.ts';
import { effectOf } from './preview.ts';
import type { WouldSend } from './preview.ts';
import type { DigitalTool } from '../tools/tools.ts';

/** Characters of the values in a question, together. */
const LONGEST = 4_000;
/** What each has at least, however many there are. */
const SHORTEST = 100;

/** Read by a person: what would happen, through which connection, and with which values. Each argument is there, and a long one says how much more of it there is. */
export function questionFor(
    tool: DigitalTool,
    pcid: string,
    { method, path, body }: WouldSend,
    again: boolean
): string {
    const lines = [`Connection (PCID): ${pcid}`, `${method} ${path}`, ...linesOf(body)];
    return asEscapes(`${effectOf(tool, again)} Go ahead?\n\n${lines.join('\n')}`);
}

function linesOf(body: unknown): string[] {
    if (typeof body !== 'object' || body === null) return [];
    const values = Object.entries(body).map(([name, value]) => [name, JSON.stringify(value, null, 2)] as const);
    const most = shareOf(values.map(([, text]) => text.length));
    return values.map(([name, text]) => `"${name}": ${beginning(text, most)}`);
}

/** How long the longest may be, so that all of them fit: what short ones leave is for the others. */
function shareOf(lengths: readonly number[]): number {
    let left = LONGEST;
    const shortestFirst = lengths.toSorted((one, other) => one - other);
    for (const [index, length] of shortestFirst.entries()) {
        const share = Math.floor(left / (lengths.length - index));
        if (length > share) return Math.max(share, SHORTEST);
        left -= length;
    }
    return LONGEST;
}

function beginning(text: string, most: number): string {
    if (text.length <= most) return text;
    const cut = text.slice(0, most).toWellFormed();
    return `${cut}… and ${text.length - most} more characters`;
}
