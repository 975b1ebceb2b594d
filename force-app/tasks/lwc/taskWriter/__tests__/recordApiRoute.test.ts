import type { FieldDescriptions } from 'c/attributeMapping';
import type { SaveRequest, SaveResult, TaskKey } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import type { RecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { NO_TASK_IN_RECORD_API, recordApi, recordApiRefusesTasks } from '../../../../../test/ports/recordApi.ts';
import { taskAnswer, taskCreated, taskRefused, taskUpdated } from '../../../../../test/ports/testTasks.ts';
import type { TaskRow } from '../../../../../test/ports/testTasks.ts';
import { field, request } from './testRequests.ts';

const graphql = jest.mocked(executeMutation);

const KEY: TaskKey = {
    id: 'call-1:005:1',
    conversationId: 'call-1',
    userId: '005000000000001AAA',
    connectedTime: '2026-01-15T09:00:00.000Z'
};
const NAMES = ['Subject', 'TaskSubtype', 'Queue__c', 'Description'];
const FIELDS: FieldDescriptions = Object.fromEntries(NAMES.map((name) => field(name)));
const WITH_KEY: FieldDescriptions = { ...FIELDS, ...Object.fromEntries([field('SwitchboardKey__c')]) };
const MINE: TaskRow = { Id: '00T1', CreatedDate: '2026-01-15T09:00:01.000Z' };
const OTHER: TaskRow = { ...MINE, Id: '00T2' };
const NO_TASK_IN_GRAPHQL = taskRefused("Validation error: Unknown type 'TaskCreateInput'");

/** The writer of one page. */
let page: RecordWriter;
let tasks: readonly TaskRow[];

function writerOver(rows: () => readonly TaskRow[], fields: FieldDescriptions = FIELDS): RecordWriter {
    return createRecordWriter({ reader: { query: () => Promise.resolve(taskAnswer(rows())) }, fields: () => fields });
}

function create(more: Partial<SaveRequest> = {}): Promise<SaveResult> {
    tasks = [];
    return page.save(KEY, request(more));
}

function update(more: Partial<SaveRequest> = {}): Promise<SaveResult> {
    tasks = [MINE];
    return page.save(KEY, request({ taskId: '00T1', defaults: {}, ...more }));
}

function record(id: string): RecordRepresentation {
    return { id, apiName: 'Task', fields: {} };
}

/** A body of UI API for a refused save. */
function refusal(errorCode: string, message: string, name?: string, status = 400): object {
    const one = { errorCode, message, field: name ?? null };
    const output =
        name === undefined ? { errors: [one], fieldErrors: {} } : { errors: [], fieldErrors: { [name]: [one] } };
    return {
        ok: false,
        status,
        statusText: 'Bad Request',
        body: {
            statusCode: status,
            enhancedErrorType: 'RecordError',
            message: 'An error occurred while trying to update the record. Please try again.',
            output
        }
    };
}

beforeEach(() => {
    page = writerOver(() => tasks);
    graphql.mockReset().mockResolvedValue(NO_TASK_IN_GRAPHQL);
    recordApi.create.mockReset().mockResolvedValue(record('00T1'));
    recordApi.update.mockReset().mockResolvedValue(record('00T1'));
    recordApi.remove.mockReset().mockResolvedValue(undefined);
});

describe('an org whose GraphQL knows no Task', () => {
    it('the agent has the Task through the record API', async () => {
        expect(await create()).toMatchObject({ outcome: 'saved', taskId: '00T1', created: true, unsaved: [] });
        expect(recordApi.create.mock.calls).toEqual([
            [{ apiName: 'Task', fields: { Subject: 'Call', TaskSubtype: 'Call', Queue__c: 'Sales' } }]
        ]);
        expect(page.route()).toBe('recordApi');
    });

    it('a Task that is there is changed, and nothing else of it', async () => {
        expect(await update()).toMatchObject({ outcome: 'saved', taskId: '00T1', wrote: true });
        expect(recordApi.update.mock.calls).toEqual([[{ fields: { Id: '00T1', Queue__c: 'Sales' } }]]);
    });

    it('GraphQL is asked once, not before every save', async () => {
        await create();
        await update();
        await update({ patch: { Queue__c: 'Care' } });
        expect(graphql).toHaveBeenCalledTimes(1);
    });

    it('each page asks by itself, whatever another one has learnt', async () => {
        await create();
        expect(writerOver(() => []).route()).toBeUndefined();
        page = writerOver(() => tasks);
        await create();
        expect(graphql).toHaveBeenCalledTimes(2);
    });

    it('an agent who merges doubles has the one Task filled and the other deleted', async () => {
        const rows = (): TaskRow[] => [MINE, { ...OTHER, Queue__c: 'Care' }];
        const result = await writerOver(rows).merge?.(KEY, { taskId: '00T1' });
        expect(result).toEqual({ taskId: '00T1', merged: true });
        expect(recordApi.update).toHaveBeenCalledWith({ fields: { Id: '00T1', Queue__c: 'Care' } });
        expect(recordApi.remove.mock.calls).toEqual([['00T2']]);
    });

    it('an org that gets Tasks in GraphQL and loses them in the record API is followed', async () => {
        await create();
        recordApiRefusesTasks();
        graphql.mockReset().mockResolvedValue(taskUpdated('00T1'));
        expect(await update()).toMatchObject({ outcome: 'saved', wrote: true });
        expect(page.route()).toBe('graphql');
    });

    it('where the record API refuses Tasks too, the agent is told that the org takes none, as before', async () => {
        recordApiRefusesTasks();
        await expect(create()).rejects.toMatchObject({ name: 'SaveError', failure: 'orgRefusesTask' });
        expect(recordApi.create).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['a list', [{ errorCode: 'INVALID_TYPE', message: "sObject type 'Task' is not supported." }]],
        ['an object', { errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }]
    ])('the record API says so as %s', async (_shape, body) => {
        recordApi.create.mockRejectedValue({ ...NO_TASK_IN_RECORD_API, body });
        await expect(create()).rejects.toMatchObject({ failure: 'orgRefusesTask' });
    });

    it('another tab that took the Task over in the meantime is not followed by a second write', async () => {
        let mine = true;
        graphql.mockImplementation(() => {
            mine = false;
            return Promise.resolve(NO_TASK_IN_GRAPHQL);
        });
        await expect(create({ isMine: () => mine })).rejects.toMatchObject({ failure: 'busy' });
        expect(recordApi.create).not.toHaveBeenCalled();
    });
});

describe('the other way is tried only when it is certain that nothing was written', () => {
    it.each([
        ['is not answered', new TypeError('Failed to fetch'), 'offline'],
        ['gets an error of Salesforce', { status: 503, body: [{ message: 'not supported in UI API' }] }, 'offline'],
        ['gets too many requests', { status: 429, message: 'Too many requests' }, 'busy'],
        ['has no session any more', { status: 401, message: 'Session expired' }, 'sessionExpired'],
        ['is cut off', { status: 400, body: { message: 'Disconnected or Canceled' } }, 'offline']
    ])('a GraphQL save that %s is not repeated through the record API', async (_what, cause, failure) => {
        graphql.mockRejectedValue(cause);
        await expect(create()).rejects.toMatchObject({ failure });
        expect(recordApi.create).not.toHaveBeenCalled();
    });

    it.each([
        ['a rule of the company', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Choose a result first', 'validationRule'],
        ['a value of a wrong type', 'INVALID_TYPE_ON_FIELD_IN_RECORD: Amount: value not of required type', 'refused'],
        ['a missing right', 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on Task', 'noAccessToTask']
    ])('%s is no reason for the other way', async (_what, message, failure) => {
        graphql.mockResolvedValue(taskRefused(message));
        await expect(create()).rejects.toMatchObject({ failure });
        expect(recordApi.create).not.toHaveBeenCalled();
    });

    it.each([
        ['is not answered', new TypeError('Failed to fetch'), 'offline'],
        ['is cut off', { ok: false, status: 400, body: { message: 'Disconnected or Canceled' } }, 'offline'],
        [
            'has no session any more',
            { ok: false, status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] },
            'sessionExpired'
        ]
    ])('a save through the record API that %s is not repeated through GraphQL', async (_what, cause, failure) => {
        await create();
        graphql.mockClear();
        recordApi.update.mockRejectedValue(cause);
        await expect(update()).rejects.toMatchObject({ failure });
        expect(graphql).not.toHaveBeenCalled();
    });

    it('a new Task whose id the record API does not say is looked for, not made again', async () => {
        recordApi.create.mockResolvedValue({} as RecordRepresentation);
        await expect(create()).rejects.toMatchObject({ failure: 'busy' });
        expect(recordApi.create).toHaveBeenCalledTimes(1);
    });
});

describe('what the record API refuses', () => {
    it.each([
        ["No such column 'Queue__c' on sobject of type Task", 'INVALID_FIELD'],
        [
            'Unable to create/update fields: Queue__c. Please check the security settings.',
            'INVALID_FIELD_FOR_INSERT_UPDATE'
        ]
    ])('a field that the agent may not write is named and left out: %s', async (message, code) => {
        recordApi.create.mockRejectedValueOnce(refusal(code, message, 'Queue__c'));
        const result = await create();
        expect(result).toMatchObject({ taskId: '00T1', unsaved: [{ field: 'Queue__c', code: 'forbidden' }] });
        expect(recordApi.create.mock.lastCall).toEqual([
            { apiName: 'Task', fields: { Subject: 'Call', TaskSubtype: 'Call' } }
        ]);
        expect(graphql).toHaveBeenCalledTimes(1);
    });

    it('a value that does not fit is named with its reason, and the rest is saved', async () => {
        recordApi.update.mockRejectedValueOnce(refusal('STRING_TOO_LONG', 'Queue: data value too large', 'Queue__c'));
        expect(await update({ patch: { Queue__c: 'x', Description: 'y' } })).toMatchObject({
            wrote: true,
            unsaved: [{ field: 'Queue__c', code: 'refused', reason: 'STRING_TOO_LONG' }]
        });
    });

    it.each([
        ['the page', undefined],
        ['its field', 'SwitchboardKey__c']
    ])('a key that another tab was first with, told at %s, makes no second Task', async (_where, name) => {
        const words = 'duplicate value found: <unknown> duplicates value on record with id: <unknown>';
        recordApi.create.mockRejectedValue(refusal('DUPLICATE_VALUE', words, name));
        let looks = 0;
        const rows = (): TaskRow[] => (looks++ === 0 ? [] : [{ ...MINE, SwitchboardKey__c: KEY.id }]);
        expect(await writerOver(rows, WITH_KEY).save(KEY, request())).toMatchObject({ taskId: '00T1', wrote: true });
        expect(recordApi.create).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['validationRule', refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Choose a result first')],
        ['rowLocked', refusal('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record')],
        ['duplicateRule', refusal('DUPLICATES_DETECTED', 'Use one of these records?')],
        ['taskDeleted', refusal('ENTITY_IS_DELETED', 'entity is deleted', undefined, 404)],
        ['refused', refusal('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'LogTrigger: BeforeUpdate', undefined, 403)],
        [
            'noAccessToTask',
            { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'insufficient access' }] }
        ],
        ['busy', { status: 429, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Too many requests' }] }],
        ['offline', { status: 502, body: { message: 'Bad gateway' } }]
    ])('the agent reads the same reason as with GraphQL: %s', async (failure, cause) => {
        recordApi.update.mockRejectedValue(cause);
        await expect(update()).rejects.toMatchObject({ name: 'SaveError', failure });
    });

    it('an admin reads that the record API is in use when it was the one that judged', async () => {
        recordApi.create.mockRejectedValue(refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Choose a result first'));
        await expect(create()).rejects.toMatchObject({ failure: 'validationRule' });
        expect(page.route()).toBe('recordApi');
    });
});

it('an org that takes Tasks through GraphQL never meets the record API', async () => {
    graphql.mockReset().mockResolvedValue(taskCreated('00T1'));
    await create();
    expect(page.route()).toBe('graphql');
    expect(Object.values(recordApi).flatMap(({ mock }) => mock.calls as unknown[])).toEqual([]);
});

it('a Task that is open on the page shows what was saved, and a page that cannot is no failed save', async () => {
    const shown = jest.mocked(notifyRecordUpdateAvailable);
    shown.mockReset().mockRejectedValue(new Error('not here'));
    graphql.mockReset().mockResolvedValue(taskUpdated('00T1'));
    expect(await update()).toMatchObject({ outcome: 'saved', wrote: true });
    expect(shown).toHaveBeenCalledWith([{ recordId: '00T1' }]);
});
