/** Messages in the words of the API, and the rules that all who send them share. */
import { objectOf, objectsOf, textOf, textsOf } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Conversation, TextMessage } from './conversation.ts';
import { TEMPLATES } from './directory.ts';
import { known } from './known.ts';
import { messageUri } from './shown.ts';
import { badRequest, invalidValue, notFound } from './vendorError.ts';

const PLATFORMS: Readonly<Record<string, string>> = { sms: 'SMS', whatsapp: 'WhatsApp', open: 'Open' };

export const E164 = /^\+[1-9]\d{1,14}$/;
const WHATSAPP_ID = /^[1-9]\d{1,14}$/;
const MOST_OPEN_CHARACTERS = 255;

/** Throws VendorError for an address that the messenger does not have. */
export function mustBeAddress(messengerType: string, address: string, field: string): void {
    const fits =
        messengerType === 'sms'
            ? E164.test(address)
            : messengerType === 'whatsapp'
              ? WHATSAPP_ID.test(address)
              : address.length <= MOST_OPEN_CHARACTERS;
    if (!fits) throw invalidValue(field, `The field {fieldName} is no address of ${messengerType}.`);
}

/** Throws VendorError for a text that is longer than the messenger takes. */
export function mustFit(messengerType: string, written: string | undefined): void {
    const most = messengerType === 'sms' ? 765 : 2_000;
    if ((written?.length ?? 0) > most)
        throw invalidValue('textBody', `The field {fieldName} has more than ${most} characters.`);
}

export interface Written {
    readonly text?: string;
    readonly mediaIds: readonly string[];
}

/** One text, one media or one template. Throws VendorError. */
export function writtenIn(body: Body, messengerType: string): Written {
    const text = textOf(body, 'textBody');
    const mediaIds = textsOf(body, 'mediaIds');
    const template = body['messagingTemplate'] ? objectOf(body, 'messagingTemplate') : undefined;
    mustFit(messengerType, text);
    if (mediaIds.length > 1) throw invalidValue('mediaIds', 'The field {fieldName} takes one id.');
    const given = [text !== undefined, mediaIds.length > 0, template !== undefined].filter(Boolean).length;
    if (given !== 1) throw badRequest('A message is one text, one media or one template.');
    if (template === undefined) return { mediaIds, ...known({ text }) };
    if (messengerType === 'sms') throw invalidValue('messagingTemplate', 'The field {fieldName} is not for SMS.');
    return { text: filledTemplate(template), mediaIds };
}

function filledTemplate(template: Body): string {
    const id = textOf(template, 'responseId') ?? '';
    const found = TEMPLATES.find((one) => one.id === id);
    if (found === undefined) throw notFound('response', id);
    const parameters = ['parameters', 'bodyParameters'].flatMap((name) => objectsOf(template, name));
    const valueOf = (name: string): string | undefined => {
        const one = parameters.find((parameter) => textOf(parameter, 'id') === name);
        return one && textOf(one, 'value');
    };
    return found.text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => valueOf(name) ?? whole);
}

export function keepMessage(centre: Centre, message: Omit<TextMessage, 'id' | 'timestamp' | 'receipts'>): TextMessage {
    const kept: TextMessage = { ...message, id: centre.newId(), timestamp: centre.time(), receipts: [] };
    centre.state.messages.push(kept);
    centre.changed(kept.conversationId);
    return kept;
}

/** What a customer said in a conversation of messages. Throws TypeError for another one. */
export function keepReceived(
    centre: Centre,
    { id, messaging }: Conversation,
    said: Pick<TextMessage, 'type' | 'content' | 'text' | 'metadata' | 'channelMessageId'>
): TextMessage {
    if (messaging === undefined) throw new TypeError(`Conversation ${id} is not one of messages.`);
    return keepMessage(centre, {
        conversationId: id,
        direction: 'inbound',
        messengerType: messaging.messengerType,
        fromAddress: messaging.customerAddress,
        toAddress: messaging.ownAddress,
        status: 'received',
        ...said
    });
}

/** MessageData */
export function shownMessage(message: TextMessage): unknown {
    return known({
        id: message.id,
        providerMessageId: message.channelMessageId,
        timestamp: message.timestamp,
        fromAddress: message.fromAddress,
        toAddress: message.toAddress,
        direction: message.direction,
        messengerType: message.messengerType,
        status: message.status,
        normalizedMessage: normalized(message),
        normalizedReceipts: message.receipts,
        createdBy: message.createdBy && shownUser(message.createdBy),
        conversationId: message.conversationId,
        selfUri: messageUri(message)
    });
}

/** Of User, what a reference has. */
const shownUser = (id: string): object => ({ id, version: 1, selfUri: `/api/v2/users/${id}` });

function normalized(message: TextMessage): unknown {
    return known({
        id: message.id,
        channel: known({
            id: message.id,
            platform: PLATFORMS[message.messengerType] ?? 'Private',
            type: 'Private',
            messageId: message.channelMessageId,
            to: { id: message.toAddress },
            from: { id: message.fromAddress },
            time: message.timestamp
        }),
        type: message.type,
        text: message.text,
        content: message.content.length > 0 ? message.content : undefined,
        originatingEntity: message.direction === 'outbound' && message.createdBy === undefined ? 'Bot' : 'Human',
        direction: message.direction === 'inbound' ? 'Inbound' : 'Outbound',
        metadata: message.metadata
    });
}
