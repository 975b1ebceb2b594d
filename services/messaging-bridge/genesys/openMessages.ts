import { messageOf } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { kindOf } from '../files/mediaTypes.ts';
import { Members } from '../outbound/members.ts';
import type { Database } from '../store/database.ts';
import { learnGenesysConversation } from '../store/links.ts';
import type { OpenMessagingLink } from '../store/links.ts';
import { callOnce } from './callOnce.ts';
import type { MessagePart } from './messageParts.ts';
import { findMessage } from './readBack.ts';
import type { Genesys, Way } from './topologies.ts';

/** Who writes, as the agent in Genesys Cloud sees it. */
export interface OpenSender {
    /** One conversation there for each: unlike that of any other conversation here. */
    readonly id: string;
    readonly idType: 'Opaque' | 'Email' | 'Phone';
    readonly nickname?: string;
    readonly firstName?: string;
    readonly lastName?: string;
}

/** Tells who writes. */
export type OpenWriter = (message: MessageBody) => OpenSender;

/** The conversation writes, under one name for all; no rep and no customer is named. */
export const conversationWrites =
    (nickname: string): OpenWriter =>
    ({ conversation }) => ({ id: conversation, idType: 'Opaque', nickname });

/**
 * Genesys Cloud is the far side: what the rep writes comes in there as an open message. Its `channel.messageId` names the
 * send; nobody says that Genesys Cloud takes two with one name for one, so nothing is sent twice. What nobody knows is
 * read back by that name in the conversation that an earlier answer told; a message that begins a conversation cannot be.
 * A file goes as its address: Genesys Cloud fetches it from Salesforce.
 */
export function openMessages(
    { client, clock }: Genesys,
    database: Database,
    senderOf: OpenWriter
): Way<OpenMessagingLink, MessagePart> {
    return {
        async send({ link: { integrationId, conversationId: known }, part, entry, ...sending }) {
            const message = messageOf(entry);
            let toldId: string | undefined;
            const given = {
                integrationId,
                prefetchConversationId: true,
                channel: {
                    from: senderOf(message),
                    time: new Date(message.createdAt).toISOString(),
                    messageId: part.messageId
                },
                ...contentOf(part)
            };
            const sent = await callOnce(client, 'post_message_inbound_open_message', given, sending, ({ data }) => {
                const answer = new Members(data, '', []);
                toldId = answer.id('conversationId');
                return answer.id('id');
            });
            // It has been sent, whatever becomes of this: the next answer tells it again.
            if (toldId !== undefined && toldId !== known)
                await learnGenesysConversation(database, message.conversation, toldId).catch(() => undefined);
            return sent;
        },
        async find({ link: { conversationId }, part, signal }, startedAgoMs, claimed) {
            if (conversationId === undefined) return 'absent';
            return findMessage(
                { client, clock, conversationId, isOutbound: false, startedAgoMs, claimed, signal },
                ({ channelMessageId }) => channelMessageId === part.messageId
            );
        }
    };
}

function contentOf(part: MessagePart): object {
    if ('text' in part) return { text: part.text };
    const { mediaType, name, url } = part.file;
    const attachment = { mediaType: kindOf(mediaType), url, mime: mediaType, filename: name };
    return { content: [{ contentType: 'Attachment', attachment }] };
}
