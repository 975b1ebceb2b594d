import type { FieldDescriptions } from 'c/attributeMapping';
import { SaveError } from 'c/taskSync';
import type { SaveRequest, SaveResult, TaskKey } from 'c/taskSync';
import { changedSince, withoutLeadAndRelated } from './changedValues.ts';
import type { Values } from './changedValues.ts';
import { DUPLICATE, NOTHING_LEFT } from './learningSender.ts';
import type { Sending } from './learningSender.ts';
import { createTask, updateTask } from './mutations.ts';
import { savedAs, withDoubles } from './saveResults.ts';
import { stillMine } from './stillMine.ts';
import { writeable } from './taskFields.ts';
import type { Found, FoundTask } from './taskLookUp.ts';
import type { WrittenAlong } from './writtenAlong.ts';

export interface NewTaskSeams {
    readonly fields: () => FieldDescriptions;
    readonly along: WrittenAlong;
    readonly sendAllowed: (values: Values, sending: Sending) => Promise<string>;
    readonly find: (key: TaskKey, request: SaveRequest) => Promise<Found>;
    /** What a field says when it is seen first is nobody's edit. */
    readonly noteFound: (task: FoundTask, request: SaveRequest, wanted: readonly string[]) => void;
}

/** Makes Tasks; resolves undefined when another tab was first. */
export function createNewTasks({
    fields,
    along,
    sendAllowed,
    find,
    noteFound
}: NewTaskSeams): (key: TaskKey, request: SaveRequest) => Promise<SaveResult | undefined> {
    /**
     * A new Task is read back once: what the org itself filled while it was made is nobody's edit, and a double that was
     * made in the same moment is seen.
     */
    async function readBack(key: TaskKey, request: SaveRequest, result: SaveResult): Promise<SaveResult> {
        if (fields() === undefined || result.taskId === undefined) {
            return result;
        }
        try {
            const { task, doubles } = await find(key, { ...request, keepDefaults: true, taskId: result.taskId });
            if (task !== undefined) {
                noteFound(task, request, Object.keys({ ...request.defaults, ...request.patch }));
            }
            return withDoubles(result, doubles);
        } catch {
            // The next save looks again.
            return result;
        }
    }

    async function create(key: TaskKey, request: SaveRequest): Promise<SaveResult | undefined> {
        const { picked = [], written } = request;
        const values = { ...along.foundBy(key), ...request.defaults, ...request.patch };
        const { allowed, unsaved } = writeable(values, fields(), 'createable');
        const toWrite = withoutLeadAndRelated(allowed, {}, picked, unsaved);
        const details: string[] = [];
        let taskId = '';
        let onTask: Values = {};
        const made = await sendAllowed(toWrite, {
            changes: 'create',
            unsaved,
            details,
            along: (refused): Values => ({
                ...along.list(refused, request, {}, 'createable'),
                ...along.keyOnNew(key)
            }),
            send: async (values): Promise<string> => {
                stillMine(request);
                // What is sent in parts repeats what the Task is found by.
                const news = taskId === '' ? values : changedSince(onTask, values);
                if (Object.keys(news).length > 0) {
                    written?.sends(news, 'makes');
                    const again = (): void => stillMine(request);
                    if (taskId === '') {
                        taskId = await createTask(news, again);
                        written?.made(taskId);
                    } else {
                        await updateTask(taskId, news, again);
                    }
                    onTask = { ...onTask, ...news };
                }
                return taskId;
            }
        });
        if (made === NOTHING_LEFT) {
            const names = unsaved.map(({ field }) => field).join(', ');
            throw new SaveError('noAccessToTask', `This user may set none of the fields of a new Task: ${names}.`);
        }
        return made === DUPLICATE
            ? undefined
            : readBack(key, request, { ...savedAs(taskId, true, unsaved, details), created: true });
    }

    return create;
}
