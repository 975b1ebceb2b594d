import { CallError } from '../calling/callError.ts';
import type { Outcome, ToolCall } from '../calling/toolCall.ts';
import type { Policy } from '../connections/configuration.ts';
import { CONFIRMATION_SECONDS, createConfirmations } from './confirmation.ts';
import { effectOf } from './preview.ts';
import type { WouldSend } from './preview.ts';
import { questionFor } from './question.ts';
import type { StateStore } from '../state/stateStore.ts';
import type { DigitalTool } from '../tools/tools.ts';

/**
 * Undefined where the call may go ahead; else the question for the user. Throws CallError where it may not, and what
 * `preview` throws, which is called before somebody is asked.
 */
export type Confirming = (
    call: Pick<ToolCall, 'answered' | 'caller' | 'canAsk' | 'given'>,
    tool: DigitalTool,
    of: { readonly hash: string; readonly pcid: string },
    policies: readonly (Policy | undefined)[],
    preview: () => Promise<WouldSend>
) => Promise<Outcome | undefined>;

/** Whether what reaches a customer, ends or overwrites something is wanted. */
export function createConfirming(store: StateStore): Confirming {
    const confirmations = createConfirmations(store);
    return async ({ answered, caller, canAsk, given }, tool, { hash, pcid }, policies, preview) => {
        if (!tool.customerFacing && !tool.destructive) return undefined;
        const again = given['sendAgain'] === true;
        const what = { caller: caller.name, hash, again };
        const word = answered?.word ?? given['confirmation'];
        if (typeof word === 'string') {
            const isGood = await confirmations.redeem(word, what);
            if (answered !== undefined && !answered.goesAhead)
                throw notConfirmed('The user said no. Nothing was done.');
            if (isGood) return undefined;
            throw notConfirmed(
                'This confirmation was used, has ended, or is for a call with other arguments. Nothing was done.'
            );
        }
        if (canAsk)
            return {
                kind: 'ask',
                question: questionFor(tool, pcid, await preview(), again),
                word: await confirmations.issue(what)
            };
        const without = policies.map((one) => one?.withoutAsking).filter((one) => one !== undefined);
        if (without.includes('refuse')) {
            throw notConfirmed(
                'This client cannot ask its user, and the policy of this connection wants that. Nothing was done.'
            );
        }
        if (without.length > 0 && without.every((one) => one === 'allow')) return undefined;
        const wouldSend = await preview();
        throw new CallError({
            reason: 'confirmationNeeded',
            message: `Nothing was done yet. ${effectOf(tool, again)} Ask the person you work for, then call again with the same arguments and this confirmation.`,
            confirmation: await confirmations.issue(what),
            expiresInSeconds: CONFIRMATION_SECONDS,
            wouldSend
        });
    };
}

const notConfirmed = (message: string): CallError => new CallError({ reason: 'notConfirmed', message });
