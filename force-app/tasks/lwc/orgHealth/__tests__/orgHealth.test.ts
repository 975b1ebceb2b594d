import OrgHealth from 'c/orgHealth';
import { ReadError } from 'c/orgReader';
import type { GraphQLMutation } from 'lightning/graphql';
import { executeMutation } from 'lightning/graphql';
import { createElement } from 'lwc';
import { navigated } from '../../../../../test/mocks/lightning/navigation.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const mutate = jest.mocked(executeMutation);
const TASK = '00T000000000001AAA';

/** What the org answers to queries, by the name of the query; throws what is an Error. */
type Org = Readonly<Record<string, unknown>>;

const rows = (type: string, ...names: string[]): unknown => ({
    uiapi: { query: { [type]: { edges: names.map((value) => ({ node: { DeveloperName: { value } } })) } } }
});

const GOOD: Org = {
    SwitchboardHealthMapping: rows('Switchboard_Attribute_Mapping__mdt', 'Some_Row', 'Switchboard_Sentinel'),
    SwitchboardHealthSettings: rows('Switchboard_Setting__mdt', 'Default'),
    SwitchboardHealthLookUp: { uiapi: { query: { Task: { edges: [] } } } }
};

function queryName(document: unknown): string {
    return /(?:query|mutation) (\w+)/.exec(String(document))?.[1] ?? '';
}

const query = jest.fn<Promise<unknown>, [unknown, unknown?]>();

function answerQueries(org: Org): void {
    query.mockImplementation((document) => {
        const answer = org[queryName(document)];
        return answer instanceof Error || Array.isArray(answer) ? Promise.reject(answer) : Promise.resolve(answer);
    });
}

async function show(org: Org = GOOD): Promise<HTMLElement> {
    const element = createElement('c-org-health', { is: OrgHealth });
    document.body.appendChild(element);
    answerQueries(org);
    const reader = element.shadowRoot?.querySelector('c-org-reader');
    reader?.dispatchEvent(new CustomEvent('ready', { detail: { reader: { query } } }));
    await settled();
    return element;
}

function text(element: Element, question: string, id: string): string | undefined {
    return element.shadowRoot?.querySelector(`[data-question="${question}"] [data-id="${id}"]`)?.textContent?.trim();
}

async function press(element: Element, id: string): Promise<void> {
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.click();
    await settled();
}

/** The org's answers to mutations, by the name of the mutation. */
function answerMutations(answers: Readonly<Record<string, unknown>>): void {
    mutate.mockImplementation(({ query: document }: GraphQLMutation) => {
        const answer = answers[queryName(document)];
        if (answer instanceof Error) return Promise.reject(answer);
        return Promise.resolve((answer ?? { data: {}, errors: [] }) as Awaited<ReturnType<typeof executeMutation>>);
    });
}

const MADE = { data: { uiapi: { TaskCreate: { Record: { Id: TASK } } } }, errors: [] };
const refusal = (message: string): unknown => ({ data: {}, errors: [{ message }] });

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('reading the mapping', () => {
    it('the admin reads that all is well, accessibly', async () => {
        const element = await show();
        expect(text(element, 'mapping', 'answer')).toBe('Works');
        expect(text(element, 'mapping', 'setting')).toBe('Nothing to set.');
        await expect(element).toBeAccessible();
    });

    it('the admin reads that the user may not read the mapping, and the permission set to assign', async () => {
        const message = "Field 'Switchboard_Attribute_Mapping__mdt' in type 'RecordQuery' is undefined";
        const element = await show({ ...GOOD, SwitchboardHealthMapping: [{ message }] });
        expect(text(element, 'mapping', 'answer')).toContain('Does not work');
        expect(text(element, 'mapping', 'said')).toBe(`The org said: ${message}`);
        expect(text(element, 'mapping', 'setting')).toContain('permission set Switchboard Agent');
        await expect(element).toBeAccessible();
    });

    it('the admin is not told that an empty answer is an empty mapping', async () => {
        const SwitchboardHealthMapping = rows('Switchboard_Attribute_Mapping__mdt');
        const element = await show({ ...GOOD, SwitchboardHealthMapping });
        expect(text(element, 'mapping', 'meaning')).toContain('Switchboard Sentinel is missing');
    });

    it('the admin reads that the settings cannot be read', async () => {
        const SwitchboardHealthSettings = rows('Switchboard_Setting__mdt');
        const element = await show({ ...GOOD, SwitchboardHealthSettings });
        expect(text(element, 'mapping', 'meaning')).toContain('may not read the settings');
    });

    it('the admin who is offline gets no verdict on the org', async () => {
        const element = await show({ ...GOOD, SwitchboardHealthMapping: new TypeError('Failed to fetch') });
        expect(text(element, 'mapping', 'answer')).toContain('No clear answer');
        expect(text(element, 'mapping', 'meaning')).toContain('could not be reached');
    });
});

describe('finding the Task of a call', () => {
    it('the admin of a slow org gets no verdict on the org', async () => {
        const element = await show({ ...GOOD, SwitchboardHealthLookUp: new ReadError('timeout', 'No answer.') });
        expect(text(element, 'lookUp', 'answer')).toContain('No clear answer');
    });

    it('the admin reads that Tasks can be found', async () => {
        const element = await show();
        expect(text(element, 'lookUp', 'answer')).toBe('Works');
    });

    it('the admin reads what to do when Tasks cannot be found', async () => {
        const message = "Field 'Task' in type 'RecordQuery' is undefined";
        const element = await show({ ...GOOD, SwitchboardHealthLookUp: [{ message }] });
        expect(text(element, 'lookUp', 'answer')).toContain('Does not work');
        expect(text(element, 'lookUp', 'setting')).toContain('Who Writes the Task');
    });

    it('the admin asks again after a change in Setup', async () => {
        const element = await show({ ...GOOD, SwitchboardHealthLookUp: [{ message: 'no' }] });
        answerQueries(GOOD);
        await press(element, 'ask-again');
        expect(text(element, 'lookUp', 'answer')).toBe('Works');
    });
});

describe('making a Task', () => {
    it('nothing is made before the admin presses the button', async () => {
        const element = await show();
        expect(text(element, 'write', 'answer')).toBe('Not asked yet');
        expect(mutate).not.toHaveBeenCalled();
    });

    it('the admin reads that Tasks can be made, and the test Task is deleted', async () => {
        answerMutations({ SwitchboardHealthCreate: MADE });
        const element = await show();
        await press(element, 'try');
        expect(text(element, 'write', 'answer')).toBe('Works');
        expect(mutate.mock.calls.map(([{ operationName, variables }]) => [operationName, variables])).toEqual([
            [
                'SwitchboardHealthCreate',
                { input: { Task: expect.objectContaining({ TaskSubtype: 'Call' }) as unknown } }
            ],
            ['SwitchboardHealthUpdate', { input: expect.objectContaining({ Id: TASK }) as unknown }],
            ['SwitchboardHealthDelete', { input: { Id: TASK } }]
        ]);
        await expect(element).toBeAccessible();
    });

    it('the admin reads that the org takes no Task, in its own words', async () => {
        answerMutations({ SwitchboardHealthCreate: refusal("Unknown type 'TaskCreateInput'") });
        const element = await show();
        await press(element, 'try');
        expect(text(element, 'write', 'answer')).toContain('Does not work');
        expect(text(element, 'write', 'said')).toContain("Unknown type 'TaskCreateInput'");
        expect(text(element, 'write', 'setting')).toContain('Who Writes the Task to Phone');
        expect(mutate).toHaveBeenCalledTimes(1);
    });

    it('the admin reads that Tasks cannot be changed, and the test Task is deleted all the same', async () => {
        answerMutations({ SwitchboardHealthCreate: MADE, SwitchboardHealthUpdate: refusal('no access') });
        const element = await show();
        await press(element, 'try');
        expect(text(element, 'write', 'meaning')).toContain('not change them');
        expect(mutate.mock.calls.at(-1)?.[0].operationName).toBe('SwitchboardHealthDelete');
    });

    it('the admin opens a test Task that could not be deleted', async () => {
        answerMutations({ SwitchboardHealthCreate: MADE, SwitchboardHealthDelete: refusal('no delete access') });
        const element = await show();
        await press(element, 'try');
        expect(text(element, 'write', 'meaning')).toContain('Delete it by hand');
        await press(element, 'open-left');
        expect(navigated.mock.calls[0]?.[0]).toMatchObject({ attributes: { recordId: TASK, objectApiName: 'Task' } });
        await expect(element).toBeAccessible();
    });

    it('the admin who is offline gets no verdict', async () => {
        answerMutations({ SwitchboardHealthCreate: new TypeError('Failed to fetch') });
        const element = await show();
        await press(element, 'try');
        expect(text(element, 'write', 'answer')).toContain('No clear answer');
    });

    it('the admin who presses twice makes one test Task', async () => {
        mutate.mockReturnValue(new Promise(() => undefined));
        const element = await show();
        await press(element, 'try');
        await press(element, 'try');
        expect(mutate).toHaveBeenCalledTimes(1);
    });
});

describe('copy for support', () => {
    const writeText = jest.fn<Promise<undefined>, [string]>();

    beforeEach(() => {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    });

    it('support gets the answers as an org profile, without the id of a record', async () => {
        writeText.mockResolvedValue(undefined);
        answerMutations({ SwitchboardHealthCreate: MADE, SwitchboardHealthDelete: refusal('no delete access') });
        const element = await show();
        await press(element, 'try');
        await press(element, 'copy');
        const copied = writeText.mock.calls[0]?.[0] ?? '';
        expect(JSON.parse(copied)).toMatchObject({
            answers: [{ outcome: 'works' }, { outcome: 'works' }, { outcome: 'works', testTaskLeft: true }],
            profile: { 'task-graphql-mutation': 'works', 'task-callobject-filter': 'works' }
        });
        expect(copied).not.toContain(TASK);
    });

    it('the admin gets the text to copy by hand when the browser forbids copying', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const element = await show();
        await press(element, 'copy');
        const shown = element.shadowRoot?.querySelector<HTMLTextAreaElement>('[data-id="text"]');
        expect(shown?.value).toContain('"outcome": "works"');
        await expect(element).toBeAccessible();
    });
});
