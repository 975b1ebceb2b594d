/** By which what has a deadline is found, however much else waits. */
export const URGENT_LANES_DUE = `
    create index bridge_lanes_urgent on bridge_lanes (due_at)
        where due_at is not null and lane like 'routing:%'`;
