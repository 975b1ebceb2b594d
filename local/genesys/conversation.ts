import type { ParticipantValue } from './clientMessage.ts';
import type { Medium } from './medium.ts';

/** Where an agent's part of a conversation stands. `contacting`: an outbound call that nobody answered yet. */
export type ParticipantState = 'alerting' | 'contacting' | 'connected' | 'held' | 'disconnected';

/** One agent's part in a conversation. The same agent gets a new one each time the conversation comes back. */
export interface AgentParticipant {
    readonly id: string;
    readonly communicationId: string;
    readonly userName: string;
    /** The agent's name as other people read it. */
    readonly userLabel: string;
    state: ParticipantState;
    muted: boolean;
    securePause: boolean;
    readonly offeredAt: number;
    /** How the conversation reached this agent. */
    readonly offeredBy: 'queue' | 'transfer' | 'consult' | 'dial';
    /** True once the client knows when the conversation began: not yet in its first message. */
    timesKnown: boolean;
    /** True once the client knows how long the queue took. */
    queueTimeKnown: boolean;
    /** True for the moment in which recording stops after a retrieve. */
    recordingDropped: boolean;
    /** The queue through which it came to this agent, also when a colleague passed it on. */
    readonly queueName?: string;
    /** Seconds in queues before this agent answered, those of earlier agents included. */
    queueSeconds?: number;
    connectedAt?: number;
    endedAt?: number;
    wrapUpCode?: string;
    doneAt?: number;
    leftBy?: 'blind' | 'consult';
    /** Whom this agent consults, while the transfer is not concluded. */
    consults?: Consulted;
}

/** A colleague, by participant id, or somebody outside, whose answering only the far end can tell. */
export type Consulted =
    { readonly who: 'colleague'; readonly participantId: string } | { readonly who: 'outside'; answered: boolean };

/** The customer. `number` is E.164; a medium without phone has none. */
export interface Customer {
    readonly name: string;
    readonly number?: string;
    readonly email?: string;
}

export interface Conversation {
    readonly id: string;
    readonly medium: Medium;
    readonly direction: 'Inbound' | 'Outbound';
    readonly caller: Customer;
    /** Of a plain call. */
    readonly calledNumber?: string;
    readonly startedAt: number;
    readonly ivrSeconds?: number;
    /** Seconds in queues so far. */
    queueSeconds?: number;
    /** The queue in which it waits until an agent answers. */
    waiting?: { readonly queueName: string; readonly since: number };
    farEnd: 'ringing' | 'connected' | 'gone';
    readonly participantData: Record<string, ParticipantValue>;
    readonly agents: AgentParticipant[];
}

export function isLive(participant: AgentParticipant): boolean {
    return participant.state !== 'disconnected';
}

export function isTalking(participant: AgentParticipant): boolean {
    return participant.state === 'connected' || participant.state === 'held';
}

/** Wrap-up belongs to queues: a call that came through none, or was never answered, has no wrap-up. */
export function needsWrapUp(participant: AgentParticipant): boolean {
    return participant.connectedAt !== undefined && participant.queueName !== undefined;
}

export function wrapUpIsOpen(participant: AgentParticipant): boolean {
    return participant.state === 'disconnected' && needsWrapUp(participant) && participant.doneAt === undefined;
}

/** The participant through which this agent has, or last had, the conversation. */
export function participantOf(conversation: Conversation, userName: string): AgentParticipant | undefined {
    return conversation.agents.findLast((participant) => participant.userName === userName);
}
