import type { FieldDescriptions } from 'c/attributeMapping';
import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import type { TaskKey } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import {
    taskAnswer,
    taskCreated as created,
    taskInput,
    taskRefused as refused,
    taskUpdated
} from '../../../../../test/ports/testTasks.ts';
import type { TaskInput, TaskRow } from '../../../../../test/ports/testTasks.ts';
import { recordApiRefusesTasks } from '../../../../../test/ports/recordApi.ts';
import { field, request } from './testRequests.ts';

const mutate = jest.mocked(executeMutation);

const KEY: TaskKey = {
    id: 'call-1:participant-1',
    conversationId: 'call-1',
    userId: '005000000000001AAA',
    connectedTime: '2026-01-15T09:00:00.400Z'
};

const FIELDS: FieldDescriptions = Object.fromEntries([
    field('Subject'),
    field('TaskSubtype'),
    field('Queue__c'),
    field('Ivr__c', 'Double'),
    field('Connected__c', 'DateTime'),
    field('Hidden__c', 'String', { createable: false, updateable: false })
]);

/** Answers look-ups with rows; notes what was asked. */
function readerOf(rows: () => TaskRow[]): OrgReader & { asked: { text: string; variables: unknown }[] } {
    const asked: { text: string; variables: unknown }[] = [];
    return {
        asked,
        query(document, variables): Promise<unknown> {
            asked.push({ text: String(document), variables });
            return Promise.resolve(taskAnswer(rows()));
        }
    };
}

function inputs(): TaskInput[] {
    return mutate.mock.calls.map(([mutation]) => taskInput(mutation));
}

const updated = taskUpdated('00T1');
const MINE: TaskRow = { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z' };

beforeEach(() => {
    mutate.mockReset();
    recordApiRefusesTasks();
});

describe('finding the Task', () => {
    it('looks before it creates, and creates once', async () => {
        const reader = readerOf(() => []);
        mutate.mockResolvedValue(created('00T1'));
        const result = await createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request());
        expect(reader.asked[0]?.variables).toEqual({ conversation: 'call-1', user: KEY.userId });
        expect(inputs()).toEqual([{ Task: { Subject: 'Call', TaskSubtype: 'Call', Queue__c: 'Sales' } }]);
        expect(result).toEqual({ outcome: 'saved', taskId: '00T1', wrote: true, created: true, unsaved: [] });
    });

    it('names the conversation on every Task that it makes, so that it is found again', async () => {
        mutate.mockResolvedValue(created('00T1'));
        const fields = { ...FIELDS, ...Object.fromEntries([field('CallObject')]) };
        const writer = createRecordWriter({ reader: readerOf(() => []), fields: () => fields });
        await writer.save(KEY, request({ defaults: {}, patch: { Queue__c: 'Sales' } }));
        expect(inputs()).toEqual([{ Task: { CallObject: 'call-1', Queue__c: 'Sales' } }]);
    });

    it('makes nothing while the phone may still make it', async () => {
        const result = await createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(
            KEY,
            request({ mayCreate: false })
        );
        expect(result).toEqual({ outcome: 'noTaskYet', wrote: false, unsaved: [] });
        expect(mutate).not.toHaveBeenCalled();
    });

    it('writes the mapped fields only on the Task that the phone made', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [{ Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z', Queue__c: null }]);
        await createRecordWriter({ reader, fields: () => FIELDS }).save(
            KEY,
            request({ mayCreate: false, keepDefaults: false })
        );
        expect(inputs()).toEqual([{ Id: '00T1', Task: { Queue__c: 'Sales' } }]);
    });

    it('writes nothing that the Task already says, whole seconds and empty text included', async () => {
        const reader = readerOf(() => [
            {
                Id: '00T1',
                CreatedDate: '2026-01-15T09:00:01.000Z',
                Subject: 'Call',
                Queue__c: null,
                Connected__c: '2026-01-15T09:00:00.000Z'
            }
        ]);
        const result = await createRecordWriter({ reader, fields: () => FIELDS }).save(
            KEY,
            request({ patch: { Queue__c: '', Connected__c: '2026-01-15T09:00:00.400Z' } })
        );
        expect(mutate).not.toHaveBeenCalled();
        expect(result).toEqual({ outcome: 'saved', taskId: '00T1', wrote: false, unsaved: [] });
    });

    it.each([
        ['an email in small letters', 'Email', 'Edna@Example.com', 'edna@example.com'],
        ['choices in the order of their list', 'MultiPicklist', 'Spanish; English', 'English;Spanish']
    ])('writes %s only once', async (_what, dataType, wanted, kept) => {
        const reader = readerOf(() => [{ ...MINE, Subject: 'Call', Kept__c: kept }]);
        const fields = { ...FIELDS, ...Object.fromEntries([field('Kept__c', dataType)]) };
        await createRecordWriter({ reader, fields: () => fields }).save(KEY, request({ patch: { Kept__c: wanted } }));
        expect(mutate).not.toHaveBeenCalled();
    });

    it('asks of a Task that it made who changed it last and when, where the org has it', async () => {
        mutate.mockResolvedValue(created('00T1'));
        const reader = readerOf(() => []);
        const more = [field('LastModifiedDate', 'DateTime'), field('LastModifiedById', 'Reference')];
        const fields = { ...FIELDS, ...Object.fromEntries(more) };
        await createRecordWriter({ reader, fields: () => fields }).save(KEY, request());
        const [before, after] = reader.asked.map(({ text }) => text);
        expect(before).not.toContain('LastModified');
        expect(after).toMatch(/LastModifiedById \{ value \} LastModifiedDate \{ value \}/);
    });

    it('each handling keeps its own Task when a call comes back: the first one made since the connection', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [
            { Id: '00T-earlier', CreatedDate: '2026-01-15T08:40:00.000Z' },
            { Id: '00T-mine', CreatedDate: '2026-01-15T09:00:00.000Z' },
            { Id: '00T-later', CreatedDate: '2026-01-15T09:20:00.000Z' }
        ]);
        const result = await createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request());
        expect(result.taskId).toBe('00T-mine');
    });

    it('takes the Task that the phone made a moment before we heard of the connection', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [{ Id: '00T-ringing', CreatedDate: '2026-01-15T08:59:50.000Z' }]);
        const result = await createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request());
        expect(result.taskId).toBe('00T-ringing');
    });

    it('a Task that is known is looked at again before each write, by its id too', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [{ ...MINE, Queue__c: 'Sales' }]);
        await createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request({ taskId: '00T1' }));
        expect(reader.asked.map(({ variables }) => variables)).toEqual([
            { conversation: 'call-1', user: KEY.userId, task: '00T1' }
        ]);
        expect(inputs()).toEqual([{ Id: '00T1', Task: { Subject: 'Call' } }]);
    });

    it('a Task that is known is updated where the org refuses the look-up', async () => {
        mutate.mockResolvedValue(updated);
        const reader: OrgReader = { query: () => Promise.reject(new ReadError('refused', 'no such filter')) };
        await createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request({ taskId: '00T1' }));
        expect(inputs()).toEqual([{ Id: '00T1', Task: { Subject: 'Call', Queue__c: 'Sales' } }]);
    });

    it('a field that is filled only when empty keeps what the Task has', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [
            { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z', Subject: 'Call', Queue__c: 'By hand' }
        ]);
        const result = await createRecordWriter({ reader, fields: () => FIELDS }).save(
            KEY,
            request({ onlyWhenEmpty: ['Queue__c'] })
        );
        expect(result.wrote).toBe(false);
    });

    it('a Subject that was given stays where another tab heard of the call later, unless a rule fills it', async () => {
        mutate.mockResolvedValue(updated);
        const reader = readerOf(() => [{ ...MINE, Subject: 'Missed: Call 9:00:00', Queue__c: 'Sales' }]);
        const writer = createRecordWriter({ reader, fields: () => FIELDS });
        const later = { Subject: 'Missed: Call 9:00:06' };
        expect((await writer.save(KEY, request({ defaults: later }))).wrote).toBe(false);
        await writer.save(KEY, request({ patch: later }));
        expect(inputs()).toEqual([{ Id: '00T1', Task: later }]);
    });

    it('puts no field name into the query that is not a plain API name', async () => {
        const reader = readerOf(() => []);
        mutate.mockResolvedValue(created('00T1'));
        const odd = 'X__c } } evil { a';
        const fields = { ...FIELDS, [odd]: { ...FIELDS?.Queue__c, name: odd } } as FieldDescriptions;
        await createRecordWriter({ reader, fields: () => fields }).save(KEY, request({ patch: { [odd]: 'v' } }));
        expect(reader.asked[0]?.text).not.toContain('evil');
    });
});

describe('with the unique key field', () => {
    const withKey = {
        ...FIELDS,
        SwitchboardKey__c: {
            name: 'SwitchboardKey__c',
            label: 'Key',
            dataType: 'String',
            createable: true,
            updateable: true
        }
    } as FieldDescriptions;

    it('the key is written with the Task and asked for first', async () => {
        const reader = readerOf(() => []);
        mutate.mockResolvedValue(created('00T1'));
        await createRecordWriter({ reader, fields: () => withKey }).save(KEY, request());
        expect(reader.asked[0]?.variables).toMatchObject({ key: KEY.id });
        expect(inputs()).toMatchObject([{ Task: { SwitchboardKey__c: KEY.id } }]);
    });

    it('a Task with another key is never taken', async () => {
        mutate.mockResolvedValue(created('00T2'));
        const reader = readerOf(() => [
            { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z', SwitchboardKey__c: 'call-1:participant-9' }
        ]);
        const result = await createRecordWriter({ reader, fields: () => withKey }).save(KEY, request());
        expect(result.taskId).toBe('00T2');
    });

    it('when another tab was first, its Task is read and updated', async () => {
        const rows: TaskRow[] = [];
        const reader = readerOf(() => rows);
        mutate.mockImplementationOnce(() => {
            rows.push({
                Id: '00T1',
                CreatedDate: '2026-01-15T09:00:01.000Z',
                SwitchboardKey__c: KEY.id,
                Queue__c: null
            });
            return Promise.resolve(refused('DUPLICATE_VALUE: duplicate value found: SwitchboardKey__c'));
        });
        mutate.mockResolvedValueOnce(updated);
        const result = await createRecordWriter({ reader, fields: () => withKey }).save(KEY, request());
        expect(result.taskId).toBe('00T1');
        expect(inputs()[1]).toMatchObject({ Id: '00T1' });
    });
});

describe('fields that are refused', () => {
    it('a field that this user may not write is left out before the write, and named', async () => {
        mutate.mockResolvedValue(created('00T1'));
        const result = await createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(
            KEY,
            request({ patch: { Queue__c: 'Sales', Hidden__c: 'x', Missing__c: 'y' } })
        );
        expect(inputs()).toEqual([{ Task: { Subject: 'Call', TaskSubtype: 'Call', Queue__c: 'Sales' } }]);
        expect(result.unsaved).toEqual([
            { field: 'Hidden__c', code: 'forbidden' },
            { field: 'Missing__c', code: 'unknown' }
        ]);
    });

    it('a field that nobody described is learnt from the error, dropped, and the rest is saved', async () => {
        mutate.mockResolvedValueOnce(
            refused(
                "Variable 'input' has an invalid value: Variable 'input' contains a field name 'Hidden__c' that is not defined for input object type 'Task_CreateRepresentation'"
            )
        );
        mutate.mockResolvedValueOnce(created('00T1'));
        const writer = createRecordWriter({ reader: readerOf(() => []), fields: () => undefined });
        const result = await writer.save(KEY, request({ patch: { Queue__c: 'Sales', Hidden__c: 'x' } }));
        expect(inputs()[1]).toEqual({
            Task: { CallObject: 'call-1', Subject: 'Call', TaskSubtype: 'Call', Queue__c: 'Sales' }
        });
        expect(result.unsaved).toEqual([{ field: 'Hidden__c', code: 'forbidden' }]);
    });

    it('what was learnt once is not sent again', async () => {
        mutate.mockResolvedValueOnce(
            refused("contains a field name 'Hidden__c' that is not defined for input object type 'Task_X'")
        );
        mutate.mockResolvedValue(updated);
        const writer = createRecordWriter({ reader: readerOf(() => [MINE]), fields: () => undefined });
        const known = request({ taskId: '00T1', keepDefaults: false, patch: { Queue__c: 'a', Hidden__c: 'x' } });
        await writer.save(KEY, known);
        await writer.save(KEY, known);
        expect(inputs()).toHaveLength(3);
        expect(inputs()[2]).toEqual({ Id: '00T1', Task: { Queue__c: 'a' } });
    });

    it('an org that names no field is asked by halves until only the refused one is left out', async () => {
        mutate.mockImplementation((mutation) => {
            const task = taskInput(mutation).Task;
            return Promise.resolve(
                'Hidden__c' in task
                    ? refused('contains a field that is not defined for input object type Task')
                    : updated
            );
        });
        const writer = createRecordWriter({ reader: readerOf(() => [MINE]), fields: () => undefined });
        const result = await writer.save(
            KEY,
            request({
                taskId: '00T1',
                keepDefaults: false,
                patch: { A__c: 1, B__c: 2, Hidden__c: 'x', C__c: 3, D__c: 4 }
            })
        );
        expect(result.unsaved).toEqual([{ field: 'Hidden__c', code: 'forbidden' }]);
        const saved = inputs()
            .map(({ Task }) => Task)
            .filter((task) => !('Hidden__c' in task));
        expect(Object.assign({}, ...saved)).toEqual({ A__c: 1, B__c: 2, C__c: 3, D__c: 4 });
    });

    it('a value that the org finds too long is named and the rest is saved', async () => {
        mutate.mockResolvedValueOnce(
            refused('STRING_TOO_LONG: Queue: data value too large: ... (max length=5): Queue__c')
        );
        mutate.mockResolvedValueOnce(created('00T1'));
        const result = await createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(
            KEY,
            request()
        );
        expect(result.unsaved).toEqual([{ field: 'Queue__c', code: 'refused', reason: 'STRING_TOO_LONG' }]);
        expect(inputs()[1]).toEqual({ Task: { Subject: 'Call', TaskSubtype: 'Call' } });
    });

    it('only names that were sent are believed', async () => {
        mutate.mockResolvedValue(
            refused("contains a field name 'Somebody__c' that is not defined for input object type 'Task_X'")
        );
        const save = createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(KEY, request());
        await expect(save).rejects.toMatchObject({ failure: 'refused' });
        expect(mutate).toHaveBeenCalledTimes(1);
    });
});

describe('when the org does not save', () => {
    it.each([
        ["Validation error: Unknown type 'TaskCreateInput'", 'orgRefusesTask'],
        ['Object Task is not supported in UI API', 'orgRefusesTask'],
        ["Validation error: Field 'TaskCreate' in type 'UIAPIMutations' is undefined", 'orgRefusesTask'],
        ["Validation error: Field 'Task_Reason__c' in type 'Task' is undefined", 'refused'],
        ['UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record', 'rowLocked'],
        ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Choose a result first', 'validationRule'],
        ['REQUIRED_FIELD_MISSING: Required fields are missing: [Product__c]', 'requiredField'],
        ['DUPLICATES_DETECTED: Use one of these records?', 'duplicateRule'],
        ['INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on Task', 'noAccessToTask'],
        ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Task', 'noAccessToTask'],
        ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: LogTrigger: execution of BeforeInsert', 'refused'],
        ['INVALID_SESSION_ID: Session expired or invalid', 'sessionExpired'],
        ['', 'refused']
    ])('the answer "%s" means %s', async (message, failure) => {
        mutate.mockResolvedValue(refused(message));
        const save = createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(KEY, request());
        await expect(save).rejects.toMatchObject({ name: 'SaveError', failure });
    });

    it.each([
        [{ status: 401, message: 'Session expired or invalid' }, 'sessionExpired'],
        [{ status: 429, message: 'Too many requests' }, 'busy'],
        [{ status: 503, message: 'Down' }, 'offline'],
        [new TypeError('Failed to fetch'), 'offline']
    ])('a call that fails with %j means %s', async (cause, failure) => {
        mutate.mockRejectedValue(cause);
        const save = createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS }).save(KEY, request());
        await expect(save).rejects.toMatchObject({ failure });
    });

    it('an answer that never comes is given up, so that the next try can look for the Task', async () => {
        jest.useFakeTimers();
        mutate.mockReturnValue(new Promise(() => undefined));
        const outcome = createRecordWriter({ reader: readerOf(() => []), fields: () => FIELDS })
            .save(KEY, request())
            .catch((error: unknown) => error);
        await jest.advanceTimersByTimeAsync(60_000);
        expect(await outcome).toMatchObject({ name: 'SaveError', failure: 'busy' });
        jest.useRealTimers();
    });

    it('without a look-up nothing is created', async () => {
        const reader: OrgReader = { query: () => Promise.reject(new ReadError('offline', 'Failed to fetch')) };
        const save = createRecordWriter({ reader, fields: () => FIELDS }).save(KEY, request());
        await expect(save).rejects.toMatchObject({ failure: 'offline' });
        expect(mutate).not.toHaveBeenCalled();
    });
});

it('an agent’s tab that loses its turn in the middle of a merge deletes nothing more', async () => {
    const reader = readerOf(() => ['00T1', '00T2', '00T3'].map((Id) => ({ ...MINE, Id })));
    mutate.mockResolvedValue({ data: { uiapi: { TaskDelete: { Id: '00T2' } } } });
    const isMine = (): boolean => mutate.mock.calls.length === 0;
    const merge = createRecordWriter({ reader, fields: () => FIELDS }).merge?.(KEY, { taskId: '00T1', isMine });
    await expect(merge).resolves.toEqual({ taskId: '00T1', merged: false });
    expect(mutate.mock.calls.map(([{ variables }]) => variables)).toEqual([{ input: { Id: '00T2' } }]);
});
