/**
 * Where Genesys Cloud is the far side: which of its messages an entry in Salesforce tells, for receipts. And which customers
 * want no messages.
 */
export const TOLD = `
    create table bridge_told (
        entry text primary key,
        message text not null,
        channel_address text not null,
        far_end text not null,
        at timestamptz not null default clock_timestamp()
    );
    create index bridge_told_at on bridge_told (at);
    create table bridge_opted_out (
        channel_address text not null,
        customer text not null,
        at timestamptz not null default clock_timestamp(),
        primary key (channel_address, customer)
    )`;
