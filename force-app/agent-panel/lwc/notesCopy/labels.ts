import copied from '@salesforce/label/c.Switchboard_KeptNotes_Copied';
import copy from '@salesforce/label/c.Switchboard_KeptNotes_Copy';
import copyFor from '@salesforce/label/c.Switchboard_KeptNotes_CopyFor';
import notCopied from '@salesforce/label/c.Switchboard_Diagnostics_NotCopied';

export const LABELS = { copied, copy, copyFor, notCopied } as const;
