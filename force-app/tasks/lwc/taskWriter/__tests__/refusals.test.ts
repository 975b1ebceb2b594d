import type { FieldDescriptions } from 'c/attributeMapping';
import type { SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLMutation } from 'lightning/graphql';
import {
    createTestTasks,
    taskAnswer,
    taskCreated,
    taskInput,
    taskRefused,
    tasksAnswered,
    taskUpdated
} from '../../../../../test/ports/testTasks.ts';
import type { TaskRow, TestTasks } from '../../../../../test/ports/testTasks.ts';
import { field, request } from './testRequests.ts';

const mutate = jest.mocked(executeMutation);
const FIELDS: FieldDescriptions = Object.fromEntries([
    ...['Subject', 'Queue__c', 'Wrap__c', 'CallDisposition'].map((name) => field(name)),
    field('WhoId', 'Reference'),
    field('WhatId', 'Reference')
]);
const KEY: TaskKey = {
    id: 'k1',
    conversationId: 'call-1',
    userId: '005000000000001AAA',
    connectedTime: '2026-01-15T09:00:00.000Z'
};
const MINE: TaskRow = { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z' };
const EDNA = '003000000000001AAA';

function save(more: Partial<SaveRequest> = {}, rows: readonly TaskRow[] = [MINE]): Promise<SaveResult> {
    const reader = { query: () => Promise.resolve(taskAnswer(rows)) };
    const writer = createRecordWriter({ reader, fields: () => FIELDS });
    return writer.save(KEY, request({ taskId: '00T1', defaults: {}, ...more }));
}

const sent = (): TaskRow[] => mutate.mock.calls.map(([mutation]) => taskInput(mutation).Task);

/** Every shape that the same refusal may come in (GraphQL with and without extensions, UI API bodies, lists). */
const shapes = (code: string, text: string, at?: string): [string, () => Promise<unknown>][] => {
    const message = `${code}: ${text}`;
    const listed = at === undefined ? message : `${message}: [${at}]`;
    return [
        ['the code in the message', () => Promise.resolve({ data: {}, errors: [{ message: listed, locations: [] }] })],
        [
            'the code in extensions',
            () =>
                Promise.resolve({
                    data: {},
                    errors: [
                        {
                            message: text,
                            paths: ['uiapi', 'TaskUpdate'],
                            extensions: {
                                ErrorType: 'DataFetchingException',
                                errorCode: code,
                                ...(at === undefined ? {} : { fields: [at] })
                            }
                        }
                    ]
                })
        ],
        [
            'a body with output',
            () =>
                Promise.reject({
                    status: 400,
                    body: {
                        statusCode: 400,
                        enhancedErrorType: 'RecordError',
                        message: 'An error occurred while trying to update the record. Please try again.',
                        output:
                            at === undefined
                                ? { errors: [{ errorCode: code, message: text, field: null }], fieldErrors: {} }
                                : { errors: [], fieldErrors: { [at]: [{ errorCode: code, message: text, field: at }] } }
                    }
                })
        ],
        [
            'a list as the body',
            () =>
                Promise.reject({
                    status: 400,
                    body: [{ errorCode: code, message: at === undefined ? text : `${text}: [${at}]` }]
                })
        ]
    ];
};

beforeEach(() => mutate.mockReset().mockResolvedValue(taskUpdated('00T1')));

describe('a validation rule', () => {
    it.each(shapes('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Choose a result first'))(
        'about the whole Task is told in the admin’s own words (%s)',
        async (_shape, answer) => {
            mutate.mockImplementation(answer as typeof executeMutation);
            await expect(save()).rejects.toMatchObject({
                failure: 'validationRule',
                message: expect.stringContaining('Choose a result first') as string
            });
            expect(mutate).toHaveBeenCalledTimes(1);
        }
    );

    it.each(shapes('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Only one word please', 'Wrap__c'))(
        'about one field costs that field alone; the rest is saved, and the words are told (%s)',
        async (_shape, answer) => {
            mutate.mockImplementationOnce(answer as typeof executeMutation);
            const result = await save({ patch: { Queue__c: 'Sales', Wrap__c: 'two words' } });
            expect(sent().at(-1)).toEqual({ Queue__c: 'Sales' });
            expect(result).toMatchObject({
                outcome: 'saved',
                unsaved: [{ field: 'Wrap__c', code: 'refused', reason: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
                detail: expect.stringContaining('Only one word please') as string
            });
        }
    );

    it('that only speaks of a field costs no field: its words are an admin’s, not the platform’s', async () => {
        mutate.mockResolvedValue({
            data: {},
            errors: [{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Fill Queue__c before you close' }]
        });
        await expect(save()).rejects.toMatchObject({ failure: 'validationRule' });
    });
});

describe('other refusals of the whole Task', () => {
    it.each([
        ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Product__c]', 'requiredField'],
        ['DUPLICATES_DETECTED', 'Use one of these records?', 'duplicateRule'],
        ['UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', 'rowLocked'],
        ['ENTITY_IS_DELETED', 'entity is deleted', 'taskDeleted'],
        ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'taskDeleted'],
        ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'noAccessToTask'],
        ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights', 'noAccessToTask'],
        ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'LogTrigger: System.NullPointerException', 'refused'],
        ['REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded', 'busy']
    ] as const)('%s: %s means %s, whatever its shape', async (code, text, failure) => {
        for (const [, answer] of shapes(code, text)) {
            mutate.mockImplementation(answer as typeof executeMutation);
            await expect(save()).rejects.toMatchObject({ name: 'SaveError', failure });
        }
    });

    it('a trigger that fails with status 403 is a refusal, not a lost session', async () => {
        mutate.mockRejectedValue({
            status: 403,
            body: [{ errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message: 'LogTrigger: caused by: …' }]
        });
        await expect(save()).rejects.toMatchObject({ failure: 'refused' });
    });

    it('a required field that was to be cleared stays, and the rest is saved', async () => {
        mutate.mockResolvedValueOnce({
            data: {},
            errors: [{ message: 'REQUIRED_FIELD_MISSING: Required fields are missing: [Wrap__c]' }]
        });
        const rows = [{ ...MINE, Wrap__c: 'open' }];
        const result = await save({ patch: { Queue__c: 'Sales', Wrap__c: null } }, rows);
        expect(sent().at(-1)).toEqual({ Queue__c: 'Sales' });
        expect(result.unsaved).toEqual([{ field: 'Wrap__c', code: 'refused', reason: 'REQUIRED_FIELD_MISSING' }]);
    });
});

describe('a record that the Task shall name', () => {
    it.each([
        ['was deleted', 'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id'],
        ['is hidden from the agent', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights'],
        ['was deleted, said another way', 'ENTITY_IS_DELETED: entity is deleted']
    ])('and that %s is left out and named; the rest is saved', async (_what, message) => {
        mutate.mockImplementation((mutation) =>
            Promise.resolve(
                'WhoId' in taskInput(mutation).Task ? { data: {}, errors: [{ message }] } : taskUpdated('00T1')
            )
        );
        const result = await save({ patch: { Queue__c: 'Sales', WhoId: EDNA }, picked: ['WhoId'] });
        expect(sent().at(-1)).toEqual({ Queue__c: 'Sales' });
        expect(result.unsaved).toMatchObject([{ field: 'WhoId', code: 'refused' }]);
    });

    it('does not hide that the Task itself is gone', async () => {
        mutate.mockResolvedValue({ data: {}, errors: [{ message: 'ENTITY_IS_DELETED: entity is deleted' }] });
        const saving = save({ patch: { Queue__c: 'Sales', WhoId: EDNA } });
        await expect(saving).rejects.toMatchObject({ failure: 'taskDeleted' });
    });
});

/** An org that takes no value of these fields, and says so in these words. */
function orgThatRefuses(message: string, ...names: readonly string[]): void {
    mutate.mockImplementation((mutation) =>
        Promise.resolve(
            names.some((name) => (taskInput(mutation).Task[name] ?? null) !== null)
                ? { data: {}, errors: [{ message }] }
                : taskUpdated('00T1')
        )
    );
}

const savedValues = async (): Promise<TaskRow> =>
    Object.assign({}, ...(await tasksAnswered(mutate.mock.calls, mutate.mock.results))) as TaskRow;

describe('a look-up that an attribute fills with a record that is gone or hidden', () => {
    const withLookUp = { ...FIELDS, ...Object.fromEntries([field('Transcript__c', 'Reference')]) };
    const patch = { Queue__c: 'Sales', WhoId: EDNA, Transcript__c: '570000000000001AAA' };

    it.each([
        'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id: []',
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: []',
        'ENTITY_IS_DELETED: entity is deleted: []'
    ])('costs that field alone, not the Task nor its Name, where the org names no field: %s', async (message) => {
        for (const fields of [withLookUp, undefined]) {
            orgThatRefuses(message, 'Transcript__c');
            const reader = { query: () => Promise.resolve(taskAnswer([MINE])) };
            const writer = createRecordWriter({ reader, fields: () => fields });
            const result = await writer.save(KEY, request({ taskId: '00T1', defaults: {}, patch, picked: ['WhoId'] }));
            expect(result.unsaved).toMatchObject([{ field: 'Transcript__c', code: 'refused' }]);
            expect(await savedValues()).toEqual({ Id: '00T1', Queue__c: 'Sales', WhoId: EDNA });
            mutate.mockClear();
        }
    });

    it('does not hide that the Task itself is gone', async () => {
        mutate.mockResolvedValue({ data: {}, errors: [{ message: 'ENTITY_IS_DELETED: entity is deleted: []' }] });
        const reader = { query: () => Promise.resolve(taskAnswer([MINE])) };
        const saving = createRecordWriter({ reader, fields: () => withLookUp }).save(
            KEY,
            request({ taskId: '00T1', defaults: {}, patch })
        );
        await expect(saving).rejects.toMatchObject({ failure: 'taskDeleted' });
    });
});

describe('a value that the org does not take and whose field it does not name', () => {
    it.each([
        ['STRING_TOO_LONG', 'STRING_TOO_LONG: Reason of the call: data value too large: … (max length=5)'],
        [
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Reason of the call: bad value for restricted picklist field: Maybe'
        ],
        ['ValidationError', "Variable 'input' has an invalid value: Expected type 'Double' but was 'String'."]
    ])('costs that field alone: %s', async (reason, message) => {
        orgThatRefuses(message, 'Wrap__c');
        const result = await save({
            patch: { Subject: 'a', Queue__c: 'Sales', Wrap__c: 'Maybe', CallDisposition: 'd' }
        });
        expect(result.unsaved).toEqual([{ field: 'Wrap__c', code: 'refused', reason }]);
        expect(await savedValues()).toEqual({ Id: '00T1', Subject: 'a', Queue__c: 'Sales', CallDisposition: 'd' });
    });

    it.each([
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: LogTrigger: execution of AfterUpdate caused by: Update failed; first error: STRING_TOO_LONG, Last call: data value too large: [Last_Call__c]',
        'CANNOT_EXECUTE_FLOW_TRIGGER: We can’t save this record because the “Log” process failed: INVALID_EMAIL_ADDRESS'
    ])('is not looked for in what an automation says of another record: %s', async (message) => {
        mutate.mockResolvedValue({ data: {}, errors: [{ message }] });
        const saving = save({ patch: { Subject: 'a', Queue__c: 'Sales', Wrap__c: 'b' } });
        await expect(saving).rejects.toMatchObject({ failure: 'refused', message });
        expect(mutate).toHaveBeenCalledTimes(1);
    });

    it('is found at once where the org tells its place in what was sent', async () => {
        orgThatRefuses("Variable 'input' has an invalid value at 'input.Task.Wrap__c': a number", 'Wrap__c');
        const result = await save({ patch: { Subject: 'a', Queue__c: 'Sales', Wrap__c: 'Maybe' } });
        expect(mutate).toHaveBeenCalledTimes(2);
        expect(result.unsaved).toEqual([{ field: 'Wrap__c', code: 'refused', reason: 'ValidationError' }]);
    });

    it('is asked for again when it is another one', async () => {
        orgThatRefuses('STRING_TOO_LONG: data value too large', 'Wrap__c');
        const reader = { query: () => Promise.resolve(taskAnswer([MINE])) };
        const writer = createRecordWriter({ reader, fields: () => FIELDS });
        await writer.save(KEY, request({ taskId: '00T1', defaults: {}, patch: { Queue__c: 'a', Wrap__c: 'Maybe' } }));
        mutate.mockReset().mockResolvedValue(taskUpdated('00T1'));
        await writer.save(KEY, request({ taskId: '00T1', defaults: {}, patch: { Queue__c: 'a', Wrap__c: 'Yes' } }));
        expect(sent()).toEqual([{ Queue__c: 'a', Wrap__c: 'Yes' }]);
    });
});

it('however many fields an org refuses one by one, it is asked no oftener than there are fields', async () => {
    mutate.mockImplementation((mutation) => {
        const [first] = Object.keys(taskInput(mutation).Task);
        return Promise.resolve({
            data: {},
            errors: [{ message: `STRING_TOO_LONG: ${first}: data value too large: [${first}]` }]
        });
    });
    const patch = { Subject: 'a', Queue__c: 'b', Wrap__c: 'c', CallDisposition: 'd' };
    const result = await save({ patch });
    expect(mutate).toHaveBeenCalledTimes(4);
    expect(result).toMatchObject({ outcome: 'saved', wrote: false });
    expect(result.unsaved.map((one) => one.field).sort()).toEqual(Object.keys(patch).sort());
});

it('a tab that lost its turn while it looked changes nothing', async () => {
    await expect(save({ isMine: () => false })).rejects.toMatchObject({ failure: 'busy' });
    expect(mutate).not.toHaveBeenCalled();
});

it('a tab that lost its turn while the org refused one value of a Task sends the others no more: another one has newer ones', async () => {
    mutate.mockResolvedValue(taskRefused('STRING_TOO_LONG: Queue: data value too large: [Queue__c]'));
    const isMine = (): boolean => mutate.mock.calls.length === 0;
    const saving = save({ isMine, patch: { Queue__c: 'far too long', Wrap__c: 'older' } });
    await expect(saving).rejects.toMatchObject({ failure: 'busy' });
    expect(sent()).toEqual([{ Queue__c: 'far too long', Wrap__c: 'older' }]);
});

it('where the org cannot be asked by conversation it is asked by the key alone, from then on', async () => {
    const withKey = { ...FIELDS, ...Object.fromEntries([field('SwitchboardKey__c')]) };
    const { ReadError } = jest.requireActual<typeof import('c/orgReader')>('c/orgReader');
    const asked: string[] = [];
    const reader = {
        query: (document: unknown): Promise<unknown> => {
            asked.push(String(document));
            return String(document).includes('CallObject')
                ? Promise.reject(new ReadError('refused', 'field CallObject cannot be filtered'))
                : Promise.resolve(taskAnswer([]));
        }
    };
    mutate.mockResolvedValue(taskCreated('00T1'));
    const writer = createRecordWriter({ reader, fields: () => withKey });
    await expect(writer.save(KEY, request())).resolves.toMatchObject({ created: true });
    await writer.save({ ...KEY, id: 'k2' }, request());
    expect(asked.map((text) => text.includes('CallObject'))).toEqual([true, ...asked.slice(1).map(() => false)]);
});

describe.each([0, 1, 2, 3, 4])(
    'an org that refuses one field of a new Task and does not say that it is number %i',
    (at) => {
        const names = ['A__c', 'B__c', 'C__c', 'D__c', 'E__c'];
        const hidden = names[at] ?? '';
        const patch = Object.fromEntries(names.map((name, value) => [name, value]));
        const found = (rows: readonly TaskRow[]): TaskRow[] => rows.filter(({ CallObject }) => CallObject === 'call-1');

        function orgThatHides(tasks: TestTasks): void {
            mutate.mockImplementation((mutation) =>
                Promise.resolve(
                    hidden in taskInput(mutation).Task
                        ? taskRefused('contains a field that is not defined for input object type Task')
                        : tasks.mutate(mutation)
                )
            );
        }

        function writerOver(tasks: TestTasks): TaskWriter {
            // Asked by Call Object Identifier alone, as in an org without the key.
            const reader = { query: () => Promise.resolve(taskAnswer(found(tasks.rows))) };
            return createRecordWriter({ reader, fields: () => undefined });
        }

        it('gets every other value in one Task, which can be found from its first half on', async () => {
            const tasks = createTestTasks({ now: () => Date.parse(KEY.connectedTime) });
            orgThatHides(tasks);
            const result = await writerOver(tasks).save(KEY, request({ defaults: { Subject: 'Call' }, patch }));
            const [first] = mutate.mock.calls.filter(([mutation]) => !(hidden in taskInput(mutation).Task));
            expect(first?.[0].operationName).toBe('SwitchboardCreateTask');
            expect(taskInput(first?.[0] as GraphQLMutation).Task.CallObject).toBe('call-1');
            expect(result).toMatchObject({ created: true, unsaved: [{ field: hidden, code: 'forbidden' }] });
            const { [hidden]: _hidden, ...others } = patch;
            expect(tasks.rows).toEqual([expect.objectContaining({ CallObject: 'call-1', Subject: 'Call', ...others })]);
        });

        it('has one Task although the page stops between the halves and another goes on', async () => {
            const tasks = createTestTasks({ now: () => Date.parse(KEY.connectedTime) });
            orgThatHides(tasks);
            const wanted = request({ defaults: { Subject: 'Call' }, patch });
            const isMine = (): boolean => tasks.rows.length === 0;
            await expect(writerOver(tasks).save(KEY, { ...wanted, isMine })).rejects.toMatchObject({ failure: 'busy' });
            await writerOver(tasks).save(KEY, wanted);
            const { [hidden]: _hidden, ...others } = patch;
            expect(tasks.rows).toEqual([expect.objectContaining({ CallObject: 'call-1', ...others })]);
        });
    }
);

it('an org that takes no Call Object Identifier and does not say so loses the agent no other value', async () => {
    const tasks = createTestTasks({ now: () => Date.parse(KEY.connectedTime) });
    mutate.mockImplementation((mutation) =>
        Promise.resolve(
            'CallObject' in taskInput(mutation).Task
                ? taskRefused('contains a field that is not defined for input object type Task')
                : tasks.mutate(mutation)
        )
    );
    const reader = { query: () => Promise.resolve(taskAnswer(tasks.rows)) };
    const patch = { A__c: 1, B__c: 2 };
    const writer = createRecordWriter({ reader, fields: () => undefined });
    await expect(writer.save(KEY, request({ defaults: { Subject: 'Call' }, patch }))).resolves.toMatchObject({
        unsaved: [{ field: 'CallObject', code: 'forbidden' }]
    });
    expect(tasks.rows).toEqual([expect.objectContaining({ Subject: 'Call', ...patch })]);
});

it('where another Task has the key and this user may not see it, the one that is found is filled without the key', async () => {
    const withKey = { ...FIELDS, ...Object.fromEntries([field('SwitchboardKey__c')]) };
    const rows = [{ Id: '00Tphone', CreatedDate: KEY.connectedTime, CallObject: KEY.conversationId }];
    mutate.mockImplementation((mutation) =>
        Promise.resolve(
            'SwitchboardKey__c' in taskInput(mutation).Task
                ? taskRefused('DUPLICATE_VALUE: duplicate value found: SwitchboardKey__c duplicates value on record')
                : taskUpdated('00Tphone')
        )
    );
    const reader = { query: () => Promise.resolve(taskAnswer(rows)) };
    const result = await createRecordWriter({ reader, fields: () => withKey }).save(KEY, request());
    expect(result).toMatchObject({ outcome: 'saved', taskId: '00Tphone' });
    expect(mutate).toHaveBeenCalledTimes(2);
});
