/** What Salesforce calls the work of a conversation. */
export const WORK_ITEMS = `
    create table bridge_work_items (
        conversation text primary key,
        work_item_id text not null,
        changed_at timestamptz not null default clock_timestamp()
    )`;
