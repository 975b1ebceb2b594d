import type { FieldDescriptions, TaskPatch } from 'c/attributeMapping';
import type { OrgReader } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { MergeResult, SaveRequest, SaveResult, TaskKey, TaskWriter, UnsavedField } from 'c/taskSync';
import { changedSince, onlyChanged, withoutLeadAndRelated } from './changedValues.ts';
import type { Present, Values } from './changedValues.ts';
import { createLearningSender, DUPLICATE, FOUND_BY, NOTHING_LEFT } from './learningSender.ts';
import { LINKS } from './linkedRecords.ts';
import { mergedFields, mergeInto } from './mergeTasks.ts';
import { createTask, updateTask } from './mutations.ts';
import { KEY_FIELD } from './taskFaults.ts';
import { alreadyThere, writeable } from './taskFields.ts';
import { createTaskLookUp, readable } from './taskLookUp.ts';
import type { Found, FoundTask } from './taskLookUp.ts';
import { takesUnsavedList, UNSAVED_FIELD, unsavedList } from './unsavedList.ts';

export { taskRoute } from './mutations.ts';
export type { TaskRouteName } from './mutations.ts';

export interface RecordWriterOptions {
    readonly reader: OrgReader;
    /** Task as the org describes it to this user; undefined when it would not. */
    readonly fields: () => FieldDescriptions;
    /** Fields that may be written later: what somebody fills before that is left alone. */
    readonly watched?: () => readonly string[];
}

/** Writes Tasks as the user, through GraphQL or the record API, with a look-up before every write. */
export function createRecordWriter({
    reader,
    fields,
    watched = (): readonly string[] => []
}: RecordWriterOptions): TaskWriter {
    const sendAllowed = createLearningSender();
    const lookUp = createTaskLookUp(reader);

    const hasKey = (): boolean => fields()?.[KEY_FIELD] !== undefined;

    function stillMine({ isMine }: Pick<SaveRequest, 'isMine'>): void {
        if (isMine?.() === false) {
            throw new SaveError('busy', 'Another tab of this user saves the Task.');
        }
    }

    async function find(key: TaskKey, request: SaveRequest): Promise<Found> {
        const { patch, defaults, keepDefaults, taskId, neighbours } = request;
        const wanted = Object.keys({ ...patch, ...(keepDefaults ? defaults : {}) });
        return lookUp.find(key, {
            fields: readable([...wanted, ...watched(), ...LINKS, UNSAVED_FIELD], fields()),
            withKey: hasKey(),
            taskId,
            neighbours
        });
    }

    async function save(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        let found: Found;
        try {
            found = await find(key, request);
        } catch (error) {
            if (request.taskId !== undefined && error instanceof SaveError && error.failure === 'refused') {
                return update(key, { taskId: request.taskId, values: {} }, request, {
                    how: 'unread',
                    along: 'withKey'
                });
            }
            throw error;
        }
        if (found.task !== undefined && !isAnother(found.task, key, request)) {
            return updateFound(key, found, request, 'withKey');
        }
        if (request.taskId !== undefined) {
            throw new SaveError('taskDeleted', 'The Task is not there any more, or this user may not see it.');
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
        along: 'withKey' | 'withoutKey'
    ): Promise<SaveResult> {
        const how = fields() === undefined ? 'unread' : 'read';
        const result = await update(key, task as FoundTask, request, { how, along });
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
        return updateFound(key, found, request, 'withoutKey');
    }

    async function update(
        key: TaskKey,
        task: FoundTask,
        request: SaveRequest,
        { how, along: keyed }: { readonly how: 'read' | 'unread'; readonly along: 'withKey' | 'withoutKey' }
    ): Promise<SaveResult> {
        const described = fields();
        const isRead = how === 'read';
        const { allowed, unsaved } = writeable(valuesOf(request), described, 'updateable');
        const { picked = [], written } = request;
        if (isRead) {
            // The Task that stood in the way of ours may be another browser's: what it was made with is not known.
            const hasOurKey = keyed === 'withKey' && task.values[KEY_FIELD] === key.id;
            noteFound(task, request, Object.keys(allowed), hasOurKey);
        }
        const kept = isRead ? task.values : undefined;
        const toWrite = withoutLeadAndRelated(
            onlyChanged(allowed, kept, request, unsaved, described),
            kept ?? {},
            picked,
            unsaved
        );
        const details: string[] = [];
        const along = (refused: readonly UnsavedField[]): Values => ({
            ...listAlong(refused, request, kept, 'updateable'),
            ...(keyed === 'withKey' ? keyAlong(key, kept, toWrite) : {})
        });
        if (Object.keys({ ...toWrite, ...listAlong(unsaved, request, kept, 'updateable') }).length === 0) {
            return savedAs(task.taskId, false, unsaved, details);
        }
        const sent = await sendAllowed(toWrite, {
            changes: 'update',
            unsaved,
            details,
            along,
            send: (values) => {
                stillMine(request);
                written?.sends(values);
                return updateTask(task.taskId, values, () => stillMine(request));
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
        written?.found(task.taskId, shownOf(task.values, readable([...wanted, ...watched()], fields())), hasOurKey);
    }

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

    function listAlong(
        unsaved: readonly UnsavedField[],
        { alsoUnsaved = [] }: SaveRequest,
        kept: Present | undefined,
        right: 'createable' | 'updateable'
    ): Values {
        const described = fields();
        if (!takesUnsavedList(described, right)) {
            return {};
        }
        const list = unsavedList([...unsaved, ...alsoUnsaved]);
        const present = kept?.[UNSAVED_FIELD];
        return alreadyThere(list, present, undefined) ? {} : { [UNSAVED_FIELD]: list };
    }

    /** The phone's own Task gets the key with our first values: then no other tab can make a second one. */
    function keyAlong(key: TaskKey, kept: Present | undefined, toWrite: Values): Values {
        const isKeyless = kept !== undefined && hasKey() && (kept[KEY_FIELD] ?? null) === null;
        const mayWrite = fields()?.[KEY_FIELD]?.updateable === true;
        return isKeyless && mayWrite && Object.keys(toWrite).length > 0 ? { [KEY_FIELD]: key.id } : {};
    }

    /** Nobody finds a Task without it, not even one that is made anew by a page that never heard the call. */
    function foundBy({ conversationId }: TaskKey): Values {
        const described = fields();
        const isWriteable = described === undefined || described[FOUND_BY]?.createable === true;
        return isWriteable ? { [FOUND_BY]: conversationId } : {};
    }

    /** Undefined when another tab was first. */
    async function create(key: TaskKey, request: SaveRequest): Promise<SaveResult | undefined> {
        const described = fields();
        const { picked = [], written } = request;
        const values = { ...foundBy(key), ...request.defaults, ...request.patch };
        const { allowed, unsaved } = writeable(values, described, 'createable');
        const toWrite = withoutLeadAndRelated(allowed, {}, picked, unsaved);
        const details: string[] = [];
        let taskId = '';
        let onTask: Values = {};
        const made = await sendAllowed(toWrite, {
            changes: 'create',
            unsaved,
            details,
            along: (refused): Values => ({
                ...listAlong(refused, request, {}, 'createable'),
                ...(described?.[KEY_FIELD]?.createable === true ? { [KEY_FIELD]: key.id } : {})
            }),
            send: async (values): Promise<string> => {
                stillMine(request);
                // What is sent in parts repeats what the Task is found by.
                const news = taskId === '' ? values : changedSince(onTask, values);
                if (Object.keys(news).length > 0) {
                    written?.sends(news, 'makes');
                    const again = (): void => stillMine(request);
                    taskId = taskId === '' ? await createTask(news, again) : await updateTask(taskId, news, again);
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
        if (task === undefined || described === undefined) {
            return { taskId: taskId ?? '', merged: false };
        }
        const oldest = [task, ...doubles].sort(byAge)[0] ?? task;
        const stays = task.values[KEY_FIELD] === key.id ? task : oldest;
        return mergeInto(
            stays,
            [task, ...doubles].filter((one) => one !== stays),
            described,
            isMine
        );
    }

    return { save, doublesOf, merge };
}

/** The Task that we knew is gone: what it said would be missing on the one that was found in its place. */
function isAnother({ taskId, values }: FoundTask, { id }: TaskKey, request: SaveRequest): boolean {
    return (
        request.taskId !== undefined && taskId.slice(0, 15) !== request.taskId.slice(0, 15) && values[KEY_FIELD] !== id
    );
}

function byAge(a: FoundTask, b: FoundTask): number {
    return Date.parse(String(a.values.CreatedDate)) - Date.parse(String(b.values.CreatedDate));
}

function valuesOf({ patch, defaults, keepDefaults }: SaveRequest): TaskPatch {
    return { ...(keepDefaults ? defaults : {}), ...patch };
}

function shownOf(values: Present, names: readonly string[]): Present {
    return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function withDoubles(result: SaveResult, doubles: readonly FoundTask[]): SaveResult {
    return doubles.length === 0 ? result : { ...result, doubles: doubles.map(({ taskId }) => taskId) };
}

function savedAs(
    taskId: string,
    wrote: boolean,
    unsaved: readonly UnsavedField[],
    details: readonly string[]
): SaveResult {
    return {
        outcome: 'saved',
        taskId,
        wrote,
        unsaved,
        ...(details.length === 0 ? {} : { detail: details.join('; ') })
    };
}
