import * as messageService from 'lightning/messageService';
import { addCustomAttributes, disconnect, hold, secureSession, subscribeTo, updateStatus } from 'c/clientEvents';
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
        expect(heard).toEqual(['Interaction.addCustomAttributes']);
    });
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

    it('that no event can show is unconfirmed at once', async () => {
        expect(await page.connection.send(addCustomAttributes(CALL, { a: '1' }))).toBe('unconfirmed');
        expect(page.timers()).toBe(0);
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

    it('whose user data looks like a card number is warned of, without the number (T21)', async () => {
        await page.connection.send(secureSession(CALL, { flowId: 'f', userData: 'card 4111 1111 1111 1111' }));
        const { reasons } = page.connection.diagnostics();
        expect(reasons).toEqual(['secureSession: userData looks like a card number']);
    });
});

describe('what goes on now', () => {
    const live = (): unknown => page.connection.interactions();

    it('is known to whoever listens late', async () => {
        await page.interaction('add', TALKING);
        await page.interaction('change', { new: { id: CALL, state: 'HELD' } });
        expect(live()).toEqual([{ interaction: { ...TALKING, state: 'HELD' }, complete: true }]);
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

    it('closing again does nothing', () => {
        const unsubscribe = jest.spyOn(messageService, 'unsubscribe');
        page.connection.close();
        page.connection.close();
        expect(unsubscribe).toHaveBeenCalledTimes(1);
        unsubscribe.mockRestore();
    });
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
