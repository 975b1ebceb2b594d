import type { Clock } from 'c/taskSync';
import type { GraphQLMutation, GraphQLMutationResult } from 'lightning/graphql';

export type TaskRow = Readonly<Record<string, unknown>>;

export interface TaskInput {
    readonly Id?: string;
    readonly Task: TaskRow;
}

/** The Tasks of a small org behind the platform's own GraphQL: they can be looked up, made and changed. */
export interface TestTasks {
    readonly rows: TaskRow[];
    /** Answers a look-up by `key` (only where the org has the key field) or by `conversation`. */
    find(variables: Readonly<Record<string, unknown>>): unknown;
    mutate(mutation: GraphQLMutation): Promise<GraphQLMutationResult>;
}

export function createTestTasks(clock: Pick<Clock, 'now'>, hasKeyField = false): TestTasks {
    const rows: TaskRow[] = [];
    return {
        rows,
        find: ({ key, conversation, task }) =>
            taskAnswer(
                rows.filter(
                    (row) =>
                        (hasKeyField && row.SwitchboardKey__c === key) ||
                        row.CallObject === conversation ||
                        row.Id === task
                )
            ),
        async mutate(mutation): Promise<GraphQLMutationResult> {
            await Promise.resolve();
            if (mutation.operationName === 'SwitchboardDeleteTask') {
                return deleted(rows, mutation);
            }
            const { Id, Task } = taskInput(mutation);
            if (mutation.operationName === 'SwitchboardCreateTask') {
                const made = `00T${rows.length}`;
                rows.push({ Id: made, CreatedDate: new Date(clock.now()).toISOString(), ...Task });
                return taskCreated(made);
            }
            const index = rows.findIndex((row) => row.Id === Id);
            if (Id === undefined || index < 0) {
                return taskRefused(`ENTITY_IS_DELETED: no Task ${Id}`);
            }
            rows[index] = { ...rows[index], ...Task };
            return taskUpdated(Id);
        }
    };
}

function deleted(rows: TaskRow[], { variables }: GraphQLMutation): GraphQLMutationResult {
    const { Id } = (variables as { input: { Id: string } }).input;
    const index = rows.findIndex((row) => row.Id === Id);
    if (index < 0) {
        return taskRefused(`ENTITY_IS_DELETED: no Task ${Id}`);
    }
    rows.splice(index, 1);
    return { data: { uiapi: { TaskDelete: { Id } } } };
}

/** The Tasks that an org has which gave these answers to these mutations. */
export async function tasksAnswered(
    mutations: readonly (readonly [GraphQLMutation])[],
    answers: readonly { readonly value: unknown }[]
): Promise<TaskRow[]> {
    const rows = new Map<string, TaskRow>();
    for (const [index, [mutation]] of mutations.entries()) {
        const answer = (await Promise.resolve(answers[index]?.value).catch(() => undefined)) as
            GraphQLMutationResult | undefined;
        const made = answer?.data as { uiapi?: Record<string, { Record?: { Id?: string } }> } | undefined;
        const operation = mutation.operationName === 'SwitchboardCreateTask' ? 'TaskCreate' : 'TaskUpdate';
        const id = made?.uiapi?.[operation]?.Record?.Id;
        if (id !== undefined) {
            rows.set(id, { ...rows.get(id), ...taskInput(mutation).Task, Id: id });
        }
    }
    return [...rows.values()];
}

export function taskAnswer(rows: readonly TaskRow[]): unknown {
    const edges = rows.map(({ Id, ...values }) => ({
        node: { Id, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) }
    }));
    return { uiapi: { query: { Task: { edges } } } };
}

export function taskCreated(Id: string): GraphQLMutationResult {
    return { data: { uiapi: { TaskCreate: { Record: { Id } } } } };
}

export function taskUpdated(Id: string): GraphQLMutationResult {
    return { data: { uiapi: { TaskUpdate: { Record: { Id } } } } };
}

export function taskRefused(message: string): GraphQLMutationResult {
    return { data: {}, errors: [{ message }] };
}

/** What a mutation says of a Task. Throws when it does not speak of one. */
export function taskInput({ variables }: GraphQLMutation): TaskInput {
    const input = variables?.input;
    if (!isTaskInput(input)) {
        throw new Error(`variables.input is ${JSON.stringify(input)}; it has to be { Id?: string, Task: object }`);
    }
    return input;
}

function isTaskInput(input: unknown): input is TaskInput {
    return (
        typeof input === 'object' &&
        input !== null &&
        'Task' in input &&
        typeof input.Task === 'object' &&
        input.Task !== null &&
        (!('Id' in input) || typeof input.Id === 'string')
    );
}
