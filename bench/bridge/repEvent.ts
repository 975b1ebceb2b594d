import { randomUUID } from 'node:crypto';
import type { PlatformEvent } from '../../local/org/pubsub/platformEvent.ts';

/** A platform event of the bench, as Salesforce's guide has an admin make it. */
export const REP_EVENT: PlatformEvent = {
    eventName: 'Outbound__e',
    fields: [
        { name: 'Event_Type__c', type: 'Text' },
        { name: 'Payload__c', type: 'LongTextArea' }
    ]
};

/** The fields of one event: a rep's text in the documented shape, a little above a thousand bytes. */
export function repWrites(conversation: string, identifier: string, text: string): Readonly<Record<string, string>> {
    const now = Date.now();
    const payload = {
        conversationIdentifier: conversation,
        channelAddressIdentifier: 'b0ffeafe-0d89-4338-b14a-172ad203f22a',
        recipient: { appType: 'custom', subject: 'customer', role: 'EndUser' },
        payload: {
            identifier,
            entryType: 'Message',
            entryPayload: {
                entryType: 'Message',
                id: identifier,
                abstractMessage: {
                    messageType: 'StaticContentMessage',
                    id: randomUUID(),
                    staticContent: { formatType: 'Text', text }
                },
                messageReason: null,
                timestamp: now
            },
            sender: { appType: 'agent', subject: '005000000000001AAA', role: 'Agent' },
            senderDisplayName: 'Rep',
            clientTimestamp: now
        }
    };
    return { Event_Type__c: 'Interaction', Payload__c: JSON.stringify(payload) };
}
