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

const FIELD_NAME = /^[A-Za-z]\w{0,79}$/;
const documents = new Map<string, GraphQLDocument>();

/**
 * The agent's Tasks of one conversation with the present values of `fields`. Field names are data of the org's schema
 * and cannot be variables in GraphQL: only plain API names get into the text. The same fields give the same document.
 */
export function tasksOfConversation(fields: readonly string[], withKey: boolean): GraphQLDocument {
    const names = [...new Set(fields)].filter((name) => FIELD_NAME.test(name) && name !== 'Id').sort();
    const id = `${withKey}:${names.join(' ')}`;
    const known = documents.get(id);
    if (known !== undefined) {
        return known;
    }
    const values = ['CreatedDate', ...(withKey ? ['SwitchboardKey__c'] : []), ...names]
        .filter((name, index, all) => all.indexOf(name) === index)
        .map((name) => `${name} { value }`)
        .join(' ');
    const document = withKey
        ? gql`
              query SwitchboardFindTaskByKey($conversation: String, $user: ID, $key: String) {
                  uiapi {
                      query {
                          Task(
                              where: {
                                  or: [
                                      { SwitchboardKey__c: { eq: $key } }
                                      { and: [{ CallObject: { eq: $conversation } }, { OwnerId: { eq: $user } }] }
                                  ]
                              }
                              first: 50
                              orderBy: { CreatedDate: { order: ASC } }
                          ) {
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
          `
        : gql`
              query SwitchboardFindTask($conversation: String, $user: ID) {
                  uiapi {
                      query {
                          Task(
                              where: { and: [{ CallObject: { eq: $conversation } }, { OwnerId: { eq: $user } }] }
                              first: 50
                              orderBy: { CreatedDate: { order: ASC } }
                          ) {
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
