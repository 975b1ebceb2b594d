import { readField, writeField } from 'c/attributeMapping';
import { cellsOf, COLUMNS } from './records.ts';
import type { Column } from './records.ts';
import type { MappingRecord, ReadRecords } from './types.ts';

export interface DifferentRecord {
    readonly here: MappingRecord;
    readonly there: MappingRecord;
    readonly columns: readonly Column[];
}

/** This org's records against those of a file. */
export interface Comparison {
    readonly onlyHere: readonly MappingRecord[];
    readonly onlyThere: readonly MappingRecord[];
    /** As the file has them. Here they are too, but nobody can use them: what they say is not known. */
    readonly unusableHere: readonly MappingRecord[];
    readonly different: readonly DifferentRecord[];
    /** Here, and in the file too, where they could not be read: nobody knows what the other org has. */
    readonly notRead: readonly MappingRecord[];
    readonly same: number;
}

/** By developer name, which the platform compares without case. `unusable`: names of records that are here beside `here`. */
export function compareRecords(
    here: readonly MappingRecord[],
    file: ReadRecords,
    unusable: readonly string[] = []
): Comparison {
    const there = file.records;
    const others = new Map(there.map((record) => [key(record), record]));
    const unread = new Set(file.problems.map(({ name = '' }) => name.toLowerCase()));
    const known = new Set(here.map(key));
    const broken = new Set(unusable.map((name) => name.toLowerCase()));
    const pairs = here.flatMap((record) => {
        const other = others.get(key(record));
        return other ? [{ here: record, there: other, columns: differing(record, other) }] : [];
    });
    const different = pairs.filter(({ columns }) => columns.length > 0);
    const lacking = there.filter((record) => !known.has(key(record)));
    const missing = here.filter((record) => !others.has(key(record)));
    return {
        onlyHere: missing.filter((record) => !unread.has(key(record))),
        notRead: missing.filter((record) => unread.has(key(record))),
        onlyThere: lacking.filter((record) => !broken.has(key(record))),
        unusableHere: lacking.filter((record) => broken.has(key(record))),
        different,
        same: pairs.length - different.length
    };
}

/** What to deploy there so that it has all that is here. Nothing is deleted there. */
export function changesForThere({ onlyHere, different }: Comparison): MappingRecord[] {
    return [...onlyHere, ...different.map(({ here }) => here)];
}

/** What to deploy here so that it has all that the file has. Nothing is deleted here. */
export function changesForHere({ onlyThere, unusableHere, different }: Comparison): MappingRecord[] {
    return [...onlyThere, ...unusableHere, ...different.map(({ there }) => there)];
}

function key({ developerName }: MappingRecord): string {
    return developerName.toLowerCase();
}

function differing(here: MappingRecord, there: MappingRecord): Column[] {
    const [ours, theirs] = [comparable(here), comparable(there)];
    return COLUMNS.filter((column) => column !== 'DeveloperName' && ours[column] !== theirs[column]);
}

/** Spelling of interaction types and objects aside: `call;chat` and `Call; Chat` say the same, `task.A__c` and `Task.A__c`. */
function comparable(record: MappingRecord): Readonly<Record<Column, string>> {
    const types = record.interactionTypes
        .toLowerCase()
        .split(/[;,]/)
        .map((word) => word.replace(/[\s_-]/g, ''))
        .filter((word) => word !== '')
        .sort();
    const all = types.includes('all') ? [] : types;
    const named = readField(record.field);
    return {
        ...cellsOf(record),
        Task_Field__c: 'odd' in named ? record.field : writeField(named),
        Interaction_Types__c: [...new Set(all)].join(';')
    };
}
