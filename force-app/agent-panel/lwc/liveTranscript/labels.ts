import agent from '@salesforce/label/c.Switchboard_Transcript_Agent';
import customer from '@salesforce/label/c.Switchboard_Transcript_Customer';
import newest from '@salesforce/label/c.Switchboard_Transcript_Newest';
import readAloud from '@salesforce/label/c.Switchboard_Transcript_ReadAloud';
import somebody from '@salesforce/label/c.Switchboard_Transcript_Somebody';
import title from '@salesforce/label/c.Switchboard_Transcript_Title';
import titleFor from '@salesforce/label/c.Switchboard_Transcript_For';

export const LABELS = { agent, customer, newest, readAloud, somebody, title, titleFor } as const;
