import * as messageService from 'lightning/messageService';
import { addCustomAttributes, connectClientEvents, disconnect, hold, subscribeTo, updateStatus } from 'c/clientEvents';
import type { ClientEvent } from 'c/clientEvents';
import { CALL, CHANNEL, NOW, openPage, settled } from './page.ts';
import type { Page } from './page.ts';

const TALKING = { id: CALL, state: 'CONNECTED', isConnected: true, isDisconnected: false, queueName: 'Service' };
const ENDED = { ...TALKING, state: 'DISCONNECTED', isConnected: false, isDisconnected: true };
const SUBSCRIBE = 'PureCloud.Subscribe';

let page: Page;
beforeEach(async () => {
    page = await openPage();
});
afterEach(() => page.leave());

const actionsOf = (type: string): object[] => page.sent.filter((action) => (action as { type: string }).type === type);

describe('on joining the channel', () => {
    it('the component asks for interactions at once and whenever the phone starts (T18, W2)', async () => {
        expect(actionsOf(SUBSCRIBE)).toHaveLength(1);
        expect(actionsOf(SUBSCRIBE)[0]).toMatchObject({ data: { type: 'Interaction' } });
        await page.says({ type: 'InitialSetup' });
        expect(actionsOf(SUBSCRIBE)).toHaveLength(2);
    });

    it('asks once for a burst of start signals, and again for a later one (T18)', async () => {
        await page.says({ type: 'InitialSetup' }, { type: 'InitialSetup' }, { type: 'InitialSetup' });
        expect(actionsOf(SUBSCRIBE)).toHaveLength(2);
        await page.says({ type: 'InitialSetup' });
        expect(actionsOf(SUBSCRIBE)).toHaveLength(3);
    });

    it('does not ask again for any other event (W7)', async () => {
        await page.interaction('add', TALKING);
        expect(actionsOf(SUBSCRIBE)).toHaveLength(1);
    });

    it('asks for what the developer wants, in the spelling that is wanted (T3)', async () => {
        page.leave();
        page = await openPage({ subscriptions: [subscribeTo('Notification', ['chatUpdate'], 'PureCloud.subscribe')] });
        expect(page.sent).toEqual([
            { type: 'PureCloud.subscribe', data: { type: 'Notification', categories: ['chatUpdate'] } }
        ]);
    });

    it('subscribes once, for the whole application (T17)', async () => {
        page.leave();
        const subscribe = jest.spyOn(messageService, 'subscribe');
        page = await openPage();
        const ours = subscribe.mock.calls.filter(([, , , options]) => options !== undefined);
        expect(ours).toHaveLength(1);
        expect(ours[0]?.[3]).toEqual({ scope: messageService.APPLICATION_SCOPE });
        subscribe.mockRestore();
    });
});

describe('a handler', () => {
    it('hears the events of its type, with the time of receipt', async () => {
        const heard: ClientEvent[] = [];
        page.connection.on('Interaction', (event) => heard.push(event));
        await page.says({ type: 'InitialSetup' }, { type: 'Interaction', category: 'connect', data: CALL });
        expect(heard).toEqual([{ type: 'Interaction', category: 'connect', id: CALL, receivedAt: NOW }]);
    });

    it('that throws is told about and stops nobody', async () => {
        const heard: string[] = [];
        const problem = new Error('mine');
        page.connection.on('Interaction', () => {
            throw problem;
        });
        page.connection.on('Interaction', ({ id }) => heard.push(id));
        await page.interaction('connect', CALL);
        await page.interaction('disconnect', CALL);
        expect(heard).toEqual([CALL, CALL]);
        expect(page.errors).toEqual([problem, problem]);
        expect(page.connection.diagnostics().handlerErrors).toBe(2);
    });

    it('whose promise is rejected is told about and stops nobody', async () => {
        const problem = new Error('later');
        page.connection.on('Interaction', () => Promise.reject(problem));
        await page.interaction('connect', CALL);
        expect(page.errors).toEqual([problem]);
        expect(page.connection.diagnostics().handlerErrors).toBe(1);
    });

    it('that is added while an event is told hears the next one, not this one', async () => {
        const heard: string[] = [];
        const off = page.connection.on('Interaction', () => {
            off();
            page.connection.on('Interaction', ({ category }) => heard.push(category));
        });
        await page.interaction('connect', CALL);
        await page.interaction('disconnect', CALL);
        expect(heard).toEqual(['disconnect']);
    });

    it('may send while it is told, and hears the echo of it after the event', async () => {
        const heard: string[] = [];
        page.connection.on('Interaction', ({ category }) => {
            heard.push(category);
            page.connection.send(addCustomAttributes(CALL, { seen: true }));
        });
        page.connection.on('ActionEcho', ({ action }) => heard.push(action));
        await settled();
        heard.length = 0;
        await page.says(
            { type: 'Interaction', category: 'connect', data: CALL },
            { type: 'Interaction', category: 'disconnect', data: CALL }
        );
        const echo = 'Interaction.addCustomAttributes';
        expect(heard.filter((word) => word !== echo)).toEqual(['connect', 'disconnect']);
        expect(heard.filter((word) => word === echo)).toHaveLength(2);
        expect(heard[0]).toBe('connect');
    });

    it('may close the connection while it is told, and nobody hears more', async () => {
        const heard: string[] = [];
        page.connection.on('Interaction', () => page.connection.close());
        page.connection.on('Interaction', ({ id }) => heard.push(id));
        await page.interaction('connect', CALL);
        await page.interaction('disconnect', CALL);
        expect(heard).toEqual([]);
    });

    it('hears nothing after it was taken off', async () => {
        const heard: string[] = [];
        const off = page.connection.on('Interaction', ({ id }) => heard.push(id));
        off();
        await page.interaction('connect', CALL);
        expect(heard).toEqual([]);
    });

    it('may take another off while both are told', async () => {
        const heard: string[] = [];
        page.connection.on('Interaction', () => off());
        const off = page.connection.on('Interaction', ({ id }) => heard.push(id));
        await page.interaction('connect', CALL);
        expect(heard).toEqual([]);
    });

    it('that is added twice is told twice and taken off once', async () => {
        let heard = 0;
        const handler = (): void => {
            heard += 1;
        };
        const off = page.connection.on('Interaction', handler);
        page.connection.on('Interaction', handler);
        off();
        await page.interaction('connect', CALL);
        expect(heard).toBe(1);
    });

    it('sees an action as an action and not as an event (T22)', async () => {
        const heard: string[] = [];
        page.connection.on('Interaction', () => heard.push('event'));
        page.connection.on('ActionEcho', ({ action }) => heard.push(action));
        await page.connection.send(addCustomAttributes(CALL, { a: '1' }));
        await settled();
        expect(heard).toEqual(['Subscribe', 'Interaction.addCustomAttributes']);
    });
});

describe('a handler that could never be told', () => {
    it.each(['interaction', 'Interactions', 'constructor', undefined])(
        'because there are no events of the type %p is refused, with the types that there are',
        (type) => {
            expect(() => page.connection.on(type as 'Interaction', () => undefined)).toThrow(
                `on: type was ${String(type)}; give one of InitialSetup, Interaction, UserAction, Notification, ActionEcho, Unknown`
            );
        }
    );

    it.each([undefined, 'heard', {}])('because it is %p and no function is refused', (handler) => {
        expect(() => page.connection.on('Interaction', handler as () => void)).toThrow('on: handler was no function');
        expect(() => page.connection.onMessage(handler as () => void)).toThrow('onMessage: listener was no function');
    });

    it('loses nothing for the next one', async () => {
        await page.says({ type: 'InitialSetup' });
        expect(() => page.connection.on('InitialSetup', undefined as unknown as () => void)).toThrow();
        const heard: ClientEvent[] = [];
        page.connection.on('InitialSetup', (event) => heard.push(event));
        await settled();
        expect(heard).toHaveLength(1);
    });
});

describe('who wants the messages themselves', () => {
    it('gets each as it came, beside what it decodes to', async () => {
        const heard: unknown[] = [];
        page.connection.onMessage((message, event) => heard.push([message, event.type]));
        await settled();
        heard.length = 0;
        const riddle = { type: 'Riddle', data: [1] };
        const connect = { type: 'interaction', category: 'CONNECT', data: CALL };
        await page.says(riddle, connect, { type: 'PureCloud.x' });
        expect(heard).toEqual([
            [riddle, 'Unknown'],
            [connect, 'Interaction'],
            [{ type: 'PureCloud.x' }, 'ActionEcho']
        ]);
    });

    it('stops by itself alone', async () => {
        const heard: unknown[] = [];
        const off = page.connection.onMessage((message) => heard.push(message));
        await settled();
        heard.length = 0;
        off();
        await page.interaction('connect', CALL);
        expect(heard).toEqual([]);
    });
});

describe('two components on one page', () => {
    it('each hear an event once, and one that closes takes nothing from the other', async () => {
        const other = await openPage({ subscriptions: [] });
        const heard: string[] = [];
        page.connection.on('Interaction', ({ category }) => heard.push(`one ${category}`));
        other.connection.on('Interaction', ({ category }) => heard.push(`two ${category}`));
        await page.interaction('add', TALKING);
        page.connection.close();
        await other.interaction('disconnect', CALL);
        expect(heard).toEqual(['one add', 'two add', 'two disconnect']);
        other.leave();
    });

    it('see what the other one sends as an action, and confirm nothing by it (T22)', async () => {
        const other = await openPage({ subscriptions: [] });
        const heard: unknown[] = [];
        other.connection.on('ActionEcho', ({ state, id }) => heard.push([state, id]));
        await settled();
        heard.length = 0;
        const waiting = other.connection.send(disconnect('call-2'));
        page.connection.send(disconnect('call-2'));
        await settled();
        await other.pass(3000);
        expect(heard).toHaveLength(2);
        expect(await waiting).toBe('unconfirmed');
        other.leave();
    });
});

it('a component that mounts late asks for itself and reads what comes from then on as partial or complete', async () => {
    await page.interaction('add', TALKING);
    const late = await openPage();
    expect(late.connection.interactions()).toEqual([]);
    await page.interaction('connect', CALL);
    expect(late.connection.interactions()).toMatchObject([{ interaction: { id: CALL }, complete: false }]);
    await page.interaction('change', { old: TALKING, new: { ...TALKING, state: 'HELD' } });
    expect(late.connection.interactions()).toMatchObject([{ interaction: { state: 'HELD' }, complete: true }]);
    late.leave();
});

describe('an action', () => {
    const state = (promise: Promise<string>): Promise<string> => Promise.race([promise, settled().then(() => 'open')]);

    it('is published after the handler that sent it has ended', async () => {
        const order: string[] = [];
        const publish = jest.spyOn(messageService, 'publish').mockImplementation(() => {
            order.push('published');
        });
        const sending = page.connection.send(hold(CALL));
        order.push('handler ended');
        await settled();
        publish.mockRestore();
        page.connection.close();
        await sending;
        expect(order).toEqual(['handler ended', 'published']);
    });

    it('is not confirmed by being published, nor by its own echo (W6)', async () => {
        const sending = page.connection.send(hold(CALL));
        expect(await state(sending)).toBe('open');
        expect(actionsOf('PureCloud.Interaction.updateState')).toHaveLength(1);
    });

    it('is confirmed by the event that shows its effect (T16)', async () => {
        await page.interaction('connect', TALKING);
        const sending = page.connection.send(hold(CALL));
        await page.interaction('change', { old: TALKING, new: { ...TALKING, state: 'HELD' } });
        expect(await sending).toBe('confirmed');
        expect(page.timers()).toBe(0);
    });

    it('is unconfirmed, not failed, when nothing shows it in time (T16)', async () => {
        const sending = page.connection.send(disconnect(CALL));
        await settled();
        await page.pass(2999);
        expect(await state(sending)).toBe('open');
        await page.pass(1);
        expect(await sending).toBe('unconfirmed');
    });

    it('is confirmed within the time that the developer gives', async () => {
        page.leave();
        page = await openPage({ confirmWithinMilliseconds: 50 });
        const sending = page.connection.send(disconnect(CALL));
        await settled();
        await page.pass(50);
        expect(await sending).toBe('unconfirmed');
    });

    it('is confirmed within the time that is given for this one', async () => {
        const quick = page.connection.send(disconnect(CALL), { confirmWithinMilliseconds: 50 });
        const usual = page.connection.send(disconnect('call-2'));
        await settled();
        await page.pass(50);
        expect([await state(quick), await state(usual)]).toEqual(['unconfirmed', 'open']);
        await page.pass(2950);
        expect(await usual).toBe('unconfirmed');
    });

    it('is watched for at most as long as a timer can wait, also when it is told to wait for ever', async () => {
        jest.useFakeTimers();
        const context = messageService.createMessageContext();
        const connection = connectClientEvents({ messageContext: context, channel: CHANNEL, subscriptions: [] });
        let outcome = 'open';
        connection.send(disconnect(CALL), { confirmWithinMilliseconds: Infinity }).then((told) => (outcome = told));
        await jest.advanceTimersByTimeAsync(60_000);
        expect(outcome).toBe('open');
        connection.close();
        jest.useRealTimers();
        messageService.releaseMessageContext(context);
    });

    it('is not confirmed by a change of another call', async () => {
        const sending = page.connection.send(hold(CALL));
        await page.interaction('change', { old: TALKING, new: { ...TALKING, id: 'call-2', state: 'HELD' } });
        expect(await state(sending)).toBe('open');
    });

    it('that no event can show is unconfirmed at once', async () => {
        expect(await page.connection.send(addCustomAttributes(CALL, { a: '1' }))).toBe('unconfirmed');
        expect(page.timers()).toBe(0);
    });

    it.each([undefined, 'hold', { type: 'PureCloud.Interaction.updateState' }, { data: {} }])(
        'that is none is refused with what to give instead: %j',
        async (none) => {
            await expect(page.connection.send(none as never)).rejects.toThrow('give what a builder such as hold(id)');
            expect(page.connection.diagnostics().sent).toBe(1);
        }
    );

    it('that holds what no message can carry is refused, and nothing is left waiting', async () => {
        const data = { id: CALL, action: 'disconnect', size: 1n };
        const sending = page.connection.send({ type: 'PureCloud.Interaction.updateState', data });
        await expect(sending).rejects.toThrow(TypeError);
        expect(page.timers()).toBe(0);
    });

    it('by hand whose id is no text is sent as it is and disturbs nobody', async () => {
        const heard: ClientEvent[] = [];
        page.connection.on('UserAction', (event) => heard.push(event));
        const action = { type: 'PureCloud.User.updateStatus', data: { id: { toString: 1 } } };
        const outcome = page.connection.send(action);
        await page.says({ type: 'UserAction', category: 'status', data: { status: 'BUSY' } });
        expect(heard).toHaveLength(1);
        await page.pass(3000);
        await expect(outcome).resolves.toBe('unconfirmed');
    });

    it('that cannot be published is refused with the reason', async () => {
        const publish = jest.spyOn(messageService, 'publish').mockImplementation(() => {
            throw new TypeError('context released');
        });
        await expect(page.connection.send(disconnect(CALL))).rejects.toThrow('context released');
        publish.mockRestore();
        expect(page.timers()).toBe(0);
        expect(page.connection.diagnostics().sent).toBe(1);
    });

    it('sets the status and is confirmed by the word or the id of the status (T5)', async () => {
        const byName = page.connection.send(updateStatus('On Queue'));
        const byId = page.connection.send(updateStatus('e08eaf1b'));
        await page.says({ type: 'UserAction', category: 'status', data: { status: 'ON_QUEUE', id: 'e08eaf1b' } });
        expect([await byName, await byId]).toEqual(['confirmed', 'confirmed']);
    });
});

describe('what goes on now', () => {
    const live = (): unknown => page.connection.interactions();

    it('is known to the component that takes the place of a closed one, and goes on from there', async () => {
        await page.interaction('add', TALKING);
        const known = page.connection.interactions();
        page.leave();
        page = await openPage({ known });
        expect(live()).toEqual([{ interaction: TALKING, complete: true }]);
        await page.interaction('acw', CALL);
        expect(live()).toEqual([]);
    });

    it('is known to whoever listens late', async () => {
        await page.interaction('add', TALKING);
        await page.interaction('change', { new: { id: CALL, state: 'HELD' } });
        expect(live()).toEqual([{ interaction: { ...TALKING, state: 'HELD' }, complete: true }]);
    });

    it('holds a call once that the phone tells again after a reload, in the state that it is in (T19)', async () => {
        const held = { ...TALKING, state: 'HELD' };
        await page.interaction('add', held);
        expect(live()).toEqual([{ interaction: held, complete: true }]);
        await page.interaction('add', held);
        expect(live()).toEqual([{ interaction: held, complete: true }]);
    });

    it('holds several calls, oldest first', async () => {
        await page.interaction('add', TALKING);
        await page.interaction('add', { ...TALKING, id: 'call-2' });
        await page.interaction('change', { new: TALKING });
        expect(live()).toMatchObject([{ interaction: { id: CALL } }, { interaction: { id: 'call-2' } }]);
    });

    it('keeps what an earlier message told and a later one leaves out', async () => {
        await page.interaction('add', { ...TALKING, calledNumber: '+61370101234' });
        await page.interaction('change', { new: { ...TALKING, state: 'HELD' } });
        expect(live()).toMatchObject([{ interaction: { state: 'HELD', calledNumber: '+61370101234' } }]);
    });

    it('is marked as partial when only its id is known', async () => {
        await page.interaction('connect', CALL);
        expect(live()).toEqual([{ interaction: { id: CALL, state: 'CONNECTED', isConnected: true }, complete: false }]);
    });

    it('becomes complete when it is described', async () => {
        await page.interaction('connect', CALL);
        await page.interaction('change', { new: TALKING });
        expect(live()).toMatchObject([{ complete: true }]);
    });

    it('stays until its wrap-up is complete (T20, W5)', async () => {
        await page.interaction('add', TALKING);
        await page.interaction('disconnect', CALL);
        expect(live()).toMatchObject([{ interaction: { state: 'DISCONNECTED', isDisconnected: true } }]);
        await page.interaction('acw', CALL);
        expect(live()).toEqual([]);
    });

    it('is gone when it leaves the phone', async () => {
        await page.interaction('add', TALKING);
        await page.interaction('deallocate', CALL);
        expect(live()).toEqual([]);
    });

    it('is not begun by a message that only says that it is over', async () => {
        await page.interaction('disconnect', CALL);
        expect(live()).toEqual([]);
    });

    it('starts afresh when a call comes back', async () => {
        await page.interaction('add', { ...TALKING, attributes: { a: '1' } });
        await page.interaction('disconnect', ENDED);
        await page.interaction('add', { id: CALL, state: 'ALERTING', isDisconnected: false });
        expect(live()).toEqual([
            { interaction: { id: CALL, state: 'ALERTING', isDisconnected: false }, complete: true }
        ]);
    });

    it('forgets ended ones in time, and never a live one', async () => {
        await page.interaction('add', TALKING);
        const ended = Array.from({ length: 30 }, (_, i) => ({ ...ENDED, id: `call-${i}` }));
        await page.says(...ended.map((data) => ({ type: 'Interaction', category: 'disconnect', data })));
        expect(page.connection.interactions()).toHaveLength(21);
        expect(live()).toMatchObject([
            { interaction: { id: CALL } },
            { interaction: { id: 'call-10' } },
            ...Array(19).fill({})
        ]);
    });
});

describe('the diagnostics', () => {
    it('count what came and say why something was not understood, without its content', async () => {
        const message = { category: 'blindTransfer', data: CALL };
        await page.says({ type: 'Riddle', data: '+61491570006' }, message, { type: 'PureCloud.x' });
        await page.interaction('add', { id: CALL, isDone: 'maybe' });
        expect(page.connection.diagnostics()).toEqual({
            received: 5,
            unknown: 1,
            echoes: 2,
            inferred: 1,
            handlerErrors: 0,
            sent: 1,
            reasons: ['type "Riddle" is not known', 'Interaction add: not understood: isDone']
        });
    });

    it('keep the newest twenty reasons (W13)', async () => {
        await page.says(...Array.from({ length: 25 }, (_, type) => ({ type })));
        expect(page.connection.diagnostics().reasons).toHaveLength(20);
        expect(page.connection.diagnostics().unknown).toBe(25);
    });
});

describe('after closing', () => {
    it('nothing is heard', async () => {
        const heard: string[] = [];
        page.connection.on('Interaction', ({ id }) => heard.push(id));
        page.connection.close();
        await page.interaction('connect', CALL);
        expect(heard).toEqual([]);
        expect(page.connection.diagnostics().received).toBe(1);
    });

    it('what was waiting is unconfirmed and no timer is left (W13)', async () => {
        const sending = page.connection.send(disconnect(CALL));
        await settled();
        page.connection.close();
        expect(await sending).toBe('unconfirmed');
        expect(page.timers()).toBe(0);
    });

    it('nothing can be sent, and the developer is told', async () => {
        page.connection.close();
        await expect(page.connection.send(disconnect(CALL))).rejects.toThrow('closed');
    });

    it('a component that leaves in the turn in which it came is told of no error', async () => {
        const errors: unknown[] = [];
        const messageContext = messageService.createMessageContext();
        connectClientEvents({ messageContext, channel: CHANNEL, onError: (error) => errors.push(error) }).close();
        await settled();
        expect(errors).toEqual([]);
    });

    it('everything is let go although the platform refuses to unsubscribe', async () => {
        const outcome = page.connection.send(disconnect(CALL));
        await settled();
        const unsubscribe = jest.spyOn(messageService, 'unsubscribe').mockImplementation(() => {
            throw new Error('released');
        });
        expect(() => page.connection.close()).toThrow('released');
        unsubscribe.mockRestore();
        expect(page.timers()).toBe(0);
        await expect(outcome).resolves.toBe('unconfirmed');
    });

    it('closing again does nothing', () => {
        const unsubscribe = jest.spyOn(messageService, 'unsubscribe');
        page.connection.close();
        page.connection.close();
        expect(unsubscribe).toHaveBeenCalledTimes(1);
        unsubscribe.mockRestore();
    });
});

it('the developer who gives no onError finds the error of a handler where the browser shows errors', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const messageContext = messageService.createMessageContext();
    const connection = connectClientEvents({ messageContext, channel: CHANNEL });
    connection.on('Interaction', () => {
        throw new Error('mine');
    });
    messageService.publish(messageContext, CHANNEL, { type: 'Interaction', category: 'connect', data: CALL });
    await expect(jest.advanceTimersByTimeAsync(0)).rejects.toThrow('mine');
    expect(connection.diagnostics().handlerErrors).toBe(1);
    connection.close();
    jest.useRealTimers();
});

it('the developer is told of a promise of another sandbox that is rejected', async () => {
    const problem = new Error('theirs');
    const foreign = { then: (_done: unknown, failed: (error: Error) => void): void => failed(problem) };
    page.connection.on('Interaction', () => foreign as never);
    await page.interaction('connect', CALL);
    expect(page.errors).toEqual([problem]);
});

it('what is published is a copy, so that a sender who changes its action changes nothing on the channel', async () => {
    const publish = jest.spyOn(messageService, 'publish');
    const action = addCustomAttributes(CALL, { a: '1' });
    await page.connection.send(action);
    const published = publish.mock.lastCall?.[2] as { data: object };
    publish.mockRestore();
    expect(published).toEqual({ type: action.type, data: action.data });
    expect(published.data).not.toBe(action.data);
});

it('a component that listens for errors badly does not break the connection', async () => {
    page.leave();
    page = await openPage({
        onError: () => {
            throw new Error('worse');
        }
    });
    const heard: string[] = [];
    page.connection.on('Interaction', () => {
        throw new Error('bad');
    });
    page.connection.on('Interaction', ({ id }) => heard.push(id));
    await page.interaction('connect', CALL);
    expect(heard).toEqual([CALL]);
});

it('another channel is not heard', async () => {
    const heard: string[] = [];
    page.connection.on('Interaction', ({ id }) => heard.push(id));
    const context = messageService.createMessageContext();
    messageService.publish(context, `${String(CHANNEL)} 2` as never, {
        type: 'Interaction',
        category: 'add',
        data: CALL
    });
    await settled();
    expect(heard).toEqual([]);
});
