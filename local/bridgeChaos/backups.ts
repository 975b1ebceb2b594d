import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openPostgres } from '../../services/messaging-bridge/store/postgres.ts';
import type { Play } from './play.ts';

export interface Backup {
    /** Puts the database back to what it was. No process of the bridge has it open. */
    restore(): Promise<void>;
}

/** Of the bridge's database. No process of the bridge has it open. */
export async function backUp({ world }: Play, postgres: string | undefined): Promise<Backup> {
    if (postgres !== undefined) return backUpPostgres(postgres);
    const [data, copy] = ['data', 'copy'].map((name) => path.join(world.folder, name)) as [string, string];
    cpSync(data, copy, { recursive: true });
    return {
        async restore(): Promise<void> {
            rmSync(data, { recursive: true });
            cpSync(copy, data, { recursive: true });
        }
    };
}

async function backUpPostgres(url: string): Promise<Backup> {
    const database = openPostgres(url, 1);
    const rows = await database.query<{ name: string }>(
        `select tablename as name from pg_tables where tablename like 'bridge\\_%' and schemaname = 'public'`
    );
    const tables = rows.map(({ name }) => name);
    await database.query('drop schema if exists backup cascade');
    await database.query('create schema backup');
    for (const table of tables) await database.query(`create table backup.${table} as table public.${table}`);
    // What refers to another one comes after it.
    const order = tables.toSorted((one, other) => Number(one === 'bridge_parts') - Number(other === 'bridge_parts'));
    return {
        async restore(): Promise<void> {
            await database.query(`truncate ${tables.map((table) => `public.${table}`).join(', ')} cascade`);
            for (const table of order)
                await database.query(
                    `insert into public.${table} overriding system value select * from backup.${table}`
                );
            await database.close();
        }
    };
}
