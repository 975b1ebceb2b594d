import { moment, text } from './allowed.ts';
import { MOST_CHANNEL_ADDRESS, MOST_CUSTOMER } from './people.ts';

/** Who writes, to which channel, and when. */
export interface FromCustomer {
    readonly channelAddress: string;
    /** As Salesforce knows the customer: the subject of the recipient. */
    readonly customer: string;
    /** Milliseconds since 1970. */
    readonly at: number;
    /**
     * The id at Genesys of what is told; the id at Salesforce is made of it. Where one message there is several here, each
     * needs a name of its own: `id/1`.
     */
    readonly genesysId: string;
}

/** The `json` part of POST /interactions, with one interaction: Salesforce takes no more. */
export interface InteractionBody<Interaction extends object> {
    readonly to: string;
    readonly from: string;
    readonly interactions: readonly [Interaction];
}

export function interactionBody<Interaction extends object>(
    { channelAddress, customer }: FromCustomer,
    interaction: Interaction
): InteractionBody<Interaction> {
    return {
        to: text('channelAddress', channelAddress, MOST_CHANNEL_ADDRESS),
        from: text('customer', customer, MOST_CUSTOMER),
        interactions: [interaction]
    };
}

export const entryInteraction = <Payload extends object>(from: FromCustomer, payload: Payload) =>
    interactionBody(from, {
        timestamp: moment('at', from.at),
        interactionType: 'EntryInteraction' as const,
        payload
    });
