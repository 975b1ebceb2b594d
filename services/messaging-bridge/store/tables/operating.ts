/** What operators are told of: the processes, the stream, and how far behind it was read. */
export const OPERATING = `
    alter table bridge_workers add column told jsonb;
    alter table bridge_streams add column published_at timestamptz;
    create table bridge_stream_states (
        topic text primary key,
        name text not null,
        told text,
        since timestamptz not null default clock_timestamp(),
        at timestamptz not null default clock_timestamp()
    )`;
