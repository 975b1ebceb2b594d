import { recordsQuery } from 'c/orgReader';
import { gql } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';

/** Salesforce writes the interaction id of a phone's own log into Call Object Identifier. */
export const CREATE_TASK = gql`
    mutation SwitchboardCreateTask($input: TaskCreateInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskCreate(input: $input) {
                Record {
                    Id
                }
            }
        }
    }
`;

export const UPDATE_TASK = gql`
    mutation SwitchboardUpdateTask($input: TaskUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskUpdate(input: $input) {
                Record {
                    Id
                }
            }
        }
    }
`;

export const DELETE_TASK = gql`
    mutation SwitchboardDeleteTask($input: RecordDeleteInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskDelete(input: $input) {
                Id
            }
        }
    }
`;

/** By what a handling's Tasks are looked for; at least one. */
export interface LookUpBy {
    /** Call Object Identifier and owner. */
    readonly conversation: boolean;
    /** SwitchboardKey__c, where the org has it. */
    readonly key: boolean;
    /** The id, once it is known: whoever owns the Task now. */
    readonly id: boolean;
}

const FIELD_NAME = /^[A-Za-z]\w{0,79}$/;
const documents = new Map<string, GraphQLDocument>();

/**
 * A handling's Tasks with the present values of `fields`, oldest first. Field names are data of the org's schema and
 * cannot be variables in GraphQL: only plain API names get into the text. The same question gives the same document.
 */
export function tasksOfHandling(fields: readonly string[], by: LookUpBy): GraphQLDocument {
    const names = plainNames(fields);
    const id = `${by.conversation}:${by.key}:${by.id}:${names.join(' ')}`;
    const known = documents.get(id);
    if (known !== undefined) {
        return known;
    }
    const values = ['CreatedDate', ...(by.key ? ['SwitchboardKey__c'] : []), ...names]
        .filter((name, index, all) => all.indexOf(name) === index)
        .map((name) => `${name} { value }`)
        .join(' ');
    const branches = [
        ...(by.key ? ['{ SwitchboardKey__c: { eq: $key } }'] : []),
        ...(by.id ? ['{ Id: { eq: $task } }'] : []),
        ...(by.conversation ? ['{ and: [{ CallObject: { eq: $conversation } }, { OwnerId: { eq: $user } }] }'] : [])
    ].join(' ');
    const variables = [
        ...(by.conversation ? ['$conversation: String', '$user: ID'] : []),
        ...(by.key ? ['$key: String'] : []),
        ...(by.id ? ['$task: ID'] : [])
    ].join(', ');
    const name = by.key ? 'SwitchboardFindTaskByKey' : 'SwitchboardFindTask';
    const document = gql`
        query ${name}(${variables}) {
            uiapi {
                query {
                    Task(where: { or: [${branches}] }, first: 50, orderBy: { CreatedDate: { order: ASC } }) {
                        edges {
                            node {
                                Id
                                ${values}
                            }
                        }
                    }
                }
            }
        }
    `;
    documents.set(id, document);
    return document;
}

/**
 * The record VoiceCall of a call with the present values of `fields`: the newest, should one key ever stand on two. The
 * same question gives the same document.
 */
export function callRecordOf(fields: readonly string[]): GraphQLDocument {
    const names = plainNames(fields);
    const id = `VoiceCall:${names.join(' ')}`;
    const document =
        documents.get(id) ??
        recordsQuery({
            name: 'SwitchboardCallRecord($callId: String)',
            object: 'VoiceCall',
            which: 'where: { VendorCallKey: { eq: $callId } }, orderBy: { CreatedDate: { order: DESC } }, first: 1',
            fields: ['Id', ...names]
        });
    documents.set(id, document);
    return document;
}

function plainNames(fields: readonly string[]): string[] {
    return [...new Set(fields)].filter((name) => FIELD_NAME.test(name) && name !== 'Id').sort();
}
