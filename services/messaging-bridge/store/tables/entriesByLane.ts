/** By which the entries of one lane are found, those too that have ended: a day of them stands in the table. */
export const ENTRIES_BY_LANE = `
    create index bridge_entries_lane on bridge_entries (lane, seq)`;
