import type { FieldDescriptions } from 'c/attributeMapping';
import { readErrorOf } from 'c/orgReader';
import type { SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import {
    createTestTasks,
    taskAnswer,
    taskCreated,
    taskInput,
    taskRefused,
    taskUpdated
} from '../../../../../test/ports/testTasks.ts';
import type { TaskRow } from '../../../../../test/ports/testTasks.ts';
import { field, request } from './testRequests.ts';

const mutate = jest.mocked(executeMutation);

const NAMES = ['Subject', 'TaskSubtype', 'Queue__c', 'Status', 'WhoId', 'WhatId'];
const describedAs = (rights: { createable: boolean; updateable: boolean }): FieldDescriptions =>
    Object.fromEntries(NAMES.map((name) => field(name, name.endsWith('Id') ? 'Reference' : 'String', rights)));
const FIELDS = describedAs({ createable: true, updateable: true });
const READ_ONLY = describedAs({ createable: false, updateable: false });

function writerOver(rows: readonly TaskRow[], fields: FieldDescriptions = FIELDS): TaskWriter {
    return createRecordWriter({ reader: { query: () => Promise.resolve(taskAnswer(rows)) }, fields: () => fields });
}

function keyOf(id: string, connectedTime = '2026-01-15T09:00:00.000Z'): TaskKey {
    return { id, conversationId: 'call-1', userId: '005000000000001AAA', connectedTime };
}

const KEY = keyOf('k1');
const MINE: TaskRow = { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z' };
const written = (): TaskRow[] => mutate.mock.calls.map(([mutation]) => taskInput(mutation).Task);
const orError = (save: Promise<SaveResult>): Promise<unknown> => save.catch((error: unknown) => error);

beforeEach(() => {
    mutate.mockReset();
    mutate.mockImplementation(({ operationName }) =>
        Promise.resolve(operationName === 'SwitchboardCreateTask' ? taskCreated('00T2') : taskUpdated('00T1'))
    );
});

describe('what the agent is told', () => {
    it('the agent who may create no field of Task is not told that the call is saved', async () => {
        const result = await orError(writerOver([], READ_ONLY).save(KEY, request()));
        expect(mutate).not.toHaveBeenCalled();
        expect(result).toBeInstanceOf(Error);
    });

    it("the agent is not told that a value is saved which a unique field of the admin's refuses", async () => {
        mutate.mockResolvedValue(
            taskRefused('DUPLICATE_VALUE: duplicate value found: Queue__c duplicates value on record with id: 00T9')
        );
        const patch = { Queue__c: 'x', Status: 'Completed' };
        const result = await orError(writerOver([MINE]).save(KEY, request({ taskId: '00T1', defaults: {}, patch })));
        expect(result).not.toMatchObject({ outcome: 'saved', wrote: true, unsaved: [] });
    });

    it('the agent is not told that a Task is lost which the org made and answered with a warning', async () => {
        mutate.mockResolvedValue({
            ...taskCreated('00T2'),
            errors: [{ message: 'some output field cannot be read' }]
        });
        const result = await orError(writerOver([]).save(KEY, request()));
        expect(result).toMatchObject({ outcome: 'saved', taskId: '00T2' });
    });

    it('the admin is not told of a missing permission when the org is only busy (429)', () => {
        expect(readErrorOf([{ status: 429, message: 'Too Many Requests' }]).failure).not.toBe('refused');
    });
});

describe('what the Task keeps', () => {
    it('the agent whose call comes back within half a minute gets a second Task', async () => {
        const tasks = createTestTasks({ now: () => Date.parse('2026-01-15T09:00:40.000Z') });
        mutate.mockImplementation(tasks.mutate);
        const writer = writerOver(tasks.rows);
        const first = await writer.save(keyOf('k1', '2026-01-15T09:00:38.000Z'), request());
        const second = await writer.save(
            keyOf('k2', '2026-01-15T09:01:05.000Z'),
            request({ patch: { Queue__c: 'second' }, neighbours: { taken: [first.taskId ?? ''] } })
        );
        expect(second.taskId).not.toBe(first.taskId);
    });

    it('what the agent typed stays in a field filled only when empty, where the org does not describe Task', async () => {
        const rows = [{ Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z' }];
        const writer = createRecordWriter({
            reader: { query: () => Promise.resolve(taskAnswer(rows)) },
            fields: () => undefined
        });
        await writer.save(KEY, request({ onlyWhenEmpty: ['Queue__c'], keepDefaults: false }));
        expect(written().flatMap((task) => Object.keys(task))).not.toContain('Queue__c');
    });

    it('the agent who recognises a lead late does not send it together with a Related To', async () => {
        const lead = { WhoId: '00Q000000000001AAA' };
        const related = { WhatId: '500000000000001AAA' };
        await writerOver([MINE]).save(KEY, request({ taskId: '00T1', defaults: lead, patch: related }));
        expect(written()).toHaveLength(1);
        expect(written()[0]).not.toEqual({ ...lead, ...related });
    });

    it('the agent loses no other field to the words of a refused value', async () => {
        const words = 'asks for the Status of an order';
        mutate.mockResolvedValueOnce(
            taskRefused(`STRING_TOO_LONG: Queue: data value too large: ${words} (max length=10): [Queue__c]`)
        );
        const patch = { Queue__c: words, Status: 'Completed' };
        await writerOver([MINE]).save(KEY, request({ taskId: '00T1', defaults: {}, patch }));
        expect(written().at(-1)).toEqual({ Status: 'Completed' });
    });
});
