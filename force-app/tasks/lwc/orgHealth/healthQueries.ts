import { recordsQuery } from 'c/orgReader';
import { gql } from 'lightning/graphql';

export const MAPPING = recordsQuery({
    name: 'SwitchboardHealthMapping',
    object: 'Switchboard_Attribute_Mapping__mdt',
    which: 'first: 2000',
    fields: ['DeveloperName']
});

export const SETTINGS = recordsQuery({
    name: 'SwitchboardHealthSettings',
    object: 'Switchboard_Setting__mdt',
    which: 'first: 50',
    fields: ['DeveloperName']
});

export const TARGETS = recordsQuery({
    name: 'SwitchboardHealthTargets',
    object: 'Switchboard_Transfer_Target__mdt',
    which: 'first: 2000',
    fields: ['DeveloperName']
});

export const STATUSES = recordsQuery({
    name: 'SwitchboardHealthStatuses',
    object: 'Switchboard_Agent_Status__mdt',
    which: 'first: 2000',
    fields: ['DeveloperName']
});

export const LOOK_UP = recordsQuery({
    name: 'SwitchboardHealthLookUp($conversation: String)',
    object: 'Task',
    which: 'where: { CallObject: { eq: $conversation } }, first: 2',
    fields: ['Id']
});

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

export const TEST_TASK = recordsQuery({
    name: 'SwitchboardHealthTestTask($id: ID)',
    object: 'Task',
    which: 'where: { Id: { eq: $id } }, first: 1',
    fields: ['Id', 'CallDisposition']
});

export const ANY_LEAD = recordsQuery({
    name: 'SwitchboardHealthLead',
    object: 'Lead',
    which: 'where: { IsConverted: { eq: false } }, first: 1',
    fields: ['Id']
});

export const ANY_ACCOUNT = recordsQuery({
    name: 'SwitchboardHealthAccount',
    object: 'Account',
    which: 'first: 1',
    fields: ['Id']
});
