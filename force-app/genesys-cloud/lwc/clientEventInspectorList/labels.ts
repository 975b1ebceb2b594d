import all from '@salesforce/label/c.Switchboard_Inspector_List_All';
import category from '@salesforce/label/c.Switchboard_Inspector_List_Category';
import clear from '@salesforce/label/c.Switchboard_Inspector_List_Clear';
import conversation from '@salesforce/label/c.Switchboard_Inspector_List_Conversation';
import counts from '@salesforce/label/c.Switchboard_Inspector_List_Counts';
import fromHere from '@salesforce/label/c.Switchboard_Inspector_List_FromHere';
import fromPage from '@salesforce/label/c.Switchboard_Inspector_List_FromPage';
import fromPhone from '@salesforce/label/c.Switchboard_Inspector_List_FromPhone';
import kept from '@salesforce/label/c.Switchboard_Inspector_List_Kept';
import list from '@salesforce/label/c.Switchboard_Inspector_List_List';
import listTitle from '@salesforce/label/c.Switchboard_Inspector_List_ListTitle';
import more from '@salesforce/label/c.Switchboard_Inspector_List_More';
import noMatch from '@salesforce/label/c.Switchboard_Inspector_List_NoMatch';
import none from '@salesforce/label/c.Switchboard_Inspector_List_None';
import pause from '@salesforce/label/c.Switchboard_Inspector_List_Pause';
import resume from '@salesforce/label/c.Switchboard_Inspector_List_Resume';
import text from '@salesforce/label/c.Switchboard_Inspector_List_Text';
import type from '@salesforce/label/c.Switchboard_Inspector_List_Type';
import waiting from '@salesforce/label/c.Switchboard_Inspector_List_Waiting';

export const LABELS = {
    all,
    category,
    clear,
    conversation,
    counts,
    fromHere,
    fromPage,
    fromPhone,
    kept,
    list,
    listTitle,
    more,
    noMatch,
    none,
    pause,
    resume,
    text,
    type,
    waiting
} as const;
