import { gql } from 'lightning/graphql';

export const MAPPING_QUERY = gql`
    query SwitchboardMapping {
        uiapi {
            query {
                Switchboard_Attribute_Mapping__mdt(first: 2000) {
                    edges {
                        node {
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
                        }
                    }
                }
            }
        }
    }
`;

/** With the limits of each field; an org that does not describe them answers the shorter query. */
export const TASK_FIELDS_QUERY = gql`
    query SwitchboardTaskFields {
        uiapi {
            objectInfos(apiNames: ["Task"]) {
                ApiName
                fields {
                    ApiName
                    label
                    dataType
                    createable
                    updateable
                    length
                    precision
                    scale
                }
            }
        }
    }
`;

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
