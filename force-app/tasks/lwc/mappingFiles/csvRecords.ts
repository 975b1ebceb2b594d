import { withoutSentinel } from './deployment.ts';
import { OpenQuote, readCsv, writeCsv } from './csv.ts';
import type { CsvLine } from './csv.ts';
import { COLUMNS, cellsOf, isRecordName, recordFrom } from './records.ts';
import type { Cells } from './records.ts';
import type { FileProblem, MappingRecord, ReadRecords } from './types.ts';

const REQUIRED = ['DeveloperName', 'Attribute__c', 'Task_Field__c', 'Active__c'] as const;

export function recordsCsv(records: readonly MappingRecord[]): string {
    const rows = withoutSentinel(records).map((record) => {
        const cells = cellsOf(record);
        return COLUMNS.map((column) => cells[column]);
    });
    return writeCsv([COLUMNS, ...rows]);
}

/** Columns in any order, by their API names; others are not read. */
export function readRecordsCsv(text: string): ReadRecords {
    try {
        return recordsIn(readCsv(text));
    } catch (error) {
        if (!(error instanceof OpenQuote)) throw error;
        return { records: [], problems: [{ code: 'openQuote', at: String(error.line) }] };
    }
}

function recordsIn([head, ...lines]: readonly CsvLine[]): ReadRecords {
    const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
    const missing = REQUIRED.filter((column) => !names.includes(column.toLowerCase()));
    if (missing.length > 0) {
        return { records: [], problems: missing.map((given) => ({ code: 'noColumn', given })) };
    }
    const records: MappingRecord[] = [];
    const problems: FileProblem[] = [];
    const place = (column: string): number => names.indexOf(column.toLowerCase());
    for (const { line, cells } of lines) {
        const entries = COLUMNS.map((column) => [column, cells[place(column)]?.trim() ?? '']);
        const given = Object.fromEntries(entries) as Cells;
        const lost = REQUIRED.find((column) => place(column) >= cells.length);
        const result = lost ? cutOff(given, lost, String(line)) : recordFrom(given, String(line));
        if ('code' in result) problems.push(result);
        else records.push(result);
    }
    return { records: withoutSentinel(records), problems };
}

/** Spreadsheets leave out empty cells at the end of a line, but none that a record needs. */
function cutOff({ DeveloperName: name }: Cells, lost: string, at: string): FileProblem {
    return { code: 'cutOff', at, given: lost, ...(isRecordName(name) ? { name } : {}) };
}
