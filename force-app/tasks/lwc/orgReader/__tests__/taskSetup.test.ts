import { ReadError, readTaskSetup } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';

const SENTINEL = row({ DeveloperName: 'Switchboard_Sentinel', Active__c: false });
const QUEUE = row({
    DeveloperName: 'Queue',
    Attribute__c: 'Call.QueueName',
    Task_Field__c: 'Queue__c',
    Active__c: true,
    Order__c: 10
});
const DEFAULT = row({
    DeveloperName: 'Default',
    Write_Mode__c: 'own',
    Coalesce_Milliseconds__c: 250,
    Follow_Seconds__c: 5
});

function row(values: Record<string, unknown>): object {
    return { node: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])) };
}

const UNKNOWN_TYPE = new ReadError('refused', "Field 'X__mdt' in type 'RecordQuery' is undefined");

interface Org {
    mapping: object[] | ReadError;
    settings: object[] | ReadError;
    fields: object[] | ReadError;
    limitFields?: object[] | ReadError;
    shortFields?: object[] | ReadError;
    /** Pages of the mapping after the first; the cursor is the page's number. */
    morePages?: (object[] | ReadError)[];
    asked?: string[];
}

function readerOf(org: Org): OrgReader {
    const rows = (object: string, edges: object[] | ReadError): Promise<unknown> =>
        edges instanceof ReadError
            ? Promise.reject(edges)
            : Promise.resolve({ uiapi: { query: { [object]: { edges } } } });
    const mappingPage = (edges: object[] | ReadError, page: number, hasNextPage: boolean): Promise<unknown> =>
        edges instanceof ReadError
            ? Promise.reject(edges)
            : Promise.resolve({
                  uiapi: {
                      query: {
                          Switchboard_Attribute_Mapping__mdt: {
                              edges,
                              pageInfo: { hasNextPage, endCursor: hasNextPage ? String(page + 1) : null }
                          }
                      }
                  }
              });
    const infos = (fields: object[] | ReadError): Promise<unknown> =>
        fields instanceof ReadError
            ? Promise.reject(fields)
            : Promise.resolve({ uiapi: { objectInfos: [{ ApiName: 'Task', fields }] } });
    return {
        query(document, variables = {}): Promise<unknown> {
            const text = String(document);
            org.asked?.push(/query (\w+)/.exec(text)?.[1] ?? '');
            if (text.includes('SwitchboardMapping')) {
                const page = Number(variables.after ?? 0);
                const edges = page === 0 ? org.mapping : (org.morePages?.[page - 1] ?? []);
                return mappingPage(edges, page, page < (org.morePages?.length ?? 0));
            }
            if (text.includes('SwitchboardSettings')) {
                return rows('Switchboard_Setting__mdt', org.settings);
            }
            if (text.includes('FieldsShort')) {
                return infos(org.shortFields ?? org.fields);
            }
            return infos(text.includes('FieldsLimits') ? (org.limitFields ?? org.fields) : org.fields);
        }
    };
}

const FIELDS = [
    { ApiName: 'Queue__c', label: 'Queue', dataType: 'STRING', createable: true, updateable: true, length: 80 }
];
const WHOLE: Org = { mapping: [SENTINEL, QUEUE], settings: [DEFAULT], fields: FIELDS };

it('reads rules, settings and fields', async () => {
    const setup = await readTaskSetup(readerOf(WHOLE));
    expect(setup.settings).toEqual({
        mode: 'own',
        when: 'eachStep',
        logMissed: false,
        coalesceMs: 250,
        followSeconds: 5,
        target: 'Task'
    });
    expect(setup.mapping).toMatchObject({ rules: [{ id: 'Queue', attribute: 'Call.QueueName', field: 'Queue__c' }] });
    expect(setup.fields).toEqual({
        Queue__c: {
            name: 'Queue__c',
            label: 'Queue',
            dataType: 'STRING',
            createable: true,
            updateable: true,
            length: 80
        }
    });
});

it('no rows are no rules only when the shipped proof row can be read', async () => {
    expect((await readTaskSetup(readerOf({ ...WHOLE, mapping: [SENTINEL] }))).mapping).toMatchObject({ rules: [] });
    expect((await readTaskSetup(readerOf({ ...WHOLE, mapping: [] }))).mapping).toBe('noAccess');
});

it('an org that does not know the mapping for this user means no access', async () => {
    const setup = await readTaskSetup(readerOf({ ...WHOLE, mapping: UNKNOWN_TYPE, settings: UNKNOWN_TYPE }));
    expect(setup).toMatchObject({ mapping: 'noAccess', settings: 'noAccess' });
});

it('settings that make no sense fall back to the defaults, one by one', async () => {
    const odd = row({
        DeveloperName: 'Default',
        Write_Mode__c: 'OWN',
        Coalesce_Milliseconds__c: -1,
        Follow_Seconds__c: 'x'
    });
    const { settings } = await readTaskSetup(readerOf({ ...WHOLE, settings: [odd] }));
    expect(settings).toEqual({
        mode: 'own',
        when: 'eachStep',
        logMissed: false,
        coalesceMs: 500,
        followSeconds: 180,
        target: 'Task'
    });
});

it('settings without the row named Default are the defaults', async () => {
    const other = row({ DeveloperName: 'Other', Write_Mode__c: 'own' });
    const { settings } = await readTaskSetup(readerOf({ ...WHOLE, settings: [other] }));
    expect(settings).toMatchObject({ mode: 'follow' });
});

const ruleRows = (from: number, to: number): object[] =>
    Array.from({ length: to - from }, (_, index) =>
        row({
            DeveloperName: `Rule_${from + index}`,
            Attribute__c: 'Call.QueueName',
            Task_Field__c: `Field_${from + index}__c`,
            Active__c: true
        })
    );

it('a mapping of more rules than one answer holds is read to its end', async () => {
    const { mapping } = await readTaskSetup(
        readerOf({ ...WHOLE, mapping: ruleRows(0, 2000), morePages: [ruleRows(2000, 4000), [SENTINEL, QUEUE]] })
    );
    expect(mapping === 'noAccess' ? [] : mapping.rules).toHaveLength(4001);
});

it('a mapping that is refused on a later page is not read by half', async () => {
    const { mapping } = await readTaskSetup(readerOf({ ...WHOLE, morePages: [UNKNOWN_TYPE] }));
    expect(mapping).toBe('noAccess');
});

it('an answer whose cursor stays where it is does not ask without end', async () => {
    const asked: string[] = [];
    const reader: OrgReader = {
        query: async (document, variables) => {
            const data = await readerOf({ ...WHOLE, asked }).query(document, variables);
            const pageInfo = { hasNextPage: true, endCursor: 'same' };
            return String(document).includes('SwitchboardMapping')
                ? { uiapi: { query: { Switchboard_Attribute_Mapping__mdt: { edges: [SENTINEL], pageInfo } } } }
                : data;
        }
    };
    await readTaskSetup(reader);
    expect(asked.filter((name) => name === 'SwitchboardMapping')).toHaveLength(2);
});

const RESULT = {
    ApiName: 'Result__c',
    label: 'Result',
    dataType: 'PICKLIST',
    createable: true,
    updateable: true,
    required: true,
    length: 255,
    picklistValuesByRecordTypeIDs: [
        { picklistValues: [{ value: 'Sale' }, { value: 'No Sale' }] },
        { picklistValues: [{ value: 'Sale' }, { value: 'Maybe' }, { value: null }] },
        null
    ]
};
const WHAT = {
    ApiName: 'WhatId',
    label: 'Related To',
    dataType: 'REFERENCE',
    createable: true,
    updateable: true,
    required: false,
    referenceToInfos: [{ ApiName: 'Account' }, { ApiName: 'Case' }, null]
};

it('picklist values of every record type, what is required and where a reference may point are read', async () => {
    const { fields } = await readTaskSetup(readerOf({ ...WHOLE, fields: [RESULT, WHAT] }));
    expect(fields?.['Result__c']).toMatchObject({ picklistValues: ['Sale', 'No Sale', 'Maybe'], required: true });
    expect(fields?.['WhatId']).toMatchObject({ referenceTo: ['Account', 'Case'], required: false });
});

it.each([null, 'x', {}, [], [null], [{ picklistValues: null }]])(
    'picklist values that make no sense (%p) are not told',
    async (odd) => {
        const fields = [{ ...RESULT, picklistValuesByRecordTypeIDs: odd }];
        const setup = await readTaskSetup(readerOf({ ...WHOLE, fields }));
        expect(setup.fields?.['Result__c']).not.toHaveProperty('picklistValues');
    }
);

it('an org that does not tell picklist values is asked for the limits without them', async () => {
    const asked: string[] = [];
    const refused = new ReadError(
        'refused',
        "Field 'picklistValuesByRecordTypeIDs' in type 'PicklistField' is undefined"
    );
    const setup = await readTaskSetup(readerOf({ ...WHOLE, fields: refused, limitFields: FIELDS, asked }));
    expect(setup.fields?.['Queue__c']?.length).toBe(80);
    expect(asked.slice(-2)).toEqual(['SwitchboardTaskFields', 'SwitchboardTaskFieldsLimits']);
});

it('an org that does not tell the limits of fields is asked the shortest question', async () => {
    const refused = new ReadError('refused', "Field 'length' in type 'Field' is undefined");
    const setup = await readTaskSetup(
        readerOf({ ...WHOLE, fields: refused, limitFields: refused, shortFields: FIELDS })
    );
    expect(Object.keys(setup.fields ?? {})).toEqual(['Queue__c']);
});

it('an org that does not describe Task leaves the mapping to be trusted', async () => {
    const setup = await readTaskSetup(
        readerOf({ ...WHOLE, fields: new ReadError('refused', 'not supported in UI API') })
    );
    expect(setup.fields).toBeUndefined();
});

it('an org that cannot be reached is not an org without access', async () => {
    const offline = new ReadError('offline', 'Failed to fetch');
    await expect(readTaskSetup(readerOf({ ...WHOLE, mapping: offline }))).rejects.toBe(offline);
});

it.each([
    ['salesforceVoice', 'salesforceVoice'],
    ['GENESYSCLOUD', 'genesysCloud'],
    [null, undefined],
    ['', undefined],
    ['twilio', undefined]
])('the phone that saves, read as %p, is %p', async (told, known) => {
    const settings = [row({ DeveloperName: 'Default', Write_Mode__c: 'own', Writing_Vendor__c: told })];
    const read = (await readTaskSetup(readerOf({ ...WHOLE, settings }))).settings;
    expect(read).toHaveProperty('mode', 'own');
    expect((read as { writingVendor?: string }).writingVendor).toBe(known);
});

it.each([
    ['VoiceCall', 'VoiceCall'],
    ['voicecall', 'VoiceCall'],
    ['Case', 'Task'],
    [undefined, 'Task']
])('an admin who saves voice calls on %s', async (told, target) => {
    const settings = [row({ DeveloperName: 'Default', Write_Mode__c: 'own', Target_Object__c: told })];
    expect((await readTaskSetup(readerOf({ ...WHOLE, settings }))).settings).toMatchObject({ target });
});

it('the fields of Voice Call are those that pages may change', async () => {
    const asked: string[] = [];
    const rights = { dataType: 'STRING', createable: true, updateable: true };
    const fields = ['Queue__c', 'Description', 'CallResolution', 'ActivityId'].map((ApiName) => ({
        ApiName,
        ...rights
    }));
    const reader = readerOf({ ...WHOLE, fields, asked });
    const setup = await readTaskSetup(
        {
            query: async (...question) =>
                JSON.parse(JSON.stringify(await reader.query(...question)).replace('"Task"', '"VoiceCall"')) as unknown
        },
        () => 'VoiceCall'
    );
    expect(asked.at(-1)).toBe('SwitchboardVoiceCallFields');
    expect(setup.target).toBe('VoiceCall');
    expect(Object.values(setup.fields ?? {}).map(({ closed, name, updateable }) => [name, updateable, closed])).toEqual(
        [
            ['Queue__c', true, undefined],
            ['Description', true, undefined],
            ['CallResolution', true, undefined],
            ['ActivityId', false, true]
        ]
    );
});
