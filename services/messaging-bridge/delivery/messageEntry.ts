import type { Content, Interaction, Participant, Sender } from '../outbound/outbound.ts';
import type { Entry } from '../store/entries.ts';

/** The body of an entry of kind `message`: what a rep or a bot says to the customer. JSON. */
export interface MessageBody {
    /** As lanes and links name it. */
    readonly conversation: string;
    /** As the Interaction Service names it; the older wrappings do not tell it. */
    readonly conversationIdentifier?: string;
    readonly channelAddress?: string;
    /** The customer. */
    readonly recipient?: Participant;
    readonly sender: Sender;
    /** The entry's identifier, as MessageDeliveryFailed names it. */
    readonly identifier?: string;
    /** By which an answer names the message. */
    readonly messageId?: string;
    readonly content: Content;
    /** AutomatedResponse, Consent. */
    readonly messageReason?: string;
    /** Epoch milliseconds. */
    readonly createdAt: number;
}

export const MESSAGE = 'message';

export const outLane = (conversation: string): string => `out:${conversation}`;
export const backLane = (conversation: string): string => `back:${conversation}`;

/** Of an entry that `entriesOf` made. */
export function messageOf({ body }: Pick<Entry, 'body'>): MessageBody {
    return body as MessageBody;
}

/** Undefined where the event is no message. */
export function messageBody(event: Interaction, conversation: string, createdAt: number): MessageBody | undefined {
    const { entry, sender, key, conversationIdentifier, channelAddress, recipient } = event;
    if (entry.entryType !== 'Message') return undefined;
    return {
        conversation,
        sender,
        content: entry.content,
        createdAt,
        ...(entry.messageReason === undefined ? {} : { messageReason: entry.messageReason }),
        ...(key === undefined ? {} : { identifier: key }),
        ...(entry.messageId === undefined ? {} : { messageId: entry.messageId }),
        ...(conversationIdentifier === undefined ? {} : { conversationIdentifier }),
        ...(channelAddress === undefined ? {} : { channelAddress }),
        ...(recipient === undefined ? {} : { recipient })
    };
}
