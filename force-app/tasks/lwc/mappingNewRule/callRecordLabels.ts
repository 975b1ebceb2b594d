import field from '@salesforce/label/c.Switchboard_CallMapping_Field';
import fieldName from '@salesforce/label/c.Switchboard_CallMapping_FieldName';
import incomplete from '@salesforce/label/c.Switchboard_CallMapping_Incomplete';
import intro from '@salesforce/label/c.Switchboard_CallMapping_NewRuleIntro';
import type { TargetObject } from 'c/attributeMapping';
import { LABELS } from './labels.ts';

/** The words where the rules fill Salesforce's own record of a call. */
export const LABELS_OF: Readonly<Record<TargetObject, Readonly<Record<keyof typeof LABELS, string>>>> = {
    Task: LABELS,
    VoiceCall: { ...LABELS, field, fieldName, incomplete, intro }
};
