import * as messageService from 'lightning/messageService';
import { hold, mute, securePause } from 'c/clientEvents';
import { CALL, openPage, settled } from './page.ts';
import type { Page } from './page.ts';

const TALKING = { id: CALL, state: 'CONNECTED', isConnected: true, isDisconnected: false, securePause: false };
const HELD = { ...TALKING, state: 'HELD' };

let page: Page;
beforeEach(async () => {
    page = await openPage({ subscriptions: [] });
});
afterEach(() => page.leave());

const published = (): number => page.sent.length;
const becomes = (now: object): Promise<void> => page.interaction('change', { old: {}, new: now });

describe('a call on hold is put on hold', () => {
    it('without publishing anything, for the phone would take it back', async () => {
        await page.interaction('add', HELD);
        expect(await page.connection.send(hold(CALL))).toBe('confirmed');
        expect(published()).toBe(0);
        expect(page.connection.diagnostics().sent).toBe(0);
    });

    it('when that is known from an event that nobody was told yet', async () => {
        await page.interaction('add', TALKING);
        page.connection.on('Interaction', () => undefined);
        await settled();
        await becomes(HELD);
        expect(await page.connection.send(hold(CALL))).toBe('confirmed');
        expect(published()).toBe(0);
    });

    it('and taken back when the developer asks for the other state', async () => {
        await page.interaction('add', HELD);
        const sending = page.connection.send(hold(CALL, 'toggle'));
        await settled();
        expect(published()).toBe(1);
        await becomes(TALKING);
        expect(await sending).toBe('confirmed');
    });
});

it('a call that is not on hold is retrieved without publishing anything', async () => {
    await page.interaction('add', TALKING);
    expect(await page.connection.send(hold(CALL, 'off'))).toBe('confirmed');
    expect(published()).toBe(0);
});

it('a recording that is paused is paused without publishing anything', async () => {
    await page.interaction('add', { ...TALKING, securePause: true });
    expect(await page.connection.send(securePause(CALL))).toBe('confirmed');
    expect(published()).toBe(0);
});

it('a state that nobody knows is asked for', async () => {
    await page.interaction('connect', CALL);
    const sending = page.connection.send(securePause(CALL));
    await settled();
    expect(published()).toBe(1);
    await page.pass(3000);
    expect(await sending).toBe('unconfirmed');
});

it('what the sender wants is for the connection alone and is never published', async () => {
    page.connection.send(hold(CALL));
    await settled();
    expect(page.sent).toEqual([{ type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: CALL } }]);
});

describe('the agent who presses hold twice', () => {
    it('has the call on hold: the second press joins the first', async () => {
        await page.interaction('add', TALKING);
        const sending = [page.connection.send(hold(CALL)), page.connection.send(hold(CALL))];
        await settled();
        expect(published()).toBe(1);
        await becomes(HELD);
        expect(await Promise.all(sending)).toEqual(['confirmed', 'confirmed']);
        expect(published()).toBe(1);
    });

    it('reads unconfirmed twice when nothing shows it, and no second toggle undid the first (T16)', async () => {
        await page.interaction('add', TALKING);
        const sending = [page.connection.send(hold(CALL)), page.connection.send(hold(CALL))];
        await settled();
        await page.pass(3000);
        expect(await Promise.all(sending)).toEqual(['unconfirmed', 'unconfirmed']);
        expect(published()).toBe(1);
    });

    it('can press again after it was unconfirmed', async () => {
        await page.interaction('add', TALKING);
        const first = page.connection.send(hold(CALL));
        await settled();
        await page.pass(3000);
        await first;
        page.connection.send(hold(CALL));
        await settled();
        expect(published()).toBe(2);
    });
});

describe('the agent who holds and at once retrieves', () => {
    it('has the second wait for the first, and then sent', async () => {
        await page.interaction('add', TALKING);
        const on = page.connection.send(hold(CALL, 'on'));
        const off = page.connection.send(hold(CALL, 'off'));
        await settled();
        expect(published()).toBe(1);
        await becomes(HELD);
        expect(await on).toBe('confirmed');
        await settled();
        expect(published()).toBe(2);
        await becomes(TALKING);
        expect(await off).toBe('confirmed');
    });

    it('has the second sent also when the first could not be published', async () => {
        await page.interaction('add', HELD);
        const publish = jest.spyOn(messageService, 'publish').mockImplementationOnce(() => {
            throw new TypeError('context released');
        });
        const first = page.connection.send(hold(CALL, 'toggle'));
        const second = page.connection.send(hold(CALL, 'off'));
        await expect(first).rejects.toThrow('context released');
        await settled();
        expect(published()).toBe(1);
        await becomes(TALKING);
        expect(await second).toBe('confirmed');
        publish.mockRestore();
    });
});

it('two calls are held at the same time', async () => {
    const other = { ...TALKING, id: 'call-2' };
    await page.interaction('add', TALKING);
    await page.interaction('add', other);
    const sending = [page.connection.send(hold(CALL)), page.connection.send(hold(other.id))];
    await settled();
    expect(published()).toBe(2);
    await becomes({ ...other, state: 'HELD' });
    expect(await sending[1]).toBe('confirmed');
    await becomes(HELD);
    expect(await sending[0]).toBe('confirmed');
});

it('hold and secure pause of one call do not wait for each other', async () => {
    await page.interaction('add', TALKING);
    page.connection.send(hold(CALL));
    page.connection.send(securePause(CALL));
    await settled();
    expect(published()).toBe(2);
});

it('mute is always sent, and never said to have worked (W4)', async () => {
    await page.interaction('add', TALKING);
    expect(await page.connection.send(mute(CALL))).toBe('unconfirmed');
    expect(await page.connection.send(mute(CALL))).toBe('unconfirmed');
    expect(published()).toBe(2);
});
