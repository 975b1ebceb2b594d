import type { Logger } from 'pino';

export interface Change {
    readonly caller: string;
    readonly pcid: string;
    readonly tool: string;
    /** Of connection, tool and arguments: the same for the same call, and nothing of a customer. */
    readonly hash: string;
}

/**
 * A line for each change, before it is sent and after. Names, ids, codes and counts; no arguments, no texts of Genesys
 * Cloud. What cannot be recorded is not sent: `attempt` throws then. The others never throw.
 */
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
    /** What the configuration names is not there. The text is ours and holds no secret. */
    misconfigured(message: string): void;
    fault(tool: string | undefined, error: unknown): void;
}

export function createAudit(log: Logger): Audit {
    function tell(level: 'info' | 'error', line: object): void {
        try {
            log[level](line);
        } catch {
            // The change was made; that nobody can read it here is no reason to say otherwise.
        }
    }
    return {
        attempt: ({ caller, pcid, tool, hash }) => log.info({ event: 'attempt', caller, pcid, tool, hash }),
        outcome: ({ caller, pcid, tool, hash, outcome, status, correlationId }) =>
            tell('info', { event: 'outcome', caller, pcid, tool, hash, outcome, status, correlationId }),
        storeFailed: () => tell('error', { event: 'storeFailed' }),
        misconfigured: (message) => tell('error', { event: 'misconfigured', message }),
        // The message may quote what was sent; the name and the place cannot.
        fault: (tool, error) =>
            tell('error', {
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
