import type { Statements } from './database.ts';

/** What has not ended. */
export interface Waiting {
    readonly entries: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly conversations: number;
    /** How long the one that came first has waited; undefined where nothing waits. */
    readonly oldestMs?: number;
    /** Why conversations wait whose first entry could not go. */
    readonly reasons: readonly { readonly reason: string; readonly conversations: number }[];
}

/** What was delivered in the last minute. The times run from its arrival here to its end. */
export interface Delivered {
    readonly lastMinute: number;
    readonly p50Ms?: number;
    readonly p99Ms?: number;
}

/** What was set aside and waits for somebody; `unreadable` are events that nobody could read. */
export interface AsideRow {
    readonly state: 'dead' | 'parked' | 'unreadable';
    /** Undefined for what could not be read. */
    readonly kind?: string;
    readonly count: number;
    readonly oldestMs: number;
}

type Numbers = Readonly<Record<string, number | string | null>>;

export async function waitingNow(statements: Statements): Promise<Waiting> {
    const kinds = await statements.query<Numbers & { kind: string }>(
        `select kind, count(*) as count,
             extract(epoch from clock_timestamp() - min(received_at)) * 1000 as oldest_ms
         from bridge_entries where state = 'waiting' group by kind order by kind`
    );
    const [lanes] = await statements.query<Numbers>(
        'select count(*) as count from bridge_lanes where due_at is not null'
    );
    const reasons = await statements.query<Numbers & { reason: string }>(
        `select reason, count(*) as count from bridge_lanes
         where due_at is not null and reason is not null group by reason order by count(*) desc, reason limit 10`
    );
    const entries = kinds.reduce((sum, { count }) => sum + Number(count), 0);
    return {
        entries,
        byKind: Object.fromEntries(kinds.map(({ kind, count }) => [kind, Number(count)])),
        conversations: Number(lanes?.['count'] ?? 0),
        reasons: reasons.map(({ reason, count }) => ({ reason, conversations: Number(count) })),
        ...(entries === 0 ? {} : { oldestMs: Math.max(0, ...kinds.map(({ oldest_ms: ms }) => Number(ms))) })
    };
}

export async function deliveredLately(statements: Statements): Promise<Delivered> {
    const [row] = await statements.query<Numbers>(
        `select count(*) as count,
             extract(epoch from percentile_cont(0.5) within group (order by settled_at - received_at)) * 1000 as p50,
             extract(epoch from percentile_cont(0.99) within group (order by settled_at - received_at)) * 1000 as p99
         from bridge_entries where state = 'delivered' and settled_at > statement_timestamp() - interval '1 minute'`
    );
    const { count, p50, p99 } = row ?? {};
    const times = p50 === null || p50 === undefined ? {} : { p50Ms: Number(p50), p99Ms: Number(p99) };
    return { lastMinute: Number(count ?? 0), ...times };
}

export async function asideRows(statements: Statements): Promise<AsideRow[]> {
    const rows = await statements.query<Numbers & { state: AsideRow['state']; kind: string | null }>(
        `select state, kind, count(*) as count, extract(epoch from clock_timestamp() - min(settled_at)) * 1000 as oldest_ms
         from bridge_entries where state in ('parked', 'dead') group by state, kind
         union all
         select 'unreadable', null, count(*), extract(epoch from clock_timestamp() - min(received_at)) * 1000
         from bridge_quarantine having count(*) > 0
         order by 1, 2`
    );
    return rows.map(({ state, kind, count, oldest_ms: oldest }) => ({
        state,
        ...(kind === null ? {} : { kind }),
        count: Number(count),
        oldestMs: Math.max(0, Number(oldest))
    }));
}
