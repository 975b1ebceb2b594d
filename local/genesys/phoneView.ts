import type { AgentParticipant, Conversation, ParticipantState } from './conversation.ts';
import { isLive, isTalking, participantOf, wrapUpIsOpen } from './conversation.ts';
import type { PackageAttributes } from './describeInteraction.ts';
import type { Station, Status } from './directory.ts';
import type { Medium } from './medium.ts';
import type { LogLine } from './phoneLog.ts';
import type { TaskLogging } from './taskLog.ts';

/** One call as the soft phone shows it. Times are milliseconds since 1970. */
export interface PhoneCall {
    readonly conversationId: string;
    readonly participantId: string;
    readonly medium: Medium;
    readonly direction: 'Inbound' | 'Outbound';
    readonly state: ParticipantState;
    readonly remoteName: string;
    /** The customer's phone number or mail address, where there is one. */
    readonly address?: string;
    readonly queueName?: string;
    readonly farEndRings: boolean;
    readonly muted: boolean;
    readonly securePause: boolean;
    /** `asked`: somebody is rung. `talking`: somebody answered, so that it can be concluded. */
    readonly consult?: 'asked' | 'talking';
    /** The consulted one is outside, where only the far end says what happens. */
    readonly consultsOutside: boolean;
    readonly wrapUpOpen: boolean;
    /** When its present state began. */
    readonly since: number;
}

/** Everything that one agent's soft phone shows. */
export interface PhoneView {
    readonly user: { readonly name: string; readonly label: string };
    readonly status: Status;
    /** The agent's phone device; a purely digital agent has none. */
    readonly station?: Station;
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
    const { number, email } = conversation.caller;
    const address = number ?? email;
    const consult = consultOf(conversation, agent);
    return {
        conversationId: conversation.id,
        participantId: agent.id,
        medium: conversation.medium,
        direction: conversation.direction,
        state: agent.state,
        remoteName: conversation.caller.name,
        ...(address === undefined ? {} : { address }),
        ...(agent.queueName === undefined ? {} : { queueName: agent.queueName }),
        farEndRings: conversation.farEnd === 'ringing',
        muted: agent.muted,
        securePause: agent.securePause,
        ...(consult === undefined ? {} : { consult }),
        consultsOutside: agent.consults?.who === 'outside',
        wrapUpOpen: wrapUpIsOpen(agent),
        since: agent.endedAt ?? agent.connectedAt ?? agent.offeredAt
    };
}

function consultOf({ agents }: Conversation, { consults }: AgentParticipant): PhoneCall['consult'] {
    if (consults === undefined) {
        return undefined;
    }
    const answered =
        consults.who === 'outside'
            ? consults.answered
            : agents.some((one) => one.id === consults.participantId && isTalking(one));
    return answered ? 'talking' : 'asked';
}
