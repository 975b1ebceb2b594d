import type { Centre } from './centre.ts';
import { isAgent, isLive } from './conversation.ts';
import type { Conversation, Messaging, Medium, Participant, Purpose } from './conversation.ts';
import { DIGITAL_QUEUES, USERS } from './directory.ts';
import { known } from './known.ts';

/** The moves that a digital conversation is made of. */

export interface Opening {
    readonly id?: string;
    readonly medium: Medium;
    readonly provider: string;
    readonly subject?: string;
    readonly messaging?: Messaging;
}

export function openConversation(centre: Centre, opening: Opening): Conversation {
    const conversation: Conversation = {
        ...opening,
        id: opening.id ?? centre.newId(),
        startTime: centre.time(),
        participants: [],
        transfers: [],
        mails: []
    };
    centre.state.conversations.push(conversation);
    return conversation;
}

export interface Joining {
    readonly purpose: Purpose;
    readonly direction: 'inbound' | 'outbound';
    readonly state?: 'alerting' | 'connected';
    readonly name?: string;
    readonly address?: string;
    readonly userId?: string;
    readonly queueId?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly monitoredParticipantId?: string;
    readonly replacesParticipantId?: string;
    readonly id?: string;
    readonly communicationId?: string;
}

export function join(centre: Centre, conversation: Conversation, joining: Joining): Participant {
    const { state = 'connected', direction, attributes = {}, id, communicationId, ...rest } = joining;
    const now = centre.time();
    const queue = DIGITAL_QUEUES.find((one) => one.id === joining.queueId);
    const participant: Participant = {
        ...rest,
        id: id ?? centre.newId(),
        startTime: now,
        attributes: { ...attributes },
        wrapupRequired: isAgent({ purpose: joining.purpose } as Participant) && queue !== undefined,
        communication: {
            id: communicationId ?? centre.newId(),
            state,
            direction,
            held: false,
            ...(state === 'alerting' ? { startAlertingTime: now } : { connectedTime: now })
        }
    };
    conversation.participants.push(participant);
    delete conversation.endTime;
    centre.changed(conversation.id);
    return participant;
}

/** It waits in the queue, and rings at the first member of it who has no part in the conversation. */
export function enterQueue(
    centre: Centre,
    conversation: Conversation,
    queueId: string,
    direction: 'inbound' | 'outbound' = 'inbound'
): void {
    const queue = DIGITAL_QUEUES.find((one) => one.id === queueId);
    join(centre, conversation, { purpose: 'acd', direction, queueId, ...known({ name: queue?.name }) });
    const taken = conversation.participants.filter(isLive).map(({ userId }) => userId);
    const userId = queue?.memberIds.find((one) => !taken.includes(one));
    if (userId !== undefined) joinAsAgent(centre, conversation, { userId, queueId, direction, state: 'alerting' });
}

export function joinAsAgent(
    centre: Centre,
    conversation: Conversation,
    joining: Omit<Joining, 'purpose'> & { readonly userId: string }
): Participant {
    const name = USERS.find(({ id }) => id === joining.userId)?.name;
    return join(centre, conversation, { purpose: 'agent', ...known({ name }), ...joining });
}

/** The agent takes it, from alerting or from parking; the queue and whom the agent replaces are out then. */
export function connect(centre: Centre, conversation: Conversation, participant: Participant): void {
    const { communication } = participant;
    communication.state = 'connected';
    communication.connectedTime ??= centre.time();
    delete communication.parkTime;
    delete communication.resumeTime;
    centre.changed(conversation.id);
    if (!isAgent(participant)) return;
    const replaced = participant.replacesParticipantId;
    for (const other of conversation.participants.filter(isLive)) {
        if (other.purpose === 'acd' || other.id === replaced) end(centre, other, 'transfer');
    }
    const transfer = conversation.transfers.at(-1);
    if (transfer !== undefined) transfer.state = 'Complete';
}

export function end(centre: Centre, participant: Participant, disconnectType: string): void {
    const { communication } = participant;
    const now = centre.time();
    communication.state = 'disconnected';
    communication.disconnectedTime = now;
    communication.disconnectType = disconnectType;
    participant.endTime = now;
    if (participant.wrapupRequired && communication.connectedTime && !communication.wrapup)
        participant.startAcwTime = now;
}

/** A participant goes. With nobody left but the customer, the conversation is over. */
export function disconnect(centre: Centre, conversation: Conversation, participant: Participant, type: string): void {
    end(centre, participant, type);
    centre.changed(conversation.id);
    const serving = conversation.participants.some((one) => one.purpose !== 'customer' && isLive(one));
    if (participant.purpose === 'customer' || !serving) endAll(centre, conversation, 'peer');
}

export function endAll(centre: Centre, conversation: Conversation, disconnectType: string): void {
    for (const one of conversation.participants.filter(isLive)) end(centre, one, disconnectType);
    conversation.endTime = centre.time();
    centre.changed(conversation.id);
}

/** The agent who is in it now. */
export const servingAgent = ({ participants }: Conversation): Participant | undefined =>
    participants.findLast((one) => isAgent(one) && isLive(one) && one.monitoredParticipantId === undefined);

/** The leg at the other end: of the customer's whoever serves, of everybody else's the customer's. */
export function peerOf(conversation: Conversation, participant: Participant): Participant | undefined {
    const { participants } = conversation;
    if (participant.purpose !== 'customer') return participants.findLast(({ purpose }) => purpose === 'customer');
    return servingAgent(conversation) ?? participants.findLast((one) => one.purpose !== 'customer');
}
