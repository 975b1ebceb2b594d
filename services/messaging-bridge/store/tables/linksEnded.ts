/** When Salesforce said last that a conversation is over there. */
export const LINKS_ENDED = `
    alter table bridge_links add column ended_at timestamptz`;
