import type { TaskPatch } from 'c/attributeMapping';
import { SaveError } from 'c/taskSync';
import type { MergeResult, SaveRequest, SaveResult, TaskKey, TaskWriter, UnsavedField } from 'c/taskSync';
import { onlyChanged, withoutLeadAndRelated } from './changedValues.ts';
import type { Values } from './changedValues.ts';
import { createLearningSender, DUPLICATE, NOTHING_LEFT } from './learningSender.ts';
import { LINKS } from './linkedRecords.ts';
import { mergedFields, mergeInto } from './mergeTasks.ts';
import { createTaskMutations } from './mutations.ts';
import type { TaskRouteName } from './mutations.ts';
import { createNewTasks } from './newTask.ts';
import type { RecordWriterOptions } from './recordWriterOptions.ts';
import { savedAs, withDoubles } from './saveResults.ts';
import { stillMine } from './stillMine.ts';
import { KEY_FIELD } from './taskFaults.ts';
import { writeable } from './taskFields.ts';
import { createTaskLookUp, lookUpFor, readable } from './taskLookUp.ts';
import type { Found, FoundTask } from './taskLookUp.ts';
import { createWrittenAlong } from './writtenAlong.ts';

export { createCallRecordWriter } from './callRecordWriter.ts';
export type { RecordWriterOptions } from './recordWriterOptions.ts';
export { faultOf, KEY_FIELD } from './taskFaults.ts';
export { lookUpFor, tasksFound } from './taskLookUp.ts';
export type { FoundTask } from './taskLookUp.ts';
export { CREATE_TASK, DELETE_TASK, UPDATE_TASK } from './taskQueries.ts';
export { UNSAVED_FIELD } from './unsavedList.ts';
export type { TaskRouteName } from './mutations.ts';

export interface RecordWriter extends TaskWriter {
    /** The way by which it writes Tasks; undefined until the org has taken, or judged, one. */
    readonly route: () => TaskRouteName | undefined;
}

/** Writes Tasks as the user, through GraphQL or the record API, with a look-up before every write. */
export function createRecordWriter({
    reader,
    fields,
    watched = (): readonly string[] => []
}: RecordWriterOptions): RecordWriter {
    const sendAllowed = createLearningSender(fields);
    const lookUp = createTaskLookUp(reader);
    const along = createWrittenAlong(fields);
    const mutations = createTaskMutations();
    const create = createNewTasks({ fields, along, mutations, sendAllowed, find, noteFound });

    const hasKey = (): boolean => fields()?.[KEY_FIELD] !== undefined;

    async function find(key: TaskKey, request: SaveRequest, also: readonly string[] = []): Promise<Found> {
        const { patch, defaults, keepDefaults, taskId, neighbours } = request;
        const wanted = Object.keys({ ...patch, ...(keepDefaults ? defaults : {}) });
        const found = await lookUp.find(key, {
            ...lookUpFor([...wanted, ...watched(), ...also], fields()),
            taskId,
            neighbours
        });
        // What a tab is answered that slept meanwhile may be long past.
        stillMine(request);
        return found;
    }

    async function save(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        let found: Found;
        try {
            found = await find(key, request);
        } catch (error) {
            if (request.taskId !== undefined && error instanceof SaveError && error.failure === 'refused') {
                const unread = { taskId: request.taskId, values: {} };
                return update(key, unread, request, { isRead: false, takesKey: true });
            }
            throw error;
        }
        if (found.isAnothers) {
            return { outcome: 'notOurs', wrote: false, unsaved: [] };
        }
        if (found.task !== undefined && !isAnother(found.task, key, request)) {
            return updateFound(key, found, request, true);
        }
        if (request.taskId !== undefined) {
            throw taskDeleted();
        }
        if (!request.mayCreate) {
            return { outcome: 'noTaskYet', wrote: false, unsaved: [] };
        }
        return (await create(key, request)) ?? takeFirst(key, request);
    }

    async function updateFound(
        key: TaskKey,
        { task, doubles }: Found,
        request: SaveRequest,
        takesKey: boolean
    ): Promise<SaveResult> {
        const found = task as FoundTask;
        // The Task that stood in the way of ours may be another browser's: what it was made with is not known.
        const hasOurKey = takesKey && found.values[KEY_FIELD] === key.id;
        noteFound(found, request, Object.keys(valuesOf(request)), hasOurKey);
        const result = await update(key, found, request, { isRead: fields() !== undefined, takesKey });
        return withDoubles(result, doubles);
    }

    /**
     * Another tab made the Task with this key: it is read and updated. Where this user may not see it, the one that is found
     * instead stays without the key.
     */
    async function takeFirst(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const found = await find(key, request);
        if (found.task === undefined) {
            throw new SaveError('refused', 'DUPLICATE_VALUE, but no Task with this key can be read.');
        }
        return updateFound(key, found, request, false);
    }

    async function update(
        key: TaskKey,
        task: FoundTask,
        request: SaveRequest,
        { isRead, takesKey }: { readonly isRead: boolean; readonly takesKey: boolean }
    ): Promise<SaveResult> {
        const described = fields();
        const { allowed, unsaved } = writeable(valuesOf(request), described, 'updateable');
        const { picked = [], written } = request;
        const kept = isRead ? task.values : undefined;
        const toWrite = withoutLeadAndRelated(
            onlyChanged(allowed, kept, request, unsaved, described),
            kept ?? {},
            picked,
            unsaved
        );
        const details: string[] = [];
        const beside = (refused: readonly UnsavedField[]): Values => ({
            ...along.list(refused, request, kept, 'updateable'),
            ...(takesKey ? along.keyOnFound(key, kept, toWrite) : {})
        });
        if (Object.keys({ ...toWrite, ...along.list(unsaved, request, kept, 'updateable') }).length === 0) {
            return savedAs(task.taskId, false, unsaved, details);
        }
        const sent = await sendAllowed(toWrite, {
            changes: 'update',
            unsaved,
            details,
            along: beside,
            send: (values) => {
                stillMine(request);
                written?.sends(values);
                return mutations.update(task.taskId, values, () => stillMine(request));
            }
        });
        if (sent === DUPLICATE) {
            // The key is on another Task already: that one is the handling's own.
            const { taskId: _other, ...others } = request;
            return takeFirst(key, others);
        }
        return savedAs(task.taskId, sent !== NOTHING_LEFT, unsaved, details);
    }

    /** What a field says when it is seen first is nobody's edit; what it says later may be. */
    function noteFound(task: FoundTask, { written }: SaveRequest, wanted: readonly string[], hasOurKey = false): void {
        const names = readable([...wanted, ...watched(), ...LINKS], fields());
        const shown = Object.fromEntries(names.map((name) => [name, task.values[name] ?? null]));
        written?.found(task.taskId, shown, hasOurKey);
    }

    async function doublesOf(
        key: TaskKey,
        { taskId, neighbours }: Pick<SaveRequest, 'taskId' | 'neighbours'>
    ): Promise<readonly string[]> {
        const found = await lookUp.find(key, { fields: [], withKey: hasKey(), taskId, neighbours });
        return found.doubles.map((double) => double.taskId);
    }

    async function merge(
        key: TaskKey,
        { taskId, neighbours, isMine }: Pick<SaveRequest, 'taskId' | 'neighbours' | 'isMine'>
    ): Promise<MergeResult> {
        const described = fields();
        const names = mergedFields(described);
        const { task, doubles } = await lookUp.find(key, { fields: names, withKey: hasKey(), taskId, neighbours });
        if (task === undefined) {
            throw taskDeleted();
        }
        if (described === undefined) {
            return { taskId: task.taskId, merged: false };
        }
        const oldest = [task, ...doubles].sort(byAge)[0] ?? task;
        const stays = task.values[KEY_FIELD] === key.id ? task : oldest;
        return mergeInto(
            stays,
            [task, ...doubles].filter((one) => one !== stays),
            described,
            isMine,
            mutations
        );
    }

    return { save, doublesOf, merge, route: mutations.route };
}

/** The Task that we knew is gone: what it said would be missing on the one that was found in its place. */
function isAnother({ taskId, values }: FoundTask, { id }: TaskKey, request: SaveRequest): boolean {
    return (
        request.taskId !== undefined && taskId.slice(0, 15) !== request.taskId.slice(0, 15) && values[KEY_FIELD] !== id
    );
}

function taskDeleted(): SaveError {
    return new SaveError('taskDeleted', 'The Task is not there any more, or this user may not see it.');
}

/** Oldest first. Of two of one second each page keeps the same: another one may merge at this moment. */
function byAge(a: FoundTask, b: FoundTask): number {
    const later = Date.parse(String(a.values.CreatedDate)) - Date.parse(String(b.values.CreatedDate));
    return later === 0 ? Number(a.taskId > b.taskId) - Number(a.taskId < b.taskId) : later;
}

function valuesOf({ patch, defaults, keepDefaults }: SaveRequest): TaskPatch {
    return { ...(keepDefaults ? defaults : {}), ...patch };
}
