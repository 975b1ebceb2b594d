import type { CallBegins, PartyTold, VoiceEvent } from 'c/voiceToolkitEvents';
import type { KeptCall } from './keptCalls.ts';
import { isSameParty, withParty, withoutParty } from './parties.ts';
import type { Party } from './parties.ts';

/** One call as its events told it. One id is one handling by this agent: what ended does not begin again. */
export interface VoiceCall {
    readonly id: string;
    readonly state: 'alerting' | 'dialing' | 'connected' | 'held' | 'ended';
    /** As the vendor says it, lower case; many kinds are neither inbound nor outbound (V5). */
    readonly callType?: string | undefined;
    /** The call's own party: who called, or was called. */
    readonly own?: string | undefined;
    /** Absent while nobody told it, and after a swap. */
    readonly ownHeld?: boolean | undefined;
    /** Everybody else, in the order in which they came. */
    readonly parties: readonly Party[];
    readonly muted?: boolean;
    readonly recordingPaused?: boolean;
    /** ISO 8601, when a page of this browser first heard it. */
    readonly connectedAt?: string;
    readonly endedAt?: string;
    /** Seconds from the end to the end of the wrap-up. */
    readonly wrapUpSeconds?: number;
    /** Nothing more is waited for. */
    readonly isDone?: true;
    /** No event of this call told how it began (G8). */
    readonly isPartial?: true | undefined;
}

/** What the page knows beside the events of the call. */
export interface Surroundings {
    /** When it is, ISO 8601. */
    readonly at: string;
    /** What a page of this browser was told of the call before, this one or another. */
    readonly kept: KeptCall;
    /** The vendor tells the end of a wrap-up. */
    readonly tellsWrapUp: boolean;
}

/** What may be the first that is heard of a call (V7); one that is not told to begin goes on already (G8). */
export function begins({ callId: id, type }: VoiceEvent, { kept }: Pick<Surroundings, 'kept'>): VoiceCall | undefined {
    const { connectedAt, ended: isOver, held: isHeld, muted, recordingPaused } = kept;
    if (isOver) return undefined;
    const before = {
        id,
        state: isHeld ? 'held' : 'connected',
        parties: [],
        ...(connectedAt === undefined ? {} : { connectedAt }),
        ...(muted ? { muted } : {}),
        ...(recordingPaused ? { recordingPaused } : {})
    } as const;
    switch (type) {
        case 'callstarted':
        case 'callconnected':
            return connectedAt === undefined ? { ...before, state: 'alerting' } : before;
        case 'callended':
            // It begins nothing, but ends what a page before this one has heard.
            return connectedAt === undefined ? undefined : before;
        case 'hold':
        case 'resume':
        case 'mute':
        case 'unmute':
        case 'conference':
        case 'swap':
        case 'pauserecording':
        case 'resumerecording':
            return { ...before, isPartial: true };
        default:
            return undefined;
    }
}

/** The call after an event; the same object where nothing is new, as with a repetition (G7, V13). */
export function after(call: VoiceCall, event: VoiceEvent, around: Surroundings): VoiceCall {
    if (call.state === 'ended') {
        return event.type === 'wrapupended' ? changed(call, wrappedUp(call, around)) : call;
    }
    switch (event.type) {
        case 'callstarted':
            return changed(call, started(call, event));
        case 'callconnected':
            return changed(call, connected(call, event, around));
        case 'callended':
            return changed(call, ended(call, around));
        case 'hold':
        case 'resume':
            return holdTold(call, event, event.type === 'hold');
        case 'conference':
            return changed(call, { state: 'connected', ownHeld: false, parties: held(call.parties, false) });
        case 'swap':
            return changed(call, { ownHeld: undefined, parties: held(call.parties, undefined) });
        case 'mute':
        case 'unmute':
            return changed(call, { muted: event.type === 'mute' });
        case 'pauserecording':
        case 'resumerecording':
            return changed(call, { recordingPaused: event.type === 'pauserecording' });
        case 'participantadded':
        case 'participantremoved':
            return changed(call, { parties: partiesAfter(call, event) });
        default:
            return call;
    }
}

function started(call: VoiceCall, { callType, participant }: CallBegins): Partial<VoiceCall> {
    const type = call.callType ?? callType?.folded;
    // An offer that is told behind the answer is late, not a step back.
    const isOffer = call.state === 'alerting' || call.state === 'dialing';
    return {
        callType: type,
        own: call.own ?? participant,
        isPartial: undefined,
        state: !isOffer ? call.state : type === 'outbound' ? 'dialing' : 'alerting'
    };
}

/** The first connect wins. */
function connected(call: VoiceCall, event: CallBegins, { at, kept }: Surroundings): Partial<VoiceCall> {
    const begun = started(call, event);
    return {
        ...begun,
        state: begun.state === 'held' ? 'held' : 'connected',
        connectedAt: call.connectedAt ?? kept.connectedAt ?? at
    };
}

/** Who was never connected has nothing to wrap up. */
function ended({ state }: VoiceCall, { at, tellsWrapUp }: Surroundings): Partial<VoiceCall> {
    const wrapsUp = tellsWrapUp && state !== 'alerting' && state !== 'dialing';
    return { state: 'ended', endedAt: at, ...(wrapsUp ? {} : { isDone: true }) };
}

/** A call that waited for it was connected, also where no page heard when. */
function wrappedUp(
    { connectedAt, endedAt, isDone, wrapUpSeconds }: VoiceCall,
    { at }: Surroundings
): Partial<VoiceCall> {
    const seconds = Math.round((Date.parse(at) - Date.parse(endedAt ?? '')) / 1000);
    const wasConnected = connectedAt !== undefined || isDone !== true;
    const isKnown = wasConnected && wrapUpSeconds === undefined && seconds >= 0;
    return { isDone: true, ...(isKnown ? { wrapUpSeconds: seconds } : {}) };
}

/** Of the call itself when it names the call's own party, or one of the two is not known. */
function holdTold(call: VoiceCall, { participant }: PartyTold, isHeld: boolean): VoiceCall {
    const isOwn = participant === undefined || call.own === undefined || isSameParty(call.own, participant);
    if (!isOwn) return changed(call, { parties: withParty(call.parties, { name: participant, held: isHeld }) });
    return changed(call, { ownHeld: isHeld, state: isHeld ? 'held' : 'connected' });
}

/** Nobody who comes or goes begins or ends the call (V7). */
function partiesAfter({ own, parties }: VoiceCall, { participant, type }: PartyTold): readonly Party[] {
    if (participant === undefined) return parties;
    if (type === 'participantremoved') return withoutParty(parties, participant);
    return own !== undefined && isSameParty(own, participant) ? parties : withParty(parties, { name: participant });
}

function held(parties: readonly Party[], isHeld: boolean | undefined): readonly Party[] {
    return parties.map(({ name }) => (isHeld === undefined ? { name } : { name, held: isHeld }));
}

function changed(call: VoiceCall, told: Partial<VoiceCall>): VoiceCall {
    const now = { ...call, ...told };
    return JSON.stringify(now) === JSON.stringify(call) ? call : now;
}
