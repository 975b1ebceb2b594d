import badId from '@salesforce/label/c.Switchboard_CallMapping_BadId';
import field from '@salesforce/label/c.Switchboard_CallMapping_Field';
import intro from '@salesforce/label/c.Switchboard_CallMapping_WhyEmptyIntro';
import noTask from '@salesforce/label/c.Switchboard_CallMapping_NoRecord';
import notRead from '@salesforce/label/c.Switchboard_CallMapping_NotRead';
import onTask from '@salesforce/label/c.Switchboard_CallMapping_OnRecord';
import read from '@salesforce/label/c.Switchboard_CallMapping_Read';
import reasonMayNotEdit from '@salesforce/label/c.Switchboard_CallMapping_ReasonMayNotEdit';
import reasonNeverConnected from '@salesforce/label/c.Switchboard_CallMapping_ReasonNeverConnected';
import reasonNotConnectedYet from '@salesforce/label/c.Switchboard_CallMapping_ReasonNotConnectedYet';
import reasonNotSeen from '@salesforce/label/c.Switchboard_CallMapping_ReasonNotSeen';
import reasonOnlyWhenEmpty from '@salesforce/label/c.Switchboard_CallMapping_ReasonOnlyWhenEmpty';
import reasonWrites from '@salesforce/label/c.Switchboard_CallMapping_ReasonWrites';
import task from '@salesforce/label/c.Switchboard_CallMapping_RecordId';
import type { TargetObject } from 'c/attributeMapping';
import { LABELS } from './labels.ts';

/** The words where the rules fill Salesforce's own record of a call. */
export const LABELS_OF: Readonly<Record<TargetObject, Readonly<Record<keyof typeof LABELS, string>>>> = {
    Task: LABELS,
    VoiceCall: {
        ...LABELS,
        badId,
        field,
        intro,
        noTask,
        notRead,
        onTask,
        read,
        reasonMayNotEdit,
        reasonNeverConnected,
        reasonNotConnectedYet,
        reasonNotSeen,
        reasonOnlyWhenEmpty,
        reasonWrites,
        task
    }
};
