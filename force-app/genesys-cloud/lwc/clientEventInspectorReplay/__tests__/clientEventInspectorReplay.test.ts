import ClientEventInspectorReplay from 'c/clientEventInspectorReplay';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

type Replay = HTMLElement & Partial<ClientEventInspectorReplay>;

const TRACE = JSON.stringify([
    { atMs: 100, message: { type: 'InitialSetup' } },
    { atMs: 1100, message: null },
    { atMs: 3100, message: { type: 'Interaction' } }
]);
const publish = jest.fn<void, [unknown]>();

async function show(text = TRACE, understood = true): Promise<Replay> {
    const element = createElement('c-client-event-inspector-replay', {
        is: ClientEventInspectorReplay
    }) as unknown as Replay;
    element.publish = publish;
    document.body.appendChild(element);
    await change(element, 'trace', { value: text });
    await change(element, 'understood', { checked: understood });
    return element;
}

const part = (element: Replay, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: Replay, id: string): string => part(element, id)?.textContent ?? '';

async function change(element: Replay, id: string, detail: object): Promise<void> {
    part(element, id)?.dispatchEvent(new CustomEvent('change', { detail }));
    await settled();
}

async function press(element: Replay, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

async function pass(milliseconds: number): Promise<void> {
    jest.advanceTimersByTime(milliseconds);
    await settled();
}

beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    publish.mockReset();
});
afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

describe('a developer who replays a trace', () => {
    it('reads that Tasks may be written, and cannot start without saying that they know', async () => {
        const element = await show(TRACE, false);
        expect(text(element, 'warning')).toContain('Switchboard writes Tasks from it');
        expect(part(element, 'play')).toMatchObject({ disabled: true });
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['1', [0, 1000, 2000]],
        ['10', [0, 100, 200]]
    ])('hears the messages at speed %s in their own time', async (speed, waits) => {
        const element = await show();
        await change(element, 'speed', { value: speed });
        await press(element, 'play');
        for (const [index, wait] of waits.entries()) {
            if (wait > 0) await pass(wait - 1);
            expect(publish).toHaveBeenCalledTimes(index);
            await pass(Math.min(wait, 1));
            expect(publish).toHaveBeenCalledTimes(index + 1);
        }
        expect(publish.mock.calls).toEqual([[{ type: 'InitialSetup' }], [null], [{ type: 'Interaction' }]]);
        expect(text(element, 'progress')).toBe('3 of 3 messages');
        expect(part(element, 'play')).not.toBeNull();
    });

    it('hears a long trace at once in its order, and the page draws only now and then', async () => {
        const many = Array.from({ length: 120 }, (_, n) => ({ atMs: n * 60_000, message: { type: 'Interaction', n } }));
        const element = await show(JSON.stringify(many));
        await change(element, 'speed', { value: 'atOnce' });
        await press(element, 'play');
        await pass(0);
        expect(text(element, 'progress')).toBe('50 of 120 messages');
        for (let turn = 0; turn < 2; turn += 1) await pass(1);
        expect(text(element, 'progress')).toBe('120 of 120 messages');
        expect(publish.mock.calls).toEqual(many.map(({ message }) => [message]));
        expect(part(element, 'play')).not.toBeNull();
    });

    it('waits for a message that was recorded weeks later', async () => {
        const element = await show(
            JSON.stringify([
                { atMs: 0, message: null },
                { atMs: 2 ** 32, message: null }
            ])
        );
        await change(element, 'speed', { value: '1' });
        await press(element, 'play');
        await pass(10_000);
        expect(publish).toHaveBeenCalledTimes(1);
    });

    it('stops it', async () => {
        const element = await show();
        await press(element, 'play');
        await pass(0);
        await press(element, 'stop');
        await pass(10_000);
        expect(publish).toHaveBeenCalledTimes(1);
        expect(text(element, 'progress')).toBe('1 of 3 messages');
    });

    it('keeps the focus on the button that starts and stops it', async () => {
        const element = await show();
        const button = part(element, 'play');
        button?.focus();
        await press(element, 'play');
        expect(part(element, 'stop')).toBe(button);
        await press(element, 'stop');
        expect(part(element, 'play')).toBe(button);
        expect(element.shadowRoot?.activeElement).toBe(button);
    });

    it('stops it by leaving the page', async () => {
        const element = await show();
        await press(element, 'play');
        element.remove();
        await pass(10_000);
        expect(publish).not.toHaveBeenCalled();
    });

    it('reads how many messages the channel did not take, and hears the others', async () => {
        publish.mockImplementation((message) => {
            if (message === null) throw new TypeError('no object');
        });
        const element = await show();
        await change(element, 'speed', { value: 'atOnce' });
        await press(element, 'play');
        for (let turn = 0; turn < 3; turn += 1) await pass(1);
        expect(text(element, 'progress')).toBe('3 of 3 messages');
        expect(text(element, 'refused')).toBe('1 could not be published');
    });

    it('takes the trace from a file', async () => {
        const element = await show('');
        await change(element, 'file', { files: [{ text: () => Promise.resolve(TRACE) }] });
        expect(part(element, 'trace')).toMatchObject({ value: TRACE });
    });

    it('reads that a file cannot be read', async () => {
        const element = await show('');
        await change(element, 'file', { files: [{ text: () => Promise.reject(new Error('gone')) }] });
        expect(text(element, 'problem')).toBe('This file cannot be read.');
    });

    it.each([
        ['hello', 'This is not JSON'],
        ['{}', 'A trace is a list'],
        ['[]', 'has no entries'],
        ['[7]', 'Entry 1 is no object'],
        ['[{"message":1}]', 'Entry 1 has no "atMs"'],
        ['[{"atMs":-1,"message":1}]', 'no number from 0 up'],
        ['[{"atMs":5,"message":1},{"atMs":4,"message":1}]', 'Entry 2 is before the one above it'],
        ['[{"atMs":5}]', 'Entry 1 has no "message"']
    ])('reads what is wrong with %s, and nothing is played', async (trace, words) => {
        const element = await show(trace);
        await press(element, 'play');
        await pass(1000);
        expect(text(element, 'problem')).toContain(words);
        expect(publish).not.toHaveBeenCalled();
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });
});
