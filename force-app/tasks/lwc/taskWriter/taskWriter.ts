import type { FieldDescriptions, TaskPatch } from 'c/attributeMapping';
import type { OrgReader } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { MergeResult, SaveRequest, SaveResult, TaskKey, TaskWriter, UnsavedField } from 'c/taskSync';
import { changedSince, onlyChanged, withoutLeadAndRelated } from './changedValues.ts';
import type { Present, Values } from './changedValues.ts';
import { createLearningSender, DUPLICATE, NOTHING_LEFT } from './learningSender.ts';
import { LINKS } from './linkedRecords.ts';
import { mergedFields, mergeInto } from './mergeTasks.ts';
import { createTask, updateTask } from './mutations.ts';
import { KEY_FIELD } from './taskFaults.ts';
import { alreadyThere, writeable } from './taskFields.ts';
import { createTaskLookUp, readable } from './taskLookUp.ts';
import type { Found, FoundTask } from './taskLookUp.ts';
import { takesUnsavedList, UNSAVED_FIELD, unsavedList } from './unsavedList.ts';

export interface RecordWriterOptions {
    readonly reader: OrgReader;
    /** Task as the org describes it to this user; undefined when it would not. */
    readonly fields: () => FieldDescriptions;
}

/** Writes Tasks through GraphQL mutations as the user, with a look-up before every write. */
export function createRecordWriter({ reader, fields }: RecordWriterOptions): TaskWriter {
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
            fields: readable([...wanted, ...LINKS, UNSAVED_FIELD], fields()),
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
                return update(key, { taskId: request.taskId, values: {} }, request, 'unread');
            }
            throw error;
        }
        if (found.task !== undefined) {
            return updateFound(key, found, request);
        }
        if (request.taskId !== undefined) {
            throw new SaveError('taskDeleted', 'The Task is not there any more, or this user may not see it.');
        }
        if (!request.mayCreate) {
            return { outcome: 'noTaskYet', wrote: false, unsaved: [] };
        }
        return (await create(key, request)) ?? takeFirst(key, request);
    }

    async function updateFound(key: TaskKey, { task, doubles }: Found, request: SaveRequest): Promise<SaveResult> {
        const result = await update(key, task as FoundTask, request, fields() === undefined ? 'unread' : 'read');
        return doubles.length === 0 ? result : { ...result, doubles: doubles.map(({ taskId }) => taskId) };
    }

    /** Another tab made the Task with this key: it is read and updated. */
    async function takeFirst(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const found = await find(key, request);
        if (found.task === undefined) {
            throw new SaveError('refused', 'DUPLICATE_VALUE, but no Task with this key can be read.');
        }
        return updateFound(key, found, request);
    }

    async function update(
        key: TaskKey,
        task: FoundTask,
        request: SaveRequest,
        how: 'read' | 'unread'
    ): Promise<SaveResult> {
        const described = fields();
        const isRead = how === 'read';
        const { allowed, unsaved } = writeable(valuesOf(request), described, 'updateable');
        const { picked = [], written } = request;
        if (isRead) {
            written?.found(task.taskId, shownOf(task.values, Object.keys(allowed)));
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
            ...keyAlong(key, kept, toWrite)
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
                return updateTask(task.taskId, values);
            }
        });
        if (sent === DUPLICATE) {
            // The key is on another Task already: that one is the handling's own.
            const { taskId: _other, ...others } = request;
            return takeFirst(key, others);
        }
        return savedAs(task.taskId, sent !== NOTHING_LEFT, unsaved, details);
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

    /** Undefined when another tab was first. */
    async function create(key: TaskKey, request: SaveRequest): Promise<SaveResult | undefined> {
        const described = fields();
        const { picked = [], written } = request;
        const { allowed, unsaved } = writeable({ ...request.defaults, ...request.patch }, described, 'createable');
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
                    written?.sends(news);
                    taskId = taskId === '' ? await createTask(news) : await updateTask(taskId, news);
                    onTask = { ...onTask, ...news };
                }
                return taskId;
            }
        });
        if (made === NOTHING_LEFT) {
            const names = unsaved.map(({ field }) => field).join(', ');
            throw new SaveError('noAccessToTask', `This user may set none of the fields of a new Task: ${names}.`);
        }
        return made === DUPLICATE ? undefined : { ...savedAs(taskId, true, unsaved, details), created: true };
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

function byAge(a: FoundTask, b: FoundTask): number {
    return Date.parse(String(a.values.CreatedDate)) - Date.parse(String(b.values.CreatedDate));
}

function valuesOf({ patch, defaults, keepDefaults }: SaveRequest): TaskPatch {
    return { ...(keepDefaults ? defaults : {}), ...patch };
}

function shownOf(values: Present, names: readonly string[]): Present {
    return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
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
