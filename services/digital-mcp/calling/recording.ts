import { GenesysError } from '@switchboard/genesys-api';
import type { Audit } from './audit.ts';
import { CallError } from './callError.ts';
import type { ErrorFacts } from './callError.ts';
import { errorFacts } from './errorFacts.ts';
import type { CheckedCall } from './toolCall.ts';

export interface Ended {
    readonly outcome: string;
    readonly status?: number | undefined;
    readonly correlationId?: string | undefined;
}

/**
 * Sends a change with a record before it leaves and one of how it ended. Throws what `send` throws, and CallError
 * `notRecorded` where nothing was sent because the first record could not be written.
 */
export type Recorded = <Done>(
    checked: CheckedCall,
    hash: string,
    send: (onSend: () => Promise<void>) => Promise<Done>,
    endedAs: (done: Done) => Ended
) => Promise<Done>;

export function createRecording(audit: Audit): Recorded {
    return async ({ call, pcid, sending, tool }, hash, send, endedAs) => {
        const change = { callId: sending.callId, caller: call.caller.name, pcid, tool: tool.shortName, hash };

        async function onSend(): Promise<void> {
            await audit.attempt(change).catch((error: unknown) => {
                throw notRecorded(error);
            });
            if (call.signal?.aborted) throw new GenesysError({ failure: 'cancelled', operation: tool.shortName });
            sending.hasLeft = true;
        }

        async function ended(how: Ended): Promise<void> {
            sending.isTold = true;
            const isRecorded = audit.outcome({ ...change, ...how });
            if (sending.hasLeft) sending.isUnrecorded = !(await isRecorded);
        }

        let done;
        try {
            done = await send(onSend);
        } catch (error) {
            const facts = errorFacts(error, sending.hasLeft) as ErrorFacts & Omit<Ended, 'outcome'>;
            const { correlationId, reason, status } = facts;
            await ended({ outcome: reason, status, correlationId });
            throw error;
        }
        await ended(endedAs(done));
        return done;
    };
}

/** For what was sent: that its record lacks is no reason to send it again. */
export const UNRECORDED =
    'How it ended could not be written to the log of this server. That changes nothing of what was done: do not do it again because of it. Tell whoever runs this server.';

function notRecorded(error: unknown): CallError {
    const { why } = error as { readonly why?: unknown };
    return new CallError({
        reason: 'notRecorded',
        message:
            'Nothing was done: it could not be written to the log of this server, and what is not recorded is not sent.',
        hint: 'Tell whoever runs this server: its standard error, or the file of --log, must go where it is kept: a file with room, or a program that reads it. Then it can be called again.',
        ...(typeof why === 'string' ? { why } : {})
    });
}
