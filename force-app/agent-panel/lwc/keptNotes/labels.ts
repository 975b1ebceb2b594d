import about from '@salesforce/label/c.Switchboard_KeptNotes_About';
import many from '@salesforce/label/c.Switchboard_KeptNotes_Many';
import one from '@salesforce/label/c.Switchboard_KeptNotes_One';
import remove from '@salesforce/label/c.Switchboard_KeptNotes_Remove';
import removeFor from '@salesforce/label/c.Switchboard_KeptNotes_RemoveFor';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';

export const LABELS = { about, many, one, remove, removeFor, unknownCaller } as const;
