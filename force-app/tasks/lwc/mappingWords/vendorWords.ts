import genesysCloud from '@salesforce/label/c.Switchboard_Vendor_GenesysCloud';
import salesforceVoice from '@salesforce/label/c.Switchboard_Vendor_SalesforceVoice';
import { vendorNamed } from 'c/phoneOnPage';

const NAMES = { genesysCloud, salesforceVoice } as const;

/** A vendor as people call it; one that is not known as it calls itself. */
export function vendorText(vendor: string): string {
    const known = vendorNamed(vendor);
    return known === undefined ? vendor : NAMES[known];
}
