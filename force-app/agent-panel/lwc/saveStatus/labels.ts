import attentionLabel from '@salesforce/label/c.Switchboard_Save_AttentionLabel';
import attentionMany from '@salesforce/label/c.Switchboard_Save_AttentionMany';
import attentionOne from '@salesforce/label/c.Switchboard_Save_AttentionOne';
import busy from '@salesforce/label/c.Switchboard_Save_Busy';
import details from '@salesforce/label/c.Switchboard_Save_Details';
import doesNotFit from '@salesforce/label/c.Switchboard_Save_DoesNotFit';
import fieldForbidden from '@salesforce/label/c.Switchboard_Save_FieldForbidden';
import fieldRefused from '@salesforce/label/c.Switchboard_Save_FieldRefused';
import fieldRefusedReason from '@salesforce/label/c.Switchboard_Save_FieldRefusedReason';
import fieldUnknown from '@salesforce/label/c.Switchboard_Save_FieldUnknown';
import handedToPhone from '@salesforce/label/c.Switchboard_Save_HandedToPhone';
import newestNotSaved from '@salesforce/label/c.Switchboard_Save_NewestNotSaved';
import noMapping from '@salesforce/label/c.Switchboard_Save_NoMapping';
import noSettings from '@salesforce/label/c.Switchboard_Save_NoSettings';
import noTask from '@salesforce/label/c.Switchboard_Save_NoTask';
import noTaskYet from '@salesforce/label/c.Switchboard_Save_NoTaskYet';
import notInPicklist from '@salesforce/label/c.Switchboard_Save_NotInPicklist';
import notSaved from '@salesforce/label/c.Switchboard_Save_NotSaved';
import notYet from '@salesforce/label/c.Switchboard_Save_NotYet';
import offline from '@salesforce/label/c.Switchboard_Save_Offline';
import openTask from '@salesforce/label/c.Switchboard_Save_OpenTask';
import openTaskFor from '@salesforce/label/c.Switchboard_Save_OpenTaskFor';
import orgRefusesTask from '@salesforce/label/c.Switchboard_Save_OrgRefusesTask';
import refused from '@salesforce/label/c.Switchboard_Save_Refused';
import saved from '@salesforce/label/c.Switchboard_Save_Saved';
import savedMore from '@salesforce/label/c.Switchboard_Save_SavedMore';
import saving from '@salesforce/label/c.Switchboard_Save_Saving';
import sessionExpired from '@salesforce/label/c.Switchboard_Save_SessionExpired';
import shadowed from '@salesforce/label/c.Switchboard_Save_Shadowed';
import storageFull from '@salesforce/label/c.Switchboard_Save_StorageFull';
import textCut from '@salesforce/label/c.Switchboard_Save_TextCut';
import unknownAttribute from '@salesforce/label/c.Switchboard_Save_UnknownAttribute';
import waiting from '@salesforce/label/c.Switchboard_Save_Waiting';
import waitingForPhone from '@salesforce/label/c.Switchboard_Save_WaitingForPhone';
import agentPermission from '@salesforce/label/c.Switchboard_Panel_AgentPermission';
import tryAgain from '@salesforce/label/c.Switchboard_Panel_TryAgain';

export const LABELS = {
    agentPermission,
    attentionLabel,
    attentionMany,
    attentionOne,
    busy,
    details,
    doesNotFit,
    fieldForbidden,
    fieldRefused,
    fieldRefusedReason,
    fieldUnknown,
    handedToPhone,
    newestNotSaved,
    noMapping,
    noSettings,
    noTask,
    noTaskYet,
    notInPicklist,
    notSaved,
    notYet,
    offline,
    openTask,
    openTaskFor,
    orgRefusesTask,
    refused,
    saved,
    savedMore,
    saving,
    sessionExpired,
    shadowed,
    storageFull,
    textCut,
    tryAgain,
    unknownAttribute,
    waiting,
    waitingForPhone
} as const;
