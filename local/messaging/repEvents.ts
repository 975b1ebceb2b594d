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

/** Salesforce asks the bridge to find somebody: the rep who is named, or whoever takes a new conversation. */
export function routingEvent(place: Place, routingType: 'Initial' | 'Transfer', userId: string | null): OutboundEvent {
    const channelData = {
        eventId: randomUUID(),
        routerParticipantSubject: randomUUID(),
        routingType,
        conversationId: place.conversation
    };
    return {
        eventType: 'RoutingRequested',
        payload: {
            channelAddressIdentifier: place.channelAddress,
            recipient: customerOf(place),
            payload: {
                conversationIdentifier: place.conversation,
                routingType,
                workRecordId: null,
                routingParameters: {
                    userId,
                    queueId: null,
                    flowId: null,
                    botId: null,
                    isTransfer: routingType === 'Transfer',
                    isUserRequired: userId !== null,
                    isScrt2: true,
                    skillsList: [],
                    channelData: JSON.stringify(channelData)
                }
            }
        }
    };
}

/** A rep has taken work of a session, is through with it, or has handed it on. */
export function workEvent(
    place: Place,
    work: { readonly workId: string; readonly workItemId: string },
    workType: 'Accepted' | 'Closed' | 'Transferred'
): OutboundEvent {
    const { workId, workItemId: workTargetId } = work;
    return entryEvent(place, SYSTEM, randomUUID(), 'RoutingWorkResult', {
        workId,
        workTargetId,
        workType,
        errorMessages: [],
        agentGroupIds: []
    });
}

/** A rep comes into the conversation, or leaves it. */
export function participantEvent(place: Place, rep: RepUser, operation: 'add' | 'remove'): OutboundEvent {
    const participant = { appType: 'agent', subject: rep.id, role: 'Agent' };
    return entryEvent(place, SYSTEM, randomUUID(), 'ParticipantChanged', {
        entries: [{ operation, menuMetadata: null, participant, displayName: rep.label }]
    });
}

/** The session is over: the rep ended it. */
export function sessionEndedEvent(place: Place, sessionId: string): OutboundEvent {
    return entryEvent(place, SYSTEM, randomUUID(), 'SessionStatusChanged', {
        sessionId,
        conversationIdentifier: place.conversation,
        channelAddressIdentifier: place.channelAddress,
        sessionStatus: 'Ended',
        sessionStatusPrev: 'Active',
        sessionEndedByRole: 'Agent',
        sessionStartTime: Date.now(),
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

/** The conversation itself says it, and not one of its people. */
const SYSTEM = 'system';

function entryEvent(
    place: Place,
    by: RepUser | typeof SYSTEM,
    id: string,
    entryType: string,
    members: object
): OutboundEvent {
    const now = Date.now();
    const sender =
        by === SYSTEM
            ? { appType: 'conversation', subject: place.conversation, role: 'System' }
            : { appType: 'agent', subject: by.id, role: 'Agent' };
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
                sender,
                senderDisplayName: by === SYSTEM ? 'System' : by.label,
                recipients: null,
                transcriptedTimestamp: now,
                clientTimestamp: now,
                clientDuration: 0
            }
        }
    };
}
