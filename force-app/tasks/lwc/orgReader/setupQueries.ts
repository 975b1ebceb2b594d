import { gql } from 'lightning/graphql';
import type { TargetObject } from 'c/attributeMapping';
import type { QueryDocument } from './types.ts';
import { recordsQuery } from './recordsQuery.ts';

export const MAPPING_TYPE = 'Switchboard_Attribute_Mapping__mdt';
export const SETTINGS_TYPE = 'Switchboard_Setting__mdt';

export const MAPPING_QUERY = recordsQuery({
    name: 'SwitchboardMapping($after: String)',
    object: MAPPING_TYPE,
    which: 'first: 2000, after: $after',
    fields: [
        'Id',
        'DeveloperName',
        'Attribute__c',
        'Task_Field__c',
        'Active__c',
        'Interaction_Types__c',
        'Order__c',
        'Overwrite__c'
    ],
    paged: true
});

export const SETTINGS_QUERY = recordsQuery({
    name: 'SwitchboardSettings',
    object: SETTINGS_TYPE,
    which: 'first: 50',
    fields: [
        'DeveloperName',
        'Write_Mode__c',
        'Coalesce_Milliseconds__c',
        'Follow_Seconds__c',
        'Write_When__c',
        'Log_Missed__c',
        'Writing_Vendor__c',
        'Target_Object__c'
    ]
});

/** Questions for the fields of an object. An org that refuses one is asked the next. */
interface FieldsQueries {
    readonly all: QueryDocument;
    /** Without picklists: an org that does not tell their values refuses the whole question. */
    readonly limits: QueryDocument;
    /** What every org that describes the object tells. */
    readonly short: QueryDocument;
}

function fieldsQueries(object: TargetObject): FieldsQueries {
    const rights = 'ApiName label dataType createable updateable';
    const limits = `${rights} required length precision scale referenceToInfos { ApiName }`;
    const picklists = `${limits} ... on PicklistField { picklistValuesByRecordTypeIDs { picklistValues { value } } }`;
    const ask = (ending: string, which: string, fields: string): QueryDocument => gql`
        query Switchboard${object}Fields${ending} {
            uiapi {
                objectInfos(${which}) {
                    ApiName
                    fields {
                        ${fields}
                    }
                }
            }
        }
    `;
    return {
        // Only this form of the question has the values of picklists (v65).
        all: ask('', `objectInfoInputs: [{ apiName: "${object}", recordTypeIds: [], fieldNames: [] }]`, picklists),
        limits: ask('Limits', `apiNames: ["${object}"]`, limits),
        short: ask('Short', `apiNames: ["${object}"]`, rights)
    };
}

export const FIELDS_QUERIES: Readonly<Record<TargetObject, FieldsQueries>> = {
    Task: fieldsQueries('Task'),
    VoiceCall: fieldsQueries('VoiceCall')
};
