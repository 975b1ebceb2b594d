import { createHash } from 'node:crypto';
import type { PlatformEvent as EventMetadata } from '../metadata/platformEvents.ts';
import type { FieldType } from '../schema/objectTypes.ts';

/** A platform event as its metadata defines it. */
export interface PlatformEvent {
    /** With its ending: `Outbound__e`. */
    readonly eventName: string;
    readonly fields: readonly PlatformEventField[];
}

export interface PlatformEventField {
    /** With its ending: `Payload__c`. */
    readonly name: string;
    /** As metadata names it. */
    readonly type: 'Text' | 'LongTextArea' | 'Number' | 'Checkbox' | 'Date' | 'DateTime';
    /** Of a text, in characters. Without it any length is taken. */
    readonly length?: number;
}

export interface EventSchema {
    /** Another one as soon as a field is added, taken away or changed. */
    readonly id: string;
    readonly json: string;
}

const AVRO: Readonly<Record<PlatformEventField['type'], string>> = {
    Text: 'string',
    LongTextArea: 'string',
    Number: 'double',
    Checkbox: 'boolean',
    Date: 'long',
    DateTime: 'long'
};

const NAMED: Readonly<Partial<Record<FieldType, PlatformEventField['type']>>> = {
    String: 'Text',
    LongTextArea: 'LongTextArea',
    Double: 'Number',
    Boolean: 'Checkbox',
    Date: 'Date',
    DateTime: 'DateTime'
};

/** An event as the project's metadata deploys it. Throws Error for a field that an event cannot have. */
export function eventOfMetadata({ name: eventName, fields }: EventMetadata): PlatformEvent {
    return {
        eventName,
        fields: [...fields.values()].map(({ name, type, length }) => {
            const named = NAMED[type];
            if (named === undefined) throw new Error(`${eventName}.${name} is ${type}, which no platform event has.`);
            return { name, type: named, ...(length === undefined ? {} : { length }) };
        })
    };
}

/** The Avro schema as Salesforce makes it: what it fills itself is always there, each custom field may be null. */
export function eventSchema({ eventName, fields }: PlatformEvent): EventSchema {
    const json = JSON.stringify({
        name: eventName,
        namespace: 'com.sforce.eventbus',
        type: 'record',
        fields: [
            { name: 'CreatedDate', type: 'long', doc: 'CreatedDate:DateTime' },
            { name: 'CreatedById', type: 'string', doc: 'CreatedBy:EntityId' },
            ...fields.map(({ name, type }) => ({
                name,
                type: ['null', AVRO[type]],
                doc: `Data:${type}`,
                default: null
            }))
        ]
    });
    const id = createHash('sha256').update(json).digest('base64url').slice(0, 22);
    return { id, json };
}
