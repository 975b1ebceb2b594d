import { createHash } from 'node:crypto';

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
    readonly type: 'Text' | 'LongTextArea' | 'Number' | 'Checkbox' | 'DateTime';
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
    DateTime: 'long'
};

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
