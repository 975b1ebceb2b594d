import adminMayNotChange from '@salesforce/label/c.Switchboard_Doubles_AdminMayNotChange';
import adminMayNotDelete from '@salesforce/label/c.Switchboard_Doubles_AdminMayNotDelete';
import adminSays from '@salesforce/label/c.Switchboard_Doubles_AdminSays';
import cancel from '@salesforce/label/c.Switchboard_Doubles_Cancel';
import found from '@salesforce/label/c.Switchboard_Doubles_Found';
import mayNotChange from '@salesforce/label/c.Switchboard_Doubles_MayNotChange';
import mayNotDelete from '@salesforce/label/c.Switchboard_Doubles_MayNotDelete';
import merge from '@salesforce/label/c.Switchboard_Doubles_Merge';
import merged from '@salesforce/label/c.Switchboard_Doubles_Merged';
import mergeFor from '@salesforce/label/c.Switchboard_Doubles_MergeFor';
import mergeNow from '@salesforce/label/c.Switchboard_Doubles_MergeNow';
import merging from '@salesforce/label/c.Switchboard_Doubles_Merging';
import notMerged from '@salesforce/label/c.Switchboard_Doubles_NotMerged';
import open from '@salesforce/label/c.Switchboard_Doubles_Open';
import openFor from '@salesforce/label/c.Switchboard_Doubles_OpenFor';
import question from '@salesforce/label/c.Switchboard_Doubles_Question';

export const LABELS = {
    adminMayNotChange,
    adminMayNotDelete,
    adminSays,
    cancel,
    found,
    mayNotChange,
    mayNotDelete,
    merge,
    mergeFor,
    mergeNow,
    merged,
    merging,
    notMerged,
    open,
    openFor,
    question
} as const;
