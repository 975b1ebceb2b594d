import MappingWhyEmpty from 'c/mappingWhyEmpty';
import { setupLinks } from 'c/mappingWords';
import { ReadError } from 'c/orgReader';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { CALL, field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

type Why = HTMLElement & Partial<MappingWhyEmpty>;
const TASK = '00T000000000001AAA';
const query = jest.fn<Promise<unknown>, [unknown, unknown?]>();
const taskRow = (cells: Readonly<Record<string, unknown>>): unknown => ({
    uiapi: { query: { Task: { edges: [{ node: { Id: TASK, ...cells } }] } } }
});

async function show(more: Readonly<Record<string, unknown>> = {}): Promise<Why> {
    const element = createElement('c-mapping-why-empty', { is: MappingWhyEmpty }) as unknown as Why;
    const rules = [rule('Call.QueueName', 'Queue__c'), rule('Call.Ani', 'Gone__c')];
    Object.assign(element, {
        picture: picture(rules, field('Queue__c', 'String', { label: 'Queue' })),
        interaction: CALL,
        links: setupLinks(new Map([['Queue__c', { id: 'm00000000000002AAA', label: 'Queue' }]])),
        reader: { query },
        ...more
    });
    document.body.appendChild(element);
    await settled();
    return element;
}
const part = (element: Why, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: Why, id: string): string | undefined => part(element, id)?.textContent?.trim();

async function change(element: Why, id: string, value: string): Promise<void> {
    part(element, id)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

async function readTask(element: Why, id = TASK): Promise<void> {
    await change(element, 'field', 'Queue__c');
    await change(element, 'task', id);
    part(element, 'read')?.click();
    await settled();
}

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who asks why a field is empty', () => {
    it('reads answer, rule, attribute, value and access, with a link to the record, accessibly', async () => {
        const element = await show();
        await change(element, 'field', 'Queue__c');
        expect(text(element, 'reason')).toContain('It is filled');
        expect(text(element, 'attribute')).toBe('Call.QueueName');
        expect(text(element, 'value')).toBe('Customer Care');
        expect(text(element, 'permission')).toBe('You may edit this field');
        expect(part(element, 'rule')?.querySelector('a')?.getAttribute('href')).toContain('m00000000000002AAA');
        await expect(element).toBeAccessible();
    });

    it('sees no answer before choosing a field, accessibly', async () => {
        const element = await show();
        expect(part(element, 'reason')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('can ask about a field that a rule names and they cannot see', async () => {
        const element = await show();
        expect(part(element, 'field')).toMatchObject({
            options: expect.arrayContaining([{ label: 'Gone__c', value: 'Gone__c' }]) as unknown
        });
        await change(element, 'field', 'Gone__c');
        expect(text(element, 'reason')).toContain('cannot see this field');
    });

    it('reads no value while no interaction is chosen', async () => {
        const element = await show({ interaction: undefined });
        await change(element, 'field', 'Queue__c');
        expect(part(element, 'value')).toBeNull();
        expect(text(element, 'reason')).toContain('Choose an interaction');
    });
});

describe('an admin who looks at a Task', () => {
    it('reads what the Task has and what was left unsaved on it', async () => {
        query.mockResolvedValue(
            taskRow({ Queue__c: { value: null }, SwitchboardUnsaved__c: { value: 'Queue__c (too long)' } })
        );
        const element = await show();
        await readTask(element);
        expect(text(element, 'on-task')).toBe('Empty');
        expect(text(element, 'unsaved')).toBe('Queue__c (too long)');
        expect(query.mock.calls[0]?.[1]).toEqual({ id: TASK });
        await expect(element).toBeAccessible();
    });

    it('reads in words why each field was left unsaved', async () => {
        const list = 'Queue__c: forbidden; Wrap__c: edited; Size__c: valueDoesNotFit; Note__c: STRING_TOO_LONG; …';
        query.mockResolvedValue(taskRow({ Queue__c: { value: null }, SwitchboardUnsaved__c: { value: list } }));
        const element = await show();
        await readTask(element);
        expect(text(element, 'unsaved')?.split('; ')).toEqual([
            'Queue__c: the agent may not edit it',
            'Wrap__c: somebody changed it, so it was left alone',
            'Size__c: the value does not fit it',
            'Note__c: STRING_TOO_LONG',
            'there were more'
        ]);
    });

    it('reads it in an org without the field for what was left unsaved', async () => {
        query.mockRejectedValueOnce(new ReadError('refused', 'SwitchboardUnsaved__c is undefined'));
        query.mockResolvedValue(taskRow({ Queue__c: { value: 'Sales' } }));
        const element = await show();
        await readTask(element);
        expect(text(element, 'on-task')).toBe('Sales');
        expect(part(element, 'unsaved')).toBeNull();
    });

    it.each([
        ['an id of something else', '003000000000001AAA', /begins with 00T/],
        ['an id that somebody put a query into', `${TASK}"}`, /begins with 00T/]
    ])('is not asked about with %s', async (_, id, words) => {
        const element = await show();
        await readTask(element, id);
        expect(text(element, 'task-problem')).toMatch(words);
        expect(query).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('reads that there is no such Task', async () => {
        query.mockResolvedValue({ uiapi: { query: { Task: { edges: [] } } } });
        const element = await show();
        await readTask(element);
        expect(text(element, 'task-problem')).toContain('no such Task');
    });

    it('reads that the org could not be asked', async () => {
        query.mockRejectedValue(new ReadError('offline', 'x'));
        const element = await show();
        await readTask(element);
        expect(text(element, 'task-problem')).toContain('could not be read');
    });

    it('never sees the answer about the field before', async () => {
        let late: (data: unknown) => void = () => undefined;
        query.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
        const element = await show();
        await readTask(element);
        await change(element, 'field', 'Gone__c');
        late(taskRow({ Queue__c: { value: 'Sales' } }));
        await settled();
        expect(part(element, 'on-task')).toBeNull();
    });
});

it('an admin whose calls are saved on Voice Call reads one of these, and is told what its id looks like', async () => {
    const id = '0LQ000000000001AAA';
    const row = { uiapi: { query: { VoiceCall: { edges: [{ node: { Id: id, Queue__c: { value: 'Sales' } } }] } } } };
    query.mockResolvedValue(row);
    const onCall = {
        ...picture([rule('Call.QueueName', 'Queue__c')], field('Queue__c', 'String')),
        target: 'VoiceCall'
    };
    const element = await show({ picture: onCall });
    await readTask(element, TASK);
    expect(element.shadowRoot?.textContent).toContain('begins with 0LQ');
    expect(query).not.toHaveBeenCalled();
    await readTask(element, id);
    expect(element.shadowRoot?.textContent).toContain('Sales');
    expect(String(query.mock.calls[0]?.[0])).not.toContain('SwitchboardUnsaved__c');
    await expect(element).toBeAccessible();
});
