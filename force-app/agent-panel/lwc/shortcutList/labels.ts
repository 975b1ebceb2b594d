import answer from '@salesforce/label/c.Switchboard_Shortcuts_Answer';
import close from '@salesforce/label/c.Switchboard_Shortcuts_Close';
import completeTransfer from '@salesforce/label/c.Switchboard_Shortcuts_CompleteTransfer';
import conference from '@salesforce/label/c.Switchboard_Shortcuts_Conference';
import end from '@salesforce/label/c.Switchboard_Shortcuts_End';
import escape from '@salesforce/label/c.Switchboard_Shortcuts_Escape';
import hold from '@salesforce/label/c.Switchboard_Shortcuts_Hold';
import list from '@salesforce/label/c.Switchboard_Shortcuts_List';
import mute from '@salesforce/label/c.Switchboard_Shortcuts_Mute';
import notes from '@salesforce/label/c.Switchboard_Shortcuts_Notes';
import securePause from '@salesforce/label/c.Switchboard_Shortcuts_SecurePause';
import secureSession from '@salesforce/label/c.Switchboard_Shortcuts_SecureSession';
import swap from '@salesforce/label/c.Switchboard_Shortcuts_Swap';
import title from '@salesforce/label/c.Switchboard_Shortcuts_Title';
import transfer from '@salesforce/label/c.Switchboard_Shortcuts_Transfer';
import where from '@salesforce/label/c.Switchboard_Shortcuts_Where';

export const LABELS = {
    answer,
    close,
    completeTransfer,
    conference,
    end,
    escape,
    hold,
    list,
    mute,
    notes,
    securePause,
    secureSession,
    swap,
    title,
    transfer,
    where
} as const;
