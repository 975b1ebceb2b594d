import type { Answer, Clock } from '@switchboard/genesys-api';
import { argumentHash } from '../arguments/argumentHash.ts';
import type { Audit } from './audit.ts';
import { CallError } from './callError.ts';
import type { CallLimits } from './callLimits.ts';
import type { ErrorFacts } from './callError.ts';
import { createConfirming } from '../sending/confirming.ts';
import { errorFacts } from './errorFacts.ts';
import type { Policy } from '../connections/configuration.ts';
import { requestOf } from '../sending/preview.ts';
import { howToCheck } from '../sending/howToCheck.ts';
import type { Recorded } from './recording.ts';
import { resultOf } from '../results/results.ts';
import type { Structured } from '../results/results.ts';
import { createSentBefore } from '../sending/sentBefore.ts';
import type { Kept } from '../sending/sentBefore.ts';
import type { StateStore } from '../state/stateStore.ts';
import type { CheckedCall, Outcome, Sending } from './toolCall.ts';

interface ChangingOptions {
    readonly store: StateStore;
    readonly clock: Clock;
    readonly audit: Audit;
    readonly recorded: Recorded;
    readonly limits: Pick<CallLimits, 'sends' | 'roomToSend'>;
    /** Copies of this server. */
    readonly replicas: number;
}

interface Guarded {
    readonly hash: string;
    readonly kept: Kept | undefined;
}

/** A change: confirmed, kept from being sent twice to a customer, and recorded. Throws CallError and GenesysError. */
export function createChanging(
    options: ChangingOptions
): (checked: CheckedCall, policies: readonly (Policy | undefined)[]) => Promise<Outcome> {
    const { audit, clock, limits, recorded, replicas, store } = options;
    const confirmed = createConfirming(store);
    const sentBefore = createSentBefore(store);

    async function send(
        { call, client, meant, pcid, sending, tool }: CheckedCall,
        { hash, kept }: Guarded,
        onSend: () => Promise<void>
    ): Promise<Answer> {
        const signal = call.signal === undefined ? {} : { signal: call.signal };
        const sent = (): Promise<Answer> => client.call(tool.operation, meant, { ...signal, onSend });
        if (kept === undefined) return sent();
        const { callId } = sending;
        try {
            await limits.sends(pcid, call.caller);
            const answer = await sent();
            await afterwards(sending, () =>
                sentBefore.is(hash, clock.now(), { callId, state: 'sent', correlationId: answer.correlationId })
            );
            return answer;
        } catch (error) {
            const { correlationId, reason } = errorFacts(error, sending.hasLeft) as ErrorFacts & {
                readonly correlationId?: string;
            };
            const isUnknown = reason === 'outcomeUnknown' || (reason === 'internal' && sending.hasLeft);
            await afterwards(sending, () =>
                isUnknown
                    ? sentBefore.is(hash, clock.now(), { callId, state: 'unknown', correlationId })
                    : sentBefore.undo(hash, kept)
            );
            throw error;
        }
    }

    /** What became of it is known: a store that fails now is no reason to say otherwise. */
    async function afterwards({ callId }: Sending, keep: () => Promise<void>): Promise<void> {
        try {
            await keep();
        } catch {
            audit.storeFailed(callId);
        }
    }

    function doneWith({ notes, sending, tool }: CheckedCall, answer: Answer): Structured {
        try {
            return resultOf(tool, answer, {}, notes);
        } catch (error) {
            audit.fault(sending.callId, tool.shortName, error);
            return resultOf(tool, { ...answer, data: undefined, unreadable: true }, {}, notes);
        }
    }

    return async (checked, policies) => {
        const { call, client, meant, pcid, sending, tool } = checked;
        if (tool.customerFacing && replicas > 1 && !store.isShared) throw noSharedStore();
        const hash = argumentHash(pcid, tool.name, meant);
        if (tool.customerFacing) await limits.roomToSend(pcid, call.caller);
        const again = call.given['sendAgain'] === true;
        const question = await confirmed(call, tool, { hash, pcid }, policies, async () => {
            // Nobody is asked about what would not be sent then.
            if (tool.customerFacing && !again) await sentBefore.look(hash);
            return requestOf(client, tool, meant);
        });
        if (question !== undefined) return question;
        const kept = tool.customerFacing
            ? await sentBefore.attempt(hash, clock.now(), again, sending.callId)
            : undefined;
        const answer = await recorded(
            checked,
            hash,
            (onSend) => send(checked, { hash, kept }, onSend),
            ({ correlationId, status }) => ({ outcome: 'done', status, correlationId })
        );
        const structured = doneWith(checked, answer);
        if (!answer.unreadable) return { kind: 'result', structured };
        const told = { ...(structured['_call'] as Structured), ...howToCheck(tool, call.given) };
        return { kind: 'result', structured: { ...structured, _call: told } };
    };
}

function noSharedStore(): CallError {
    return new CallError({
        reason: 'notAllowed',
        message:
            'Nothing was sent. Several copies of this server are running without a store that they share, so none of them knows what another one has sent.',
        hint: 'Whoever runs this server sets "store", or "replicas" to 1.'
    });
}
