import { readTrace } from '../genesys/trace.ts';

/** One message of a file, or a line that holds none. */
export type Found =
    | { readonly message: unknown; readonly atMs?: number }
    /** `line` from 1; `error` holds nothing of the line. */
    | { readonly line: number; readonly error: string };

export type Messages = { readonly found: readonly Found[] } | { readonly error: string };

const ALLOWED =
    'Give a message such as { "type": "Interaction", … }, a list of messages, a trace (a list of ' +
    '{ "atMs": number, "message": object }), or one message or trace entry a line.';

/**
 * The messages of a file's text: one, a list, a trace, or JSON lines. A list with an `atMs` in it is a trace, and must be
 * a right one. Of JSON lines the good ones count. No error holds anything of the text. Never throws.
 */
export function readMessages(text: string): Messages {
    const content = text.replace(/^\uFEFF/, '');
    const begins = content.trimStart()[0];
    if (begins === undefined) return { error: `The file is empty. ${ALLOWED}` };
    const whole = parsed(content);
    if ('value' in whole) return ofValue(whole.value, content);
    if (begins === '[') return { error: `The list is not JSON${whole.where}. ${ALLOWED}` };
    const found = ofLines(content);
    if (found.some((one) => 'message' in one)) return { found };
    return { error: `The file is not JSON${whole.where}. ${ALLOWED}` };
}

function ofValue(value: unknown, content: string): Messages {
    if (!Array.isArray(value)) {
        const one = entryOf(value);
        return 'error' in one ? { error: `The file holds ${one.error}. ${ALLOWED}` } : { found: [one] };
    }
    if (value.length === 0) return { error: `The list has no entries. ${ALLOWED}` };
    if (value.some((entry) => isObject(entry) && Object.hasOwn(entry, 'atMs'))) {
        const trace = readTrace(content);
        return 'error' in trace ? trace : { found: trace.entries };
    }
    return { found: value.map((message) => ({ message })) };
}

function ofLines(text: string): Found[] {
    return text.split(/\r\n|\r|\n/).flatMap((content, index): Found[] => {
        if (content.trim() === '') return [];
        const line = index + 1;
        const read = parsed(content);
        if ('where' in read) return [{ line, error: `Line ${line} is not JSON.` }];
        const one = entryOf(read.value);
        if ('message' in one) return [one];
        return [{ line, error: `Line ${line} holds ${one.error}, but a message or a trace entry is needed.` }];
    });
}

/** A trace entry is told from a message by its `atMs`, which no message has. */
function entryOf(value: unknown): { readonly message: unknown; readonly atMs?: number } | { readonly error: string } {
    if (!isObject(value))
        return { error: value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}` };
    if (!Object.hasOwn(value, 'atMs')) return { message: value };
    const trace = readTrace(JSON.stringify([value]));
    if ('entries' in trace) return { ...trace.entries[0], message: trace.entries[0]?.message };
    return { error: 'a trace entry whose "atMs" is no number of milliseconds, or that has no "message"' };
}

/** JavaScript's own error may quote the text, so only the place is taken from it, where it tells one. */
function parsed(text: string): { readonly value: unknown } | { readonly where: string } {
    try {
        return { value: JSON.parse(text) as unknown };
    } catch (error) {
        if (/ end of JSON input$/.test(String(error))) return { where: ': it was cut off' };
        const [, line, column] = /\(line (\d+) column (\d+)\)$/.exec(String(error)) ?? [];
        return { where: line === undefined ? '' : ` at line ${line}, column ${column}` };
    }
}

function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
