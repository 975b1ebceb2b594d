import type { Database, Statements } from './database.ts';
import { URGENT_LANES, WORK } from './batches.ts';

/** A lane that a worker holds. */
export interface HeldLane {
    readonly lane: string;
    readonly worker: string;
    /** How often in a row its first entry came to nothing. */
    readonly failures: number;
}

/** The worker's time was over, and another one has the lane. What it was about to do must not be done. */
export class LaneLost extends Error {
    constructor() {
        super('Another worker has this conversation now.');
        this.name = 'LaneLost';
    }
}

/** A lane waits no longer in one go. */
const LONGEST_WAIT_MS = 60_000;
/** A time further ahead was written before the clock was set back. */
const TOO_FAR = `interval '${2 * LONGEST_WAIT_MS} milliseconds'`;

/** Some workers take no other lanes, so that what has a deadline waits for no message. */
const IS_URGENT = `lane like '${URGENT_LANES}%'`;

/** Says that this worker lives, for `forMs`. */
export async function keepWorker(statements: Statements, worker: string, forMs: number): Promise<void> {
    await statements.query(
        `insert into bridge_workers (id, until) values ($1, clock_timestamp() + $2 * interval '1 millisecond')
         on conflict (id) do update set until = excluded.until`,
        [worker, forMs]
    );
}

/** The worker has ended: its lanes are free at once. */
export async function endWorker(database: Database, worker: string): Promise<void> {
    await database.transaction(async (statements) => {
        await statements.query(`update bridge_lanes set worker = null where split_part(worker, '#', 1) = $1`, [worker]);
        await statements.query('delete from bridge_workers where id = $1', [worker]);
        await statements.query(`notify ${WORK}`);
    });
}

/**
 * The lane that has waited longest, held from now on; undefined where nothing is due. `worker` is the name given to
 * keepWorker, or that with `#` and a number: each holds one lane at a time, so that one whose answer was lost is taken
 * again. Nothing is taken from another one with the same name: whoever asks lives, whatever the clock says of it.
 * `urgentOnly`: of the lanes that are urgent.
 */
export async function takeLane(
    statements: Statements,
    worker: string,
    urgentOnly = false
): Promise<HeldLane | undefined> {
    const [taken] = await statements.query<{ lane: string; failures: number }>(
        `update bridge_lanes set worker = $1
         where lane = (
             select lane from bridge_lanes
             where ${urgentOnly ? `${IS_URGENT} and` : ''}
                 (due_at <= clock_timestamp() or due_at > clock_timestamp() + ${TOO_FAR})
                 and (worker is null or worker = $1 or split_part(worker, '#', 1) <> split_part($1, '#', 1))
                 and (worker = $1 or not exists (
                     select from bridge_workers
                     where id = split_part(bridge_lanes.worker, '#', 1)
                         and until > clock_timestamp() and until < clock_timestamp() + ${TOO_FAR}
                 ))
             order by due_at limit 1 for update skip locked
         )
         returning lane, failures`,
        [worker]
    );
    return taken && { ...taken, worker };
}

/** Whether something waits in a lane. */
export async function isLaneWaiting(statements: Statements, lane: string): Promise<boolean> {
    const found = await statements.query(`select from bridge_entries where lane = $1 and state = 'waiting' limit 1`, [
        lane
    ]);
    return found.length > 0;
}

/** How long until a lane is due, in milliseconds; undefined where none waits. */
export async function nextDueIn(statements: Statements, urgentOnly = false): Promise<number | undefined> {
    const [found] = await statements.query<{ ms: number | string | null }>(
        `select extract(epoch from min(due_at) - clock_timestamp()) * 1000 as ms from bridge_lanes
         where worker is null ${urgentOnly ? `and due_at is not null and ${IS_URGENT}` : ''}`
    );
    return found?.ms === null || found?.ms === undefined ? undefined : Math.max(0, Number(found.ms));
}

/** Within a transaction: the lane is still held. Throws LaneLost. */
export async function assertHeld(statements: Statements, { lane, worker }: HeldLane): Promise<void> {
    const found = await statements.query('select from bridge_lanes where lane = $1 and worker = $2 for update', [
        lane,
        worker
    ]);
    if (found.length === 0) throw new LaneLost();
}

/**
 * One change of what belongs to a lane, as long as it is held, in one question of the database. `change` selects from
 * `held` (`$1` and `$2` are its lane and worker) and returns something. It must not look at what whoever does not hold
 * the lane may add meanwhile: what is committed while the row is waited for is not seen. Throws LaneLost.
 */
export async function whileHeld(
    statements: Statements,
    { lane, worker }: HeldLane,
    change: string,
    values: readonly unknown[]
): Promise<void> {
    const found = await statements.query(
        `with held as materialized (select lane from bridge_lanes where lane = $1 and worker = $2 for update),
         changed as (${change})
         select from held`,
        [lane, worker, ...values]
    );
    if (found.length === 0) throw new LaneLost();
}

/** Lets go of a lane, unless something waits in it: then false, and it is still held. Throws LaneLost. */
export async function leaveEmptyLane(database: Database, held: HeldLane): Promise<boolean> {
    return database.transaction(async (statements) => {
        // Whoever adds an entry takes the lane's row first: after this nothing is added before the end.
        await assertHeld(statements, held);
        const left = await statements.query(
            `update bridge_lanes set worker = null, due_at = null, failures = 0, reason = null
             where lane = $1 and not exists (select from bridge_entries where lane = $1 and state = 'waiting')
             returning lane`,
            [held.lane]
        );
        return left.length > 0;
    });
}

/**
 * Lets go of a lane in which more waits, if another one waits for a worker; otherwise false, and it is held as before.
 * Whoever has lost it meanwhile hears that from its next step.
 */
export async function yieldLane(statements: Statements, { lane, worker }: HeldLane): Promise<boolean> {
    const yielded = await statements.query(
        `update bridge_lanes set worker = null, due_at = clock_timestamp(), failures = 0, reason = null
         where lane = $1 and worker = $2 and exists (
             select from bridge_lanes where worker is null and due_at <= clock_timestamp()
         )
         returning lane`,
        [lane, worker]
    );
    return yielded.length > 0;
}

/** Lets go of a lane whose first entry has to wait, a minute at most, with what it waits for. Throws LaneLost. */
export async function postponeLane(
    database: Database,
    held: HeldLane,
    { waitMs, reason, isFailure }: { readonly waitMs: number; readonly reason: string; readonly isFailure: boolean }
): Promise<void> {
    await database.transaction(async (statements) => {
        await assertHeld(statements, held);
        await statements.query(
            `update bridge_lanes set worker = null, due_at = clock_timestamp() + $2 * interval '1 millisecond',
                 reason = $3, failures = failures + $4
             where lane = $1`,
            [held.lane, Math.min(waitMs, LONGEST_WAIT_MS), reason, isFailure ? 1 : 0]
        );
    });
}
