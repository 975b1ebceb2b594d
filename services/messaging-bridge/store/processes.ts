import type { Statements } from './database.ts';

/** What a process says of itself. No secret: every process can read it. */
export interface ProcessFacts {
    readonly host: string;
    readonly pid: number;
    /** Epoch milliseconds, by its own clock. */
    readonly startedAt: number;
    /** Services that have failed several times in a row, so that it sends them nothing for a while. */
    readonly resting: readonly ('Genesys Cloud' | 'Salesforce')[];
}

export interface ProcessRow extends Partial<ProcessFacts> {
    readonly name: string;
    /** How long it counts as alive; less than 0 where it has given no sign for too long. */
    readonly aliveForMs: number;
}

/** Of a process that has signed in as a worker. */
export async function tellOfProcess(statements: Statements, name: string, facts: ProcessFacts): Promise<void> {
    await statements.query('update bridge_workers set told = $2::jsonb where id = $1', [name, JSON.stringify(facts)]);
}

/** Those that live, and those that ended without saying so less than a day ago. */
export async function processRows(statements: Statements): Promise<ProcessRow[]> {
    const rows = await statements.query<{ id: string; told: ProcessFacts | null; ms: number | string }>(
        `select id, told, extract(epoch from until - clock_timestamp()) * 1000 as ms
         from bridge_workers order by until desc, id`
    );
    return rows.map(({ id, told, ms }) => ({ ...told, name: id, aliveForMs: Number(ms) }));
}
