/** When somebody had an entry that was set aside tried again: its age counts from then. */
export const RETRYING = `alter table bridge_entries add column retried_at timestamptz`;
