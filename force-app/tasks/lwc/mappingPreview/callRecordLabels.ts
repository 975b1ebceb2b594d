import field from '@salesforce/label/c.Switchboard_CallMapping_Field';
import neverConnected from '@salesforce/label/c.Switchboard_CallMapping_NeverConnected';
import notConnectedYet from '@salesforce/label/c.Switchboard_CallMapping_NotConnectedYet';
import type { TargetObject } from 'c/attributeMapping';
import { LABELS } from './labels.ts';

/** The words where the rules fill Salesforce's own record of a call. */
export const LABELS_OF: Readonly<Record<TargetObject, Readonly<Record<keyof typeof LABELS, string>>>> = {
    Task: LABELS,
    VoiceCall: { ...LABELS, field, neverConnected, notConnectedYet }
};
