import type { FieldDescription, FieldDescriptions, MappingDetail, MappingProblemCode, MappingRule } from './types.ts';
import { OPEN_CALL_FIELDS } from './callRecordFields.ts';
import { fieldKey } from './rules.ts';

/** Names the Task, its owner or its history, or can be set on creation only: no attribute may ever decide these. */
const NEVER = new Set(
    [
        'Id',
        'OwnerId',
        'CallObject',
        'SwitchboardKey__c',
        'SwitchboardUnsaved__c',
        'TaskSubtype',
        'RecordTypeId',
        'AccountId',
        'IsClosed',
        'IsArchived',
        'IsDeleted',
        'IsHighPriority',
        'CompletedDateTime',
        'CreatedById',
        'CreatedDate',
        'LastModifiedById',
        'LastModifiedDate',
        'SystemModstamp',
        'WhoCount',
        'WhatCount'
    ].map(fieldKey)
);

export interface FieldRefusal {
    readonly code: Extract<MappingProblemCode, 'unknownField' | 'fieldNotWriteable'>;
    readonly allowed: MappingDetail;
}

export interface FieldTarget {
    /** The org's own spelling where it told. */
    readonly name: string;
    /** Absent when the org would not describe Task. */
    readonly description?: FieldDescription;
}

function isReserved(field: string): boolean {
    const key = fieldKey(field);
    return NEVER.has(key) || /^(is)?recurrence/.test(key) || /__switchboard(?:key|unsaved)__c$/.test(key);
}

/** Finds a rule's field among the fields that this user may write. */
export function findTarget(field: string, fields: FieldDescriptions): FieldTarget | FieldRefusal {
    if (!/^[a-z]\w*$/i.test(field)) {
        return { code: 'unknownField', allowed: { kind: 'fieldName' } };
    }
    if (isReserved(field)) {
        return { code: 'fieldNotWriteable', allowed: { kind: 'freeField' } };
    }
    if (!fields) {
        return { name: field };
    }
    const description = describe(field, fields);
    if (!description) {
        return { code: 'unknownField', allowed: { kind: 'seenField' } };
    }
    if (description.closed) {
        return { code: 'fieldNotWriteable', allowed: { kind: 'openField', names: OPEN_CALL_FIELDS } };
    }
    return description.updateable
        ? { name: description.name, description }
        : { code: 'fieldNotWriteable', allowed: { kind: 'editableField' } };
}

/** The rules with each field as the org spells it, as far as it tells: an admin may type a name in any case. */
export function asOrgSpells(rules: readonly MappingRule[], fields: FieldDescriptions): MappingRule[] {
    return rules.map((rule) => ({ ...rule, field: (fields && describe(rule.field, fields)?.name) ?? rule.field }));
}

function describe(field: string, fields: Readonly<Record<string, FieldDescription>>): FieldDescription | undefined {
    if (Object.hasOwn(fields, field)) {
        return fields[field];
    }
    return Object.values(fields).find((candidate) => fieldKey(candidate.name) === fieldKey(field));
}
