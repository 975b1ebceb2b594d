import type { AgentPresence, NamedStatus } from 'c/agentDesk';
import AgentStatus from 'c/agentStatus';
import { createElement } from 'lwc';
import { EDNA, type FakeDesk, fakeDesk, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Properties = Pick<AgentStatus, 'desk' | 'presence' | 'statuses' | 'awaited' | 'interactions'>;
type Status = HTMLElement & Properties;

const LUNCH: NamedStatus = { key: 'Lunch', name: 'Lunch', status: '227b37e2-f1d0-4dd0-8f50-badd7cf6d158' };
const QUEUE: NamedStatus = { key: 'Queue', name: 'Ready for calls', status: 'on_queue' };
const NOTES_WAIT = [item({ state: 'disconnected', handled: true }, { caller: EDNA, notesUnsaved: true })];

interface Shown {
    readonly element: Status;
    readonly fake: FakeDesk;
}

function show(properties: Partial<Properties> = {}): Shown {
    const element = createElement('c-agent-status', { is: AgentStatus }) as unknown as Status;
    const fake = fakeDesk();
    Object.assign(element, { desk: fake.desk, statuses: [LUNCH, QUEUE], ...properties });
    document.body.appendChild(element);
    return { element, fake };
}

function part(element: Element, selector: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

function text(element: Element, id: string): string | undefined {
    return part(element, `[data-id="${id}"]`)?.textContent?.trim();
}

async function press(element: Element, id: string): Promise<void> {
    part(element, `[data-id="${id}"]`)?.click();
    await settled();
}

async function choose(element: Element, key: string): Promise<void> {
    await press(element, 'change');
    part(element, `[data-key="${key}"]`)?.click();
    await settled();
}

afterEach(() => document.body.replaceChildren());

describe('the status', () => {
    it.each([
        [{}, 'Status: not told by the phone yet'],
        [{ status: 'ON_QUEUE' }, 'Status: Ready for calls'],
        [{ status: 'AVAILABLE', statusId: LUNCH.status.toUpperCase() }, 'Status: Lunch'],
        [{ status: 'OUT_OF_OFFICE' }, 'Status: Out of office'],
        [{ status: 'BUSY', subStatus: 'Back at two' }, 'Status: Busy (Back at two)'],
        [{ status: 'AVAILABLE', statusId: LUNCH.status, subStatus: 'Lunch' }, 'Status: Lunch'],
        [{ status: 'SOMETHING_NEW' }, 'Status: something new']
    ] as [AgentPresence, string][])('the agent reads %o in words', async (presence, words) => {
        const { element } = show({ presence });
        expect(text(element, 'shown')).toBe(words);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['IDLE', 'Queues: conversations offered'],
        ['OFF_QUEUE', 'Queues: nothing offered'],
        ['NOT_RESPONDING', 'Queues: not responding']
    ])('the agent reads whether conversations are offered (%s)', (routingStatus, words) => {
        expect(text(show({ presence: { routingStatus } }).element, 'routing')).toBe(words);
    });

    it('no button is there where no admin named a status', () => {
        expect(part(show({ statuses: [] }).element, '[data-id="change"]')).toBeNull();
    });

    it('the agent chooses among the named ones and sees which is in force', async () => {
        const { element, fake } = show({ presence: { status: 'ON_QUEUE' } });
        await press(element, 'change');
        const choices = [...(element.shadowRoot?.querySelectorAll('[data-key]') ?? [])];
        expect(choices.map((one) => [one.textContent?.trim(), one.getAttribute('aria-current')])).toEqual([
            ['Lunch', 'false'],
            ['Ready for calls', 'true']
        ]);
        await expect(element).toBeAccessible();
        (choices[0] as HTMLElement).click();
        await settled();
        expect(fake.statuses).toEqual([LUNCH.status]);
        expect(part(element, '[data-id="choices"]')).toBeNull();
    });

    it('the agent reads that a status is sent, and it is not shown before the phone does (T16)', async () => {
        const { element, fake } = show({ presence: { status: 'ON_QUEUE' }, awaited: LUNCH.status });
        expect(text(element, 'words')).toBe('Lunch: sent, waiting for the phone');
        expect(text(element, 'shown')).toBe('Status: Ready for calls');
        await expect(element).toBeAccessible();
        await choose(element, 'Queue');
        expect(fake.statuses).toEqual([QUEUE.status]);
    });

    it('the agent no longer reads about a change once the phone shows another status', async () => {
        const { element, fake } = show({ presence: { status: 'ON_QUEUE' } });
        fake.answer(() => Promise.resolve('unconfirmed'));
        await choose(element, 'Lunch');
        expect(text(element, 'words')).toContain('the phone shows no change');
        element.presence = { status: 'MEAL', statusId: LUNCH.status };
        await settled();
        expect(text(element, 'words')).toBe('');
    });

    it.each([
        ['unconfirmed', () => Promise.resolve('unconfirmed' as const), /Lunch was sent, but the phone shows no change/],
        ['not sent', () => Promise.reject(new Error('closed')), /Lunch could not be sent/]
    ])('the agent reads what to do when it is %s (T16)', async (_what, outcome, words) => {
        const { element, fake } = show();
        fake.answer(outcome);
        await choose(element, 'Lunch');
        expect(text(element, 'words')).toMatch(words);
    });
});

describe('a change of status while notes wait', () => {
    it('the agent is asked first, and nothing is sent', async () => {
        const { element, fake } = show({ interactions: NOTES_WAIT });
        await choose(element, 'Lunch');
        expect(text(element, 'question')).toContain('Your notes on Edna Frank are not in the Task yet.');
        expect(fake.statuses).toEqual([]);
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="stay"]'));
        await expect(element).toBeAccessible();
    });

    it('the agent stays', async () => {
        const { element, fake } = show({ interactions: NOTES_WAIT });
        await choose(element, 'Lunch');
        await press(element, 'stay');
        expect(part(element, '[data-id="question"]')).toBeNull();
        expect(fake.statuses).toEqual([]);
        expect(element.shadowRoot?.activeElement).toBe(part(element, '[data-id="change"]'));
    });

    it('the agent changes anyway', async () => {
        const { element, fake } = show({ interactions: NOTES_WAIT });
        await choose(element, 'Lunch');
        await press(element, 'anyway');
        expect(fake.statuses).toEqual([LUNCH.status]);
        expect(part(element, '[data-id="question"]')).toBeNull();
    });

    it('Escape means stay', async () => {
        const { element, fake } = show({ interactions: NOTES_WAIT });
        await choose(element, 'Lunch');
        part(element, '[data-id="stay"]')?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })
        );
        await settled();
        expect(part(element, '[data-id="question"]')).toBeNull();
        expect(fake.statuses).toEqual([]);
    });

    it('the agent is not asked when the notes are in the Task', async () => {
        const { element, fake } = show({ interactions: [item({}, { notesUnsaved: false })] });
        await choose(element, 'Lunch');
        expect(fake.statuses).toEqual([LUNCH.status]);
    });
});
