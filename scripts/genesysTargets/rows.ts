import { readColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { ADDRESSES, KINDS, kindNamed } from './kinds.ts';
import type { Kind } from './kinds.ts';
import type { Table, TableRow } from './table.ts';

export interface Target {
    /** Of the file, from 1. */
    readonly line: number;
    readonly kind: Kind;
    readonly name: string;
    readonly address: string;
    readonly pinned: boolean;
    readonly order: number;
    readonly active: boolean;
}

/** Why a row makes no record. */
export interface Problem {
    readonly line: number;
    readonly column: string;
    readonly given: string;
    /** What is allowed, or what to do, as a sentence. */
    readonly allowed: string;
}

export interface Rows {
    readonly targets: readonly Target[];
    readonly problems: readonly Problem[];
    /** Rows that say again what an earlier one said, as in a list with one row for each interval. */
    readonly repeated: number;
}

/** Salesforce's limits for the label of a record and for a text field. */
const LONGEST_NAME = 40;
const LONGEST_ADDRESS = 255;
/** What Salesforce gives a record without an order; equal ones are sorted by name. */
const ORDER = '100';

/** The targets of a table; each row that makes none is told with its first problem. */
export function readRows({ headers, rows }: Table, wanted?: Kind): Rows | { readonly error: string } {
    const columns = readColumns(headers, wanted);
    if ('error' in columns) return columns;
    if (rows.length === 0) return { error: 'There are no rows below the headers.' };
    const targets: Target[] = [];
    const problems: Problem[] = [];
    const seen = new Map<string, Target>();
    let repeated = 0;
    for (const row of rows) {
        const target = readRow(row, headers, columns);
        if ('allowed' in target) {
            problems.push(target);
            continue;
        }
        const key = keyOf(target);
        const before = seen.get(key);
        if (before === undefined) {
            seen.set(key, target);
            targets.push(target);
        } else if (before.name === target.name) {
            repeated += 1;
        } else {
            const allowed = `Line ${before.line} gives the same address the name "${before.name}". Keep one of the two.`;
            problems.push({
                line: row.line,
                column: header(headers, columns.at.name),
                given: quoted(target.name),
                allowed
            });
        }
    }
    return { targets, problems, repeated };
}

/** Two of the same key are the same target. */
export function keyOf({ kind, address }: { readonly kind: string; readonly address: string }): string {
    const exact = kind === 'Phone' || kind === 'Flow' || kind === 'Status';
    return `${kind} ${exact ? address : address.toLowerCase()}`;
}

function readRow(row: TableRow, headers: readonly string[], { at, kind: all }: Columns): Target | Problem {
    const { line, cells } = row;
    const cell = (index: number | undefined): string => (index === undefined ? '' : (cells[index] ?? ''));
    const wrong = (index: number | undefined, allowed: string): Problem => ({
        line,
        column: header(headers, index),
        given: quoted(cell(index)),
        allowed
    });
    if (cells.length > headers.length) {
        const allowed = 'Put values that hold a comma in double quotes.';
        return { line, column: 'all columns', given: `${cells.length} values for ${headers.length} columns`, allowed };
    }
    const kind = at.kind === undefined || cell(at.kind) === '' ? all : kindNamed(cell(at.kind));
    if (kind === undefined) return wrong(at.kind, `Give one of: ${KINDS.join(', ')}.`);
    const name = cell(at.name);
    if (name === '' || name.length > LONGEST_NAME) {
        return wrong(
            at.name,
            `Give a name of at most ${LONGEST_NAME} characters${name ? `; this has ${name.length}` : ''}.`
        );
    }
    if (/[\p{Cc}\uFFFE\uFFFF]/u.test(name))
        return wrong(at.name, 'Give a name on one line, without control characters.');
    const address = cell(at.address);
    const { holds, allowed } = ADDRESSES[kind];
    if (address === '' || !holds(address))
        return wrong(at.address, allowed || "Give the status's id, name or constant.");
    if (address.length > LONGEST_ADDRESS || /[\p{Cc}\uFFFE\uFFFF]/u.test(address)) {
        return wrong(
            at.address,
            `Give at most ${LONGEST_ADDRESS} characters, without line breaks or control characters.`
        );
    }
    const pinned = yesOrNo(cell(at.pinned), false);
    if (pinned === undefined) return wrong(at.pinned, 'Give yes or no.');
    if (pinned && (kind === 'Status' || kind === 'Secure Flow'))
        return wrong(at.pinned, `Leave it empty: a ${kind} is not pinned.`);
    const active = yesOrNo(cell(at.active), true);
    if (active === undefined) return wrong(at.active, 'Give yes or no.');
    const order = cell(at.order) || ORDER;
    if (!/^\d{1,5}$/.test(order)) return wrong(at.order, 'Give a whole number from 0 to 99999.');
    return { line, kind, name, address, pinned, order: Number(order), active };
}

function yesOrNo(word: string, otherwise: boolean): boolean | undefined {
    const folded = word.toLowerCase();
    if (folded === '') return otherwise;
    if (['yes', 'true', '1', 'x'].includes(folded)) return true;
    return ['no', 'false', '0'].includes(folded) ? false : undefined;
}

function header(headers: readonly string[], index: number | undefined): string {
    return `column "${index === undefined ? '' : (headers[index] ?? '')}"`;
}

function quoted(text: string): string {
    const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return text === '' ? 'nothing' : JSON.stringify(short);
}
