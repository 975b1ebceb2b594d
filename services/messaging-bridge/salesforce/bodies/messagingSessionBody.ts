import { text } from './allowed.ts';
import { MOST_CHANNEL_ADDRESS, MOST_CONVERSATION, MOST_CUSTOMER } from './people.ts';

export interface SessionOf {
    readonly channelAddress: string;
    readonly customer: string;
    readonly conversation: string;
    /** Who ended it: the customer, or the contact centre. */
    readonly by: 'EndUser' | 'System';
}

const common = ({ by, channelAddress, conversation, customer }: SessionOf) => ({
    channelAddressIdentifier: text('channelAddress', channelAddress, MOST_CHANNEL_ADDRESS),
    endUserClientId: text('customer', customer, MOST_CUSTOMER),
    conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
    operationBy: by
});

export const endSessionBody = (session: SessionOf) => ({ ...common(session), operation: 'End' as const });

/** Puts the session to rest; Salesforce wants to know which (`0Mw…`). */
export const restSessionBody = (session: SessionOf, sessionId: string) => ({
    ...common(session),
    operation: 'Inactivate' as const,
    sessionId: text('sessionId', sessionId, 18)
});
