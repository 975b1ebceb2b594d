import ClientEventInspectorTrace from 'c/clientEventInspectorTrace';
import { readTrace } from 'c/clientEventTrace';
import type { TraceEntry } from 'c/clientEventTrace';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Given = Partial<Pick<ClientEventInspectorTrace, 'recording' | 'recorded' | 'dropped'>>;
type Trace = HTMLElement & Given;

const ENTRIES: readonly TraceEntry[] = [
    { atMs: 0, message: { type: 'InitialSetup' } },
    {
        atMs: 40,
        message: { type: 'Interaction', category: 'add', data: { id: 'one', state: 'ALERTING', name: 'Edna Frank' } }
    }
];

async function show(given: Given = {}): Promise<Trace> {
    const element = createElement('c-client-event-inspector-trace', {
        is: ClientEventInspectorTrace
    }) as unknown as Trace;
    Object.assign(element, { readEntries: () => ENTRIES, readSupportText: () => 'lines for support', ...given });
    document.body.appendChild(element);
    await settled();
    return element;
}

const part = (element: Trace, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: Trace, id: string): string => part(element, id)?.textContent ?? '';

async function press(element: Trace, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

/** What the browser can do; jsdom cannot. */
function browser(can: { createObjectURL?: jest.Mock; revokeObjectURL?: jest.Mock; writeText?: jest.Mock }): void {
    Object.assign(URL, { createObjectURL: can.createObjectURL, revokeObjectURL: can.revokeObjectURL });
    Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: can.writeText && { writeText: can.writeText }
    });
}

beforeEach(() => browser({}));
afterEach(() => document.body.replaceChildren());

describe('a developer who records', () => {
    it('starts and stops', async () => {
        const element = await show();
        const heard: string[] = [];
        for (const name of ['record', 'stoprecording']) element.addEventListener(name, () => heard.push(name));
        await press(element, 'record');
        element.recording = true;
        await settled();
        await expect(element).toBeAccessible();
        await press(element, 'record');
        expect(heard).toEqual(['record', 'stoprecording']);
    });

    it('reads how many messages there are, and how many were let go', async () => {
        const element = await show({ recording: true, recorded: 5000, dropped: 3 });
        expect(text(element, 'recorded')).toBe('Recording: 5,000 messages');
        expect(text(element, 'dropped')).toBe('Only the newest are kept; 3 were let go.');
        element.recording = false;
        await settled();
        expect(text(element, 'recorded')).toBe('5,000 messages recorded');
    });

    it('cannot make a file of nothing', async () => {
        const element = await show();
        expect(part(element, 'export')).toMatchObject({ disabled: true });
        await expect(element).toBeAccessible();
    });
});

describe('a developer who shares a recording', () => {
    it('downloads a trace without anybody’s name in it', async () => {
        const made: Blob[] = [];
        const createObjectURL = jest.fn((blob: Blob) => `blob:${made.push(blob)}`);
        browser({ createObjectURL, revokeObjectURL: jest.fn() });
        const element = await show({ recorded: 2 });
        await press(element, 'export');
        const link = part(element, 'download') as HTMLAnchorElement;
        expect(link.href).toBe('blob:1');
        expect(link.download).toMatch(/^trace-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.json$/);
        // Lightning Web Security wants a type of its list.
        expect(made[0]?.type).toBe('application/json');
        const shared = (part(element, 'shared') as HTMLTextAreaElement).value;
        expect(shared).not.toContain('Edna');
        expect(readTrace(shared)).toMatchObject({
            entries: [
                { atMs: 0, message: { type: 'InitialSetup' } },
                { atMs: 40, message: { category: 'add', data: { state: 'ALERTING' } } }
            ]
        });
        await expect(element).toBeAccessible();
    });

    it('gets other invented values with each file', async () => {
        const element = await show({ recorded: 2 });
        await press(element, 'export');
        const first = (part(element, 'shared') as HTMLTextAreaElement).value;
        await press(element, 'export');
        expect((part(element, 'shared') as HTMLTextAreaElement).value).not.toBe(first);
    });

    it('lets the file before go, and the last one with the page', async () => {
        let made = 0;
        const revokeObjectURL = jest.fn();
        browser({ createObjectURL: jest.fn(() => `blob:${(made += 1)}`), revokeObjectURL });
        const element = await show({ recorded: 2 });
        await press(element, 'export');
        await press(element, 'export');
        element.remove();
        expect(revokeObjectURL.mock.calls).toEqual([['blob:1'], ['blob:2']]);
    });

    it('copies the text where the page may not make files', async () => {
        const element = await show({ recorded: 2 });
        await press(element, 'export');
        expect(text(element, 'no-download')).toContain('Copy the text');
        expect(part(element, 'download')).toBeNull();
        await expect(element).toBeAccessible();
    });
});

describe('a developer who asks support', () => {
    it('copies the lines', async () => {
        const writeText = jest.fn().mockResolvedValue(undefined);
        browser({ writeText });
        const element = await show();
        await press(element, 'copy');
        expect(writeText).toHaveBeenCalledWith('lines for support');
        expect(text(element, 'copied')).toBe('Copied.');
        expect(part(element, 'support')).toBeNull();
    });

    it('copies them by hand where the page may not', async () => {
        const element = await show();
        await press(element, 'copy');
        expect((part(element, 'support') as HTMLTextAreaElement).value).toContain('lines for support');
        expect(text(element, 'copied')).toContain('Copy the text yourself');
        await expect(element).toBeAccessible();
    });
});
