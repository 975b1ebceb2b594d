import { flag, object, required, text, textOf } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent, isLive } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { CONTACTS, INTEGRATIONS } from './directory.ts';
import type { Integration } from './directory.ts';
import { known } from './known.ts';
import { end, endAll, enterQueue, join, joinAsAgent, openConversation } from './participants.ts';
import { ROOT, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { queueNamed } from './targets.ts';
import { keepMessage, mustBeAddress, shownMessage, writtenIn } from './textMessages.ts';
import { badRequest, invalidValue, missingField, notFound } from './vendorError.ts';

/** For how long an ended conversation is still the customer's last one. */
export const CONVERSATION_WINDOW_MS = 72 * 60 * 60_000;

const MESSENGERS = ['sms', 'whatsapp', 'open'];

export function outboundMessageRoutes(centre: Centre): Route[] {
    return [
        {
            method: 'POST',
            path: '/messages',
            needs: { all: ['conversation:message:create'] },
            body: {
                queueId: required(text),
                toAddress: required(text),
                toAddressMessengerType: required(text),
                useExistingConversation: flag,
                externalContactId: text,
                useUserFromAddress: flag
            },
            run(call) {
                const { id } = openedTo(centre, call);
                return ok({ id, selfUri: `${ROOT}/messages/${id}` });
            }
        },
        {
            method: 'POST',
            path: '/messages/agentless',
            needs: { all: ['conversation:message:create'], as: 'machine' },
            body: {
                fromAddress: required(text),
                toAddress: text,
                externalContactId: text,
                toAddressMessengerType: required(text),
                textBody: text,
                messagingTemplate: object(),
                useExistingActiveConversation: flag
            },
            run: (call) => ok(sentWithoutAgent(centre, call.body))
        }
    ];
}

const between = (one: Conversation, { id }: Integration, address: string): boolean =>
    one.medium === 'message' && one.messaging?.integrationId === id && one.messaging.customerAddress === address;

function openedTo(centre: Centre, { body, caller }: Call): Conversation {
    const messengerType = messengerIn(body);
    const toAddress = textOf(body, 'toAddress') ?? '';
    mustBeAddress(messengerType, toAddress, 'toAddress');
    const queue = queueNamed(textOf(body, 'queueId') ?? '');
    const integration = INTEGRATIONS.find(({ id }) => id === queue.integrationIds[messengerType]);
    if (integration === undefined) throw badRequest(`The queue has no address of ${messengerType} to write from.`);
    const present = centre.state.conversations.findLast((one) => between(one, integration, toAddress));
    const again = presentConversation(centre, present, body['useExistingConversation'] === true);
    const conversation = again ?? openConversation(centre, opening(integration, toAddress));
    const who = { name: toAddress, address: toAddress };
    join(centre, conversation, { purpose: 'customer', direction: 'outbound', ...who });
    const { userId } = caller;
    if (userId === undefined) enterQueue(centre, conversation, queue.id, 'outbound');
    else joinAsAgent(centre, conversation, { userId, queueId: queue.id, direction: 'outbound' });
    return conversation;
}

/** The one to go on with. Throws VendorError while somebody is in it, or where the caller did not say to go on. */
function presentConversation(
    centre: Centre,
    present: Conversation | undefined,
    useExisting: boolean
): Conversation | undefined {
    if (present === undefined) return undefined;
    if (present.participants.some((one) => isAgent(one) && isLive(one)) || present.endTime === undefined)
        throw badRequest('A conversation with this address is alerting or connected.');
    if (centre.now() - Date.parse(present.endTime) > CONVERSATION_WINDOW_MS) return undefined;
    if (!useExisting) throw badRequest('A conversation with this address is still within its window.');
    return present;
}

function messengerIn(body: Body): string {
    const given = textOf(body, 'toAddressMessengerType')?.toLowerCase() ?? '';
    if (!MESSENGERS.includes(given))
        throw invalidValue('toAddressMessengerType', `{fieldName} must be one of ${MESSENGERS.join(', ')}.`);
    return given;
}

export function opening(
    { id, messengerType, address }: Integration,
    customerAddress: string
): {
    readonly medium: 'message';
    readonly provider: string;
    readonly messaging: NonNullable<Conversation['messaging']>;
} {
    const messaging = { messengerType, integrationId: id, ownAddress: address, customerAddress };
    return { medium: 'message', provider: 'PureCloud Messaging', messaging };
}

function sentWithoutAgent(centre: Centre, body: Body): unknown {
    const messengerType = messengerIn(body);
    const fromAddress = textOf(body, 'fromAddress') ?? '';
    const integration = INTEGRATIONS.find((one) => one.messengerType === messengerType && one.address === fromAddress);
    if (integration === undefined)
        throw invalidValue('fromAddress', `The field {fieldName} is no provisioned address of ${messengerType}.`);
    const toAddress = textOf(body, 'toAddress') ?? contactAddress(textOf(body, 'externalContactId'), messengerType);
    mustBeAddress(messengerType, toAddress, 'toAddress');
    if (messengerType === 'sms' && textOf(body, 'textBody') === undefined) throw missingField('textBody');
    const { text } = writtenIn({ ...body, mediaIds: [] }, messengerType);
    const useExisting = body['useExistingActiveConversation'] === true;
    const active = useExisting
        ? centre.state.conversations.findLast(
              (one) => one.endTime === undefined && between(one, integration, toAddress)
          )
        : undefined;
    const conversation = active ?? openConversation(centre, opening(integration, toAddress));
    const api = join(centre, conversation, { purpose: 'api', direction: 'outbound' });
    if (active === undefined) {
        join(centre, conversation, { purpose: 'customer', direction: 'outbound', name: toAddress, address: toAddress });
        endAll(centre, conversation, 'system');
    } else end(centre, api, 'system');
    const message = keepMessage(centre, {
        conversationId: conversation.id,
        communicationId: api.communication.id,
        direction: 'outbound',
        messengerType,
        fromAddress,
        toAddress,
        status: 'sent',
        type: 'Text',
        content: [],
        ...known({ text })
    });
    const { id, timestamp } = message;
    centre.state.deliveries.push({
        by: 'message',
        to: [toAddress],
        conversationId: conversation.id,
        agentless: true,
        time: timestamp,
        ...known({ text })
    });
    return {
        id,
        conversationId: conversation.id,
        fromAddress,
        toAddress,
        messengerType,
        useExistingActiveConversation: useExisting,
        message: shownMessage(message),
        timestamp,
        selfUri: `${ROOT}/messages/agentless/${id}`
    };
}

function contactAddress(externalContactId: string | undefined, messengerType: string): string {
    if (externalContactId === undefined) throw missingField('toAddress');
    const contact = CONTACTS.find(({ id }) => id === externalContactId);
    if (contact === undefined) throw notFound('externalContact', externalContactId);
    const address = contact.addresses[messengerType];
    if (address === undefined) throw badRequest(`The contact has no address of ${messengerType}.`);
    return address;
}
