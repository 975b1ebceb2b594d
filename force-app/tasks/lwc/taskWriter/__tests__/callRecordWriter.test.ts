import { asCallRecords } from 'c/attributeMapping';
import type { FieldDescriptions } from 'c/attributeMapping';
import { ReadError } from 'c/orgReader';
import type { SaveRequest, SaveResult, TaskKey, TaskWriter } from 'c/taskSync';
import { createCallRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import { recordApi } from '../../../../../test/ports/recordApi.ts';
import { field, request } from './testRequests.ts';

const KEY: TaskKey = {
    id: 'leg-1:005:call:voiceCall',
    conversationId: 'leg-1',
    userId: '005000000000001AAA',
    connectedTime: '2026-01-15T09:00:00.000Z'
};
const ID = '0LQ000000000001AAA';
const FIELDS = asCallRecords(
    Object.fromEntries([
        field('Description', 'TextArea'),
        field('CallResolution'),
        field('CallType'),
        field('Queue__c')
    ])
);
type Row = Readonly<Record<string, unknown>>;

let row: Row | undefined;
let asked: { readonly document: unknown; readonly text: string; readonly callId: unknown }[];
let refusal: ReadError | undefined;

function writer(fields: FieldDescriptions = FIELDS, isDescribed = true): TaskWriter {
    return createCallRecordWriter({
        reader: {
            query(document, variables = {}): Promise<unknown> {
                asked.push({ document, text: String(document), callId: variables['callId'] });
                if (refusal) return Promise.reject(refusal);
                const cells = Object.entries(row ?? {}).map(([name, value]) => [
                    name,
                    name === 'Id' ? value : { value }
                ]);
                const edges = row === undefined ? [] : [{ node: Object.fromEntries(cells) as unknown }];
                return Promise.resolve({ uiapi: { query: { VoiceCall: { edges } } } });
            }
        },
        fields: () => (isDescribed ? fields : undefined)
    });
}

function save(more: Partial<SaveRequest> = {}, by = writer()): Promise<SaveResult> {
    const patch = { Queue__c: 'Sales', Description: 'Wants a refund.' };
    return by.save(KEY, request({ patch, defaults: {}, keepDefaults: false, mayCreate: false, ...more }));
}

/** As UI API refuses a field. */
function refusedField(name: string): object {
    const message = `Unable to create/update fields: ${name}. Check the security settings of this field.`;
    const errors = [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message, field: name }];
    return {
        ok: false,
        status: 400,
        body: { statusCode: 400, output: { errors: [], fieldErrors: { [name]: errors } } }
    };
}

function refusedRecord(errorCode: string, status = 400): object {
    const errors = [{ errorCode, message: `${errorCode}: no`, field: null }];
    return { ok: false, status, body: { statusCode: status, output: { errors, fieldErrors: {} } } };
}

beforeEach(() => {
    row = { Id: ID, Queue__c: null, Description: null };
    asked = [];
    refusal = undefined;
    for (const one of Object.values(recordApi)) one.mockReset();
    recordApi.update.mockResolvedValue({ id: ID, apiName: 'VoiceCall', fields: {} });
    jest.mocked(executeMutation).mockReset();
});
afterEach(() => {
    const others = [recordApi.create, recordApi.remove, jest.mocked(executeMutation)];
    if (others.some(({ mock }) => mock.calls.length > 0))
        throw new Error('A record was made, deleted, or not a Voice Call.');
});

const sent = (): unknown[] => recordApi.update.mock.calls.map(([{ fields }]) => fields);

describe("an agent's values on Salesforce's own record of the call", () => {
    it('are written to the newest record whose key is the id of the call', async () => {
        expect(await save()).toEqual({ outcome: 'saved', taskId: ID, wrote: true, unsaved: [] });
        expect(sent()).toEqual([{ Id: ID, Queue__c: 'Sales', Description: 'Wants a refund.' }]);
        expect(asked.map(({ callId }) => callId)).toEqual(['leg-1']);
        expect(asked[0]?.text).toMatch(/VendorCallKey: \{ eq: \$callId \} \}, orderBy: \{ CreatedDate: \{ order: DESC/);
    });

    it('are not written again where the record has them', async () => {
        row = { Id: ID, Queue__c: 'Sales', Description: 'Wants a refund. ' };
        expect(await save()).toMatchObject({ outcome: 'saved', wrote: false });
        expect(sent()).toEqual([]);
    });

    it('stay out of a field that is filled only when empty, and is not', async () => {
        row = { Id: ID, Queue__c: 'Service', Description: null };
        await save({ onlyWhenEmpty: ['Queue__c'] });
        expect(sent()).toEqual([{ Id: ID, Description: 'Wants a refund.' }]);
    });

    it('leave what somebody changed, and say so', async () => {
        const found = jest.fn();
        const written = { found, isEdited: (name: string) => name === 'Queue__c', sends: jest.fn() } as never;
        row = { Id: ID, Queue__c: 'By hand', Description: null };
        expect(await save({ written })).toMatchObject({ unsaved: [{ field: 'Queue__c', code: 'edited' }] });
        expect(found).toHaveBeenCalledWith(ID, { Queue__c: 'By hand', Description: null });
    });

    it('wait while there is no record', async () => {
        row = undefined;
        expect(await save()).toEqual({ outcome: 'noTaskYet', wrote: false, unsaved: [] });
    });

    it('are asked for with the same question each time, or the wire would stay silent', async () => {
        const page = writer();
        await save({}, page);
        await save({ patch: { Description: 'Wants a refund.', Queue__c: 'Sales' } }, page);
        expect(asked[0]?.document).toBe(asked[1]?.document);
    });

    it('are told as not saved where no record comes, and are tried again', async () => {
        row = undefined;
        await expect(save({ mayCreate: true })).rejects.toMatchObject({ failure: 'noCallRecord', transient: true });
    });

    it.each(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'])(
        'and where it is gone meanwhile: %s',
        async (code) => {
            recordApi.update.mockRejectedValue(refusedRecord(code, 404));
            await expect(save()).rejects.toMatchObject({ failure: 'noCallRecord' });
        }
    );
});

describe('what Salesforce refuses', () => {
    it('costs the field alone: it is named, the others are saved', async () => {
        recordApi.update.mockRejectedValueOnce(refusedField('Queue__c'));
        expect(await save()).toMatchObject({ wrote: true, unsaved: [{ field: 'Queue__c', code: 'forbidden' }] });
        expect(sent().at(-1)).toEqual({ Id: ID, Description: 'Wants a refund.' });
    });

    it('is not even sent where it is known: another field of Voice Call, one that this user may not edit', async () => {
        const fields = {
            ...FIELDS,
            ...Object.fromEntries([field('Queue__c', 'String', { createable: false, updateable: false })])
        };
        expect(await save({ patch: { CallType: 'Inbound', Queue__c: 'Sales', Nobody__c: 1 } }, writer(fields))).toEqual(
            {
                outcome: 'saved',
                taskId: ID,
                wrote: false,
                unsaved: [
                    { field: 'CallType', code: 'forbidden' },
                    { field: 'Queue__c', code: 'forbidden' },
                    { field: 'Nobody__c', code: 'unknown' }
                ]
            }
        );
    });

    it('is the whole record for who has none of the permission sets of Voice', async () => {
        const described = Object.values(FIELDS ?? {}).map((one) => [one.name, { ...one, updateable: false }]);
        const fields = Object.fromEntries(described) as FieldDescriptions;
        await expect(save({}, writer(fields))).rejects.toMatchObject({ failure: 'noAccessToTask' });
        recordApi.update.mockRejectedValue(refusedRecord('INSUFFICIENT_ACCESS_OR_READONLY', 403));
        await expect(save()).rejects.toMatchObject({ failure: 'noAccessToTask' });
    });

    it('or for who may not read Voice Call', async () => {
        refusal = new ReadError('refused', "Field 'VoiceCall' in type 'RecordQuery' is undefined");
        await expect(save()).rejects.toMatchObject({ failure: 'noAccessToTask' });
    });

    it.each(['offline', 'timeout', 'sessionExpired'] as const)(
        'is no refusal while the org cannot be asked: %s',
        async (why) => {
            refusal = new ReadError(why, 'gone');
            await expect(save()).rejects.toMatchObject({ failure: why === 'timeout' ? 'busy' : why });
        }
    );
});

it('an org that does not describe Voice Call is asked for the id alone, and its answers teach', async () => {
    row = { Id: ID };
    recordApi.update.mockRejectedValueOnce(refusedField('Queue__c'));
    const page = writer(undefined, false);
    expect(await save({}, page)).toMatchObject({ unsaved: [{ field: 'Queue__c', code: 'forbidden' }] });
    await save({ patch: { Queue__c: 'Service' } }, page);
    expect(sent()).toEqual([
        { Id: ID, Queue__c: 'Sales', Description: 'Wants a refund.' },
        { Id: ID, Description: 'Wants a refund.' }
    ]);
    expect(await save({ patch: { New__c: 'x' }, onlyWhenEmpty: ['New__c'] }, page)).toMatchObject({
        wrote: false,
        unsaved: [{ field: 'New__c', code: 'unknown' }]
    });
    expect(asked.every(({ text }) => !text.includes('Queue__c'))).toBe(true);
});

it('a tab that slept while another saved sends nothing', async () => {
    await expect(save({ isMine: () => false })).rejects.toMatchObject({ failure: 'busy' });
    expect(sent()).toEqual([]);
});
