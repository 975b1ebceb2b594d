import { WORK } from './batches.ts';
import type { Database, Statements } from './database.ts';

/** Something that was set aside, without what it says. */
export interface DeadLetter {
    /** `17`, or `u17` for an event that nobody could read. */
    readonly id: string;
    readonly state: 'dead' | 'parked' | 'unreadable';
    /** Undefined for what could not be read. */
    readonly kind?: string;
    readonly lane?: string;
    readonly reason: string;
    readonly asideAgoMs: number;
    /** Something of it may have arrived: to try it again may deliver it twice. */
    readonly mayHaveArrived: boolean;
}

/** Which ones. What is not given leaves nothing out. */
export interface Which {
    readonly ids?: readonly string[];
    readonly state?: DeadLetter['state'];
    readonly kind?: string;
    readonly reason?: string;
}

/** Those that were set aside first, at most `limit`; and how many there are. */
export async function deadLetters(
    statements: Statements,
    which: Which,
    limit: number
): Promise<{ readonly found: readonly DeadLetter[]; readonly total: number }> {
    const rows = await statements.query<Record<string, unknown>>(
        `with aside as (
             select seq::text as id, state, kind, lane, coalesce(reason, '') as reason, settled_at as at,
                 exists (
                     select from bridge_parts as part where part.seq = entry.seq and part.state = 'unprovable'
                         or part.seq = entry.seq and part.state = 'started' and entry.state = 'parked'
                 ) as unprovable
             from bridge_entries as entry where state in ('parked', 'dead')
             union all
             select 'u' || id, 'unreadable', null, null, reason, received_at, false from bridge_quarantine
         )
         select id, state, kind, lane, reason, unprovable,
             extract(epoch from clock_timestamp() - at) * 1000 as ago_ms, count(*) over () as total
         from aside
         where ($1::text[] is null or id = any($1::text[])) and ($2::text is null or state = $2)
             and ($3::text is null or kind = $3) and ($4::text is null or reason = $4)
         order by at, id limit $5`,
        [which.ids ?? null, which.state ?? null, which.kind ?? null, which.reason ?? null, limit]
    );
    const found = rows.map(({ ago_ms: ago, id, kind, lane, reason, state, unprovable }) => ({
        id: String(id),
        state: state as DeadLetter['state'],
        reason: String(reason),
        asideAgoMs: Math.max(0, Number(ago)),
        mayHaveArrived: unprovable === true,
        ...(kind === null ? {} : { kind: String(kind) }),
        ...(lane === null ? {} : { lane: String(lane) })
    }));
    return { found, total: Number(rows[0]?.['total'] ?? 0) };
}

/**
 * Puts an entry that was set aside back into its turn: before all that waits in its conversation, because it was said
 * before. What has arrived of it stays; where nothing has, it is planned anew. False where it is not set aside any more.
 */
export async function retryEntry(database: Database, { id, lane = '' }: DeadLetter): Promise<boolean> {
    return database.transaction(async (statements) => {
        // The lane first, as whoever adds to it: its worker does not leave it before this entry is seen.
        await statements.query(
            'insert into bridge_lanes (lane) values ($1) on conflict (lane) do update set lane = excluded.lane',
            [lane]
        );
        const back = await statements.query(
            `update bridge_entries set state = 'waiting', reason = null, settled_at = null, retried_at = clock_timestamp()
             where seq = $1 and state in ('parked', 'dead') returning seq`,
            [id]
        );
        if (back.length === 0) return false;
        await statements.query(
            `delete from bridge_parts where seq = $1
                 and not exists (select from bridge_parts as other where other.seq = $1 and other.state = 'sent')`,
            [id]
        );
        await statements.query(
            `update bridge_parts set state = 'waiting', started_at = null where seq = $1 and state <> 'sent'`,
            [id]
        );
        await statements.query('update bridge_lanes set due_at = coalesce(due_at, clock_timestamp()) where lane = $1', [
            lane
        ]);
        await statements.query(`notify ${WORK}`);
        return true;
    });
}

/** Nobody has to look at it any more. False where it is not set aside. */
export async function discardEntry(statements: Statements, { id, state }: DeadLetter): Promise<boolean> {
    const gone =
        state === 'unreadable'
            ? await statements.query('delete from bridge_quarantine where id = $1 returning id', [id.slice(1)])
            : await statements.query(
                  `update bridge_entries set state = 'discarded', settled_at = clock_timestamp()
                   where seq = $1 and state in ('parked', 'dead') returning seq`,
                  [id]
              );
    return gone.length > 0;
}
