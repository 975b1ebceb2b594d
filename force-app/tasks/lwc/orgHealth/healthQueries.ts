import { gql } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';

export const MAPPING = gql`
    query SwitchboardHealthMapping {
        uiapi {
            query {
                Switchboard_Attribute_Mapping__mdt(first: 2000) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const SETTINGS = gql`
    query SwitchboardHealthSettings {
        uiapi {
            query {
                Switchboard_Setting__mdt(first: 50) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const TARGETS = gql`
    query SwitchboardHealthTargets {
        uiapi {
            query {
                Switchboard_Transfer_Target__mdt(first: 2000) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const STATUSES = gql`
    query SwitchboardHealthStatuses {
        uiapi {
            query {
                Switchboard_Agent_Status__mdt(first: 2000) {
                    edges {
                        node {
                            DeveloperName {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const LOOK_UP = gql`
    query SwitchboardHealthLookUp($conversation: String) {
        uiapi {
            query {
                Task(where: { CallObject: { eq: $conversation } }, first: 2) {
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;

export const TASK_FIELDS = gql`
    query SwitchboardHealthTaskFields {
        uiapi {
            objectInfos(apiNames: ["Task"]) {
                ApiName
                fields {
                    ApiName
                    dataType
                    createable
                    updateable
                    length
                }
            }
        }
    }
`;

/** Two queries, because an org that does not know one of the objects refuses the whole answer. */
export const ACCOUNT_FIELDS = gql`
    query SwitchboardHealthAccountFields {
        uiapi {
            objectInfos(apiNames: ["Account"]) {
                ApiName
                fields {
                    ApiName
                    dataType
                    createable
                    updateable
                    length
                }
            }
        }
    }
`;

/** By names alone the platform tells no values. */
export const PICKLIST_VALUES = gql`
    query SwitchboardHealthPicklistValues {
        uiapi {
            objectInfos(objectInfoInputs: [{ apiName: "Task", recordTypeIds: [], fieldNames: [] }]) {
                ApiName
                fields {
                    ApiName
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

export const TEST_TASK = gql`
    query SwitchboardHealthTestTask($id: ID) {
        uiapi {
            query {
                Task(where: { Id: { eq: $id } }, first: 1) {
                    edges {
                        node {
                            Id
                            CallDisposition {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

export const ANY_LEAD: GraphQLDocument = gql`
    query SwitchboardHealthLead {
        uiapi {
            query {
                Lead(where: { IsConverted: { eq: false } }, first: 1) {
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;

export const ANY_ACCOUNT: GraphQLDocument = gql`
    query SwitchboardHealthAccount {
        uiapi {
            query {
                Account(first: 1) {
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;
