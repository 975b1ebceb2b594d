import ClientEventInspectorList from 'c/clientEventInspectorList';
import type { ListedMessage } from 'c/clientEventInspectorList';
import { decodeClientEvent } from 'c/clientEvents';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Given = Partial<
    Pick<
        ClientEventInspectorList,
        'messages' | 'chosen' | 'received' | 'unknown' | 'dropped' | 'kept' | 'waiting' | 'paused'
    >
>;
type List = HTMLElement & Given;

const ONE = 'c1c1c1c1-0000-4000-8000-000000000001';
const TWO = 'd2d2d2d2-0000-4000-8000-000000000002';

function listed(key: string, message: unknown, from: ListedMessage['from'] = 'phone'): ListedMessage {
    const event = decodeClientEvent(message, `2026-03-02T09:00:0${key.slice(-1)}.250Z`);
    return { key, from, message, event, text: JSON.stringify(message).toLowerCase() };
}

const interaction = (category: string, id: string, state: string): object => ({
    type: 'Interaction',
    category,
    data: { id, state, name: 'Edna' }
});

/** Newest first. */
const MESSAGES = [
    listed('5', { type: 'Interaction', category: 'teleport', data: {} }),
    listed('4', { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: ONE } }, 'here'),
    listed('3', { type: 'UserAction', category: 'routingStatus', data: 'IDLE' }),
    listed('2', interaction('change', TWO, 'HELD')),
    listed('1', interaction('add', ONE, 'ALERTING'))
];

async function show(given: Given = {}): Promise<List> {
    const element = createElement('c-client-event-inspector-list', { is: ClientEventInspectorList }) as unknown as List;
    Object.assign(element, { messages: MESSAGES, received: 5, unknown: 1, kept: 500, ...given });
    document.body.appendChild(element);
    await settled();
    return element;
}

const part = (element: List, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const rows = (element: List): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])
];
const keys = (element: List): (string | undefined)[] => rows(element).map(({ dataset }) => dataset.key);

async function filterBy(element: List, filter: string, value: string): Promise<void> {
    const input = element.shadowRoot?.querySelector(`[data-filter="${filter}"]`);
    input?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

function options(element: List, filter: string): string[] {
    const input = element.shadowRoot?.querySelector<HTMLElement & { options: { value: string }[] }>(
        `[data-filter="${filter}"]`
    );
    return input?.options.map(({ value }) => value) ?? [];
}

afterEach(() => document.body.replaceChildren());

describe('a developer who watches the messages', () => {
    it('reads when, who, what, in which state and of which conversation', async () => {
        const element = await show();
        expect(rows(element)[3]?.textContent).toBe('09:00:02.250PhoneInteraction changeHELDd2d2d2d2');
    });

    it('reads which action was sent here', async () => {
        const element = await show();
        expect(rows(element)[1]?.textContent).toBe('09:00:04.250Sent hereActionEcho holdc1c1c1c1');
    });

    it('reads why a message was not understood', async () => {
        const element = await show();
        expect(rows(element)[0]?.textContent).toContain('category "teleport" is not known');
    });

    it('reads how many came and how many were not understood', async () => {
        const element = await show();
        expect(part(element, 'counts')?.textContent).toBe('5 received, 1 not understood, 5 match the filter');
        await expect(element).toBeAccessible();
    });

    it('reads that older ones were let go', async () => {
        const element = await show({ dropped: 12 });
        expect(part(element, 'kept')?.textContent).toBe('The newest 500 are kept; 12 older ones were let go.');
        await expect(element).toBeAccessible();
    });

    it('reads how many wait while it is paused, and goes on', async () => {
        const element = await show({ paused: true, waiting: 3 });
        const resumed = jest.fn();
        element.addEventListener('resume', resumed);
        expect(part(element, 'waiting')?.textContent).toBe('Paused. 3 waiting');
        part(element, 'pause')?.click();
        expect(resumed).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('pauses and clears', async () => {
        const element = await show();
        const heard = jest.fn();
        for (const name of ['pause', 'clear']) element.addEventListener(name, () => heard(name));
        part(element, 'pause')?.click();
        part(element, 'clear')?.click();
        expect(heard.mock.calls).toEqual([['pause'], ['clear']]);
    });

    it('sees the newest hundred, and the others when they want to', async () => {
        const messages = Array.from({ length: 120 }, (_, at) => listed(String(at), { type: 'InitialSetup' }));
        const element = await show({ messages });
        expect(rows(element)).toHaveLength(100);
        expect(part(element, 'counts')?.textContent).toContain('120 match');
        part(element, 'more')?.click();
        await settled();
        expect(rows(element)).toHaveLength(120);
        expect(part(element, 'more')).toBeNull();
    });

    it('reads what to do before the first message', async () => {
        const element = await show({ messages: [], received: 0, unknown: 0 });
        expect(part(element, 'empty')?.textContent).toContain('Ring the phone');
        await expect(element).toBeAccessible();
    });
});

describe('a developer who looks for a message', () => {
    it.each([
        ['type', 'UserAction', ['3']],
        ['type', 'Unknown', ['5']],
        ['category', 'change', ['2']],
        ['category', 'hold', ['4']],
        ['conversation', ONE, ['4', '1']],
        ['text', 'EDNA', ['2', '1']],
        ['text', 'held', ['2']]
    ])('sees only those with this %s: %s', async (filter, value, expected) => {
        const element = await show();
        await filterBy(element, filter, value);
        expect(keys(element)).toEqual(expected);
        expect(part(element, 'counts')?.textContent).toContain(`${expected.length} match`);
    });

    it('sees those that all filters let through', async () => {
        const element = await show();
        await filterBy(element, 'type', 'Interaction');
        await filterBy(element, 'conversation', ONE);
        expect(keys(element)).toEqual(['1']);
    });

    it('is offered every type, the categories of the chosen type, and the conversations that were seen', async () => {
        const element = await show();
        expect(options(element, 'type')).toEqual([
            '',
            'InitialSetup',
            'Interaction',
            'UserAction',
            'Notification',
            'ActionEcho',
            'Unknown'
        ]);
        expect(options(element, 'conversation')).toEqual(['', ONE, TWO]);
        await filterBy(element, 'type', 'UserAction');
        expect(options(element, 'category')).toEqual([
            '',
            'status',
            'routingStatus',
            'station',
            'login',
            'logout',
            'view'
        ]);
    });

    it('loses the filter by category with another type', async () => {
        const element = await show();
        await filterBy(element, 'category', 'change');
        await filterBy(element, 'type', 'UserAction');
        expect(keys(element)).toEqual(['3']);
    });

    it('reads that nothing matches', async () => {
        const element = await show();
        await filterBy(element, 'text', 'no such words');
        expect(part(element, 'empty')?.textContent).toBe('No message matches the filter.');
        await expect(element).toBeAccessible();
    });
});

describe('a developer who chooses a message', () => {
    function chosenKeys(element: List): unknown[] {
        const chosen: unknown[] = [];
        element.addEventListener('choose', (event) => chosen.push((event as CustomEvent<{ key: string }>).detail.key));
        return chosen;
    }

    it('does so with the mouse', async () => {
        const element = await show();
        const chosen = chosenKeys(element);
        rows(element)[2]?.click();
        expect(chosen).toEqual(['3']);
    });

    it('reaches the list with one press of Tab, at the chosen message', async () => {
        const element = await show({ chosen: '3' });
        expect(rows(element).map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1, -1]);
        expect(rows(element)[2]?.getAttribute('aria-selected')).toBe('true');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['ArrowDown', '2'],
        ['ArrowUp', '4'],
        ['Home', '5'],
        ['End', '1'],
        ['Enter', '3']
    ])('goes on with %s', async (key, expected) => {
        const element = await show({ chosen: '3' });
        const chosen = chosenKeys(element);
        rows(element)[2]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        expect(chosen).toEqual([expected]);
    });

    it('stays at the end of the list', async () => {
        const element = await show({ chosen: '1' });
        const chosen = chosenKeys(element);
        rows(element)[4]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        expect(chosen).toEqual([]);
    });
});
