/** By which a receipt of Genesys Cloud finds the rep's message that it is about. */
export const RECEIPTS = `
    create index bridge_parts_remote on bridge_parts (remote_id) where remote_id is not null`;
