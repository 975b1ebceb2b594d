import { readRules } from 'c/attributeMapping';
import type { FieldDescription, MappingRule } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { MappingPicture } from 'c/mappingAdvice';

/** A rule of an admin for `attribute -> field`; the id is the field unless given. */
export function rule(attribute: string, field: string, more: Partial<MappingRule> = {}): MappingRule {
    return {
        id: field,
        attribute,
        field,
        active: true,
        interactionTypes: 'all',
        order: 100,
        overwrite: 'always',
        source: 'record',
        ...more
    };
}

/** A field that the user may write. */
export function field(name: string, dataType: string, more: Partial<FieldDescription> = {}): FieldDescription {
    return { name, label: name, dataType, createable: true, updateable: true, ...more };
}

function fieldsOf(...fields: FieldDescription[]): Record<string, FieldDescription> {
    return Object.fromEntries(fields.map((one) => [one.name, one]));
}

export function picture(rules: readonly MappingRule[], ...fields: FieldDescription[]): MappingPicture {
    return { rules, unusable: [], fields: fieldsOf(...STANDARD, ...fields) };
}

const STANDARD = [
    field('Description', 'TextArea', { label: 'Comments', length: 32_000 }),
    field('CallDisposition', 'String', { label: 'Call Result', length: 255 }),
    field('Subject', 'ComboBox', { length: 255 }),
    field('Type', 'Picklist'),
    field('TaskSubtype', 'Picklist', { updateable: false }),
    field('Status', 'Picklist', { required: true }),
    field('ActivityDate', 'Date'),
    field('CallObject', 'String', { length: 255 }),
    field('CallType', 'Picklist'),
    field('CallDurationInSeconds', 'Int', { precision: 8 }),
    field('WhoId', 'Reference'),
    field('WhatId', 'Reference')
];

/** Rows as the org gives them, with what cannot be used. */
export function pictureOfRows(...rows: Readonly<Record<string, unknown>>[]): MappingPicture {
    const { rules, problems } = readRules(rows);
    return { rules, unusable: problems, fields: fieldsOf(...STANDARD) };
}

/** A call that is over and wrapped up. */
export const CALL: Interaction = {
    id: '9b2f7c1e-0000-4000-8000-000000000001',
    segment: 1,
    version: 3,
    complete: true,
    state: 'disconnected',
    type: 'call',
    direction: 'inbound',
    connected: true,
    disconnected: true,
    done: true,
    handled: true,
    queueName: 'Customer Care',
    connectedTime: '2026-11-21T09:30:00.000Z',
    endTime: '2026-11-21T09:31:30.000Z',
    durationSeconds: 90,
    wrapUpCode: 'Question answered',
    firstSeenAt: '2026-11-21T09:29:50.000Z',
    lastSeenAt: '2026-11-21T09:31:40.000Z'
};
export const READING = { locale: 'en-US', timeZone: 'UTC' } as const;
