import label from '@salesforce/label/c.Switchboard_Notes_Label';
import labelFor from '@salesforce/label/c.Switchboard_Notes_LabelFor';
import placeholder from '@salesforce/label/c.Switchboard_Notes_Placeholder';
import placeholderOfCall from '@salesforce/label/c.Switchboard_Notes_PlaceholderOfCall';

export const LABELS = { label, labelFor, placeholder, placeholderOfCall } as const;
