import { allow } from '../genesys/allow.ts';
import { replaced } from './steps.ts';
import type { Around, Step } from './steps.ts';
import type { VoiceCall } from './voiceCall.ts';

export const SPEAKERS = ['customer', 'agent', 'supervisor'] as const;
export type Speaker = (typeof SPEAKERS)[number];
/** Who is not on the line but beside it. */
export type Writer = Exclude<Speaker, 'customer'>;

/** The page documents two roles; for the customer's, listeners in public code test for a third. */
const ROLES: Readonly<Record<Speaker, string>> = { customer: 'EndUser', agent: 'Agent', supervisor: 'Supervisor' };
const NAMES: Readonly<Record<Writer, string>> = { agent: 'Agent One', supervisor: 'Supervisor One' };

/** What a message needs some milliseconds for. */
const ON_THE_WAY_MS = 29;

/** Somebody says something on the line, as a transcript has it. */
export function say(calls: readonly VoiceCall[], call: VoiceCall, by: Speaker, text: string, around: Around): Step {
    const detail = message(call, text, { role: ROLES[by] }, around);
    return { calls, happened: [{ type: 'transcript', detail }] };
}

export function note(calls: readonly VoiceCall[], call: VoiceCall, by: Writer, text: string, around: Around): Step {
    return { calls, happened: [{ type: 'note', detail: message(call, text, named(by), around) }] };
}

export function raiseFlag(
    calls: readonly VoiceCall[],
    call: VoiceCall,
    by: Writer,
    text: string,
    around: Around
): Step {
    allow(!call.flagRaised, 'A flag is raised already.');
    const detail = { ...message(call, text, named(by), around), voiceCallId: call.voiceCallId };
    return { calls: replaced(calls, { ...call, flagRaised: true }), happened: [{ type: 'flagraise', detail }] };
}

export function lowerFlag(calls: readonly VoiceCall[], call: VoiceCall, by: Writer, around: Around): Step {
    allow(call.flagRaised, 'No flag is raised.');
    const detail = { ...message(call, null, named(by), around), voiceCallId: call.voiceCallId };
    return { calls: replaced(calls, { ...call, flagRaised: false }), happened: [{ type: 'flaglower', detail }] };
}

function named(by: Writer): object {
    return { role: ROLES[by], displayName: NAMES[by] };
}

function message(
    { callId }: VoiceCall,
    text: string | null,
    sender: object,
    { newId, now }: Around
): Readonly<Record<string, unknown>> {
    return {
        callId,
        id: newId(),
        clientSentTimestamp: now - ON_THE_WAY_MS,
        serverReceivedTimestamp: now,
        content: { formatType: text === null ? null : 'Text', text },
        sender
    };
}
