import { connectClientEvents } from 'c/clientEvents';
import { CLIENT_EVENT } from 'c/genesysChannel';
import { createGenesysTransport } from 'c/genesysTransport';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';
import StandInPhone from 'c/standInPhone';
import { APPLICATION_SCOPE, createMessageContext, publish, subscribe } from 'lightning/messageService';
import { createElement } from 'lwc';
import { webcrypto } from 'node:crypto';
import { settled } from '../../../../../test/fakes/settled.ts';

// Every browser has it, jsdom has not.
Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => webcrypto.randomUUID() });
const messageContext = createMessageContext();

interface Shown {
    readonly element: HTMLElement;
    readonly part: (id: string) => HTMLElement | null;
    readonly press: (id: string) => Promise<void>;
    readonly act: (action: string) => Promise<void>;
    /** The call as the panel's side knows it. */
    readonly call: () => Interaction | undefined;
    readonly transport: ReturnType<typeof createGenesysTransport>;
}

/** The phone on a page where Switchboard's side of the channel listens. */
async function show(): Promise<Shown> {
    const now = (): string => new Date().toISOString();
    const connection = connectClientEvents({ messageContext, channel: CLIENT_EVENT, now, subscriptions: [] });
    const transport = createGenesysTransport(connection, now);
    let ledger = emptyLedger();
    let call: Interaction | undefined;
    transport.events((event) => {
        const applied = applyEvent(ledger, event);
        ledger = applied.ledger;
        call = applied.interaction ?? call;
    });
    const element = createElement('c-stand-in-phone', { is: StandInPhone });
    document.body.appendChild(element);
    await settled();
    const part = (id: string): HTMLElement | null =>
        element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
    return {
        element,
        part,
        press: async (id) => {
            part(id)?.click();
            await settled();
        },
        act: async (action) => {
            const data = { id: call?.id, action };
            publish(messageContext, CLIENT_EVENT, { type: 'PureCloud.Interaction.updateState', data });
            await settled();
        },
        call: () => call,
        transport
    };
}

describe('the stand-in phone', () => {
    afterEach(() => document.body.replaceChildren());

    it('the developer sees Switchboard follow a whole call of it', async () => {
        const { press, act, call } = await show();
        await press('ring');
        expect(call()).toMatchObject({ state: 'alerting' });
        await act('pickup');
        expect(call()).toMatchObject({ state: 'connected' });
        await act('hold');
        expect(call()).toMatchObject({ state: 'held' });
        await act('hold');
        await act('disconnect');
        expect(call()).toMatchObject({ state: 'disconnected', done: false });
        await press('wrap-up');
        expect(call()).toMatchObject({ done: true, wrapUpCode: 'Tried out' });
    });

    it("the phone does what Switchboard's panel asks", async () => {
        const { press, transport, call } = await show();
        await press('ring');
        const known = call();
        expect(known).toBeDefined();
        const asked = transport.commands.pickup(known?.id ?? '');
        await settled();
        await asked;
        expect(call()).toMatchObject({ state: 'connected' });
    });

    it('the developer chooses who calls', async () => {
        const { part, press, call } = await show();
        part('number')?.dispatchEvent(new CustomEvent('change', { detail: { value: ' +61491570158 ' } }));
        await press('ring');
        expect(part('told')?.textContent).toBe('+61491570158: ALERTING');
        expect(JSON.stringify(call())).toContain('+61491570158');
    });

    it('the developer reads why the phone did nothing', async () => {
        const { press, act, part, element } = await show();
        await press('ring');
        await act('hold');
        expect(part('refused')?.textContent).toContain('the interaction is ALERTING');
        await expect(element).toBeAccessible();
        await act('pickup');
        expect(part('refused')?.textContent).toBe('');
    });

    it('one call after the other, never two', async () => {
        const { press, act, part, call } = await show();
        await press('ring');
        const first = call()?.id;
        expect(part('ring')).toBeNull();
        await press('leave');
        expect(part('wrap-up')).toBeNull();
        await press('ring');
        expect(call()?.id).not.toBe(first);
        await act('pickup');
        await press('leave');
        expect(part('ring')).toBeNull();
        expect(part('wrap-up')).not.toBeNull();
    });

    it('a page that listens first hears the phone start', async () => {
        const heard: unknown[] = [];
        subscribe(messageContext, CLIENT_EVENT, (message) => heard.push(message), { scope: APPLICATION_SCOPE });
        await show();
        expect(heard).toContainEqual({ type: 'InitialSetup' });
    });

    it('a phone that is gone does nothing', async () => {
        const { press, act, call, element } = await show();
        await press('ring');
        element.remove();
        await act('pickup');
        expect(call()).toMatchObject({ state: 'alerting' });
    });

    it('is accessible when idle, ringing and in wrap-up', async () => {
        const { element, press, act } = await show();
        await expect(element).toBeAccessible();
        await press('ring');
        await expect(element).toBeAccessible();
        await act('pickup');
        await press('leave');
        await expect(element).toBeAccessible();
    });
});
