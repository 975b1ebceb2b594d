import type { Row } from 'c/orgReader';

/** One record of the directory, its columns read as what they are. */
export interface DirectoryRow {
    readonly key: string;
    readonly name: string;
    readonly pinned: boolean;
    readonly order: number;
    /** How the admin finds it: label and developer name. */
    readonly record: string;
    /** A column as trimmed text; empty when it is none. */
    readonly text: (column: string) => string;
}

export function readRow(row: Row): DirectoryRow {
    const text = (column: string): string => {
        const value = row[column];
        return typeof value === 'string' ? value.trim() : '';
    };
    const key = text('DeveloperName');
    const name = text('MasterLabel') || key;
    const { Order__c: order } = row;
    return {
        key,
        name,
        pinned: row.Pinned__c === true,
        order: typeof order === 'number' && Number.isFinite(order) ? order : Number.MAX_VALUE,
        record: `${name} (${key})`,
        text
    };
}

/** By the admin's number; records without one come last, by name. */
export function inOrder(a: DirectoryRow, b: DirectoryRow): number {
    return a.order - b.order || a.name.localeCompare(b.name);
}
