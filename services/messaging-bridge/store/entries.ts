import type { Database, Statements } from './database.ts';
import { assertHeld, whileHeld } from './lanes.ts';
import type { HeldLane } from './lanes.ts';

export interface Entry {
    readonly seq: number;
    readonly lane: string;
    readonly key: string;
    readonly kind: string;
    readonly body: unknown;
    /** Milliseconds since it was said, or since somebody had it tried again; by the database's clock. */
    readonly ageMs: number;
}

/** One send of an entry. */
export interface Part {
    readonly part: number;
    readonly body: unknown;
    readonly state: 'waiting' | 'started' | 'sent' | 'unprovable';
    /** Milliseconds since the attempt began. */
    readonly startedAgoMs?: number;
    readonly remoteId?: string;
}

/** How an entry ends. */
export type Settled = 'delivered' | 'parked' | 'dead' | 'discarded';

/** The lane's lowest entry that has not ended. */
export async function firstEntry(statements: Statements, lane: string): Promise<Entry | undefined> {
    const [found] = await statements.query<{
        seq: number | string;
        key: string;
        kind: string;
        body: unknown;
        age_ms: number | string;
    }>(
        `select seq, key, kind, body, extract(epoch from clock_timestamp() - coalesce(retried_at, created_at)) * 1000 as age_ms
         from bridge_entries where lane = $1 and state = 'waiting' order by seq limit 1`,
        [lane]
    );
    if (found === undefined) return undefined;
    const { seq, age_ms: ageMs, ...entry } = found;
    return { ...entry, lane, seq: Number(seq), ageMs: Number(ageMs) };
}

/** Milliseconds since the bridge has kept an entry; Infinity where the clock was set back since. */
export async function keptForMs(statements: Statements, { seq }: Pick<Entry, 'seq'>): Promise<number> {
    const [found] = await statements.query<{ ms: number | string }>(
        'select extract(epoch from clock_timestamp() - received_at) * 1000 as ms from bridge_entries where seq = $1',
        [seq]
    );
    const ms = Number(found?.ms ?? 0);
    return ms < 0 ? Infinity : ms;
}

/** The entry's parts, in their order; those of the plan where it has none yet. Throws LaneLost. */
export async function partsOf(
    database: Database,
    held: HeldLane,
    { seq }: Entry,
    plan: () => Promise<readonly unknown[]>
): Promise<Part[]> {
    const kept = await readParts(database, seq);
    if (kept.length > 0) return kept;
    const planned = await plan();
    await whileHeld(
        database,
        held,
        `insert into bridge_parts (seq, part, body)
         select $3, place - 1, body from jsonb_array_elements($4::jsonb) with ordinality as given (body, place), held
         returning part`,
        [seq, JSON.stringify(planned)]
    );
    return planned.map((body, part) => ({ part, body, state: 'waiting' }));
}

async function readParts(statements: Statements, seq: number): Promise<Part[]> {
    const rows = await statements.query<{
        part: number;
        body: unknown;
        state: Part['state'];
        ago_ms: number | string | null;
        remote_id: string | null;
    }>(
        `select part, body, state, remote_id, extract(epoch from clock_timestamp() - started_at) * 1000 as ago_ms
         from bridge_parts where seq = $1 order by part`,
        [seq]
    );
    return rows.map(({ part, body, state, ago_ms: ago, remote_id: remoteId }) => ({
        part,
        body,
        state,
        ...(ago === null ? {} : { startedAgoMs: Number(ago) }),
        ...(remoteId === null ? {} : { remoteId })
    }));
}

/** Committed before a part is sent: what was started may have arrived. Throws LaneLost. */
export async function startPart(database: Database, held: HeldLane, { seq }: Entry, part: number): Promise<void> {
    await whileHeld(
        database,
        held,
        `update bridge_parts set state = 'started', started_at = clock_timestamp() from held
         where seq = $3 and part = $4 and state = 'waiting' returning part`,
        [seq, part]
    );
}

/**
 * The part has certainly not been sent, and is to be sent again; or it has been, under a name there; or nobody knows.
 * With it what follows from that (`also`), such as what the answer told. Throws LaneLost.
 */
export async function settlePart(
    database: Database,
    held: HeldLane,
    { seq }: Entry,
    part: number,
    outcome: { readonly state: 'waiting' | 'unprovable' } | { readonly state: 'sent'; readonly remoteId?: string },
    also?: (statements: Statements) => Promise<unknown>
): Promise<void> {
    const remoteId = outcome.state === 'sent' ? (outcome.remoteId ?? null) : null;
    const settle = (statements: Statements): Promise<void> =>
        whileHeld(
            statements,
            held,
            `update bridge_parts set state = $5, remote_id = $6 from held where seq = $3 and part = $4 returning part`,
            [seq, part, outcome.state, remoteId]
        );
    if (also === undefined) return settle(database);
    await database.transaction(async (statements) => {
        await settle(statements);
        await also(statements);
    });
}

/** Ends an entry, and with it what follows from its end (`also`), such as what the rep is told. Throws LaneLost. */
export async function settleEntry(
    database: Database,
    held: HeldLane,
    { seq }: Entry,
    end: { readonly state: Settled; readonly reason?: string },
    also: (statements: Statements) => Promise<unknown> = async () => undefined
): Promise<void> {
    await database.transaction(async (statements) => {
        await assertHeld(statements, held);
        await statements.query(
            `update bridge_entries set state = $2, reason = $3, settled_at = clock_timestamp() where seq = $1`,
            [seq, end.state, end.reason ?? null]
        );
        await statements.query('update bridge_lanes set failures = 0, reason = null where lane = $1', [held.lane]);
        await also(statements);
    });
}

/** What those of this lane's parts that have arrived are called there, since `sinceMs` ago: no other part may claim them. */
export async function claimedIds(statements: Statements, lane: string): Promise<Set<string>> {
    const rows = await statements.query<{ remote_id: string }>(
        `select remote_id from bridge_parts join bridge_entries using (seq)
         where lane = $1 and remote_id is not null order by seq desc limit 500`,
        [lane]
    );
    return new Set(rows.map(({ remote_id: id }) => id));
}

/** What waits behind an entry in its lane, in order, `most` at most. */
export async function waitingBehind(
    statements: Statements,
    { lane, seq }: Entry,
    most: number
): Promise<Pick<Entry, 'seq' | 'kind' | 'body'>[]> {
    const rows = await statements.query<{ seq: number | string; kind: string; body: unknown }>(
        `select seq, kind, body from bridge_entries
         where lane = $1 and state = 'waiting' and seq > $2 order by seq limit $3`,
        [lane, seq, most]
    );
    return rows.map(({ seq: number, ...entry }) => ({ ...entry, seq: Number(number) }));
}

/** Ends entries of a lane that went along with another one. Within a transaction of whoever holds the lane. */
export async function settleAlong(statements: Statements, lane: string, seqs: readonly number[]): Promise<void> {
    await statements.query(
        `update bridge_entries set state = 'delivered', settled_at = clock_timestamp()
         where lane = $1 and state = 'waiting' and seq in (select value::bigint from jsonb_array_elements_text($2::jsonb))`,
        [lane, JSON.stringify(seqs)]
    );
}

/** The entry of a kind one part of which has arrived under this name there, and whether that part was its last. */
export async function entryThatSent(
    statements: Statements,
    kind: string,
    remoteId: string
): Promise<{ readonly key: string; readonly body: unknown; readonly isLastPart: boolean } | undefined> {
    const [found] = await statements.query<{ key: string; body: unknown; is_last: boolean }>(
        `select key, bridge_entries.body,
             not exists (select from bridge_parts later where later.seq = sent.seq and later.part > sent.part) as is_last
         from bridge_parts sent join bridge_entries using (seq) where remote_id = $1 and kind = $2 limit 1`,
        [remoteId, kind]
    );
    return found && { key: found.key, body: found.body, isLastPart: found.is_last };
}

/** Whether anything waits in a lane. */
export async function isWaitingIn(statements: Statements, lane: string): Promise<boolean> {
    const found = await statements.query(`select from bridge_entries where lane = $1 and state = 'waiting' limit 1`, [
        lane
    ]);
    return found.length > 0;
}

/** Bodies of the last entries of a kind in a lane, ended or not, the newest first. */
export async function lastBodies(statements: Statements, lane: string, kind: string, most: number): Promise<unknown[]> {
    const rows = await statements.query<{ body: unknown }>(
        'select body from bridge_entries where lane = $1 and kind = $2 order by seq desc limit $3',
        [lane, kind, most]
    );
    return rows.map(({ body }) => body);
}

/** The body of a lane's last entry of a kind, where it has been delivered; `leftAt`: when the last of it left. */
export async function lastDelivered(
    statements: Statements,
    lane: string,
    kind: string
): Promise<{ readonly body: unknown; readonly leftAt: number } | undefined> {
    const [last] = await statements.query<{ body: unknown; state: string; left_at: number | string | null }>(
        `select body, state,
             (select extract(epoch from max(started_at)) * 1000 from bridge_parts as part where part.seq = entry.seq) as left_at
         from bridge_entries as entry where lane = $1 and kind = $2 order by seq desc limit 1`,
        [lane, kind]
    );
    return last?.state === 'delivered' ? { body: last.body, leftAt: Number(last.left_at ?? 0) } : undefined;
}

/** How many entries of all lanes have not ended. */
export async function waitingEntries(statements: Statements): Promise<number> {
    const [found] = await statements.query<{ count: number | string }>(
        `select count(*) as count from bridge_entries where state = 'waiting'`
    );
    return Number(found?.count ?? 0);
}
