/** One message of a trace. `message` is whatever was on the channel, well formed or not. */
export interface TraceEntry {
    /** Milliseconds from the beginning of the trace, never going back. */
    readonly atMs: number;
    readonly message: unknown;
}

/** Why a text is no trace. `entry` counts from 1. */
export type TraceProblem =
    | { readonly problem: 'notJson' | 'notAList' | 'empty' }
    | { readonly problem: 'noObject' | 'noTime' | 'badTime' | 'backInTime' | 'noMessage'; readonly entry: number };

export type TraceReading = { readonly entries: readonly TraceEntry[] } | TraceProblem;
