/** A customer's side of an open messaging integration, as the middleware of the other messenger tells it. */
import {
    object,
    objectOf,
    objects,
    objectsOf,
    required,
    text,
    textMap,
    textMapOf,
    textOf,
    time,
    whole
} from './bodyShape.ts';
import type { Body, Rule } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Conversation, TextMessage } from './conversation.ts';
import { DIGITAL_QUEUES, INTEGRATIONS } from './directory.ts';
import type { Integration } from './directory.ts';
import { known } from './known.ts';
import { flagIn } from './listing.ts';
import { opening } from './outboundMessages.ts';
import { enterQueue, join, openConversation } from './participants.ts';
import { ok } from './routes.ts';
import type { Call, Needs, Route } from './routes.ts';
import { keepReceived } from './textMessages.ts';
import { types } from './typing.ts';
import { missingField, notFound } from './vendorError.ts';

export const OPEN_NEEDS: Needs = { all: ['conversation:message:receive'], as: 'machine' };
export const INBOUND = '/messages/{integrationId}/inbound/open';

const FROM: Rule = required(
    object({ id: required(text), idType: required(text), firstName: text, lastName: text, nickname: text, email: text })
);
const CHANNEL: Rule = required(object({ from: FROM, time: required(time), messageId: text, metadata: object() }));

export function openInboundRoutes(centre: Centre): Route[] {
    return [
        {
            method: 'POST',
            path: `${INBOUND}/message`,
            needs: OPEN_NEEDS,
            body: {
                channel: CHANNEL,
                text,
                content: objects({ contentType: text, attachment: object({ mediaType: required(text) }) }),
                metadata: textMap
            },
            run(call) {
                const integration = integrationOf(call);
                const { body } = call;
                const content = objectsOf(body, 'content').map((one) => ({ contentType: 'Attachment', ...one }));
                if (textOf(body, 'text') === undefined && content.length === 0) throw missingField('text');
                const metadata = body['metadata'] ? textMapOf(body, 'metadata') : undefined;
                const isPrefetched = flagIn(call.query, 'prefetchConversationId');
                const message = received(centre, integration, body, {
                    type: 'Text',
                    content,
                    ...known({ text: textOf(body, 'text'), metadata })
                });
                return ok({
                    ...shownInbound(centre, integration, body, message.id),
                    type: 'Text',
                    ...known({ text: message.text, metadata }),
                    ...(content.length > 0 ? { content } : {}),
                    ...(isPrefetched ? { conversationId: message.conversationId } : {})
                });
            }
        },
        {
            method: 'POST',
            path: `${INBOUND}/structured/response`,
            needs: OPEN_NEEDS,
            body: {
                channel: CHANNEL,
                buttonResponse: required(
                    object({ id: text, type: required(text), text: required(text), payload: required(text) })
                ),
                originatingMessageId: required(text)
            },
            run(call) {
                const integration = integrationOf(call);
                const { body } = call;
                messageNamed(centre, textOf(body, 'originatingMessageId') ?? '');
                const buttonResponse = objectOf(body, 'buttonResponse');
                const content = [{ contentType: 'ButtonResponse', buttonResponse }];
                const message = received(centre, integration, body, {
                    type: 'Structured',
                    content,
                    ...known({ text: textOf(buttonResponse, 'text') })
                });
                const shown = shownInbound(centre, integration, body, message.id);
                return ok({ ...shown, type: 'Structured', direction: 'Inbound', content });
            }
        },
        {
            method: 'POST',
            path: `${INBOUND}/event`,
            needs: OPEN_NEEDS,
            body: {
                channel: required(object({ from: FROM, time: required(time) })),
                events: required(
                    objects({ eventType: required(text), typing: object({ type: required(text), duration: whole }) })
                )
            },
            run(call) {
                const integration = integrationOf(call);
                const { body } = call;
                const conversationId = activeWith(centre, integration, fromIn(body))?.id;
                const events = objectsOf(body, 'events');
                for (const one of conversationId === undefined ? [] : events) {
                    const type = textOf(objectOf(one, 'typing'), 'type') ?? 'On';
                    types(centre, { conversationId: conversationId ?? '', by: 'customer', type });
                }
                return ok({ ...shownInbound(centre, integration, body, centre.newId()), type: 'Event', events });
            }
        }
    ];
}

export function integrationOf(call: Call): Integration {
    const id = call.id('integrationId');
    const found = INTEGRATIONS.find((one) => one.id === id && one.messengerType === 'open');
    if (found === undefined) throw notFound('integration', id);
    return found;
}

export const channelIn = (body: Body): Body => objectOf(body, 'channel');
const fromIn = (body: Body): string => textOf(objectOf(channelIn(body), 'from'), 'id') ?? '';

function activeWith({ state }: Centre, { id }: Integration, address: string): Conversation | undefined {
    return state.conversations.findLast(
        ({ messaging, endTime }) =>
            endTime === undefined && messaging?.integrationId === id && messaging.customerAddress === address
    );
}

/** Goes on with the customer's conversation, or begins one. The same message twice is two: nothing is compared. */
function received(
    centre: Centre,
    integration: Integration,
    body: Body,
    more: Pick<TextMessage, 'type' | 'content' | 'text' | 'metadata'>
): TextMessage {
    const address = fromIn(body);
    const conversation = activeWith(centre, integration, address) ?? begun(centre, integration, address, nameIn(body));
    return keepReceived(centre, conversation, {
        ...more,
        ...known({ channelMessageId: textOf(channelIn(body), 'messageId') })
    });
}

function nameIn(body: Body): string {
    const from = objectOf(channelIn(body), 'from');
    const names = [textOf(from, 'firstName'), textOf(from, 'lastName')].filter((one) => one !== undefined);
    return names.length > 0 ? names.join(' ') : (textOf(from, 'nickname') ?? fromIn(body));
}

/** It comes into the first queue, which rings at an agent. */
export function begun(centre: Centre, integration: Integration, address: string, name: string): Conversation {
    const conversation = openConversation(centre, opening(integration, address));
    join(centre, conversation, { purpose: 'customer', direction: 'inbound', name, address });
    const [queue] = DIGITAL_QUEUES;
    if (queue !== undefined) enterQueue(centre, conversation, queue.id);
    return conversation;
}

function shownInbound(centre: Centre, integration: Integration, body: Body, id: string): Record<string, unknown> {
    const channel = channelIn(body);
    return {
        id,
        channel: {
            id: centre.newId(),
            platform: 'Open',
            type: 'Private',
            to: { id: integration.id },
            from: channel['from'],
            time: channel['time'],
            ...known({ messageId: textOf(channel, 'messageId'), metadata: channel['metadata'] })
        }
    };
}

export function messageNamed({ state }: Centre, id: string): TextMessage {
    const found = state.messages.find((one) => one.id === id);
    if (found === undefined) throw notFound('message', id);
    return found;
}
