/** Which reps are in a conversation of Salesforce. */
export const REPS_THERE = `
    create table bridge_reps_there (
        conversation text not null,
        user_id text not null,
        primary key (conversation, user_id)
    )`;
