import type { Statements } from './database.ts';

/** Who subscribes: one process at a time. Each new leader has a higher epoch. */
export interface Leadership {
    readonly epoch: number;
}

/** This process leads no longer: another one has taken over, or nobody could be asked in time. */
export class NotLeader extends Error {
    constructor(epoch: number) {
        super(`The leadership of epoch ${epoch} is over.`);
        this.name = 'NotLeader';
    }
}

const NAME = 'subscriber';

/**
 * Takes the leadership for `forMs`, where nobody has it or its time is over. A time that lies further ahead than a
 * leader ever asks for was written before the clock was set back: it counts as over.
 */
export async function takeLeadership(
    statements: Statements,
    holder: string,
    forMs: number
): Promise<Leadership | undefined> {
    await statements.query('insert into bridge_leader (name) values ($1) on conflict do nothing', [NAME]);
    const [taken] = await statements.query<{ epoch: number | string }>(
        `update bridge_leader set epoch = epoch + 1, holder = $2, until = clock_timestamp() + $3 * interval '1 millisecond'
         where name = $1
             and (until <= clock_timestamp() or until > clock_timestamp() + 2 * $3 * interval '1 millisecond')
         returning epoch`,
        [NAME, holder, forMs]
    );
    return taken && { epoch: Number(taken.epoch) };
}

/** Once more for `forMs`. Throws NotLeader where another one has it by now. */
export async function keepLeadership(statements: Statements, { epoch }: Leadership, forMs: number): Promise<void> {
    const kept = await statements.query(
        `update bridge_leader set until = clock_timestamp() + $3 * interval '1 millisecond'
         where name = $1 and epoch = $2 returning epoch`,
        [NAME, epoch, forMs]
    );
    if (kept.length === 0) throw new NotLeader(epoch);
}

export async function giveUpLeadership(statements: Statements, { epoch }: Leadership): Promise<void> {
    await statements.query(`update bridge_leader set until = '-infinity' where name = $1 and epoch = $2`, [
        NAME,
        epoch
    ]);
}

/** Within a transaction: nobody else leads before it has ended. Throws NotLeader. */
export async function assertLeader(statements: Statements, { epoch }: Leadership): Promise<void> {
    const found = await statements.query('select epoch from bridge_leader where name = $1 and epoch = $2 for share', [
        NAME,
        epoch
    ]);
    if (found.length === 0) throw new NotLeader(epoch);
}

/** Who leads, or led last. */
export interface LeaderRow {
    readonly process: string;
    readonly epoch: number;
    /** How long it leads without a new sign; less than 0 where nobody leads. */
    readonly leadsForMs: number;
}

/** Undefined before anybody has led. */
export async function leaderRow(statements: Statements): Promise<LeaderRow | undefined> {
    const [row] = await statements.query<{ holder: string; epoch: number | string; ms: number | string }>(
        `select holder, epoch,
             extract(epoch from greatest(until, clock_timestamp() - interval '1 day') - clock_timestamp()) * 1000 as ms
         from bridge_leader where name = $1 and holder is not null`,
        [NAME]
    );
    return row && { process: row.holder, epoch: Number(row.epoch), leadsForMs: Number(row.ms) };
}

/** Within a transaction: whoever leads does so no longer, and stores nothing more; anybody may take over at once. */
export async function endLeadership(statements: Statements): Promise<void> {
    await statements.query(
        `insert into bridge_leader (name, epoch) values ($1, 1)
         on conflict (name) do update set epoch = bridge_leader.epoch + 1, until = '-infinity'`,
        [NAME]
    );
}
