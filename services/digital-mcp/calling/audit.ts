/** JSON lines of ours, one each. */
export interface Log {
    /** Resolves when the line is written; rejects where it cannot be. */
    record(line: object): Promise<void>;
    /** Never throws. */
    error(line: object): void;
}

export interface Change {
    /** Of the call, as its result or error has it. */
    readonly callId: string;
    readonly caller: string;
    readonly pcid: string;
    readonly tool: string;
    /** Of connection, tool and arguments: the same for the same call, and nothing of a customer. */
    readonly hash: string;
}

/** A call that brought no answer, and nothing of its arguments. */
export interface NotDone {
    readonly callId: string;
    readonly caller: string;
    /** Undefined where there is no such tool. */
    readonly tool: string | undefined;
    readonly reason: string;
    readonly status?: number | undefined;
    /** Genesys Cloud's, where it answered. */
    readonly correlationId?: string | undefined;
}

/**
 * A line for each change, before it is sent and after, and for each other call that ends with an error. Names, ids, codes and counts; no arguments, no texts of Genesys
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
    notDone(call: NotDone): void;
    storeFailed(callId: string): void;
    /** What the configuration names is not there. The text is ours and holds no secret. */
    misconfigured(message: string, callId?: string): void;
    fault(callId: string, tool: string | undefined, error: unknown): void;
}

export function createAudit(log: Log): Audit {
    return {
        attempt: ({ callId, caller, pcid, tool, hash }) =>
            log.record({ event: 'attempt', callId, caller, pcid, tool, hash }),
        outcome: ({ callId, caller, pcid, tool, hash, outcome, status, correlationId }) =>
            log.record({ event: 'outcome', callId, caller, pcid, tool, hash, outcome, status, correlationId }).then(
                () => true,
                () => false
            ),
        notDone: ({ callId, caller, tool, reason, status, correlationId }) =>
            void log
                .record({ event: 'notDone', callId, caller, tool, reason, status, correlationId })
                .catch(() => undefined),
        storeFailed: (callId) => log.error({ event: 'storeFailed', callId }),
        misconfigured: (message, callId) => log.error({ event: 'misconfigured', callId, message }),
        // The message may quote what was sent; the name and the place cannot.
        fault: (callId, tool, error) =>
            log.error({
                event: 'fault',
                callId,
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
