/** A conversation in the words of its notifications: ConversationMessageEventTopicMessageConversation. */
import type { Centre, Typing } from '../platformApi/centre.ts';
import type { Conversation, Participant, TextMessage } from '../platformApi/conversation.ts';
import { known } from '../platformApi/known.ts';
import { messagesOf } from '../platformApi/messagesOf.ts';
import { participantFields } from '../platformApi/participantFields.ts';
import { servingAgent } from '../platformApi/participants.ts';

const DIVISION = { id: '5d1f0c8e-2b64-4c1a-8f0e-1d6f5a2b9c30', selfUri: '/api/v2/authorization/divisions/home' };

/** The whole conversation as it stands, each message without its text. Of typing there is a message that does not stay. */
export function conversationEvent(centre: Centre, conversation: Conversation, typing?: Typing): object {
    const typist =
        typing === undefined
            ? undefined
            : typing.by === 'agent'
              ? servingAgent(conversation)
              : conversation.participants.findLast(({ purpose }) => purpose === 'customer');
    return known({
        id: conversation.id,
        name: conversation.subject,
        participants: conversation.participants.map((one) =>
            participantEvent(centre, conversation, one, one === typist ? typing : undefined)
        ),
        otherMediaUris: [],
        utilizationLabelId: conversation.utilizationLabelId,
        divisions: [{ division: DIVISION, entities: [] }]
    });
}

function participantEvent(
    centre: Centre,
    conversation: Conversation,
    participant: Participant,
    typing: Typing | undefined
): object {
    const { userId, queueId } = participant;
    return known({
        ...participantFields(conversation, participant),
        user: userId === undefined ? undefined : { id: userId },
        queue: queueId === undefined ? undefined : { id: queueId },
        messages: [
            ...messagesOf(centre, conversation, participant).map(messageEvent),
            ...(typing === undefined ? [] : [typingEvent(centre, typing)])
        ],
        type: conversation.messaging?.messengerType,
        monitoredParticipantId: participant.monitoredParticipantId
    });
}

function messageEvent({ id, timestamp, status, type, content }: TextMessage): object {
    const contents = content.map(({ contentType }) => ({ contentType }));
    return {
        message: { id },
        messageTime: timestamp,
        messageSegmentCount: 1,
        messageStatus: status,
        media: [],
        messageMetadata: { type, ...(contents.length > 0 ? { content: contents } : {}) }
    };
}

const typingEvent = (centre: Centre, { by, type }: Typing): object => ({
    message: { id: centre.newId() },
    messageTime: centre.time(),
    messageSegmentCount: 1,
    messageStatus: by === 'agent' ? 'sent' : 'received',
    media: [],
    messageMetadata: { type: 'Event', events: [{ eventType: 'Typing', subType: type }] }
});
