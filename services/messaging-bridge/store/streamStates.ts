import type { Statements } from './database.ts';

/** What the leader says of its stream. `told` is in our words, with what to do. */
export interface StreamState {
    readonly name: string;
    readonly told?: string;
}

export interface StreamRow {
    readonly state?: StreamState & { readonly sinceMs: number; readonly toldAgoMs: number };
    /** When something was stored last; undefined before the first time. */
    readonly storedAgoMs?: number;
    /** How long the last event had been published when it was stored; undefined where nothing more was to be had. */
    readonly behindMs?: number;
}

export async function tellOfStream(statements: Statements, topic: string, state: StreamState): Promise<void> {
    await statements.query(
        `insert into bridge_stream_states (topic, name, told) values ($1, $2, $3)
         on conflict (topic) do update set name = excluded.name, told = excluded.told, at = excluded.at,
             since = case when bridge_stream_states.name = excluded.name
                     and bridge_stream_states.told is not distinct from excluded.told
                 then bridge_stream_states.since else excluded.since end`,
        [topic, state.name, state.told ?? null]
    );
}

export async function streamRow(statements: Statements, topic: string): Promise<StreamRow> {
    const [row] = await statements.query<Record<string, number | string | null>>(
        `select state.name, state.told,
             extract(epoch from clock_timestamp() - state.since) * 1000 as since_ms,
             extract(epoch from clock_timestamp() - state.at) * 1000 as told_ms,
             extract(epoch from clock_timestamp() - stream.stored_at) * 1000 as stored_ms,
             extract(epoch from stream.stored_at - stream.published_at) * 1000 as behind_ms
         from (select $1::text as topic) as asked
             left join bridge_stream_states as state using (topic) left join bridge_streams as stream using (topic)`,
        [topic]
    );
    const { name, told, since_ms: since, told_ms: toldMs, stored_ms: stored, behind_ms: behind } = row ?? {};
    return {
        ...(typeof name !== 'string'
            ? {}
            : {
                  state: {
                      name,
                      ...(typeof told === 'string' ? { told } : {}),
                      sinceMs: Number(since),
                      toldAgoMs: Number(toldMs)
                  }
              }),
        ...(stored === null || stored === undefined ? {} : { storedAgoMs: Number(stored) }),
        ...(behind === null || behind === undefined ? {} : { behindMs: Math.max(0, Number(behind)) })
    };
}
