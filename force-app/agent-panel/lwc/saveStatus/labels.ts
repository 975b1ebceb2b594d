import adminAllowed from '@salesforce/label/c.Switchboard_Save_AdminAllowed';
import adminDuplicateRule from '@salesforce/label/c.Switchboard_Save_AdminDuplicateRule';
import adminFieldEdited from '@salesforce/label/c.Switchboard_Save_AdminFieldEdited';
import adminFieldForbidden from '@salesforce/label/c.Switchboard_Save_AdminFieldForbidden';
import adminFieldRefused from '@salesforce/label/c.Switchboard_Save_AdminFieldRefused';
import adminFieldUnknown from '@salesforce/label/c.Switchboard_Save_AdminFieldUnknown';
import adminGiven from '@salesforce/label/c.Switchboard_Save_AdminGiven';
import adminNoAccess from '@salesforce/label/c.Switchboard_Save_AdminNoAccess';
import adminNothing from '@salesforce/label/c.Switchboard_Save_AdminNothing';
import adminOrgRefuses from '@salesforce/label/c.Switchboard_Save_AdminOrgRefuses';
import adminPermission from '@salesforce/label/c.Switchboard_Save_AdminPermission';
import adminProblem from '@salesforce/label/c.Switchboard_Save_AdminProblem';
import adminRefused from '@salesforce/label/c.Switchboard_Save_AdminRefused';
import adminRequiredField from '@salesforce/label/c.Switchboard_Save_AdminRequiredField';
import adminSession from '@salesforce/label/c.Switchboard_Save_AdminSession';
import adminStorage from '@salesforce/label/c.Switchboard_Save_AdminStorage';
import adminTaskDeleted from '@salesforce/label/c.Switchboard_Save_AdminTaskDeleted';
import adminValidationRule from '@salesforce/label/c.Switchboard_Save_AdminValidationRule';
import duplicateRule from '@salesforce/label/c.Switchboard_Save_DuplicateRule';
import fieldEdited from '@salesforce/label/c.Switchboard_Save_FieldEdited';
import fieldRule from '@salesforce/label/c.Switchboard_Save_FieldRule';
import fieldRuleUnsaid from '@salesforce/label/c.Switchboard_Save_FieldRuleUnsaid';
import makeNewTask from '@salesforce/label/c.Switchboard_Save_MakeNewTask';
import noAccessToTask from '@salesforce/label/c.Switchboard_Save_NoAccessToTask';
import recordRefused from '@salesforce/label/c.Switchboard_Save_RecordRefused';
import requiredField from '@salesforce/label/c.Switchboard_Save_RequiredField';
import requiredFieldUnsaid from '@salesforce/label/c.Switchboard_Save_RequiredFieldUnsaid';
import rowLocked from '@salesforce/label/c.Switchboard_Save_RowLocked';
import taskDeleted from '@salesforce/label/c.Switchboard_Save_TaskDeleted';
import validationRule from '@salesforce/label/c.Switchboard_Save_ValidationRule';
import validationRuleUnsaid from '@salesforce/label/c.Switchboard_Save_ValidationRuleUnsaid';
import nameField from '@salesforce/label/c.Switchboard_Relations_Name';
import relatedToField from '@salesforce/label/c.Switchboard_Relations_RelatedTo';
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
import givenAway from '@salesforce/label/c.Switchboard_Save_GivenAway';
import handedToPhone from '@salesforce/label/c.Switchboard_Save_HandedToPhone';
import leftEmpty from '@salesforce/label/c.Switchboard_Save_LeftEmpty';
import linkRefused from '@salesforce/label/c.Switchboard_Save_LinkRefused';
import numberDoesNotFit from '@salesforce/label/c.Switchboard_Save_NumberDoesNotFit';
import takenAlready from '@salesforce/label/c.Switchboard_Save_TakenAlready';
import tooLong from '@salesforce/label/c.Switchboard_Save_TooLong';
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
import savedAfterEnd from '@salesforce/label/c.Switchboard_Save_SavedAfterEnd';
import savedAfterWrapUp from '@salesforce/label/c.Switchboard_Save_SavedAfterWrapUp';
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
    adminAllowed,
    adminDuplicateRule,
    adminFieldEdited,
    adminFieldForbidden,
    adminFieldRefused,
    adminFieldUnknown,
    adminGiven,
    adminNoAccess,
    adminNothing,
    adminOrgRefuses,
    adminPermission,
    adminProblem,
    adminRefused,
    adminRequiredField,
    adminSession,
    adminStorage,
    adminTaskDeleted,
    adminValidationRule,
    agentPermission,
    attentionLabel,
    attentionMany,
    attentionOne,
    busy,
    details,
    doesNotFit,
    duplicateRule,
    fieldEdited,
    fieldForbidden,
    fieldRefused,
    fieldRefusedReason,
    fieldRule,
    fieldRuleUnsaid,
    fieldUnknown,
    givenAway,
    handedToPhone,
    leftEmpty,
    linkRefused,
    makeNewTask,
    nameField,
    newestNotSaved,
    noAccessToTask,
    noMapping,
    noSettings,
    noTask,
    noTaskYet,
    notInPicklist,
    notSaved,
    notYet,
    numberDoesNotFit,
    offline,
    openTask,
    openTaskFor,
    orgRefusesTask,
    recordRefused,
    refused,
    relatedToField,
    requiredField,
    requiredFieldUnsaid,
    rowLocked,
    saved,
    savedAfterEnd,
    savedAfterWrapUp,
    savedMore,
    saving,
    sessionExpired,
    shadowed,
    storageFull,
    takenAlready,
    taskDeleted,
    textCut,
    tooLong,
    tryAgain,
    unknownAttribute,
    validationRule,
    validationRuleUnsaid,
    waiting,
    waitingForPhone
} as const;
