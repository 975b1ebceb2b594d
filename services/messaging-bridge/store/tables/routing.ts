/** What has become of each routing that Salesforce asked for. Of `route` and `work`: what was done may have to be undone. */
export const ROUTING = `
    create table bridge_routings (
        seq bigint primary key references bridge_entries on delete cascade,
        lane text not null,
        routing_type text not null,
        route text not null default 'none' check (route in ('none', 'perhaps', 'done', 'undone')),
        work text not null default 'none' check (work in ('none', 'perhaps', 'done', 'undone')),
        answer text not null default 'none' check (answer in ('none', 'perhaps', 'done')),
        user_id text,
        work_item_id text,
        correlation_id text,
        agent_work_id text,
        is_accepted boolean not null default false,
        ended text check (ended in ('failed', 'cancelled')),
        reason text,
        said text
    );
    create index bridge_routings_lane on bridge_routings (lane, seq)`;
