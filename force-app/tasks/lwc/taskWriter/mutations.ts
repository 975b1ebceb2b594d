import { at } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { FieldValue } from 'c/attributeMapping';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';
import { answerInTime } from './answerInTime.ts';
import { isRefusal, saveErrorOf } from './taskFaults.ts';
import { CREATE_TASK, DELETE_TASK, UPDATE_TASK } from './taskQueries.ts';

/** The org answered a mutation with errors. */
export class MutationRefused extends Error {
    readonly errors: unknown;

    constructor(errors: unknown) {
        super('The org refused the mutation.');
        this.errors = errors;
    }
}

type Values = Readonly<Record<string, FieldValue>>;

async function mutate(query: GraphQLDocument, operationName: string, input: object): Promise<unknown> {
    let answer: Awaited<ReturnType<typeof executeMutation>>;
    try {
        answer = await answerInTime(executeMutation({ query, operationName, variables: { input } }));
    } catch (error) {
        const why = saveErrorOf(error);
        // A refusal by the org's rules may come as an error of its own, too.
        throw (why.failure === 'refused' || why.failure === 'orgRefusesTask') && isRefusal(error)
            ? new MutationRefused(error)
            : why;
    }
    const errors = answer.errors ?? [];
    // Errors about the answer's own fields come with data: a Task that has an id was saved.
    if (errors.length > 0 && savedId(answer.data) === undefined) {
        throw new MutationRefused(errors);
    }
    return answer.data;
}

function savedId(data: unknown): string | undefined {
    const ids = [
        ...['TaskCreate', 'TaskUpdate'].map((operation) => at(data, 'uiapi', operation, 'Record', 'Id')),
        at(data, 'uiapi', 'TaskDelete', 'Id')
    ];
    return ids.find((id) => typeof id === 'string');
}

/** Rejects with MutationRefused or SaveError; so do the others. */
export async function createTask(values: Values): Promise<string> {
    const id = savedId(await mutate(CREATE_TASK, 'SwitchboardCreateTask', { Task: values }));
    if (id === undefined) {
        throw new SaveError('busy', 'The org made a Task and did not say its id.');
    }
    return id;
}

export async function updateTask(taskId: string, values: Values): Promise<string> {
    await mutate(UPDATE_TASK, 'SwitchboardUpdateTask', { Id: taskId, Task: values });
    return taskId;
}

export async function deleteTask(taskId: string): Promise<void> {
    await mutate(DELETE_TASK, 'SwitchboardDeleteTask', { Id: taskId });
}
