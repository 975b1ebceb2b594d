import MappingNewRule from 'c/mappingNewRule';
import { setupLinks } from 'c/mappingWords';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

type NewRule = HTMLElement & Partial<MappingNewRule> & Pick<MappingNewRule, 'compose'>;
const writeText = jest.fn<Promise<void>, [string]>();

async function show(more: Readonly<Record<string, unknown>> = {}): Promise<NewRule> {
    const element = createElement('c-mapping-new-rule', { is: MappingNewRule }) as unknown as NewRule;
    const fields = [field('Queue__c', 'String', { label: 'Queue', length: 255 }), field('Number__c', 'Double')];
    Object.assign(element, {
        picture: picture([rule('Call.RemoteName', 'Queue__c', { id: 'Call_QueueName', order: 10 })], ...fields),
        links: setupLinks(new Map([['a', { id: 'm00000000000002AAA', label: 'a' }]])),
        editor: true,
        ...more
    });
    document.body.appendChild(element);
    await settled();
    return element;
}
const part = (element: NewRule, selector: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(selector);
const shown = (element: NewRule, name: string): string | undefined =>
    part(element, `[data-value="${name}"] [data-id="shown"]`)?.textContent ?? undefined;
const text = (element: NewRule, id: string): string => part(element, `[data-id="${id}"]`)?.textContent ?? '';

async function set(element: NewRule, name: string, value: string): Promise<void> {
    part(element, `[data-name="${name}"]`)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

beforeEach(() => {
    Object.assign(URL, { createObjectURL: jest.fn(() => 'blob:file'), revokeObjectURL: jest.fn() });
    Object.assign(navigator, { clipboard: { writeText } });
    writeText.mockResolvedValue();
});
afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who composes a rule', () => {
    it('is asked for an attribute and a field first, accessibly', async () => {
        const element = await show();
        expect(text(element, 'incomplete')).toContain('Choose an attribute');
        await expect(element).toBeAccessible();
    });

    it('may write the object before the field where the org describes none, and reads which objects there are', async () => {
        const element = await show({ picture: { ...picture([]), fields: undefined } });
        await set(element, 'attribute', 'Call.QueueName');
        await set(element, 'field', 'Account.Queue__c');
        expect(text(element, 'check')).toContain('one of the objects Task; VoiceCall there');
        await set(element, 'field', 'VoiceCall.Queue__c');
        expect(text(element, 'check')).toContain('For Voice Call only');
        expect(shown(element, 'Task Field')).toBe('VoiceCall.Queue__c');
    });

    it('finds the name of a rule for another object taken', async () => {
        const others = [rule('Call.QueueName', 'Queue__c', { id: 'Call_QueueName', target: 'VoiceCall' })];
        const element = await show({ picture: { ...picture([], field('Queue__c', 'String')), others } });
        element.compose('Call.QueueName', 'Queue__c');
        await settled();
        expect(shown(element, 'Switchboard Attribute Mapping Name')).toBe('Call_QueueName_2');
    });

    it('gets the values for the form in Setup, under a name that is free, accessibly', async () => {
        const element = await show();
        await set(element, 'attribute', 'Call.QueueName');
        await set(element, 'field', 'Number__c');
        await set(element, 'overwrite', 'Only when empty');
        expect(shown(element, 'Switchboard Attribute Mapping Name')).toBe('Call_QueueName_2');
        expect(shown(element, 'Task Field')).toBe('Number__c');
        expect(shown(element, 'Interaction Types')).toBe('(leave empty)');
        expect(shown(element, 'Overwrite')).toBe('Only when empty');
        expect(part(element, '[data-id="create"]')?.getAttribute('href')).toContain('%2Fm00%2Fe');
        await expect(element).toBeAccessible();
    });

    it('reads at once what is wrong with it, and that another rule comes before it', async () => {
        const element = await show();
        await set(element, 'attribute', 'Salesforce.ConnectedTime');
        await set(element, 'field', 'Number__c');
        expect(text(element, 'check')).toContain('never fit the field, which takes a number');
        await set(element, 'field', 'Queue__c');
        expect(text(element, 'check')).toContain('only while Call_QueueName has no value');
    });

    it('names participant data, however it is typed', async () => {
        const element = await show();
        await set(element, 'attribute', 'Participant.');
        await set(element, 'dataName', ' participant.Plan ');
        await set(element, 'field', 'Queue__c');
        expect(shown(element, 'Attribute')).toBe('Participant.Plan');
        expect(text(element, 'check')).toContain('participant data');
    });

    it('chooses interaction types in the words that the record takes', async () => {
        const element = await show();
        await set(element, 'attribute', 'Call.QueueName');
        await set(element, 'field', 'Queue__c');
        part(element, '[data-id="types"]')?.dispatchEvent(
            new CustomEvent('change', { detail: { value: ['call', 'outbound dialing'] } })
        );
        await settled();
        expect(shown(element, 'Interaction Types')).toBe('call; outbound dialing');
    });

    it('begins with what a suggestion says', async () => {
        const element = await show();
        element.compose('Call.QueueName', 'Queue__c');
        await settled();
        expect(shown(element, 'Attribute')).toBe('Call.QueueName');
    });

    it('types the field where the org does not describe Task', async () => {
        const element = await show({ picture: { rules: [], unusable: [], fields: undefined } });
        await set(element, 'attribute', 'Call.QueueName');
        await set(element, 'field', ' My_Queue__c ');
        expect(shown(element, 'Task Field')).toBe('My_Queue__c');
        await expect(element).toBeAccessible();
    });

    it('is told when they may not save records in Setup', async () => {
        expect(text(await show({ editor: false }), 'may-not')).toContain('Customize Application');
    });
});

describe('an admin who copies', () => {
    async function composed(): Promise<NewRule> {
        const element = await show();
        element.compose('Call.QueueName', 'Queue__c');
        await settled();
        return element;
    }

    it('one value has it on the clipboard, and hears so', async () => {
        const element = await composed();
        part(element, '[data-value="Task Field"] button')?.click();
        await settled();
        expect(writeText).toHaveBeenCalledWith('Queue__c');
        expect(text(element, 'said')).toBe('Copied: Task Field');
    });

    it('all values has each under the name of its field', async () => {
        const element = await composed();
        part(element, '[data-id="copy-all"]')?.click();
        await settled();
        expect(writeText.mock.calls[0]?.[0].split('\n')).toEqual([
            'Label: Call.QueueName',
            'Switchboard Attribute Mapping Name: Call_QueueName_2',
            'Attribute: Call.QueueName',
            'Task Field: Queue__c',
            'Active: ticked',
            'Interaction Types: (leave empty)',
            'Order: 100',
            'Overwrite: Always'
        ]);
    });

    it('is told when the browser does not allow it', async () => {
        writeText.mockRejectedValue(new Error('no'));
        const element = await composed();
        part(element, '[data-id="copy-all"]')?.click();
        await settled();
        expect(text(element, 'said')).toContain('copy it yourself');
    });

    it('leaves no file behind', async () => {
        const element = await composed();
        expect(URL.createObjectURL).toHaveBeenCalledTimes(1);
        element.remove();
        expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:file');
    });
});
