import { keepApartFromLead } from 'c/attributeMapping';
import type { FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import { at } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';
import { answerInTime } from './answerInTime.ts';
import { createLearningSender, DUPLICATE, MutationRefused, NOTHING_LEFT } from './learningSender.ts';
import type { Send } from './learningSender.ts';
import { KEY_FIELD, saveErrorOf } from './taskFaults.ts';
import { alreadyThere, writeable } from './taskFields.ts';
import { findTask } from './taskLookUp.ts';
import type { FoundTask } from './taskLookUp.ts';
import { CREATE_TASK, UPDATE_TASK } from './taskQueries.ts';

export interface RecordWriterOptions {
    readonly reader: OrgReader;
    /** Task as the org describes it to this user; undefined when it would not. */
    readonly fields: () => FieldDescriptions;
}

type Values = Record<string, FieldValue>;

/** Writes Tasks through GraphQL mutations as the user, with a look-up before every create. */
export function createRecordWriter({ reader, fields }: RecordWriterOptions): TaskWriter {
    const sendAllowed = createLearningSender();
    /** Tasks that were saved on this page, and whose they are: another handling never takes them. */
    const taken = new Map<string, string>();

    async function mutate(query: GraphQLDocument, operationName: string, input: object): Promise<unknown> {
        let answer: Awaited<ReturnType<typeof executeMutation>>;
        try {
            answer = await answerInTime(executeMutation({ query, operationName, variables: { input } }));
        } catch (error) {
            throw saveErrorOf(error);
        }
        // Errors about the answer's own fields come with data: a Task that has an id was saved.
        if (answer.errors !== undefined && answer.errors.length > 0 && savedId(answer.data) === undefined) {
            throw new MutationRefused(answer.errors);
        }
        return answer.data;
    }

    function updating(taskId: string): Send {
        return async (values) => {
            await mutate(UPDATE_TASK, 'SwitchboardUpdateTask', { Id: taskId, Task: values });
            return taskId;
        };
    }

    async function update(taskId: string, values: TaskPatch, present: Values | undefined): Promise<SaveResult> {
        const described = fields();
        const { allowed, unsaved } = writeable(values, described, 'updateable');
        const changed = Object.fromEntries(
            Object.entries(allowed).filter(
                ([name, value]) =>
                    present === undefined || !alreadyThere(value, present[name], described?.[name]?.dataType)
            )
        );
        const wrote =
            Object.keys(changed).length > 0 && (await sendAllowed(changed, unsaved, updating(taskId))) !== NOTHING_LEFT;
        return { outcome: 'saved', taskId, wrote, unsaved };
    }

    /** Undefined when another tab was first. */
    async function create(key: TaskKey, request: SaveRequest): Promise<SaveResult | undefined> {
        const described = fields();
        const wanted = keepApartFromLead({ ...request.defaults, ...request.patch });
        const { allowed, unsaved } = writeable(wanted, described, 'createable');
        let taskId = '';
        const made = await sendAllowed(
            { ...allowed, ...(described?.[KEY_FIELD]?.createable === true ? { [KEY_FIELD]: key.id } : {}) },
            unsaved,
            async (values) => {
                if (taskId !== '') {
                    return updating(taskId)(values);
                }
                taskId = createdId(await mutate(CREATE_TASK, 'SwitchboardCreateTask', { Task: values }));
                return taskId;
            }
        );
        if (made === NOTHING_LEFT) {
            const names = unsaved.map(({ field }) => field).join(', ');
            throw new SaveError('orgRefusesTask', `This user may set none of the fields of a new Task: ${names}.`);
        }
        return made === DUPLICATE ? undefined : { outcome: 'saved', taskId, wrote: true, created: true, unsaved };
    }

    async function find(key: TaskKey, request: SaveRequest): ReturnType<typeof findTask> {
        const described = fields();
        const wanted = Object.keys({ ...request.patch, ...(request.keepDefaults ? request.defaults : {}) });
        // Without a description a field name could fail the whole look-up, so none is read.
        const readable = described === undefined ? [] : wanted.filter((name) => described[name] !== undefined);
        try {
            return await findTask(reader, key, {
                fields: readable,
                withKey: described?.[KEY_FIELD] !== undefined,
                taken: [...taken].filter(([, owner]) => owner !== key.id).map(([taskId]) => taskId)
            });
        } catch (error) {
            throw saveErrorOf(error);
        }
    }

    async function save(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const result = await saveOnce(key, request);
        if (result.taskId !== undefined) {
            taken.set(result.taskId, key.id);
        }
        return result;
    }

    async function saveOnce(key: TaskKey, request: SaveRequest): Promise<SaveResult> {
        const values = keepApartFromLead({ ...(request.keepDefaults ? request.defaults : {}), ...request.patch });
        const asksFirst = request.onlyWhenEmpty.some((name) => Object.hasOwn(request.patch, name));
        if (request.taskId !== undefined && !asksFirst) {
            return update(request.taskId, values, undefined);
        }
        const found = await find(key, request);
        if (found !== undefined) {
            return updateFound(found, values, request.onlyWhenEmpty);
        }
        if (request.taskId !== undefined) {
            return update(request.taskId, values, undefined);
        }
        if (!request.mayCreate) {
            return { outcome: 'noTaskYet', wrote: false, unsaved: [] };
        }
        const created = await create(key, request);
        if (created !== undefined) {
            return created;
        }
        const first = await find(key, request);
        if (first === undefined) {
            throw new SaveError('refused', 'DUPLICATE_VALUE, but no Task with this key can be read.');
        }
        return updateFound(first, values, request.onlyWhenEmpty);
    }

    /** A field that may be filled only when empty is left alone where nobody can tell that it is. */
    async function updateFound(
        found: FoundTask,
        values: TaskPatch,
        onlyWhenEmpty: readonly string[]
    ): Promise<SaveResult> {
        const described = fields() !== undefined;
        const guarded = onlyWhenEmpty.filter((name) => Object.hasOwn(values, name));
        const left = guarded.filter((name) => !described || !alreadyThere(null, found.values[name], undefined));
        const wanted = Object.fromEntries(Object.entries(values).filter(([name]) => !left.includes(name)));
        const result = await update(found.taskId, wanted, described ? { ...found.values } : undefined);
        const unread = described ? [] : left.map((field) => ({ field, code: 'unknown' as const }));
        return { ...result, unsaved: [...result.unsaved, ...unread] };
    }

    return { save };
}

function savedId(data: unknown): string | undefined {
    const record = ['TaskCreate', 'TaskUpdate'].map((operation) => at(data, 'uiapi', operation, 'Record', 'Id'));
    return record.find((id) => typeof id === 'string');
}

function createdId(data: unknown): string {
    const id = savedId(data);
    if (id === undefined) {
        throw new SaveError('refused', 'The org made a Task and did not say its id.');
    }
    return id;
}
