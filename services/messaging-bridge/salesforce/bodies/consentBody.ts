import { text } from './allowed.ts';
import { MOST_CHANNEL_ADDRESS, MOST_CUSTOMER } from './people.ts';

export type ConsentStatus = 'OptedOut' | 'ImplicitlyOptedIn' | 'ExplicitlyOptedIn' | 'DoublyOptedIn';

/** Only where the channel's consent is the partner's; else it is refused (10022). */
export const consentBody = (channelAddress: string, customer: string, consentStatus: ConsentStatus) => ({
    endUserClientId: text('customer', customer, MOST_CUSTOMER),
    channelAddressIdentifier: text('channelAddress', channelAddress, MOST_CHANNEL_ADDRESS),
    consentStatus
});
