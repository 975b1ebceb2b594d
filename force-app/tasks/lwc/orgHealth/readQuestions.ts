import { SENTINEL } from 'c/attributeMapping';
import { rowsOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { gql } from 'lightning/graphql';
import { type Finding, findingOfError } from './findings.ts';
import { LABELS } from './labels.ts';

/** No call has this as its identifier. */
const NO_CALL = 'switchboard-org-health';

const MAPPING = gql`
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

const SETTINGS = gql`
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

const LOOK_UP = gql`
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

function hasRow(data: unknown, type: string, name: string): boolean {
    return rowsOf(data, type).some((row) => row.DeveloperName === name);
}

function noAccess(meaning: string, answer: 'undefined' | 'no-rows'): Omit<Finding, 'outcome' | 'said'> {
    return { meaning, setting: LABELS.mappingSet, profile: { 'metadata-type-without-access': answer } };
}

/** May this user read the mapping and the settings? No rows is a refusal too: the shipped row is missing. */
export async function askMapping(reader: OrgReader): Promise<Finding> {
    try {
        const data = await reader.query(MAPPING);
        if (!hasRow(data, 'Switchboard_Attribute_Mapping__mdt', SENTINEL)) {
            return { outcome: 'refused', ...noAccess(LABELS.mappingNoSentinel, 'no-rows') };
        }
    } catch (error) {
        return findingOfError(error, noAccess(LABELS.mappingNoAccess, 'undefined'));
    }
    try {
        const data = await reader.query(SETTINGS);
        if (hasRow(data, 'Switchboard_Setting__mdt', 'Default')) {
            return { outcome: 'works', meaning: LABELS.mappingWorks, profile: {} };
        }
        return { outcome: 'refused', ...noAccess(LABELS.settingsNoAccess, 'no-rows') };
    } catch (error) {
        return findingOfError(error, noAccess(LABELS.settingsNoAccess, 'undefined'));
    }
}

/** Can the Task of a call be found? */
export async function askLookUp(reader: OrgReader): Promise<Finding> {
    try {
        await reader.query(LOOK_UP, { conversation: NO_CALL });
        const profile = { 'task-graphql-query': 'works', 'task-callobject-filter': 'works' };
        return { outcome: 'works', meaning: LABELS.lookUpWorks, profile };
    } catch (error) {
        const noTask = /Field 'Task' in type/i.test(String((error as { message?: unknown }).message));
        const profile: Finding['profile'] = noTask
            ? { 'task-graphql-query': 'undefined' }
            : { 'task-callobject-filter': 'refused' };
        return findingOfError(error, { meaning: LABELS.lookUpNo, setting: LABELS.lookUpSet, profile });
    }
}
