import type { AgentParticipant, Conversation, ParticipantState } from './conversation.ts';
import { isLive, participantOf, wrapUpIsOpen } from './conversation.ts';
import type { PackageAttributes } from './describeInteraction.ts';
import type { Status } from './directory.ts';
import type { LogLine } from './phoneLog.ts';
import type { TaskLogging } from './taskLog.ts';

/** One call as the soft phone shows it. Times are milliseconds since 1970. */
export interface PhoneCall {
    readonly conversationId: string;
    readonly participantId: string;
    readonly direction: 'Inbound' | 'Outbound';
    readonly state: ParticipantState;
    readonly remoteName: string;
    readonly number: string;
    readonly queueName?: string;
    readonly farEndRings: boolean;
    readonly muted: boolean;
    readonly securePause: boolean;
    readonly consulting: boolean;
    readonly wrapUpOpen: boolean;
    /** When its present state began. */
    readonly since: number;
}

/** Everything that one agent's soft phone shows. */
export interface PhoneView {
    readonly user: { readonly name: string; readonly label: string };
    readonly status: Status;
    readonly calls: readonly PhoneCall[];
    readonly log: readonly LogLine[];
    readonly taskLogging: TaskLogging;
    readonly packageAttributes: PackageAttributes;
}

export function callsOf(conversations: readonly Conversation[], userName: string): readonly PhoneCall[] {
    return conversations.flatMap((conversation) => {
        const agent = participantOf(conversation, userName);
        return agent && (isLive(agent) || wrapUpIsOpen(agent)) ? [callOf(conversation, agent)] : [];
    });
}

function callOf(conversation: Conversation, agent: AgentParticipant): PhoneCall {
    return {
        conversationId: conversation.id,
        participantId: agent.id,
        direction: conversation.direction,
        state: agent.state,
        remoteName: conversation.caller.name,
        number: conversation.caller.number,
        ...(agent.queueName === undefined ? {} : { queueName: agent.queueName }),
        farEndRings: conversation.farEnd === 'ringing',
        muted: agent.muted,
        securePause: agent.securePause,
        consulting: agent.consults !== undefined,
        wrapUpOpen: wrapUpIsOpen(agent),
        since: agent.endedAt ?? agent.connectedAt ?? agent.offeredAt
    };
}
