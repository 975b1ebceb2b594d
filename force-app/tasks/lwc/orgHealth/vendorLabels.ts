import both from '@salesforce/label/c.Switchboard_Health_VendorBoth';
import bothSet from '@salesforce/label/c.Switchboard_Health_VendorBothSet';
import chosen from '@salesforce/label/c.Switchboard_Health_VendorChosen';
import missing from '@salesforce/label/c.Switchboard_Health_VendorMissing';
import missingSet from '@salesforce/label/c.Switchboard_Health_VendorMissingSet';
import one from '@salesforce/label/c.Switchboard_Health_VendorOne';
import title from '@salesforce/label/c.Switchboard_Health_VendorTitle';
import tried from '@salesforce/label/c.Switchboard_Health_VendorTried';
import unread from '@salesforce/label/c.Switchboard_Health_VendorUnread';

export const VENDOR = { both, bothSet, chosen, missing, missingSet, one, title, tried, unread } as const;
