/** One line of a CSV file: where it began, counted from 1, and its cells. */
export interface CsvLine {
    readonly line: number;
    readonly cells: readonly string[];
}

/** A spreadsheet would run a cell that begins so as a formula. Quotes do not stop it, a leading apostrophe does. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** RFC 4180 with CRLF and a byte order mark, by which spreadsheets know UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
    return `\ufeff${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: string): string {
    const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
    return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A quote was not closed, or not doubled: what stands behind it cannot be told apart. */
export class OpenQuote extends Error {
    /** Where the quote began, counted from 1. */
    readonly line: number;

    constructor(line: number) {
        super(`Line ${line}`);
        this.name = 'OpenQuote';
        this.line = line;
    }
}

/**
 * Undoes `writeCsv`; also reads semicolons and tabs between cells, as some countries' spreadsheets write. Throws
 * OpenQuote.
 */
export function readCsv(text: string): CsvLine[] {
    const body = text.replace(/^\ufeff/, '');
    const separator = separatorOf(body);
    const lines: CsvLine[] = [];
    let cells: string[] = [];
    let cell = '';
    let quoted = false;
    let quotedFrom = 1;
    let line = 1;
    let began = 1;
    const endCell = (): void => {
        cells.push(/^'/.test(cell) && FORMULA.test(cell) ? cell.slice(1) : cell);
        cell = '';
    };
    const endLine = (): void => {
        endCell();
        if (cells.some((one) => one !== '')) lines.push({ line: began, cells });
        cells = [];
        began = line;
    };
    for (let at = 0; at < body.length; at += 1) {
        const character = body[at] ?? '';
        if (character === '\n' || (character === '\r' && body[at + 1] !== '\n')) line += 1;
        if (quoted) {
            if (character !== '"') cell += character;
            else if (body[at + 1] === '"') {
                cell += '"';
                at += 1;
            } else if (['\r', '\n', separator, undefined].includes(body[at + 1])) quoted = false;
            else throw new OpenQuote(quotedFrom);
        } else if (character === '"' && cell === '') {
            quoted = true;
            quotedFrom = line;
        } else if (character === separator) endCell();
        else if (character === '\n') endLine();
        else if (character === '\r') {
            if (body[at + 1] !== '\n') endLine();
        } else cell += character;
    }
    if (quoted) throw new OpenQuote(quotedFrom);
    if (cell !== '' || cells.length > 0) endLine();
    return lines;
}

/** The one that the first line has most of, outside quotes. */
function separatorOf(body: string): string {
    const head = (/^[^\r\n]*/.exec(body)?.[0] ?? '').replace(/"[^"]*"/g, '');
    const count = (separator: string): number => head.split(separator).length;
    return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
