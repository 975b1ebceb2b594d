import { gql } from 'lightning/graphql';
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
        'Writing_Vendor__c'
    ]
});

/** Everything that the org can tell of a field. Only this form of the question has the values of picklists (v65). */
export const TASK_FIELDS_QUERY = gql`
    query SwitchboardTaskFields {
        uiapi {
            objectInfos(objectInfoInputs: [{ apiName: "Task", recordTypeIds: [], fieldNames: [] }]) {
                ApiName
                fields {
                    ApiName
                    label
                    dataType
                    createable
                    updateable
                    required
                    length
                    precision
                    scale
                    referenceToInfos {
                        ApiName
                    }
                    ... on PicklistField {
                        picklistValuesByRecordTypeIDs {
                            picklistValues {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Without picklists: an org that does not tell their values refuses the whole question. */
export const TASK_FIELDS_LIMITS_QUERY = gql`
    query SwitchboardTaskFieldsLimits {
        uiapi {
            objectInfos(apiNames: ["Task"]) {
                ApiName
                fields {
                    ApiName
                    label
                    dataType
                    createable
                    updateable
                    required
                    length
                    precision
                    scale
                    referenceToInfos {
                        ApiName
                    }
                }
            }
        }
    }
`;

/** What every org that describes Task tells. */
export const TASK_FIELDS_SHORT_QUERY = gql`
    query SwitchboardTaskFieldsShort {
        uiapi {
            objectInfos(apiNames: ["Task"]) {
                ApiName
                fields {
                    ApiName
                    label
                    dataType
                    createable
                    updateable
                }
            }
        }
    }
`;
