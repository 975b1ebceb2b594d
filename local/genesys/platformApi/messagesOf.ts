import type { Centre } from './centre.ts';
import type { Conversation, Participant, TextMessage } from './conversation.ts';

/** Those at a participant's leg: the customer's own, or what went out on the agent's. Oldest first. */
export const messagesOf = (
    { state }: Centre,
    { id }: Conversation,
    { purpose, communication }: Participant
): TextMessage[] =>
    state.messages.filter(
        (one) =>
            one.conversationId === id &&
            (purpose === 'customer' ? one.direction === 'inbound' : one.communicationId === communication.id)
    );
