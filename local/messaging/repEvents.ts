/** What Salesforce tells by platform event when a rep does something in a conversation. */
import { randomUUID } from 'node:crypto';
import type { OutboundEvent } from '../org/interactionService/org.ts';

/** A conversation of Salesforce and who is in it. */
export interface Place {
    readonly conversation: string;
    readonly channelAddress: string;
    /** The customer as the channel knows them. */
    readonly customer: string;
}

export interface RepUser {
    /** Of the user, with 18 characters. */
    readonly id: string;
    readonly label: string;
}

export interface SentFile {
    readonly name: string;
    readonly mimeType: string;
    /** Where the bridge finds it. */
    readonly url: string;
}

/** One message of the rep: a text, a question with answers to choose from, or a file. */
export interface Written {
    readonly text: string;
    readonly options?: readonly { readonly id: string; readonly title: string }[];
    readonly file?: SentFile;
}

/** `id` names the entry; what comes back about it names it too. */
export function messageEvent(place: Place, rep: RepUser, id: string, written: Written): OutboundEvent {
    const abstractMessage = { id: randomUUID(), inReplyToMessageId: null, references: [], ...contentOf(written) };
    return entryEvent(place, rep, id, 'Message', { abstractMessage, messageReason: null });
}

export function typingEvent(place: Place, rep: RepUser, isTyping: boolean): OutboundEvent {
    const type = isTyping ? 'TypingStartedIndicator' : 'TypingStoppedIndicator';
    return entryEvent(place, rep, randomUUID(), type, { timestamp: Date.now() });
}

/** The rep hands the conversation to another rep. */
export function transferEvent(place: Place, toUserId: string): OutboundEvent {
    const channelData = {
        eventId: randomUUID(),
        routerParticipantSubject: randomUUID(),
        routingType: 'Transfer',
        conversationId: place.conversation
    };
    return {
        eventType: 'RoutingRequested',
        payload: {
            channelAddressIdentifier: place.channelAddress,
            recipient: customerOf(place),
            payload: {
                conversationIdentifier: place.conversation,
                routingType: 'Transfer',
                workRecordId: null,
                routingParameters: {
                    userId: toUserId,
                    queueId: null,
                    flowId: null,
                    botId: null,
                    isTransfer: true,
                    isUserRequired: true,
                    isScrt2: true,
                    skillsList: [],
                    channelData: JSON.stringify(channelData)
                }
            }
        }
    };
}

/** The rep ends the session `sessionId`, which began at `since` (milliseconds since 1970). */
export function sessionEndedEvent(place: Place, rep: RepUser, sessionId: string, since: number): OutboundEvent {
    return entryEvent(place, rep, randomUUID(), 'SessionStatusChanged', {
        sessionId,
        conversationIdentifier: place.conversation,
        channelAddressIdentifier: place.channelAddress,
        sessionStatus: 'Ended',
        sessionStatusPrev: 'Active',
        sessionEndedByRole: 'Agent',
        sessionStartTime: since,
        sessionEndTime: Date.now()
    });
}

function contentOf({ file, options, text }: Written): object {
    if (options !== undefined)
        return {
            messageType: 'ChoicesMessage',
            choices: {
                formatType: 'QuickReplies',
                text,
                images: [],
                optionItems: options.map(({ id, title }) => ({
                    itemType: 'TitleOptionItem',
                    optionIdentifier: id,
                    titleItem: { itemType: 'TitleItem', title }
                }))
            }
        };
    if (file === undefined) return { messageType: 'StaticContentMessage', staticContent: { formatType: 'Text', text } };
    const attachment = { ...file, id: randomUUID(), referenceId: randomUUID(), attachmentUploadResult: null };
    return {
        messageType: 'StaticContentMessage',
        staticContent: { formatType: 'Attachments', text: text === '' ? null : text, attachments: [attachment] }
    };
}

const customerOf = ({ customer }: Place): object => ({ appType: 'custom', subject: customer, role: 'EndUser' });

function entryEvent(place: Place, rep: RepUser, id: string, entryType: string, members: object): OutboundEvent {
    const now = Date.now();
    return {
        eventType: 'Interaction',
        payload: {
            conversationIdentifier: place.conversation,
            channelAddressIdentifier: place.channelAddress,
            recipient: customerOf(place),
            payload: {
                identifier: id,
                entryType,
                entryPayload: { entryType, id, ...members },
                sender: { appType: 'agent', subject: rep.id, role: 'Agent' },
                senderDisplayName: rep.label,
                recipients: null,
                transcriptedTimestamp: now,
                clientTimestamp: now,
                clientDuration: 0
            }
        }
    };
}
