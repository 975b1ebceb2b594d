/** What a customer's phone tells beside messages, on the channels that tell it. */
import type { Centre } from './centre.ts';
import type { Conversation } from './conversation.ts';
import { types } from './typing.ts';

type Of = Pick<Conversation, 'messaging'>;

/** Open messaging has an event of it, the messenger of a web site shows it; text messages and WhatsApp tell no business. */
export const tellsTyping = ({ messaging }: Of): boolean =>
    ['open', 'webmessaging'].includes(messaging?.messengerType ?? '');

/**
 * `Read` is documented for WhatsApp (help.mypurecloud.com, "WhatsApp delivery receipts"). An open integration takes
 * Delivered and Failed and no other (developer.genesys.cloud, "Inbound open receipt messages").
 */
export const tellsReading = ({ messaging }: Of): boolean => messaging?.messengerType === 'whatsapp';

export function customerTypes(centre: Centre, conversation: Conversation, isTyping: boolean): void {
    if (!tellsTyping(conversation)) return;
    types(centre, { conversationId: conversation.id, by: 'customer', type: isTyping ? 'On' : 'Off' });
}

const UNREAD: readonly string[] = ['queued', 'sent', 'published', 'delivery-success'];

export const isUnread = (message: { readonly direction: string; readonly status: string }): boolean =>
    message.direction === 'outbound' && UNREAD.includes(message.status);

/** All that went out to the customer has been read. */
export function customerReads(centre: Centre, conversation: Conversation): void {
    const unread = centre.state.messages.filter((one) => one.conversationId === conversation.id && isUnread(one));
    if (!tellsReading(conversation) || unread.length === 0) return;
    for (const message of unread) message.status = 'read';
    centre.changed(conversation.id);
}
