import ClientEventInspector from 'c/clientEventInspector';
import type { ListedMessage } from 'c/clientEventInspectorList';
import { CLIENT_EVENT } from 'c/genesysChannel';
import { hold, mute } from 'c/clientEvents';
import type { ClientAction } from 'c/clientEvents';
import * as messageService from 'lightning/messageService';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

const { createMessageContext, publish, subscribe } = messageService;
const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
const ringing = (id = CALL): object => ({
    type: 'Interaction',
    category: 'add',
    data: { id, state: 'ALERTING', name: 'Edna Frank' }
});

/** What the parts of the page are given. */
interface Parts {
    readonly list: HTMLElement & {
        messages: readonly ListedMessage[];
        chosen: string;
        received: number;
        unknown: number;
        dropped: number;
        waiting: number;
        paused: boolean;
    };
    readonly detail: HTMLElement & { message: ListedMessage | undefined };
    readonly form: HTMLElement & { send: (action: ClientAction) => Promise<string>; conversation: string | undefined };
    readonly raw: HTMLElement & { publish: (message: unknown) => void };
    readonly trace: HTMLElement & {
        recording: boolean;
        recorded: number;
        readEntries: () => unknown[];
        readSupportText: () => string;
    };
}

async function show(): Promise<HTMLElement> {
    const element = createElement('c-client-event-inspector', { is: ClientEventInspector });
    document.body.appendChild(element);
    await settled();
    return element;
}

function parts(element: HTMLElement): Parts {
    const found = (name: string): Element | null | undefined =>
        element.shadowRoot?.querySelector(`c-client-event-inspector-${name}`);
    return {
        list: found('list'),
        detail: found('detail'),
        form: found('form'),
        raw: found('raw'),
        trace: found('trace')
    } as Parts;
}

/** The phone, or something else on the page, says it. */
async function says(...messages: unknown[]): Promise<void> {
    const context = createMessageContext();
    for (const message of messages) publish(context, CLIENT_EVENT, message as object);
    await pass(100);
}

/** What is to come in so many milliseconds comes and is drawn. */
async function pass(milliseconds: number): Promise<void> {
    await settled();
    jest.advanceTimersByTime(milliseconds);
    await settled();
}

/** The check needs the clock of the machine. */
async function isAccessible(element: HTMLElement): Promise<void> {
    jest.useRealTimers();
    await expect(element).toBeAccessible();
}

async function tell(part: HTMLElement, name: string, detail?: object): Promise<void> {
    part.dispatchEvent(new CustomEvent(name, { detail }));
    await settled();
}

beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
});
afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.restoreAllMocks();
});

describe('the developer’s page', () => {
    it('shows each message as it came beside what it decodes to', async () => {
        const element = await show();
        await says(ringing());
        const [message] = parts(element).list.messages;
        expect(message).toMatchObject({
            from: 'phone',
            message: ringing(),
            event: { type: 'Interaction', category: 'add', id: CALL }
        });
        await isAccessible(element);
    });

    it('asks the phone for nothing by itself', async () => {
        const heard = jest.fn();
        subscribe(createMessageContext(), CLIENT_EVENT, heard);
        await show();
        await says({ type: 'InitialSetup' });
        expect(heard.mock.calls).toEqual([[{ type: 'InitialSetup' }]]);
    });

    it('tells what was sent here from what others on the page sent (T22)', async () => {
        const element = await show();
        const { form, list, raw } = parts(element);
        await form.send(mute(CALL));
        raw.publish({ type: 'Anything' });
        await says({ type: 'PureCloud.Interaction.updateState', data: { action: 'pickup', id: CALL } }, ringing());
        expect(list.messages.map(({ from }) => from)).toEqual(['phone', 'page', 'here', 'here']);
    });

    it('shows what was sent here although the channel does not bring it back', async () => {
        const element = await show();
        const { list, raw } = parts(element);
        jest.spyOn(messageService, 'publish').mockImplementation();
        raw.publish({ type: 'Anything' });
        await pass(999);
        expect(list.messages).toHaveLength(0);
        await pass(1);
        expect(list.messages).toMatchObject([{ from: 'here', message: { type: 'Anything' } }]);
    });

    it('shows nothing of what the channel did not take', async () => {
        const element = await show();
        const { list, raw } = parts(element);
        jest.spyOn(messageService, 'publish').mockImplementationOnce(() => {
            throw new TypeError('no object');
        });
        expect(() => raw.publish({ type: 'Anything' })).toThrow('no object');
        await says({ type: 'Anything' });
        expect(list.messages).toMatchObject([{ from: 'phone' }]);
    });

    it('takes the same action of another for another’s, when its own was not needed', async () => {
        const element = await show();
        const { form, list } = parts(element);
        await says({
            type: 'Interaction',
            category: 'change',
            data: { new: { id: CALL, state: 'HELD', isConnected: true } }
        });
        expect(await form.send(hold(CALL))).toBe('confirmed');
        await says({ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: CALL } });
        expect(list.messages[0]?.from).toBe('page');
    });

    it('shows a message at once, and those that follow closely together', async () => {
        const element = await show();
        const { list } = parts(element);
        const context = createMessageContext();
        for (const id of ['one', 'two', 'three']) publish(context, CLIENT_EVENT, ringing(id));
        await settled();
        expect(list.messages).toHaveLength(1);
        await pass(99);
        expect(list.messages).toHaveLength(1);
        await pass(1);
        expect(list.messages).toHaveLength(3);
    });

    it('counts what is not understood', async () => {
        const element = await show();
        await says(ringing(), 'hello', { type: 'Interaction', category: 'teleport', data: {} });
        expect(parts(element).list).toMatchObject({ received: 3, unknown: 2 });
    });

    it('keeps the newest 500 messages and says how many it let go', async () => {
        const element = await show();
        await says(...Array.from({ length: 503 }, (_, at) => ({ type: 'Number', data: at })));
        const { dropped, messages, received } = parts(element).list;
        expect([messages.length, dropped, received]).toEqual([500, 3, 503]);
        expect(messages[0]?.message).toEqual({ type: 'Number', data: 502 });
    });

    it('shows nothing new while it is paused, counts, and shows all after', async () => {
        const element = await show();
        const { list } = parts(element);
        await says(ringing());
        await tell(list, 'pause');
        await says(ringing('two'), ringing('three'));
        expect(list).toMatchObject({ paused: true, waiting: 2, received: 3 });
        expect(list.messages).toHaveLength(1);
        await tell(list, 'resume');
        expect(list).toMatchObject({ paused: false, waiting: 0 });
        expect(list.messages).toHaveLength(3);
    });

    it('forgets the messages, not the counts', async () => {
        const element = await show();
        const { detail, list } = parts(element);
        await says(ringing());
        await tell(list, 'choose', { key: list.messages[0]?.key });
        await tell(list, 'clear');
        expect(list).toMatchObject({ messages: [], received: 1 });
        expect(detail.message).toBeUndefined();
    });

    it('shows the chosen message, and means its conversation', async () => {
        const element = await show();
        const { detail, form, list } = parts(element);
        await says(ringing('one'), ringing('two'));
        expect(form.conversation).toBe('two');
        await tell(list, 'choose', { key: '1' });
        expect(detail.message?.message).toEqual(ringing('one'));
        expect([list.chosen, form.conversation]).toEqual(['1', 'one']);
    });

    it('hands no value to support', async () => {
        const element = await show();
        await says(ringing(), { type: 'InitialSetup' });
        const lines = parts(element).trace.readSupportText().split('\n');
        expect(lines[0]).toContain('"category":"add"');
        expect(lines[1]).toContain('"type":"InitialSetup"');
        expect(lines.join()).not.toMatch(/Edna|c1c1c1c1/);
    });
});

describe('a developer who records on the page', () => {
    it('gets the messages from the start to the stop, paused or not', async () => {
        const element = await show();
        const { list, trace } = parts(element);
        await says(ringing('before'));
        await tell(trace, 'record');
        await tell(list, 'pause');
        await says(ringing('one'), null);
        expect(trace).toMatchObject({ recording: true, recorded: 2 });
        await tell(trace, 'stoprecording');
        await says(ringing('after'));
        expect(trace.readEntries()).toMatchObject([{ atMs: 0, message: ringing('one') }, { message: null }]);
        expect(trace).toMatchObject({ recording: false, recorded: 2 });
    });

    it('begins anew with the next recording', async () => {
        const element = await show();
        const { trace } = parts(element);
        await tell(trace, 'record');
        await says(ringing());
        await tell(trace, 'stoprecording');
        await tell(trace, 'record');
        expect(trace).toMatchObject({ recording: true, recorded: 0 });
        expect(trace.readEntries()).toEqual([]);
    });
});

describe('the developer’s page without a phone', () => {
    it('says what to check when the channel cannot be reached', async () => {
        jest.spyOn(messageService, 'subscribe').mockImplementation(() => {
            throw new TypeError('no such channel');
        });
        const element = await show();
        expect(element.shadowRoot?.querySelector('[data-id="failed"]')?.textContent).toContain('no such channel');
        expect(parts(element).list).toBeNull();
        await isAccessible(element);
    });

    it('says that it waits while the platform gives no channel', async () => {
        const adapter = messageService.MessageContext as unknown as { prototype: { update: () => void } };
        jest.spyOn(adapter.prototype, 'update').mockImplementation();
        const element = await show();
        expect(element.shadowRoot?.querySelector('[data-id="starting"]')?.textContent).toContain('Waiting');
        await isAccessible(element);
    });

    it('hears nothing more when it was left', async () => {
        const element = await show();
        const { list } = parts(element);
        element.remove();
        await says(ringing());
        expect(list.received).toBe(0);
    });
});
