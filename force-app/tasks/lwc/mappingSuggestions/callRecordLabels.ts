import field from '@salesforce/label/c.Switchboard_CallMapping_Field';
import intro from '@salesforce/label/c.Switchboard_CallMapping_SuggestIntro';
import noFields from '@salesforce/label/c.Switchboard_CallMapping_NoFields';
import type { TargetObject } from 'c/attributeMapping';
import { LABELS } from './labels.ts';

/** The words where the rules fill Salesforce's own record of a call. */
export const LABELS_OF: Readonly<Record<TargetObject, Readonly<Record<keyof typeof LABELS, string>>>> = {
    Task: LABELS,
    VoiceCall: { ...LABELS, field, intro, noFields }
};
