import AttributeMappingSetup from 'c/attributeMappingSetup';
import { announcePhone } from 'c/phoneOnPage';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

jest.mock('@salesforce/userPermission/CustomizeApplication', () => ({ __esModule: true, default: true }), {
    virtual: true
});

const MAPPING = 'Switchboard_Attribute_Mapping__mdt';
const FIELD = { label: '', dataType: 'String', createable: true, updateable: true, length: 255 };
const names = ['Queue__c', 'Description', 'CallResolution', 'CallType'];
const labels = ['Queue', 'Description', 'Call Resolution', 'Call Type'];

function rows(object: string, ...all: readonly Readonly<Record<string, unknown>>[]): unknown {
    const edges = all.map((row) => ({
        node: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name === 'Id' ? value : { value }]))
    }));
    return { uiapi: { query: { [object]: { edges, pageInfo: { hasNextPage: false } } } } };
}

const rule = (field: string): Readonly<Record<string, unknown>> => ({
    Id: `m0000000000000${field.length}AAA`,
    DeveloperName: field.replace('.', '_'),
    Attribute__c: 'Call.QueueName',
    Task_Field__c: field,
    Active__c: true,
    Order__c: 10
});

const ANSWERS: Readonly<Record<string, unknown>> = {
    SwitchboardSettings: rows('Switchboard_Setting__mdt', {
        DeveloperName: 'Default',
        Write_Mode__c: 'phone',
        Target_Object__c: 'VoiceCall'
    }),
    SwitchboardMapping: rows(
        MAPPING,
        { DeveloperName: 'Switchboard_Sentinel' },
        rule('Queue__c'),
        rule('CallType'),
        rule('task.Subject'),
        rule('Account.Name')
    ),
    SwitchboardMappingRecords: rows(MAPPING),
    SwitchboardVoiceCallFields: {
        uiapi: {
            objectInfos: [
                {
                    ApiName: 'VoiceCall',
                    fields: names.map((ApiName, index) => ({ ...FIELD, ApiName, label: labels[index] }))
                }
            ]
        }
    }
};

async function show(): Promise<HTMLElement> {
    const element = createElement('c-attribute-mapping-setup', { is: AttributeMappingSetup });
    document.body.appendChild(element);
    const query = (document: unknown): Promise<unknown> =>
        Promise.resolve(ANSWERS[/query (\w+)/.exec(String(document))?.[1] ?? '']);
    part(element, 'c-org-reader').dispatchEvent(new CustomEvent('ready', { detail: { reader: { query } } }));
    await settled(40);
    return element;
}

function part(element: Element, selector: string): HTMLElement {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`No ${selector}`);
    return found;
}
const notes = (element: Element): string => part(element, '[data-id="notes"]').textContent ?? '';

afterEach(() => document.body.replaceChildren());

describe('an admin who saves the calls of Salesforce Voice on Voice Call', () => {
    it('reads so at the top, with the fields that may be filled, and is offered no other, accessibly', async () => {
        const element = await show();
        expect(notes(element)).toContain('on the record Voice Call');
        expect(notes(element)).toContain('custom fields and Call Resolution (CallResolution); Description, no other');
        const choices = part(part(element, 'c-mapping-new-rule'), '[data-name="field"]') as HTMLElement & {
            options: readonly { readonly value: string }[];
        };
        expect(choices.options.map(({ value }) => value)).toEqual(['CallResolution', 'Description', 'Queue__c']);
        await expect(element).toBeAccessible();
    });

    it('reads at a rule for another field that no page may change it', async () => {
        const row = part(part(await show(), 'c-mapping-rules'), '[data-rule="CallType"]');
        expect(row.textContent).toContain('Salesforce lets no page change this field');
    });

    it('reads at a rule for Task alone so, and not that its field is missing', async () => {
        const row = part(part(await show(), 'c-mapping-rules'), '[data-rule="task_Subject"]');
        expect(row.textContent).toContain('Task.Subject');
        expect(row.textContent).toContain('For Task only: it takes no part in what is saved on Voice Calls');
        expect(row.textContent).not.toContain('You cannot see a field');
    });

    it('reads at a rule for an object that is not filled which objects may be named', async () => {
        const row = part(part(await show(), 'c-mapping-rules'), '[data-rule="Account_Name"]');
        expect(row.textContent).toContain(
            'It has the object “Account” before the field; allowed: one of the objects Task; VoiceCall there'
        );
    });

    it('takes rules for Task alone along to another org, the object before the field', async () => {
        const promotion = part(await show(), 'c-mapping-promotion') as HTMLElement & {
            records: readonly { readonly field: string }[];
        };
        expect(promotion.records.map(({ field }) => field)).toEqual(['Queue__c', 'CallType', 'Task.Subject']);
    });

    it('reads nothing of who writes the Task', async () => {
        expect(part(await show(), 'c-mapping-preview')).toMatchObject({ mode: undefined });
    });

    it('reads that another phone on the page goes on saving on Tasks', async () => {
        const silent = {
            news: () => ({ received: {}, unknown: 0 }),
            lastInteraction: () => undefined,
            readTrace: () => ({ interactions: [] })
        };
        const leaveVoice = announcePhone({ vendor: 'salesforceVoice', ...silent });
        const element = await show();
        expect(notes(element)).not.toContain('Another phone');
        const leave = announcePhone({ vendor: 'genesysCloud', ...silent });
        await settled();
        expect(notes(element)).toContain('Another phone is on this page');
        leave();
        leaveVoice();
    });
});
