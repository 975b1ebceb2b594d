import type { Logger } from 'pino';

interface Change {
    readonly caller: string;
    readonly pcid: string;
    readonly tool: string;
    /** Of connection, tool and arguments: the same for the same call, and nothing of a customer. */
    readonly hash: string;
}

/** A line for each change, before it is sent and after. Names, ids, codes and counts; no arguments, no texts of an error. */
export interface Audit {
    attempt(change: Change): void;
    outcome(
        change: Change & {
            readonly outcome: string;
            readonly status?: number | undefined;
            readonly correlationId?: string | undefined;
        }
    ): void;
    storeFailed(): void;
    fault(tool: string | undefined, error: unknown): void;
}

export function createAudit(log: Logger): Audit {
    return {
        attempt: ({ caller, pcid, tool, hash }) => log.info({ event: 'attempt', caller, pcid, tool, hash }),
        outcome: ({ caller, pcid, tool, hash, outcome, status, correlationId }) =>
            log.info({ event: 'outcome', caller, pcid, tool, hash, outcome, status, correlationId }),
        storeFailed: () => log.error({ event: 'storeFailed' }),
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
    return /\bat .*?(\w+\.\w+:\d+:\d+)/.exec(stack)?.[1];
}
