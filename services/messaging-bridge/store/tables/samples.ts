/** How the bridge stood, now and then: for pictures of the last hours. */
export const SAMPLES = `create table bridge_samples (
        at timestamptz primary key default clock_timestamp(),
        waiting integer not null,
        behind_ms double precision,
        delivered integer not null,
        aside integer not null
    )`;
