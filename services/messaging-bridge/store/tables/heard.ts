/** Of each conversation of Genesys Cloud that customers came by: whose it is there, as it was heard. */
export const HEARD = `
    create table bridge_heard (
        conversation text primary key,
        channel_address text not null,
        participant text,
        communication text,
        ended_at timestamptz,
        changed_at timestamptz not null default clock_timestamp()
    );
    create index bridge_heard_open on bridge_heard (changed_at) where ended_at is null`;
