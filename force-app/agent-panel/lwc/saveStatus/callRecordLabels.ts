import adminFieldEdited from '@salesforce/label/c.Switchboard_CallSave_AdminFieldEdited';
import adminFieldForbidden from '@salesforce/label/c.Switchboard_CallSave_AdminFieldForbidden';
import adminFieldUnknown from '@salesforce/label/c.Switchboard_CallSave_AdminFieldUnknown';
import adminNoAccess from '@salesforce/label/c.Switchboard_CallSave_AdminNoAccess';
import adminNoCallRecord from '@salesforce/label/c.Switchboard_CallSave_AdminNoCallRecord';
import adminRefused from '@salesforce/label/c.Switchboard_CallSave_AdminRefused';
import adminValidationRule from '@salesforce/label/c.Switchboard_CallSave_AdminValidationRule';
import duplicateRule from '@salesforce/label/c.Switchboard_CallSave_DuplicateRule';
import fieldForbidden from '@salesforce/label/c.Switchboard_CallSave_FieldForbidden';
import fieldUnknown from '@salesforce/label/c.Switchboard_CallSave_FieldUnknown';
import noAccessToTask from '@salesforce/label/c.Switchboard_CallSave_NoAccess';
import noCallRecord from '@salesforce/label/c.Switchboard_CallSave_NoCallRecord';
import noMapping from '@salesforce/label/c.Switchboard_CallSave_NoMapping';
import noTask from '@salesforce/label/c.Switchboard_CallSave_NotConnected';
import noTaskYet from '@salesforce/label/c.Switchboard_CallSave_NotConnectedYet';
import openTask from '@salesforce/label/c.Switchboard_CallSave_Open';
import openTaskFor from '@salesforce/label/c.Switchboard_CallSave_OpenFor';
import refused from '@salesforce/label/c.Switchboard_CallSave_Refused';
import requiredField from '@salesforce/label/c.Switchboard_CallSave_RequiredField';
import requiredFieldUnsaid from '@salesforce/label/c.Switchboard_CallSave_RequiredFieldUnsaid';
import validationRule from '@salesforce/label/c.Switchboard_CallSave_ValidationRule';
import validationRuleUnsaid from '@salesforce/label/c.Switchboard_CallSave_ValidationRuleUnsaid';
import waitingForPhone from '@salesforce/label/c.Switchboard_CallSave_Waiting';
import type { TargetObject } from 'c/attributeMapping';
import { LABELS } from './labels.ts';

export type SaveLabels = Readonly<Record<keyof typeof LABELS | 'adminNoCallRecord' | 'noCallRecord', string>>;

/** What is told of a Task, and what is told otherwise where Salesforce keeps the record of the call itself. */
export const LABELS_OF: Readonly<Record<TargetObject, SaveLabels>> = {
    Task: { ...LABELS, adminNoCallRecord, noCallRecord },
    VoiceCall: {
        ...LABELS,
        adminFieldEdited,
        adminFieldForbidden,
        adminFieldUnknown,
        adminNoAccess,
        adminNoCallRecord,
        adminRefused,
        adminValidationRule,
        duplicateRule,
        fieldForbidden,
        fieldUnknown,
        noAccessToTask,
        noCallRecord,
        noMapping,
        noTask,
        noTaskYet,
        openTask,
        openTaskFor,
        refused,
        requiredField,
        requiredFieldUnsaid,
        validationRule,
        validationRuleUnsaid,
        waitingForPhone
    }
};
