import { storableJson, storableName } from '../delivery/storable.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';

/** A file as a message of Genesys Cloud names it. */
export interface CustomerFile {
    readonly url: string;
    readonly name?: string;
    readonly mimeType?: string;
    readonly bytes?: number;
}

/** Which option of an earlier message the customer took. */
export interface CustomerChoice {
    /** As Salesforce named it; Genesys Cloud carries it as the payload of the answer. */
    readonly optionIdentifier: string;
    /** What the customer read. */
    readonly title: string;
    /** Salesforce's id of the message with the options; without it the title goes as text. */
    readonly inReplyTo?: string;
}

/** What a customer said at Genesys Cloud: a text, files, both, or a choice. */
export interface CustomerSaid {
    /** Its messages reach Salesforce in the order in which they are stored. */
    readonly genesysConversationId: string;
    /** Of Genesys Cloud: a message that is told again has the same one. */
    readonly messageId: string;
    /** Channel address identifier in Salesforce. */
    readonly channelAddress: string;
    /** As Salesforce is to know the customer: the subject of an end user. May be a phone number: never for a log. */
    readonly customer: string;
    /** Epoch milliseconds. */
    readonly at: number;
    /** Where it is a channel of Genesys Cloud: the agent's leg by then, if any. */
    readonly communicationId?: string;
    /** Where Genesys Cloud is the far side: its name for this end of the conversation, for receipts. */
    readonly farEnd?: string;
    readonly content: {
        readonly text?: string;
        readonly files?: readonly CustomerFile[];
        readonly choice?: CustomerChoice;
    };
}

export const CUSTOMER_MESSAGE = 'customerMessage';

export const customerLane = (genesysConversationId: string): string =>
    storableName(`customer:${genesysConversationId}`);

/** By which a message that is told again is known. */
export const customerKey = (messageId: string): string => storableName(`genesys:${messageId}`);

/** A customer's message as an entry to be delivered to Salesforce. Told again, it is the same entry. */
export function customerMessageEntry(said: CustomerSaid): NewEntry {
    return {
        lane: customerLane(said.genesysConversationId),
        key: customerKey(said.messageId),
        kind: CUSTOMER_MESSAGE,
        body: storableJson(said),
        createdAt: said.at
    };
}

/** Of an entry that `customerMessageEntry` made. */
export const saidIn = ({ body }: Entry): CustomerSaid => body as CustomerSaid;
