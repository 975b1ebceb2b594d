import type { FieldDescriptions } from 'c/attributeMapping';
import { SaveError } from 'c/taskSync';
import type { SaveRequest, SaveResult, TaskKey } from 'c/taskSync';
import { changedSince, withoutLeadAndRelated } from './changedValues.ts';
import type { Values } from './changedValues.ts';
import { DUPLICATE, NOTHING_LEFT } from './learningSender.ts';
import type { Sending } from './learningSender.ts';
import type { TaskMutations } from './mutations.ts';
import { savedAs, withDoubles } from './saveResults.ts';
import { stillMine } from './stillMine.ts';
import { alreadyThere, writeable } from './taskFields.ts';
import type { Found, FoundTask } from './taskLookUp.ts';
import type { WrittenAlong } from './writtenAlong.ts';

export interface NewTaskSeams {
    readonly fields: () => FieldDescriptions;
    readonly along: WrittenAlong;
    readonly mutations: TaskMutations;
    readonly sendAllowed: (values: Values, sending: Sending) => Promise<string>;
    /** `also`: fields that are wanted beside those of the request. */
    readonly find: (key: TaskKey, request: SaveRequest, also: readonly string[]) => Promise<Found>;
    /** What a field says when it is seen first is nobody's edit. */
    readonly noteFound: (task: FoundTask, request: SaveRequest, wanted: readonly string[]) => void;
}

const LAST_CHANGE = ['LastModifiedDate', 'LastModifiedById'];

/** Made, and changed last, in one second and by this user: flows and triggers of that save run as the user too. */
function isUntouched({ values }: FoundTask, { userId }: TaskKey): boolean {
    const { CreatedDate, LastModifiedDate, LastModifiedById } = values;
    return (
        alreadyThere(CreatedDate ?? null, LastModifiedDate, 'datetime') &&
        alreadyThere(userId, LastModifiedById, 'reference')
    );
}

function ofThese({ values }: FoundTask, names: readonly string[]): Values {
    return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** Makes Tasks; resolves undefined when another tab was first. */
export function createNewTasks({
    fields,
    along,
    mutations,
    sendAllowed,
    find,
    noteFound
}: NewTaskSeams): (key: TaskKey, request: SaveRequest) => Promise<SaveResult | undefined> {
    /**
     * A new Task is read back once: what the org itself filled or changed while it was made is nobody's edit, and a double
     * that was made in the same moment is seen.
     */
    async function readBack(key: TaskKey, request: SaveRequest, result: SaveResult, sent: Values): Promise<SaveResult> {
        if (fields() === undefined || result.taskId === undefined) {
            return result;
        }
        try {
            const all = { ...request, keepDefaults: true, taskId: result.taskId };
            const { task, doubles } = await find(key, all, LAST_CHANGE);
            if (task !== undefined) {
                noteFound(task, request, Object.keys({ ...request.defaults, ...request.patch }));
                if (isUntouched(task, key)) {
                    request.written?.became(ofThese(task, Object.keys(sent)));
                }
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
                        taskId = await mutations.create(news, again);
                        written?.made(taskId);
                    } else {
                        await mutations.update(taskId, news, again);
                    }
                    onTask = { ...onTask, ...news };
                }
                return taskId;
            }
        });
        if (made === NOTHING_LEFT) {
            const refused = unsaved.filter(({ code }) => code === 'refused');
            if (refused.length > 0) {
                const reasons = refused.map(({ field, reason = 'refused' }) => `${field}: ${reason}`).join('; ');
                throw new SaveError('refused', `The org took no field of a new Task. ${reasons}`);
            }
            const names = unsaved.map(({ field }) => field).join(', ');
            throw new SaveError('noAccessToTask', `This user may set none of the fields of a new Task: ${names}.`);
        }
        return made === DUPLICATE
            ? undefined
            : readBack(key, request, { ...savedAs(taskId, true, unsaved, details), created: true }, onTask);
    }

    return create;
}
