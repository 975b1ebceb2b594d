import userId from '@salesforce/user/Id';
import OrgHealth from 'c/orgHealth';
import { updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { executeMutation } from 'lightning/graphql';
import { getAllUtilityInfo } from 'lightning/platformUtilityBarApi';
import type { OrgReader } from 'c/orgReader';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { navigated } from '../../../../../test/mocks/lightning/navigation.ts';
import { type Answering, GOOD, readerOf, refusal } from './answeringOrg.ts';
import { taskOrg } from './taskOrg.ts';

// Axe reads a page of 30 lines, which takes a busy machine longer than a test is given.
jest.setTimeout(30_000);

interface TestWire {
    emit(data: unknown): void;
    error(body: unknown): void;
}
const recordApi = getObjectInfo as unknown as TestWire;

async function everything(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await settled();
}

async function show(org: Answering = GOOD, reader = readerOf(org)): Promise<HTMLElement> {
    jest.mocked(getAllUtilityInfo).mockResolvedValue([]);
    const element = createElement('c-org-health', { is: OrgHealth });
    document.body.appendChild(element);
    element.shadowRoot?.querySelector('c-org-reader')?.dispatchEvent(new CustomEvent('ready', { detail: { reader } }));
    await everything();
    recordApi.emit({ apiName: 'Task' });
    await everything();
    return element;
}

function find(element: Element, selector: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

function text(element: Element, question: string, id: string): string | undefined {
    return find(element, `[data-question="${question}"] [data-id="${id}"]`)?.textContent?.trim();
}

async function press(element: Element, id: string): Promise<void> {
    find(element, `[data-id="${id}"]`)?.click();
    await everything();
}

/** A page over an org that has Tasks. */
async function showWithTasks(ways: Parameters<typeof taskOrg>[0] = {}): Promise<{
    element: HTMLElement;
    org: ReturnType<typeof taskOrg>;
}> {
    const org = taskOrg(ways);
    const good = readerOf(GOOD);
    const own = ['FindTask(', 'HealthLead', 'HealthAccount ', 'TaskFields '];
    const element = await show(GOOD, {
        query: (document, variables) =>
            own.some((name) => String(document).includes(`query Switchboard${name}`))
                ? org.reader.query(document, variables)
                : good.query(document, variables)
    });
    return { element, org };
}

beforeEach(() => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
});
afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
    window.localStorage.clear();
});

describe('asking', () => {
    it('the admin reads each answer under its heading, accessibly', async () => {
        const element = await show();
        expect([...(element.shadowRoot?.querySelectorAll('h3') ?? [])].map((one) => one.textContent)).toEqual([
            'Reading this org',
            'Fields of the Task',
            'This browser',
            'This app and the phone',
            'With one test Task'
        ]);
        expect(text(element, 'mapping', 'answer')).toBe('Works');
        expect(text(element, 'mapping', 'setting')).toBe('Nothing to set.');
        expect(text(element, 'recordApi', 'answer')).toBe('Good to know');
        await expect(element).toBeAccessible();
    });

    it('what needs a look is open, what works is closed', async () => {
        const element = await show({ ...GOOD, SwitchboardFindTaskByKey: refusal('no') });
        const open = (id: string): boolean => find(element, `[data-question="${id}"]`)?.hasAttribute('open') ?? false;
        expect([open('mapping'), open('lookUp'), open('write')]).toEqual([false, true, false]);
        await expect(element).toBeAccessible();
    });

    it('the admin reads how far the asking is, and how many answers need a look', async () => {
        const element = await show();
        expect(find(element, '[data-id="progress"]')?.textContent).toMatch(
            /^All 21 questions are answered. Questions that need a look: \d+\.$/
        );
    });

    it('the admin sees that the page still asks, and how far it is', async () => {
        const element = await show(GOOD, { query: () => new Promise(() => undefined) });
        expect(find(element, '[data-id="progress"]')?.textContent).toMatch(/^Asking… \d+ of 21 answered\.$/);
        expect(text(element, 'mapping', 'answer')).toBe('Asking…');
        await expect(element).toBeAccessible();
    });

    it('the admin cannot ask twice, and keeps the focus on the button', async () => {
        const query = jest.fn<Promise<unknown>, [unknown]>(() => new Promise(() => undefined));
        const element = await show(GOOD, { query } as OrgReader);
        const asked = query.mock.calls.length;
        for (const id of ['ask-again', 'try']) {
            await press(element, id);
            expect(find(element, `[data-id="${id}"]`)).toMatchObject({ disabled: false });
        }
        expect(query).toHaveBeenCalledTimes(asked);
        expect(executeMutation).not.toHaveBeenCalled();
    });

    it('the admin hears that the page asks and what came of it, and not each number between', async () => {
        const element = await show(GOOD, { query: () => new Promise(() => undefined) });
        const spoken = (one: HTMLElement): string | null | undefined => find(one, '[role="status"]')?.textContent;
        expect(spoken(element)).toBe('Asking…');
        expect(spoken(await show())).toMatch(/^All 21 questions are answered\./);
    });

    it('one answer that fails leaves the others as they are', async () => {
        const element = await show({ ...GOOD, SwitchboardTransferTargets: new TypeError('Failed to fetch') });
        expect(text(element, 'lists', 'answer')).toBe('No clear answer');
        expect(text(element, 'lists', 'said')).toBe('The org said: Failed to fetch');
        expect(text(element, 'lookUp', 'answer')).toBe('Works');
    });

    it('the admin asks again after a change in Setup', async () => {
        const org: Record<string, unknown> = { ...GOOD, SwitchboardFindTaskByKey: refusal('no') };
        const element = await show(org);
        expect(text(element, 'lookUp', 'answer')).toBe('Does not work');
        org['SwitchboardFindTaskByKey'] = GOOD['SwitchboardFindTaskByKey'];
        await press(element, 'ask-again');
        recordApi.emit({ apiName: 'Task' });
        await everything();
        expect(text(element, 'lookUp', 'answer')).toBe('Works');
    });

    it('the admin who asks again reads that the record API may have repeated itself, and what to do', async () => {
        const element = await show();
        expect(text(element, 'recordApi', 'setting')).toBe('Nothing to set.');
        await press(element, 'ask-again');
        recordApi.emit({ apiName: 'Task' });
        await everything();
        expect(text(element, 'recordApi', 'answer')).toBe('Good to know');
        expect(text(element, 'recordApi', 'setting')).toContain('load the page anew');
    });

    it('the admin reads that the record API refuses Task', async () => {
        const element = await show();
        await press(element, 'ask-again');
        recordApi.error({ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' });
        await everything();
        expect(text(element, 'recordApi', 'said')).toContain('not supported in UI API');
    });
});

describe('the test Task', () => {
    it('nothing is made before the admin presses the button', async () => {
        const { element } = await showWithTasks();
        expect(text(element, 'write', 'answer')).toBe('Not asked yet');
        expect(executeMutation).not.toHaveBeenCalled();
        expect(updateRecord).not.toHaveBeenCalled();
    });

    it('the admin reads that Tasks can be made, and that the test Task is deleted', async () => {
        const { element, org } = await showWithTasks();
        await press(element, 'try');
        expect(text(element, 'write', 'answer')).toBe('Works');
        expect(text(element, 'remove', 'answer')).toBe('Works');
        expect(text(element, 'lead', 'answer')).toBe('Not asked yet');
        expect([...org.tasks]).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('the admin is not told that all is answered while there are more questions about the test Task', async () => {
        const { element } = await showWithTasks();
        let answer: (made: unknown) => void = () => undefined;
        jest.mocked(executeMutation).mockReturnValue(new Promise((resolve) => (answer = resolve)) as never);
        await press(element, 'try');
        expect(find(element, '[data-id="progress"]')?.textContent).toMatch(/^Asking… \d+ of 30 answered\.$/);
        expect(find(element, '[role="status"]')?.textContent).toBe('Asking…');
        answer(undefined);
        await everything();
    });

    it('a lead and an account are used only when the admin ticks the box', async () => {
        const { element } = await showWithTasks({ leadAndAccount: 'accepted' });
        const box = find(element, '[data-id="consent"]') as HTMLInputElement;
        box.checked = true;
        box.dispatchEvent(new CustomEvent('change'));
        await press(element, 'try');
        expect(text(element, 'lead', 'answer')).toBe('Good to know');
    });

    it('the admin opens each test Task that could not be deleted', async () => {
        const { element, org } = await showWithTasks({
            key: 'notUnique',
            refuses: { SwitchboardDeleteTask: refusal('no delete access') }
        });
        await press(element, 'try');
        expect(text(element, 'remove', 'meaning')).toContain('Delete it by hand');
        const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="open-left"]') ?? [])];
        expect(buttons.map((one) => one.textContent?.trim())).toEqual(['Open test Task 1', 'Open test Task 2']);
        buttons[1]?.click();
        expect(navigated.mock.calls[0]?.[0]).toMatchObject({
            attributes: { recordId: [...org.tasks.keys()][1], objectApiName: 'Task' }
        });
        await expect(element).toBeAccessible();
    });

    it('the admin who asks again reads that a test Task of a page that was closed is deleted', async () => {
        const { element, org } = await showWithTasks();
        org.tasks.set('00T000000000009AAA', { CallObject: 'switchboard-org-health:1:0.5' });
        window.localStorage.setItem(
            `switchboard:${window.location.hostname}:${userId}:tried:switchboard-org-health:1:0.5`,
            JSON.stringify({ made: ['00T000000000009AAA'], at: Date.now() })
        );

        await press(element, 'ask-again');
        recordApi.emit({ apiName: 'Task' });
        await everything();

        expect([...org.tasks]).toEqual([]);
        expect(text(element, 'remove', 'answer')).toBe('Works');
        expect(text(element, 'remove', 'meaning')).toContain('An earlier page of yours was closed');
        expect(find(element, '[data-id="progress"]')?.textContent).toMatch(/^All 22 questions are answered\./);
        await expect(element).toBeAccessible();
    });

    it('the admin who presses twice makes one test Task', async () => {
        const { element } = await showWithTasks();
        jest.mocked(executeMutation).mockReturnValue(new Promise(() => undefined));
        await press(element, 'try');
        await press(element, 'try');
        expect(executeMutation).toHaveBeenCalledTimes(1);
    });
});

describe('handing out', () => {
    const writeText = jest.fn<Promise<undefined>, [string]>();

    beforeEach(() => {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
        Object.assign(URL, { createObjectURL: jest.fn(() => 'blob:profile'), revokeObjectURL: jest.fn() });
    });

    it('support gets the answers, without the id of a record', async () => {
        writeText.mockResolvedValue(undefined);
        const { element, org } = await showWithTasks({ refuses: { SwitchboardDeleteTask: refusal('no') } });
        await press(element, 'try');
        await press(element, 'copy');
        const copied = writeText.mock.calls[0]?.[0] ?? '';
        expect(JSON.parse(copied)).toMatchObject({
            profile: { 'task-graphql-mutation': 'works', 'task-callobject-filter': 'works' }
        });
        expect(copied).not.toContain([...org.tasks.keys()][0]);
    });

    it('the admin gets the text to copy by hand when the browser forbids copying', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const element = await show();
        await press(element, 'copy');
        expect(find(element, 'textarea')).toHaveProperty('value', expect.stringContaining('"outcome": "works"'));
        await expect(element).toBeAccessible();
    });

    it('the admin saves what was proven as a profile', async () => {
        const element = await show();
        await press(element, 'export');
        const link = find(element, '[data-id="download"]') as HTMLAnchorElement;
        expect(link.href).toBe('blob:profile');
        expect(link.download).toMatch(/^org-profile-\d{4}-\d\d-\d\d\.json$/);
        expect(link.textContent).toBe(`Save ${link.download}`);
        expect(find(element, 'textarea')).toHaveProperty('value', expect.stringContaining('"evidence": "proven"'));
        await expect(element).toBeAccessible();
    });

    it('the admin gets the text where the browser makes no file', async () => {
        Object.assign(URL, {
            createObjectURL: () => {
                throw new TypeError('blocked');
            }
        });
        const element = await show();
        await press(element, 'export');
        expect(find(element, '[data-id="download"]')).toBeNull();
        expect(find(element, '[data-id="note"]')?.textContent).toContain('Copy the text into one');
        expect(find(element, 'textarea')).toHaveProperty('value', expect.stringContaining('task-graphql-query'));
    });

    it('the file is let go when the page is left', async () => {
        const element = await show();
        await press(element, 'export');
        element.remove();
        expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:profile');
    });
});
