import { at, ReadError, readErrorOf } from 'c/orgReader';
import { CREATE_TASK, DELETE_TASK, UPDATE_TASK } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLDocument, GraphQLError } from 'lightning/graphql';
import { inTime } from './inTime.ts';

const TASK_ID = /^00T\w{12}(?:\w{3})?$/;
const LONGEST_MS = 60_000;

export type TaskValues = Readonly<Record<string, unknown>>;

/** The org's refusal of a mutation, whole: where it keeps the code is itself a question. */
export class TaskRefused extends ReadError {
    readonly errors: readonly GraphQLError[];

    constructor(errors: readonly GraphQLError[], { failure, message }: ReadError) {
        super(failure, message);
        this.errors = errors;
    }
}

/** Throws TaskRefused when the org answers with errors, ReadError when it does not answer. */
async function run(query: GraphQLDocument, operationName: string, input: TaskValues): Promise<unknown> {
    let answer: Awaited<ReturnType<typeof executeMutation>>;
    try {
        answer = await inTime(executeMutation({ query, operationName, variables: { input } }), LONGEST_MS);
    } catch (error) {
        throw error instanceof ReadError ? error : readErrorOf(error);
    }
    const { data, errors } = answer;
    if (errors && errors.length > 0) throw new TaskRefused(errors, readErrorOf(errors));
    return data;
}

/** The new Task's id. */
export async function makeTask(Task: TaskValues): Promise<string> {
    const data = await run(CREATE_TASK, 'SwitchboardCreateTask', { Task });
    const id = at(data, 'uiapi', 'TaskCreate', 'Record', 'Id');
    if (typeof id !== 'string' || !TASK_ID.test(id)) {
        throw new ReadError('refused', 'TaskCreate answered no Task id.');
    }
    return id;
}

export async function changeTask(id: string, Task: TaskValues): Promise<void> {
    await run(UPDATE_TASK, 'SwitchboardUpdateTask', { Id: id, Task });
}

/** Why the Task may still be there; undefined when the org says that it deleted it. */
export async function deleteTask(id: string): Promise<ReadError | undefined> {
    try {
        await run(DELETE_TASK, 'SwitchboardDeleteTask', { Id: id });
        return undefined;
    } catch (error) {
        return error as ReadError;
    }
}
