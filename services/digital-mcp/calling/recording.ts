import type { Audit, Change } from './audit.ts';
import type { ErrorFacts } from './callError.ts';
import { errorFacts } from './errorFacts.ts';
import type { Sending } from './toolCall.ts';

export interface Ended {
    readonly outcome: string;
    readonly status?: number | undefined;
    readonly correlationId?: string | undefined;
}

/** Sends a change with a record before it leaves and one of how it ended. Throws what `send` throws. */
export type Recorded = <Done>(
    change: Change,
    sending: Sending,
    send: (onSend: () => void) => Promise<Done>,
    endedAs: (done: Done) => Ended
) => Promise<Done>;

export function createRecording(audit: Audit): Recorded {
    return async (change, sending, send, endedAs) => {
        const onSend = (): void => {
            audit.attempt(change);
            sending.hasLeft = true;
        };
        try {
            const done = await send(onSend);
            audit.outcome({ ...change, ...endedAs(done) });
            return done;
        } catch (error) {
            const facts = errorFacts(error, sending.hasLeft) as ErrorFacts & Omit<Ended, 'outcome'>;
            const { correlationId, reason, status } = facts;
            audit.outcome({ ...change, outcome: reason, status, correlationId });
            throw error;
        }
    };
}
