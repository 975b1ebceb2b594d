import { allow } from '../genesys/allow.ts';
import { begin, connect, end, leave, partyEvent, replaced, theConnectedCall, theLiveCall, told } from './steps.ts';
import type { Around, Step } from './steps.ts';
import { liveCall } from './voiceCall.ts';
import type { Party, VoiceCall } from './voiceCall.ts';

type Calls = readonly VoiceCall[];
type Args = readonly unknown[];

/** The 15 methods. None names a call: each acts on the one that goes on. */
const METHODS = {
    acceptCall: (calls: Calls, _args: Args, around: Around): Step => connect(calls, theRingingCall(calls), around),
    declineCall: (calls: Calls, _args: Args, around: Around): Step => end(calls, theRingingCall(calls), around),
    endCall(calls: Calls, [who = 'Agent']: Args, around: Around): Step {
        const call = theLiveCall(calls);
        allow(call.state !== 'ringing', 'A call that rings is declined, not ended.');
        switch (who) {
            case 'Agent':
                return end(calls, call, around);
            case 'Initial_Caller':
                return leave(calls, call, 'customer', around);
            case 'Third_Party':
                return leave(calls, call, 'added', around);
            default:
                return refuse('participantType must be Initial_Caller, Third_Party or Agent.');
        }
    },
    mute: (calls: Calls): Step => switchMute(calls, true),
    unmute: (calls: Calls): Step => switchMute(calls, false),
    hold: (calls: Calls, [who]: Args): Step => switchHold(calls, who, true),
    resume: (calls: Calls, [who]: Args): Step => switchHold(calls, who, false),
    pauseRecording: (calls: Calls): Step => switchRecording(calls, true),
    resumeRecording: (calls: Calls): Step => switchRecording(calls, false),
    merge(calls: Calls): Step {
        const [call, customer, added] = theThree(calls);
        const together = { customer: { ...customer, held: false }, added: { ...added, held: false } };
        return told(calls, { ...call, ...together }, 'conference');
    },
    swap(calls: Calls): Step {
        const [call, customer, added] = theThree(calls);
        allow(customer.held !== added.held, 'Swap needs one of the two on hold.');
        const other = { customer: { ...customer, held: added.held }, added: { ...added, held: customer.held } };
        return told(calls, { ...call, ...other }, 'swap');
    },
    sendDigits(calls: Calls, [digits]: Args): Step {
        theConnectedCall(calls);
        allow(typeof digits === 'string' && /^[0-9*#A-D,]+$/.test(digits), 'digits may be 0-9, *, #, A-D and comma.');
        return { calls, happened: [] };
    },
    startPreviewCall(calls: Calls, [phoneNumber]: Args, around: Around): Step {
        allow(around.settings.telephony !== 'native', 'Native Telephony has no preview calls.');
        allow(isText(phoneNumber), 'phoneNumber must be a text.');
        return begin(calls, { callType: 'outbound', participant: phoneNumber }, around);
    },
    addParticipant(calls: Calls, [contactType, contactValue, isBlindTransfer]: Args, around: Around): Step {
        const call = theConnectedCall(calls);
        allow(call.added === undefined, 'Somebody was added already.');
        allow(isText(contactValue), 'contactValue must be a text.');
        allow(typeof isBlindTransfer === 'boolean', 'isBlindTransfer must be true or false.');
        allow(!isBlindTransfer || around.settings.telephony !== 'amazon', 'Amazon Connect has no blind transfer.');
        const party = {
            name: nameOf(contactType, contactValue, around),
            legId: around.newId(),
            held: false,
            ringing: true
        };
        return isBlindTransfer ? passOn(calls, call, party, around) : consult(calls, call, party);
    },
    updateNextBestActions(calls: Calls, [recordId, payload]: Args): Step {
        allow(isText(recordId), 'recordId must be a text.');
        allow(payload !== undefined && payload !== null, 'payload is missing.');
        return { calls, happened: [] };
    }
};

export type MethodName = keyof typeof METHODS;
export const METHOD_NAMES = Object.keys(METHODS) as readonly MethodName[];

export function isMethod(name: unknown): name is MethodName {
    return typeof name === 'string' && Object.hasOwn(METHODS, name);
}

/** Throws Refusal for what the phone does not do; the toolkit itself answers nothing either way. */
export function perform(calls: Calls, method: MethodName, args: Args, around: Around): Step {
    return METHODS[method](calls, args, around);
}

function theRingingCall(calls: Calls): VoiceCall {
    const call = liveCall(calls);
    allow(call?.state === 'ringing', 'No call rings.');
    return call;
}

function theThree(calls: Calls): [VoiceCall, customer: Party, added: Party] {
    const call = theConnectedCall(calls);
    const { added, customer } = call;
    allow(customer !== undefined && added !== undefined && !added.ringing, 'This needs three on the line.');
    return [call, customer, added];
}

function switchMute(calls: Calls, muted: boolean): Step {
    const call = theConnectedCall(calls);
    allow(call.muted !== muted, muted ? 'The agent is muted already.' : 'The agent is not muted.');
    return told(calls, { ...call, muted }, muted ? 'mute' : 'unmute');
}

function switchRecording(calls: Calls, recordingPaused: boolean): Step {
    const call = theConnectedCall(calls);
    allow(
        call.recordingPaused !== recordingPaused,
        recordingPaused ? 'The recording is paused already.' : 'The recording is not paused.'
    );
    return told(calls, { ...call, recordingPaused }, recordingPaused ? 'pauserecording' : 'resumerecording');
}

function switchHold(calls: Calls, who: unknown, held: boolean): Step {
    const call = theConnectedCall(calls);
    allow(who === 'Initial_Caller' || who === 'Third_Party', 'participantType must be Initial_Caller or Third_Party.');
    const role = who === 'Initial_Caller' ? 'customer' : 'added';
    const party = call[role];
    allow(party !== undefined && !party.ringing, 'This participant is not on the line.');
    allow(party.held !== held, held ? 'This participant is on hold already.' : 'This participant is not on hold.');
    return {
        calls: replaced(calls, { ...call, [role]: { ...party, held } }),
        happened: [partyEvent(held ? 'hold' : 'resume', call, party)]
    };
}

/** The customer waits while the one who was added is rung. */
function consult(calls: Calls, call: VoiceCall, added: Party): Step {
    const { customer } = call;
    const waits = customer === undefined || customer.held ? [] : [partyEvent('hold', call, customer)];
    return {
        calls: replaced(calls, { ...call, added, ...(customer ? { customer: { ...customer, held: true } } : {}) }),
        happened: [...waits, partyEvent('participantadded', call, added)]
    };
}

function passOn(calls: Calls, call: VoiceCall, added: Party, around: Around): Step {
    const ended = end(calls, call, around);
    return { calls: ended.calls, happened: [partyEvent('participantadded', call, added), ...ended.happened] };
}

function nameOf(contactType: unknown, contactValue: string, { nameOf: known }: Around): string {
    if (contactType === 'PhoneNumber') return contactValue;
    allow(contactType === 'AgentOrQueueId', 'contactType must be PhoneNumber or AgentOrQueueId.');
    return known(contactValue) ?? refuse('No agent and no queue has this id.');
}

function isText(value: unknown): value is string {
    return typeof value === 'string' && value.trim() !== '';
}

function refuse(reason: string): never {
    allow(false, reason);
    throw new Error(reason);
}
