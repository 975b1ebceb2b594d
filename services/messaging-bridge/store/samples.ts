import type { Statements } from './database.ts';

/** How the bridge stood at a time. */
export interface Sample {
    readonly agoMs: number;
    /** Entries that waited. */
    readonly waiting: number;
    /** How long what was read then had been published. */
    readonly behindMs: number;
    /** Entries that were delivered in the minute before. */
    readonly delivered: number;
    /** What was set aside by then. */
    readonly aside: number;
}

const KEPT = `interval '24 hours'`;

export async function takeSample(
    statements: Statements,
    { aside, behindMs, delivered, waiting }: Omit<Sample, 'agoMs'>
): Promise<void> {
    await statements.query(
        `insert into bridge_samples (waiting, behind_ms, delivered, aside) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [waiting, behindMs, delivered, aside]
    );
    await statements.query(`delete from bridge_samples where at < clock_timestamp() - ${KEPT}`);
}

/** Those of the last `forMs`, the oldest first. */
export async function samplesOf(statements: Statements, forMs: number): Promise<Sample[]> {
    const rows = await statements.query<Readonly<Record<string, number | string>>>(
        `select extract(epoch from clock_timestamp() - at) * 1000 as ago_ms, waiting, coalesce(behind_ms, 0) as behind_ms,
             delivered, aside
         from bridge_samples where at > clock_timestamp() - $1 * interval '1 millisecond' and at <= clock_timestamp()
         order by at`,
        [forMs]
    );
    return rows.map(({ ago_ms: ago, aside, behind_ms: behind, delivered, waiting }) => ({
        agoMs: Number(ago),
        waiting: Number(waiting),
        behindMs: Number(behind),
        delivered: Number(delivered),
        aside: Number(aside)
    }));
}
