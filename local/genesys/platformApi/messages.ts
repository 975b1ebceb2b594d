import { object, objectOf, required, text, textOf, texts, time, whole, word } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent } from './conversation.ts';
import type { Conversation, Messaging, Participant, TextMessage } from './conversation.ts';
import { listing } from './listing.ts';
import { known } from './known.ts';
import { activeOf, communicationOf, conversationOf } from './lookUp.ts';
import { mustBeSendable } from './media.ts';
import { ROOT, empty, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { shownConversation } from './shown.ts';
import { keepMessage, shownMessage, writtenIn } from './textMessages.ts';
import type { Written } from './textMessages.ts';
import { types } from './typing.ts';
import { badRequest, notFound } from './vendorError.ts';

const VIEW = { any: ['conversation:message:view', 'conversation:webmessaging:view'] };
const CREATE = { any: ['conversation:message:create', 'conversation:webmessaging:create'] };
const LEG = '/messages/{conversationId}/communications/{communicationId}';

export function messageRoutes(centre: Centre): Route[] {
    const messageNamed = (id: string, conversation?: Conversation): TextMessage => {
        const found = centre.state.messages.find(
            (one) => one.id === id && (conversation === undefined || one.conversationId === conversation.id)
        );
        if (found === undefined) throw notFound('message', id);
        return found;
    };
    return [
        {
            method: 'GET',
            path: '/messages',
            needs: { as: 'user' },
            run({ caller }) {
                const active = activeOf(centre, 'message', caller.userId);
                return ok(
                    listing(
                        active.map((one) => shownConversation(centre, one)),
                        `${ROOT}/messages`
                    )
                );
            }
        },
        {
            method: 'GET',
            path: '/messages/{conversationId}',
            run: (call) => ok(shownConversation(centre, conversationOf(centre, call, 'message')))
        },
        {
            method: 'GET',
            path: '/messages/{messageId}/details',
            needs: VIEW,
            run: (call) => ok(shownMessage(messageNamed(call.id('messageId'))))
        },
        {
            method: 'GET',
            path: '/messages/{conversationId}/messages/{messageId}',
            needs: VIEW,
            run(call) {
                const conversation = conversationOf(centre, call, 'message');
                return ok(shownMessage(messageNamed(call.id('messageId'), conversation)));
            }
        },
        {
            method: 'POST',
            path: `${LEG}/messages`,
            needs: CREATE,
            body: { textBody: text, mediaIds: texts, messagingTemplate: object() },
            run(call) {
                const { conversation, messaging, agent } = writingAgent(centre, call);
                const written = writtenIn(call.body, messaging.messengerType);
                mustBeSendable(centre, agent.communication.id, written.mediaIds);
                return ok(shownMessage(writeTo(centre, conversation, messaging, agent, written)));
            }
        },
        {
            method: 'POST',
            path: `${LEG}/typing`,
            needs: CREATE,
            body: { typing: required(object({ type: required(word('On', 'Off')), duration: whole })), dateSent: time },
            run(call) {
                const { conversation } = writingAgent(centre, call);
                const type = textOf(objectOf(call.body, 'typing'), 'type') ?? '';
                types(centre, { conversationId: conversation.id, by: 'agent', type });
                return empty;
            }
        }
    ];
}

export interface Writing {
    readonly conversation: Conversation;
    readonly messaging: Messaging;
    readonly agent: Participant;
}

/** Whose leg is in the path. Throws VendorError where it is not a connected agent's. */
export function writingAgent(centre: Centre, call: Call): Writing {
    const conversation = conversationOf(centre, call, 'message');
    const agent = communicationOf(call, conversation.participants);
    const { messaging } = conversation;
    if (messaging === undefined || !isAgent(agent) || agent.communication.state !== 'connected')
        throw badRequest('The communication is not that of a connected agent.');
    if (agent.monitoredParticipantId !== undefined) throw badRequest('Who listens in cannot write.');
    return { conversation, messaging, agent };
}

/** The same twice is two messages. */
export function writeTo(
    centre: Centre,
    { id: conversationId }: Conversation,
    { messengerType, ownAddress, customerAddress }: Messaging,
    agent: Participant,
    { text, mediaIds }: Written,
    inReplyTo?: string
): TextMessage {
    const message = keepMessage(centre, {
        conversationId,
        communicationId: agent.communication.id,
        direction: 'outbound',
        messengerType,
        fromAddress: ownAddress,
        toAddress: customerAddress,
        status: 'sent',
        type: 'Text',
        content: contentOf(centre, mediaIds),
        ...known({ text, createdBy: agent.userId, inReplyTo })
    });
    centre.state.deliveries.push({
        by: inReplyTo === undefined ? 'message' : 'social',
        to: [customerAddress],
        conversationId,
        mediaIds,
        agentless: false,
        time: message.timestamp,
        ...known({ text })
    });
    return message;
}

function contentOf({ state }: Centre, mediaIds: readonly string[]): Readonly<Record<string, unknown>>[] {
    return state.uploads
        .filter(({ id }) => mediaIds.includes(id))
        .map(({ id, name, mediaType = '', bytes }) => ({
            contentType: 'Attachment',
            attachment: known({
                id,
                mediaType: mediaKind(mediaType),
                mime: mediaType,
                filename: name,
                contentSizeBytes: bytes
            })
        }));
}

export function mediaKind(mediaType: string): string {
    const [kind = ''] = mediaType.split('/');
    return { image: 'Image', video: 'Video', audio: 'Audio' }[kind] ?? 'File';
}
