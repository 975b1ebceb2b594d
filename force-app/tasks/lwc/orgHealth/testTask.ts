import { at, readErrorOf } from 'c/orgReader';
import { executeMutation, gql } from 'lightning/graphql';
import type { GraphQLDocument, GraphQLMutationResult } from 'lightning/graphql';
import { type Finding, findingOfError } from './findings.ts';
import { LABELS } from './labels.ts';

const CREATE = gql`
    mutation SwitchboardHealthCreate($input: TaskCreateInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskCreate(input: $input) {
                Record {
                    Id
                }
            }
        }
    }
`;

const UPDATE = gql`
    mutation SwitchboardHealthUpdate($input: TaskUpdateInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskUpdate(input: $input) {
                Record {
                    Id
                }
            }
        }
    }
`;

const DELETE = gql`
    mutation SwitchboardHealthDelete($input: RecordDeleteInput!) {
        uiapi(input: { allOrNone: true }) {
            TaskDelete(input: $input) {
                Id
            }
        }
    }
`;

const TASK_ID = /^00T\w{12}(?:\w{3})?$/;

/** What the org answered to a mutation; throws its errors. */
async function run(query: GraphQLDocument, operationName: string, input: Record<string, unknown>): Promise<unknown> {
    const { data, errors }: GraphQLMutationResult = await executeMutation({
        query,
        operationName,
        variables: { input }
    });
    if (errors && errors.length > 0) throw readErrorOf(errors);
    return data;
}

async function make(): Promise<string> {
    const Task = { Subject: LABELS.writeSubject, Status: 'Completed', TaskSubtype: 'Call' };
    const data = await run(CREATE, 'SwitchboardHealthCreate', { Task });
    const id = at(data, 'uiapi', 'TaskCreate', 'Record', 'Id');
    if (typeof id !== 'string' || !TASK_ID.test(id)) throw new Error('TaskCreate answered no Task id.');
    return id;
}

async function isGone(id: string): Promise<boolean> {
    try {
        await run(DELETE, 'SwitchboardHealthDelete', { Id: id });
        return true;
    } catch {
        return false;
    }
}

async function change(id: string): Promise<Finding> {
    try {
        await run(UPDATE, 'SwitchboardHealthUpdate', { Id: id, Task: { CallDisposition: LABELS.writeSubject } });
        return { outcome: 'works', meaning: LABELS.writeWorks, profile: { 'task-graphql-mutation': 'works' } };
    } catch (error) {
        return findingOfError(error, { meaning: LABELS.writeNoChange, setting: LABELS.writeSet, profile: {} });
    }
}

/** Makes a Task, changes it and deletes it. Only on the admin's click. */
export async function askWrite(): Promise<Finding> {
    let id: string;
    try {
        id = await make();
    } catch (error) {
        const profile = { 'task-graphql-mutation': 'undefined' };
        return findingOfError(error, { meaning: LABELS.writeNo, setting: LABELS.writeSet, profile });
    }
    const finding = await change(id);
    if (await isGone(id)) return finding;
    return { ...finding, meaning: `${finding.meaning} ${LABELS.writeLeft}`, leftTaskId: id };
}
