import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { recordId } from '../recordIds.ts';
import type { Commit, CommitSource, RecordValues } from '../orgTypes.ts';
import type { OrgObject } from '../schema/objectTypes.ts';

/** A row with its Id among the values. */
export type StoredRecord = RecordValues & { Id: string };

export interface Selection {
    /** SQL over `fields`, with its parameters. */
    readonly condition: string;
    readonly parameters: readonly SQLInputValue[];
    readonly order?: string;
    readonly limit?: number;
    readonly offset?: number;
}

const EVERYTHING: Selection = { condition: '1', parameters: [] };

/** The committed records and the log of their changes. */
export class RecordStore {
    private readonly database: DatabaseSync;

    constructor(database: DatabaseSync) {
        this.database = database;
    }

    nextNumber(name: string): number {
        const row = this.database
            .prepare(
                'insert into numbers (name, last) values (?, 1) on conflict (name) do update set last = last + 1 returning last'
            )
            .get(name);
        return Number(row?.['last']);
    }

    newId(object: OrgObject): string {
        return recordId(object.keyPrefix, this.nextNumber(`id ${object.keyPrefix}`));
    }

    /** `deleted` records are found only when asked for. */
    find(object: string, id: string): { record: StoredRecord; deleted: boolean } | undefined {
        const row = this.database
            .prepare('select fields, deleted from records where id = ? and object = ?')
            .get(id, object);
        return row === undefined
            ? undefined
            : { record: read(id, row['fields']), deleted: Number(row['deleted']) === 1 };
    }

    select(object: string, selection: Selection = EVERYTHING): StoredRecord[] {
        const order = selection.order ?? 'rowid';
        const rows = this.database
            .prepare(
                `select id, fields from records where object = ? and deleted = 0 and (${selection.condition})
                 order by ${order} limit ? offset ?`
            )
            .all(object, ...selection.parameters, selection.limit ?? -1, selection.offset ?? 0);
        return rows.map((row) => read(String(row['id']), row['fields']));
    }

    count(object: string, selection: Selection): number {
        const row = this.database
            .prepare(
                `select count(*) as total from records where object = ? and deleted = 0 and (${selection.condition})`
            )
            .get(object, ...selection.parameters);
        return Number(row?.['total']);
    }

    put(object: string, record: StoredRecord): void {
        const { Id: id, ...fields } = record;
        this.database
            .prepare(
                `insert into records (id, object, fields) values (?, ?, ?)
                 on conflict (id) do update set fields = excluded.fields, deleted = 0`
            )
            .run(id, object, JSON.stringify(fields));
    }

    markDeleted(id: string): void {
        this.database.prepare('update records set deleted = 1 where id = ?').run(id);
    }

    /** Out of the recycle bin. */
    markRestored(id: string): void {
        this.database.prepare('update records set deleted = 0 where id = ?').run(id);
    }

    forget(object: string): void {
        this.database.prepare('delete from records where object = ?').run(object);
    }

    log(commit: Omit<Commit, 'sequence'>): Commit {
        const row = this.database
            .prepare(
                `insert into commits (at, user, object, id, change, fields, changed, via)
                 values (?, ?, ?, ?, ?, ?, ?, ?) returning sequence`
            )
            .get(
                commit.at,
                commit.user,
                commit.object,
                commit.id,
                commit.change,
                JSON.stringify(commit.values),
                JSON.stringify(commit.changed),
                commit.via
            );
        return { sequence: Number(row?.['sequence']), ...commit };
    }

    commits(after: number): Commit[] {
        return this.database
            .prepare('select * from commits where sequence > ? order by sequence')
            .all(after)
            .map((row) => ({
                sequence: Number(row['sequence']),
                at: String(row['at']),
                user: String(row['user']),
                object: String(row['object']),
                id: String(row['id']),
                change: String(row['change']) as Commit['change'],
                values: JSON.parse(String(row['fields'])) as RecordValues,
                changed: JSON.parse(String(row['changed'])) as string[],
                via: String(row['via']) as CommitSource
            }));
    }
}

function read(id: string, fields: unknown): StoredRecord {
    return { Id: id, ...(JSON.parse(String(fields)) as RecordValues) };
}
