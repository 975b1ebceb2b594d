import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raise it when the tables change: an older file is then begun anew. */
const VERSION = 2;

const TABLES = `
create table if not exists records (
    id text primary key,
    object text not null,
    deleted integer not null default 0,
    fields text not null
) strict;
create index if not exists records_by_object on records (object, deleted);
create index if not exists records_by_call on records (
    object, deleted, json_extract(fields, '$.CallObject') collate nocase
);
create table if not exists commits (
    sequence integer primary key autoincrement,
    at text not null,
    user text not null,
    object text not null,
    id text not null,
    change text not null,
    fields text not null,
    changed text not null,
    via text not null
) strict;
create table if not exists setup_edits (
    type text not null,
    name text not null,
    label text,
    fields text,
    primary key (type, name)
) strict;
create table if not exists numbers (name text primary key, last integer not null) strict;
`;

function open(file: string): DatabaseSync {
    const database = new DatabaseSync(file);
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 3000;');
    return database;
}

function versionOf(database: DatabaseSync): number {
    const row = database.prepare('pragma user_version').get();
    return Number(row?.['user_version'] ?? 0);
}

/** Opens the org's data: a file that survives a restart, or ':memory:'. Throws an Error that names a file that cannot be used. */
export function openDatabase(file: string): DatabaseSync {
    if (file === ':memory:') return ready(file);
    try {
        mkdirSync(dirname(file), { recursive: true });
        return ready(file);
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new Error(
            `The data of the local org cannot be used: ${file} (${code === 'ERR_SQLITE_ERROR' ? message : code}). ` +
                'Delete it to begin anew, or name a folder that you may write in SWITCHBOARD_DATA.',
            { cause: error }
        );
    }
}

function ready(file: string): DatabaseSync {
    let database = open(file);
    const version = versionOf(database);
    if (version !== 0 && version !== VERSION) {
        database.close();
        for (const ending of ['', '-wal', '-shm']) {
            rmSync(file + ending, { force: true });
        }
        database = open(file);
    }
    database.exec(TABLES);
    database.exec(`pragma user_version = ${VERSION}`);
    return database;
}

/** Makes look-ups by a unique field fast in a big org. `name` is a field's API name, read from metadata. */
export function indexField(database: DatabaseSync, name: string, exact: boolean): void {
    const collation = exact ? '' : ' collate nocase';
    database.exec(
        `create index if not exists records_by_${name} on records
         (object, deleted, json_extract(fields, '$.${name}')${collation})`
    );
}

/** Throws away every record, commit and edit. The numbers of activities go on: their ids are never given twice. */
export function emptyDatabase(database: DatabaseSync): void {
    database.exec(`
        delete from records; delete from setup_edits; delete from commits;
        delete from numbers where name not in ('id 00T', 'id 00U');
    `);
}

let savepoints = 0;

/** Runs in a transaction (or inside the one that is open): all of it is kept, or nothing when it throws. */
export function atomically<T>(database: DatabaseSync, run: () => T): T {
    savepoints += 1;
    const name = `s${savepoints}`;
    database.exec(`savepoint ${name}`);
    try {
        const result = run();
        database.exec(`release ${name}`);
        return result;
    } catch (error) {
        database.exec(`rollback to ${name}; release ${name}`);
        throw error;
    }
}
