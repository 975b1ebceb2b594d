import dropped from '@salesforce/label/c.Switchboard_Diagnostics_Dropped';
import allowedActions from '@salesforce/label/c.Switchboard_Diagnostics_AllowedActions';
import callsSavedThrough from '@salesforce/label/c.Switchboard_Diagnostics_CallsSavedThrough';
import copied from '@salesforce/label/c.Switchboard_Diagnostics_Copied';
import copy from '@salesforce/label/c.Switchboard_Diagnostics_Copy';
import leftByPhone from '@salesforce/label/c.Switchboard_Diagnostics_LeftByPhone';
import live from '@salesforce/label/c.Switchboard_Diagnostics_Live';
import names from '@salesforce/label/c.Switchboard_Diagnostics_Names';
import notCopied from '@salesforce/label/c.Switchboard_Diagnostics_NotCopied';
import reasons from '@salesforce/label/c.Switchboard_Diagnostics_Reasons';
import received from '@salesforce/label/c.Switchboard_Diagnostics_Source';
import savedThrough from '@salesforce/label/c.Switchboard_Diagnostics_SavedThrough';
import throughGraphql from '@salesforce/label/c.Switchboard_Diagnostics_ThroughGraphql';
import throughPhone from '@salesforce/label/c.Switchboard_Diagnostics_ThroughPhone';
import throughRecordApi from '@salesforce/label/c.Switchboard_Diagnostics_ThroughRecordApi';
import title from '@salesforce/label/c.Switchboard_Diagnostics_Title';
import unknown from '@salesforce/label/c.Switchboard_Diagnostics_Unknown';
import unknownActions from '@salesforce/label/c.Switchboard_Diagnostics_UnknownActions';
import version from '@salesforce/label/c.Switchboard_Diagnostics_Version';
import whoWrites from '@salesforce/label/c.Switchboard_Diagnostics_WhoWrites';

export const LABELS = {
    dropped,
    allowedActions,
    callsSavedThrough,
    copied,
    copy,
    leftByPhone,
    live,
    names,
    notCopied,
    reasons,
    received,
    savedThrough,
    throughGraphql,
    throughPhone,
    throughRecordApi,
    title,
    unknown,
    unknownActions,
    version,
    whoWrites
} as const;
