import { at } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';
import { CREATE_TASK, DELETE_TASK, UPDATE_TASK } from './taskQueries.ts';
import { answered, MutationRefused } from './taskRoute.ts';
import type { TaskRoute } from './taskRoute.ts';

async function mutate(query: GraphQLDocument, operationName: string, input: object): Promise<unknown> {
    const { data, errors } = await answered(() => executeMutation({ query, operationName, variables: { input } }));
    // Errors about the answer's own fields come with data: a Task that has an id was saved.
    if (errors && errors.length > 0 && savedId(data) === undefined) {
        throw new MutationRefused(errors);
    }
    return data;
}

function savedId(data: unknown): string | undefined {
    const ids = [
        ...['TaskCreate', 'TaskUpdate'].map((operation) => at(data, 'uiapi', operation, 'Record', 'Id')),
        at(data, 'uiapi', 'TaskDelete', 'Id')
    ];
    return ids.find((id) => typeof id === 'string');
}

/** Mutations of `lightning/graphql`, from API 66 on. */
export const GRAPHQL_ROUTE: TaskRoute = {
    async create(values): Promise<string> {
        const id = savedId(await mutate(CREATE_TASK, 'SwitchboardCreateTask', { Task: values }));
        if (id === undefined) {
            throw new SaveError('busy', 'The org made a Task and did not say its id.');
        }
        return id;
    },
    async update(taskId, values): Promise<string> {
        await mutate(UPDATE_TASK, 'SwitchboardUpdateTask', { Id: taskId, Task: values });
        return taskId;
    },
    async remove(taskId): Promise<void> {
        await mutate(DELETE_TASK, 'SwitchboardDeleteTask', { Id: taskId });
    }
};
