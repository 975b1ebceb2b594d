/** What is delivered, in which order, by whom, and what was seen of the stream. */
export const DELIVERY = `
    create table bridge_leader (
        name text primary key,
        epoch bigint not null default 0,
        holder text,
        until timestamptz not null default '-infinity'
    );
    create table bridge_workers (
        id text primary key,
        until timestamptz not null
    );
    create table bridge_streams (
        topic text primary key,
        replay_id bytea not null,
        stored_at timestamptz not null default clock_timestamp()
    );
    create table bridge_seen (
        key text primary key,
        at timestamptz not null default clock_timestamp()
    );
    create index bridge_seen_at on bridge_seen (at);
    create table bridge_lanes (
        lane text primary key,
        due_at timestamptz,
        worker text,
        failures integer not null default 0,
        reason text
    );
    create index bridge_lanes_due on bridge_lanes (due_at) where due_at is not null;
    create table bridge_entries (
        seq bigint generated always as identity primary key,
        lane text not null,
        key text not null,
        kind text not null,
        body jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'parked', 'dead', 'discarded')),
        reason text,
        created_at timestamptz not null,
        received_at timestamptz not null default clock_timestamp(),
        settled_at timestamptz
    );
    create index bridge_entries_waiting on bridge_entries (lane, seq) where state = 'waiting';
    create index bridge_entries_aside on bridge_entries (state, seq) where state in ('parked', 'dead');
    create index bridge_entries_settled on bridge_entries (settled_at) where settled_at is not null;
    create table bridge_parts (
        seq bigint not null references bridge_entries on delete cascade,
        part integer not null,
        body jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'started', 'sent', 'unprovable')),
        started_at timestamptz,
        remote_id text,
        primary key (seq, part)
    );
    create table bridge_links (
        conversation text primary key,
        topology text not null check (topology in ('genesysChannel', 'openMessaging')),
        messenger text not null check (messenger in ('sms', 'other')),
        customer text not null,
        genesys_conversation text,
        communication text,
        integration text,
        changed_at timestamptz not null default clock_timestamp()
    );
    create index bridge_links_genesys on bridge_links (genesys_conversation) where genesys_conversation is not null;
    create table bridge_quarantine (
        id bigint generated always as identity primary key,
        event_id text not null,
        replay_id bytea not null,
        schema_id text not null,
        bytes bytea not null,
        reason text not null,
        received_at timestamptz not null default clock_timestamp()
    )`;
