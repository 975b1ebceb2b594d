import failed from '@salesforce/label/c.Switchboard_Mapping_Failed';
import intro from '@salesforce/label/c.Switchboard_Mapping_Intro';
import manage from '@salesforce/label/c.Switchboard_Mapping_Manage';
import mayNotEdit from '@salesforce/label/c.Switchboard_Mapping_MayNotEdit';
import noAccess from '@salesforce/label/c.Switchboard_Mapping_NoAccess';
import noFields from '@salesforce/label/c.Switchboard_Mapping_NoFields';
import noLabels from '@salesforce/label/c.Switchboard_Mapping_NoLabels';
import noSettings from '@salesforce/label/c.Switchboard_Mapping_NoSettings';
import onVoiceCall from '@salesforce/label/c.Switchboard_Mapping_OnVoiceCall';
import othersOnTask from '@salesforce/label/c.Switchboard_Mapping_OthersOnTask';
import offline from '@salesforce/label/c.Switchboard_Mapping_Offline';
import read from '@salesforce/label/c.Switchboard_Mapping_Read';
import reading from '@salesforce/label/c.Switchboard_Mapping_Reading';
import refresh from '@salesforce/label/c.Switchboard_Mapping_Refresh';
import sessionExpired from '@salesforce/label/c.Switchboard_Mapping_SessionExpired';
import stale from '@salesforce/label/c.Switchboard_Mapping_Stale';
import title from '@salesforce/label/c.Switchboard_Mapping_Title';
import choose from '@salesforce/label/c.Switchboard_Mapping_VendorBoth';
import chosen from '@salesforce/label/c.Switchboard_Mapping_VendorChosen';
import missing from '@salesforce/label/c.Switchboard_Mapping_VendorMissing';

export const LABELS = {
    failed,
    intro,
    manage,
    mayNotEdit,
    noAccess,
    noFields,
    noLabels,
    noSettings,
    onVoiceCall,
    othersOnTask,
    offline,
    read,
    reading,
    refresh,
    sessionExpired,
    stale,
    title
} as const;

/** By the state of the question which phone saves; where there is one phone nothing is said. */
export const VENDOR_NOTES = { choose, chosen, missing, one: '' } as const;
