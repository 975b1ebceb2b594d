/** From where a stream can be read again. No replay id: from the oldest event that Salesforce keeps. */
export const REPLAYING = `
    alter table bridge_streams alter column replay_id drop not null;
    create table bridge_positions (
        topic text not null,
        at timestamptz not null,
        replay_id bytea not null,
        primary key (topic, at)
    )`;
