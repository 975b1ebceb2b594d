import { gql } from 'lightning/graphql';

export const MAPPING_QUERY = gql`
    query SwitchboardMapping($after: String) {
        uiapi {
            query {
                Switchboard_Attribute_Mapping__mdt(first: 2000, after: $after) {
                    edges {
                        node {
                            Id
                            DeveloperName {
                                value
                            }
                            Attribute__c {
                                value
                            }
                            Task_Field__c {
                                value
                            }
                            Active__c {
                                value
                            }
                            Interaction_Types__c {
                                value
                            }
                            Order__c {
                                value
                            }
                            Overwrite__c {
                                value
                            }
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                }
            }
        }
    }
`;

export const SETTINGS_QUERY = gql`
    query SwitchboardSettings {
        uiapi {
            query {
                Switchboard_Setting__mdt(first: 50) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                            Write_Mode__c {
                                value
                            }
                            Coalesce_Milliseconds__c {
                                value
                            }
                            Follow_Seconds__c {
                                value
                            }
                            Write_When__c {
                                value
                            }
                            Log_Missed__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

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
