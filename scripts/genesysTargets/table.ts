import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse/sync';

/** A cell's text by header. */
export interface TableRow {
    /** Where the row begins, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
}

export interface Table {
    readonly headers: readonly string[];
    readonly rows: readonly TableRow[];
}

const HINT = 'Save the list anew as CSV (UTF-8) from the program it comes from.';

/**
 * Reads CSV as RFC 4180 has it, with a byte order mark or without, UTF-8 or the UTF-16 of some spreadsheets; commas,
 * semicolons or tabs, whichever the first line has most of. Blank rows are left out. Never throws.
 */
export function readTable(bytes: Uint8Array): Table | { readonly error: string } {
    let text: string;
    try {
        text = decoded(bytes);
    } catch {
        return { error: `This is not text in UTF-8. ${HINT}` };
    }
    let records: readonly Parsed[];
    try {
        records = parse(text, {
            delimiter: delimiterOf(text),
            info: true,
            relax_column_count: true,
            trim: true
        }) as unknown as readonly Parsed[];
    } catch (error) {
        const line = error instanceof CsvError ? Number(error['lines']) : NaN;
        return {
            error: `${Number.isNaN(line) ? 'This' : `Line ${line}`} is not CSV: a quote is not closed, or not doubled. ${HINT}`
        };
    }
    let last = 0;
    const all = records.map(({ record, info }): TableRow => {
        const line = last + 1;
        last = info.lines;
        return { line, cells: record };
    });
    const [head, ...rows] = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (!head) return { error: 'The file is empty. Its first line names the columns, such as name,kind,address.' };
    return { headers: head.cells, rows };
}

interface Parsed {
    readonly record: readonly string[];
    /** `lines` read so far. */
    readonly info: { readonly lines: number };
}

function decoded(bytes: Uint8Array): string {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

function delimiterOf(text: string): string {
    const [first = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
    const bare = first.replaceAll(/"[^"]*"/g, '');
    const count = (mark: string): number => bare.split(mark).length;
    return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
}
