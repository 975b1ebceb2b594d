import about from '@salesforce/label/c.Switchboard_KeptNotes_About';
import callMany from '@salesforce/label/c.Switchboard_KeptNotes_CallMany';
import callOne from '@salesforce/label/c.Switchboard_KeptNotes_CallOne';
import bothMany from '@salesforce/label/c.Switchboard_KeptNotes_BothMany';
import many from '@salesforce/label/c.Switchboard_KeptNotes_Many';
import one from '@salesforce/label/c.Switchboard_KeptNotes_One';
import remove from '@salesforce/label/c.Switchboard_KeptNotes_Remove';
import removeFor from '@salesforce/label/c.Switchboard_KeptNotes_RemoveFor';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';

export const LABELS = { about, bothMany, callMany, callOne, many, one, remove, removeFor, unknownCaller } as const;
