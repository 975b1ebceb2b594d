import { GenesysError } from '@switchboard/genesys-api';
import type { Audit } from './audit.ts';
import { CallError } from './callError.ts';
import { resultOf } from '../results/results.ts';
import type { RestAsked } from '../results/results.ts';
import type { CheckedCall, Outcome } from './toolCall.ts';

/** A question to Genesys Cloud, which changes nothing there. Throws CallError and GenesysError. */
export function createReading(audit: Audit): (checked: CheckedCall) => Promise<Outcome> {
    return async ({ call, client, meant, notes, sending, tool }) => {
        const { restFrom, restOf } = call.given as RestAsked;
        const { signal } = call;
        const answer = await client.call(tool.operation, meant, signal === undefined ? {} : { signal });
        const rest = { ...(restOf === undefined ? {} : { restOf }), ...(restFrom === undefined ? {} : { restFrom }) };
        try {
            return { kind: 'result', structured: resultOf(tool, answer, rest, notes) };
        } catch (error) {
            if (error instanceof CallError) throw error;
            audit.fault(sending.callId, tool.shortName, error);
            const { attempts, correlationId, status } = answer;
            const facts = { operation: tool.shortName, status, attempts };
            throw new GenesysError({
                ...facts,
                failure: 'unreadable',
                ...(correlationId === undefined ? {} : { correlationId })
            });
        }
    };
}
