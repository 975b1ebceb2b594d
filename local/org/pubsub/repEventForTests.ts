import { randomUUID } from 'node:crypto';
import type { PlatformEvent } from './platformEvent.ts';

/** A platform event of a test, as Salesforce's guide has an admin make it. */
export const REP_EVENT: PlatformEvent = {
    eventName: 'Outbound__e',
    fields: [
        { name: 'Event_Type__c', type: 'Text' },
        { name: 'Payload__c', type: 'LongTextArea' }
    ]
};

export interface RepPlace {
    /** Of Salesforce; undefined where there is none yet. */
    readonly conversation: string | undefined;
    readonly channelAddress: string;
    /** What the channel calls the customer. */
    readonly customer: string;
}

/** Who says something, as Salesforce names them. */
export interface Speaker {
    readonly appType: string;
    readonly subject: string;
    readonly role: string;
    /** As Salesforce shows it. */
    readonly name?: string;
}

/** Of one event of `REP_EVENT`. */
export type PublishedFields = Readonly<Record<'Event_Type__c' | 'Payload__c', string>>;

/** What an entry holds, its kind before all. */
export type EntryPayload = Readonly<Record<string, unknown>> & { readonly entryType: string };

export const repNamed = (subject: string, name = 'Rep'): Speaker => ({
    appType: 'agent',
    subject,
    role: 'Agent',
    name
});

const REP = repNamed('005000000000001AAA');

/** The fields of one event: what somebody says in a conversation. The entry's id is `identifier`. */
export function entryPublished(
    { channelAddress, conversation, customer }: RepPlace,
    identifier: string,
    entry: EntryPayload,
    { name, ...sender }: Speaker = REP
): PublishedFields {
    const payload = {
        conversationIdentifier: conversation,
        channelAddressIdentifier: channelAddress,
        recipient: { appType: 'custom', subject: customer, role: 'EndUser' },
        payload: {
            identifier,
            entryType: entry.entryType,
            entryPayload: { id: identifier, ...entry },
            sender,
            senderDisplayName: name,
            clientTimestamp: Date.now()
        }
    };
    return { Event_Type__c: 'Interaction', Payload__c: JSON.stringify(payload) };
}

/** A rep's text in the documented shape: a little above a thousand bytes. */
export const repWrites = (place: RepPlace, identifier: string, text: string, rep?: Speaker): PublishedFields =>
    entryPublished(place, identifier, messageEntry({ formatType: 'Text', text }), rep);

/** What a rep's message holds: a text, files and so on. */
export const messageEntry = (staticContent: object): EntryPayload => ({
    entryType: 'Message',
    abstractMessage: { messageType: 'StaticContentMessage', id: randomUUID(), staticContent },
    messageReason: null,
    timestamp: Date.now()
});
