/** When the bridge was started for the first time: kept until it has stored what was published then. */
export const BEGINNINGS = `
    create table bridge_beginnings (
        topic text primary key,
        at timestamptz not null
    )`;
