import { allow } from '../genesys/allow.ts';
import { asTold } from './asTold.ts';
import { report } from './lineReport.ts';
import { lowerFlag, note, raiseFlag, say } from './messages.ts';
import type { Speaker, Writer } from './messages.ts';
import { begin, connect, leave, partyEvent, replaced, theConnectedCall, theLiveCall } from './steps.ts';
import type { Around, Step } from './steps.ts';
import { perform } from './toolkitMethods.ts';
import type { MethodName } from './toolkitMethods.ts';
import type { ToolkitEvent } from './toolkitEvent.ts';
import type { CallType, VoiceCall } from './voiceCall.ts';

/** All that can happen to an agent's calls. Where a `callId` is missing it is about the call that goes on. */
export type Move =
    /** Somebody calls the agent. `callId`: the connector took an id of its own, such as the conversation's of Genesys. */
    | {
          readonly move: 'ring';
          readonly number: string;
          readonly callType?: Exclude<CallType, 'outbound'>;
          readonly callId?: string;
      }
    | { readonly move: 'dial'; readonly number: string }
    /** The customer who is called answers, or goes. */
    | { readonly move: 'answer' | 'hangUp' }
    /** Whoever was added answers, or goes. */
    | { readonly move: 'addedAnswers' | 'addedLeaves' }
    /** The agent is done with the work after a call. */
    | { readonly move: 'finishWrapUp'; readonly callId: string }
    | { readonly move: 'say'; readonly by: Speaker; readonly text: string; readonly callId?: string }
    | { readonly move: 'note' | 'raiseFlag'; readonly by: Writer; readonly text: string; readonly callId?: string }
    | { readonly move: 'lowerFlag'; readonly by: Writer; readonly callId?: string }
    /** Reports of the line come, more than one in a flood. */
    | { readonly move: 'report'; readonly count: number }
    /** A component calls a method of the toolkit. */
    | { readonly move: 'method'; readonly method: MethodName; readonly args: readonly unknown[] };

export interface Moved {
    readonly calls: readonly VoiceCall[];
    readonly told: readonly ToolkitEvent[];
}

/** The calls after a move, and what the toolkit tells of it. Pure but for new ids. Throws Refusal. */
export function afterMove(calls: readonly VoiceCall[], move: Move, around: Around): Moved {
    const { calls: now, happened } = step(calls, move, around);
    return { calls: now, told: asTold(happened, around.settings) };
}

function step(calls: readonly VoiceCall[], move: Move, around: Around): Step {
    switch (move.move) {
        case 'ring':
            return begin(
                calls,
                { callType: move.callType ?? 'inbound', participant: move.number },
                around,
                move.callId
            );
        case 'dial':
            return begin(calls, { callType: 'outbound', participant: move.number }, around);
        case 'answer': {
            const call = theLiveCall(calls);
            allow(call.state === 'dialing', 'The far end is not ringing.');
            return connect(calls, call, around);
        }
        case 'hangUp':
            return leave(calls, theLiveCall(calls), 'customer', around);
        case 'addedAnswers':
            return addedAnswers(calls);
        case 'addedLeaves':
            return leave(calls, theConnectedCall(calls), 'added', around);
        case 'finishWrapUp':
            return finishWrapUp(calls, move.callId);
        case 'report':
            return report(calls, theConnectedCall(calls), around.settings.line, move.count);
        case 'method':
            return perform(calls, move.method, move.args, around);
        default:
            return message(calls, move, around);
    }
}

function message(
    calls: readonly VoiceCall[],
    move: Extract<Move, { move: 'say' | 'note' | 'raiseFlag' | 'lowerFlag' }>,
    around: Around
): Step {
    const call = withConversation(calls, move.callId);
    switch (move.move) {
        case 'say':
            return say(calls, call, move.by, move.text, around);
        case 'note':
            return note(calls, call, move.by, move.text, around);
        case 'raiseFlag':
            return raiseFlag(calls, call, move.by, move.text, around);
        default:
            return lowerFlag(calls, call, move.by, around);
    }
}

/** A second word of the same: the connector has one for who is added and one for who answers, the toolkit has one. */
function addedAnswers(calls: readonly VoiceCall[]): Step {
    const call = theConnectedCall(calls);
    const { added } = call;
    allow(added?.ringing === true, 'Nobody who was added is ringing.');
    return {
        calls: replaced(calls, { ...call, added: { ...added, ringing: false } }),
        happened: [partyEvent('participantadded', call, added)]
    };
}

function finishWrapUp(calls: readonly VoiceCall[], callId: string): Step {
    const over = calls.find((call) => call.callId === callId && call.state === 'wrapUp');
    allow(over !== undefined, 'No wrap-up is open for this call.');
    return { calls: calls.filter((call) => call !== over), happened: [{ type: 'wrapupended', detail: { callId } }] };
}

/** Messages of a call may come late, while it is wrapped up. */
function withConversation(calls: readonly VoiceCall[], callId: string | undefined): VoiceCall {
    const call = callId === undefined ? theLiveCall(calls) : calls.find((one) => one.callId === callId);
    allow(call?.state === 'connected' || call?.state === 'wrapUp', 'This call is not connected here.');
    return call;
}
