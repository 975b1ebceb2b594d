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
    shortFields?: object[] | ReadError;
}

function readerOf(org: Org): OrgReader {
    const rows = (object: string, edges: object[] | ReadError): Promise<unknown> =>
        edges instanceof ReadError
            ? Promise.reject(edges)
            : Promise.resolve({ uiapi: { query: { [object]: { edges } } } });
    const infos = (fields: object[] | ReadError): Promise<unknown> =>
        fields instanceof ReadError
            ? Promise.reject(fields)
            : Promise.resolve({ uiapi: { objectInfos: [{ ApiName: 'Task', fields }] } });
    return {
        query(document): Promise<unknown> {
            const text = String(document);
            if (text.includes('SwitchboardMapping')) {
                return rows('Switchboard_Attribute_Mapping__mdt', org.mapping);
            }
            if (text.includes('SwitchboardSettings')) {
                return rows('Switchboard_Setting__mdt', org.settings);
            }
            return infos(text.includes('Short') ? (org.shortFields ?? org.fields) : org.fields);
        }
    };
}

const FIELDS = [
    { ApiName: 'Queue__c', label: 'Queue', dataType: 'STRING', createable: true, updateable: true, length: 80 }
];
const WHOLE: Org = { mapping: [SENTINEL, QUEUE], settings: [DEFAULT], fields: FIELDS };

it('reads rules, settings and fields', async () => {
    const setup = await readTaskSetup(readerOf(WHOLE));
    expect(setup.settings).toEqual({ mode: 'own', coalesceMs: 250, followSeconds: 5 });
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
    expect(settings).toEqual({ mode: 'own', coalesceMs: 500, followSeconds: 180 });
});

it('settings without the row named Default are the defaults', async () => {
    const other = row({ DeveloperName: 'Other', Write_Mode__c: 'own' });
    const { settings } = await readTaskSetup(readerOf({ ...WHOLE, settings: [other] }));
    expect(settings).toMatchObject({ mode: 'follow' });
});

it('an org that does not tell the limits of fields is asked the shorter question', async () => {
    const refused = new ReadError('refused', "Field 'length' in type 'Field' is undefined");
    const setup = await readTaskSetup(readerOf({ ...WHOLE, fields: refused, shortFields: FIELDS }));
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
