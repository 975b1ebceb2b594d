import AttributeMappingSetup from 'c/attributeMappingSetup';
import { ReadError } from 'c/orgReader';
import { announcePhone } from 'c/phoneOnPage';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

// The whole page is looked through for barriers, which takes its time on a busy machine.
jest.setTimeout(60_000);

let mockMayCustomize: boolean | undefined = true;
jest.mock(
    '@salesforce/userPermission/CustomizeApplication',
    () => ({
        __esModule: true,
        get default(): boolean | undefined {
            return mockMayCustomize;
        }
    }),
    { virtual: true }
);

type Row = Readonly<Record<string, unknown>>;
const node = ({ Id = null, ...cells }: Row): unknown => ({
    node: { Id, ...Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, { value }])) }
});
const rows = (type: string, ...all: Row[]): unknown => ({ uiapi: { query: { [type]: { edges: all.map(node) } } } });

const MAPPING = 'Switchboard_Attribute_Mapping__mdt';
const SENTINEL = {
    DeveloperName: 'Switchboard_Sentinel',
    Attribute__c: 'Call.ConversationId',
    Task_Field__c: 'CallObject',
    Active__c: false
};
const QUEUE = {
    DeveloperName: 'Queue',
    Attribute__c: 'Call.QueueName',
    Task_Field__c: 'Queue__c',
    Active__c: true,
    Order__c: 10
};
const FIELD = { label: 'Queue', dataType: 'String', createable: true, updateable: true, length: 255 };
const FIELDS = {
    uiapi: {
        objectInfos: [
            {
                ApiName: 'Task',
                fields: [
                    { ...FIELD, ApiName: 'Queue__c' },
                    { ...FIELD, ApiName: 'Free_Queue__c', label: 'Spare' }
                ]
            }
        ]
    }
};

/** Answers by the name of the query; an Error refuses. */
type Org = Readonly<Record<string, unknown>>;
const GOOD: Org = {
    SwitchboardMapping: rows(MAPPING, SENTINEL, QUEUE),
    SwitchboardSettings: rows('Switchboard_Setting__mdt', { DeveloperName: 'Default', Write_Mode__c: 'own' }),
    SwitchboardTaskFields: FIELDS,
    SwitchboardMappingRecords: rows(
        MAPPING,
        { Id: 'm00000000000001AAA', DeveloperName: 'Switchboard_Sentinel', MasterLabel: 'Proof' },
        { Id: 'm00000000000002AAA', DeveloperName: 'Queue', MasterLabel: 'The queue' }
    )
};
const REFUSED = new ReadError('refused', 'is undefined');

const query = jest.fn<Promise<unknown>, [unknown, unknown?]>();

function answer(org: Org): void {
    query.mockImplementation((document) => {
        const name = /query (\w+)/.exec(String(document))?.[1] ?? '';
        const key =
            Object.keys(org).find((one) => one === name) ?? Object.keys(org).find((one) => name.startsWith(one));
        const said = org[key ?? ''] ?? REFUSED;
        return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
    });
}

async function show(org: Org = GOOD): Promise<HTMLElement> {
    const element = createElement('c-attribute-mapping-setup', { is: AttributeMappingSetup });
    document.body.appendChild(element);
    answer(org);
    part(element, 'c-org-reader').dispatchEvent(new CustomEvent('ready', { detail: { reader: { query } } }));
    await settled(40);
    return element;
}

function part(element: Element, selector: string): HTMLElement {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`No ${selector}`);
    return found;
}
const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) !== null;
const text = (element: Element, id: string): string => part(element, `[data-id="${id}"]`).textContent ?? '';

async function readAgain(element: Element): Promise<void> {
    part(element, '[data-id="refresh"]').click();
    await settled(40);
}

beforeEach(() => {
    mockMayCustomize = true;
    Object.assign(URL, { createObjectURL: jest.fn(() => 'blob:file'), revokeObjectURL: jest.fn() });
});
afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who opens the mapping', () => {
    it('sees the rules, checked, each with a link to its record, accessibly', async () => {
        const element = await show();
        const row = part(part(element, 'c-mapping-rules'), '[data-rule="Queue"]');
        expect(row.textContent).toContain('Works');
        expect(row.querySelector('a')?.getAttribute('href')).toBe(
            '/lightning/setup/CustomMetadata/page?address=%2Fm00000000000002AAA'
        );
        expect(part(element, '[data-id="manage"]').getAttribute('href')).toBe(
            '/lightning/setup/CustomMetadata/page?address=%2Fm00'
        );
        expect(text(element, 'status')).toMatch(/^Read at /);
        await expect(element).toBeAccessible();
    });

    it('is told while the org is asked, cannot ask twice, and keeps the focus on the button', async () => {
        const element = await show({ SwitchboardSettings: undefined });
        query.mockReturnValue(new Promise(() => undefined));
        await readAgain(element);
        expect(text(element, 'status')).toBe('Reading the rules…');
        const asked = query.mock.calls.length;
        await readAgain(element);
        expect(query).toHaveBeenCalledTimes(asked);
        expect(part(element, '[data-id="refresh"]')).toMatchObject({ disabled: false });
        await expect(element).toBeAccessible();
    });

    it('composes a rule from a suggestion and lands on it', async () => {
        const element = await show();
        const suggestions = part(element, 'c-mapping-suggestions');
        part(suggestions, '[data-field="Free_Queue__c"] button').click();
        await settled();
        const newRule = part(element, 'c-mapping-new-rule');
        expect(part(newRule, '[data-name="field"]')).toMatchObject({ value: 'Free_Queue__c' });
        expect(newRule.shadowRoot?.activeElement?.textContent).toBe('Compose a rule');
    });

    it('sees after a change in Setup what the org says now', async () => {
        const element = await show();
        answer({ ...GOOD, SwitchboardMapping: rows(MAPPING, SENTINEL) });
        await readAgain(element);
        expect(has(part(element, 'c-mapping-rules'), '[data-rule="Queue"]')).toBe(false);
        expect(has(part(element, 'c-mapping-rules'), '[data-id="none"]')).toBe(true);
    });

    it('exports the labels that the records have', async () => {
        const element = await show();
        expect(part(element, 'c-mapping-promotion')).toMatchObject({
            records: [{ developerName: 'Queue', label: 'The queue' }]
        });
    });
});

describe('who may not see or do everything is told so', () => {
    it('without access to the rules: not that there are none', async () => {
        const element = await show({ ...GOOD, SwitchboardMapping: REFUSED });
        expect(text(element, 'no-access')).toContain('That is no empty mapping');
        expect(has(element, 'c-mapping-rules')).toBe(false);
        await expect(element).toBeAccessible();
    });

    it('without the record that proves access: the same', async () => {
        const element = await show({ ...GOOD, SwitchboardMapping: rows(MAPPING, QUEUE) });
        expect(has(element, '[data-id="no-access"]')).toBe(true);
    });

    it('without Customize Application', async () => {
        mockMayCustomize = undefined;
        const element = await show();
        expect(text(element, 'notes')).toContain('needs the permission Customize Application');
        expect(has(part(element, 'c-mapping-new-rule'), '[data-id="may-not"]')).toBe(true);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['the settings', { SwitchboardSettings: REFUSED }, 'settings'],
        ['the description of Task', { SwitchboardTaskFields: REFUSED }, 'does not describe the fields to you'],
        ['the labels of the records', { SwitchboardMappingRecords: REFUSED }, 'labels of the records']
    ])('without %s, while everything else works', async (_, missing, words) => {
        const element = await show({ ...GOOD, ...missing });
        expect(text(element, 'notes')).toContain(words);
        expect(has(part(element, 'c-mapping-rules'), '[data-rule="Queue"]')).toBe(true);
    });
});

describe('where both phones are in the app', () => {
    const leaving: (() => void)[] = [];

    function phones(...vendors: readonly string[]): void {
        for (const vendor of vendors) {
            leaving.push(
                announcePhone({
                    vendor,
                    news: () => ({ received: {}, unknown: 0 }),
                    lastInteraction: () => undefined,
                    readTrace: () => ({ interactions: [] })
                })
            );
        }
    }
    const chosen = (vendor: string | null): Org => ({
        ...GOOD,
        SwitchboardSettings: rows('Switchboard_Setting__mdt', {
            DeveloperName: 'Default',
            Write_Mode__c: 'own',
            Writing_Vendor__c: vendor
        })
    });
    afterEach(() => leaving.splice(0).forEach((leave) => leave()));

    it('the admin is asked to choose the one that saves, as soon as the second is there, accessibly', async () => {
        phones('genesysCloud');
        const element = await show(chosen(null));
        expect(text(element, 'notes')).not.toContain('Genesys Cloud');
        phones('salesforceVoice');
        await settled();
        expect(text(element, 'notes')).toContain('Until then it is Genesys Cloud.');
        await expect(element).toBeAccessible();
    });

    it('the admin reads which one saves, and nothing of it where there is one phone', async () => {
        phones('genesysCloud', 'salesforceVoice');
        const element = await show(chosen('salesforceVoice'));
        expect(text(element, 'notes')).toContain('Salesforce Voice saves. The calls of the other phone');
        leaving.splice(0, 1).forEach((leave) => leave());
        await settled();
        expect(text(element, 'notes')).not.toContain('Salesforce Voice saves');
    });

    it('the admin is told that the chosen one is not there', async () => {
        phones('genesysCloud');
        const element = await show(chosen('salesforceVoice'));
        expect(text(element, 'notes')).toContain('its phone is not in this app: nothing of a call is saved here');
    });
});

describe('when the org cannot be asked', () => {
    it.each([
        ['offline', 'could not be reached'],
        ['timeout', 'could not be reached'],
        ['sessionExpired', 'Sign in again']
    ] as const)('the admin reads of %s what to do', async (failure, words) => {
        const element = await show({ ...GOOD, SwitchboardMapping: new ReadError(failure, 'x') });
        expect(text(element, 'problem')).toContain(words);
        await expect(element).toBeAccessible();
    });

    it('what was read before stays, and is said to be old', async () => {
        const element = await show();
        answer({ ...GOOD, SwitchboardSettings: new ReadError('offline', 'x') });
        await readAgain(element);
        expect(text(element, 'stale')).toContain('read before');
        expect(has(part(element, 'c-mapping-rules'), '[data-rule="Queue"]')).toBe(true);
    });

    it('an answer that nobody foresaw is a failure, not an empty page', async () => {
        const element = await show({ ...GOOD, SwitchboardMapping: new TypeError('boom') });
        expect(text(element, 'problem')).toContain('could not be read');
    });
});
