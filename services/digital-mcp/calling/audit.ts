/** JSON lines of ours, one each. */
export interface Log {
    /** Resolves when the line is written; rejects where it cannot be. */
    record(line: object): Promise<void>;
    /** Never throws. */
    error(line: object): void;
}

export interface Change {
    readonly caller: string;
    readonly pcid: string;
    readonly tool: string;
    /** Of connection, tool and arguments: the same for the same call, and nothing of a customer. */
    readonly hash: string;
}

/**
 * A line for each change, before it is sent and after. Names, ids, codes and counts; no arguments, no texts of Genesys
 * Cloud. What cannot be recorded is not sent: `attempt` rejects then. The others never do.
 */
export interface Audit {
    attempt(change: Change): Promise<void>;
    /** Whether it is written. */
    outcome(
        change: Change & {
            readonly outcome: string;
            readonly status?: number | undefined;
            readonly correlationId?: string | undefined;
        }
    ): Promise<boolean>;
    storeFailed(): void;
    /** What the configuration names is not there. The text is ours and holds no secret. */
    misconfigured(message: string): void;
    fault(tool: string | undefined, error: unknown): void;
}

export function createAudit(log: Log): Audit {
    return {
        attempt: ({ caller, pcid, tool, hash }) => log.record({ event: 'attempt', caller, pcid, tool, hash }),
        outcome: ({ caller, pcid, tool, hash, outcome, status, correlationId }) =>
            log.record({ event: 'outcome', caller, pcid, tool, hash, outcome, status, correlationId }).then(
                () => true,
                () => false
            ),
        storeFailed: () => log.error({ event: 'storeFailed' }),
        misconfigured: (message) => log.error({ event: 'misconfigured', message }),
        // The message may quote what was sent; the name and the place cannot.
        fault: (tool, error) =>
            log.error({
                event: 'fault',
                tool,
                name: error instanceof Error ? error.name : typeof error,
                at: placeOf(error)
            })
    };
}

function placeOf(error: unknown): string | undefined {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return /^\s+at .*?(\w+\.[jt]s:\d+:\d+)\)?$/m.exec(stack)?.[1];
}
