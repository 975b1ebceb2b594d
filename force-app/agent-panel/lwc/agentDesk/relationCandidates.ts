import type { FieldDescriptions } from 'c/attributeMapping';
import type { PageRecord, TaskRelation } from './types.ts';

/** What a Task's Name may be. */
const PEOPLE: readonly string[] = ['Contact', 'Lead'];
/** Objects that have pages, and are never a Task's Related To. */
const NEVER_RELATED: readonly string[] = [...PEOPLE, 'User', 'Task', 'Event'];

/** The record that this page record is as Name or as Related To of a Task; undefined when it can be neither. */
export function asRelation(
    relation: TaskRelation,
    record: PageRecord,
    fields: FieldDescriptions
): PageRecord | undefined {
    return relation === 'name' ? asName(record) : asRelatedTo(record, fields?.WhatId?.referenceTo);
}

export function isLead({ objectApiName }: PageRecord): boolean {
    return objectApiName === 'Lead';
}

function asName(record: PageRecord): PageRecord | undefined {
    const { name, personContactId: id } = record;
    if (id !== undefined) {
        return { id, objectApiName: 'Contact', ...(name === undefined ? {} : { name }) };
    }
    return PEOPLE.includes(record.objectApiName) ? record : undefined;
}

/** An org that does not tell which objects allow activities refuses a wrong one when the Task is saved. */
function asRelatedTo(record: PageRecord, allowed: readonly string[] | undefined): PageRecord | undefined {
    const { objectApiName } = record;
    const fits = allowed === undefined ? !NEVER_RELATED.includes(objectApiName) : allowed.includes(objectApiName);
    return fits ? record : undefined;
}
