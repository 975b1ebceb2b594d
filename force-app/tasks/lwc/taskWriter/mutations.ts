import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { GRAPHQL_ROUTE } from './graphqlRoute.ts';
import { RECORD_API_ROUTE } from './recordApiRoute.ts';
import { faultOf } from './taskFaults.ts';
import { MutationRefused } from './taskRoute.ts';
import type { TaskRoute, TaskValues } from './taskRoute.ts';

export { MutationRefused } from './taskRoute.ts';

export type TaskRouteName = 'graphql' | 'recordApi';

/** Each function but `route` rejects with MutationRefused or SaveError. */
export interface TaskMutations {
    /** The way by which Tasks are written; undefined until the org has taken, or judged, one. */
    readonly route: () => TaskRouteName | undefined;
    /** `stillMine` is asked before a second way and throws when another tab has taken over. */
    readonly create: (values: TaskValues, stillMine?: () => void) => Promise<string>;
    readonly update: (taskId: string, values: TaskValues, stillMine?: () => void) => Promise<string>;
    readonly remove: (taskId: string) => Promise<void>;
}

const ROUTES: Readonly<Record<TaskRouteName, TaskRoute>> = { graphql: GRAPHQL_ROUTE, recordApi: RECORD_API_ROUTE };

/** True where the org knows no Task on this way, whatever is written. */
function refusesTasks(error: unknown): error is MutationRefused {
    if (!(error instanceof MutationRefused)) {
        return false;
    }
    const fault = faultOf(error.errors, []);
    return fault.kind === 'failure' && fault.error.failure === 'orgRefusesTask';
}

export function createTaskMutations(): TaskMutations {
    let inUse: TaskRouteName | undefined;

    async function through<T>(name: TaskRouteName, write: (route: TaskRoute) => Promise<T>): Promise<T> {
        try {
            const answer = await write(ROUTES[name]);
            inUse = name;
            return answer;
        } catch (error) {
            // One who judges values takes Tasks.
            if (error instanceof MutationRefused && !refusesTasks(error)) {
                inUse = name;
            }
            throw error;
        }
    }

    /**
     * The way that worked last, first GraphQL. The other one only after a refusal of Tasks as such, which is certain to
     * have written nothing.
     */
    async function write<T>(ask: (route: TaskRoute) => Promise<T>, stillMine?: () => void): Promise<T> {
        const [first, second] = (
            inUse === 'recordApi' ? ['recordApi', 'graphql'] : ['graphql', 'recordApi']
        ) as readonly [TaskRouteName, TaskRouteName];
        try {
            return await through(first, ask);
        } catch (error) {
            if (!refusesTasks(error)) {
                throw error;
            }
            stillMine?.();
            return through(second, ask).catch((again: unknown) => {
                throw refusesTasks(again) ? error : again;
            });
        }
    }

    return {
        route: () => inUse,
        create: (values, stillMine) => write((route) => route.create(values), stillMine),
        async update(taskId, values, stillMine): Promise<string> {
            const updated = await write((route) => route.update(taskId, values), stillMine);
            showOnPage(taskId);
            return updated;
        },
        remove: (taskId) => write((route) => route.remove(taskId))
    };
}

/** A Task that is open on the page shows what was written past its cache. */
function showOnPage(recordId: string): void {
    Promise.resolve()
        .then(() => notifyRecordUpdateAvailable([{ recordId }]))
        .catch(() => {
            // The Task is saved; the page shows it when it is next loaded.
        });
}
