import { withoutSentinel } from './deployment.ts';
import { readCsv, writeCsv } from './csv.ts';
import { COLUMNS, cellsOf, recordFrom } from './records.ts';
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
    const [head, ...lines] = readCsv(text);
    const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
    const missing = REQUIRED.filter((column) => !names.includes(column.toLowerCase()));
    if (missing.length > 0) {
        return { records: [], problems: missing.map((given) => ({ code: 'noColumn', given })) };
    }
    const records: MappingRecord[] = [];
    const problems: FileProblem[] = [];
    for (const { line, cells } of lines) {
        const entries = COLUMNS.map((column) => [column, cells[names.indexOf(column.toLowerCase())]?.trim() ?? '']);
        const result = recordFrom(Object.fromEntries(entries) as Cells, String(line));
        if ('code' in result) problems.push(result);
        else records.push(result);
    }
    return { records: withoutSentinel(records), problems };
}
