/** When a routing is given up. Milliseconds since Salesforce published it. */
export interface Deadline {
    /** Nothing more is tried from here on: there is time left to say so. */
    readonly failAfterMs: number;
    /** A success is not told any more: it might come too late. */
    readonly answerWithinMs: number;
    /** Salesforce has given it up itself. */
    readonly overAfterMs: number;
}

export const DEADLINE: Deadline = { failAfterMs: 55_000, answerWithinMs: 59_000, overAfterMs: 60_000 };

/** How soon a routing must be looked at again, `elapsedMs` after it was asked for; undefined where there is no hurry. */
export function wakeWithinMs(elapsedMs: number, { failAfterMs, overAfterMs }: Deadline = DEADLINE): number | undefined {
    if (elapsedMs < failAfterMs) return Math.max(10, failAfterMs - elapsedMs);
    return elapsedMs < overAfterMs ? 500 : undefined;
}
