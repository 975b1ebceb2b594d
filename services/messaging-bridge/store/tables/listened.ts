/** Until when somebody listened to what Genesys Cloud tells. */
export const LISTENED = `
    create table bridge_listened (
        name text primary key,
        at timestamptz not null
    )`;
