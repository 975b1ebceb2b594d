/** What all channels tell. */
interface Common {
    /** Channel address identifier of the channel in Salesforce. */
    readonly channelAddress: string;
    /** What the customer reads with: it says how long one text may be. */
    readonly messenger: 'sms' | 'other';
}

/** The customers are on a messaging channel of Genesys Cloud; what they write there comes in by this queue. */
export interface GenesysChannel extends Common {
    readonly topology: 'genesysChannel';
    readonly queueId: string;
}

/** Genesys Cloud is the far side: what the rep writes comes in there by an open messaging integration. */
export interface OpenMessagingChannel extends Common {
    readonly topology: 'openMessaging';
    readonly integrationId: string;
}

/** A channel of Salesforce, and where its conversations go on at Genesys Cloud. */
export type Channel = GenesysChannel | OpenMessagingChannel;

/** Who a rep of Salesforce is at Genesys Cloud. */
export interface Rep {
    /** With 18 characters. */
    readonly salesforceUserId: string;
    readonly genesysUserId: string;
    /** As the agent at Genesys Cloud reads it, where that is the far side. */
    readonly name?: string | undefined;
}
