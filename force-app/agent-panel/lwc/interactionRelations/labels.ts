import asTaskHas from '@salesforce/label/c.Switchboard_Relations_AsTaskHas';
import leadHasNone from '@salesforce/label/c.Switchboard_Relations_LeadHasNone';
import name from '@salesforce/label/c.Switchboard_Relations_Name';
import none from '@salesforce/label/c.Switchboard_Relations_None';
import phoneWrites from '@salesforce/label/c.Switchboard_Relations_PhoneWrites';
import recognised from '@salesforce/label/c.Switchboard_Relations_Recognised';
import relatedTo from '@salesforce/label/c.Switchboard_Relations_RelatedTo';
import title from '@salesforce/label/c.Switchboard_Relations_Title';

export const LABELS = { asTaskHas, leadHasNone, name, none, phoneWrites, recognised, relatedTo, title } as const;
