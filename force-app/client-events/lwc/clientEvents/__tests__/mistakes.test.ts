/**
 * Mistakes that public components for this channel make (W1 to W17), each as a test that it cannot happen here. W12 and
 * W16 belong to a panel and a transport; here stands the part of them that a channel can keep.
 */
import * as messageService from 'lightning/messageService';
import {
    addCustomAttributes,
    connectClientEvents,
    decodeClientEvent,
    disconnect,
    hold,
    mute,
    secureSession
} from 'c/clientEvents';
import type { ClientEvent, EventOf } from 'c/clientEvents';
import { CALL, CHANNEL, NOW, openPage, settled } from './page.ts';
import type { Page } from './page.ts';

const TALKING = { id: CALL, state: 'CONNECTED', isConnected: true, isDisconnected: false, isDone: false };
const HELD = { ...TALKING, state: 'HELD' };
const ENDED = { ...TALKING, state: 'DISCONNECTED', isConnected: false, isDisconnected: true };

let page: Page;
let heard: EventOf<'Interaction'>[];
beforeEach(async () => {
    page = await openPage();
    heard = [];
    page.connection.on('Interaction', (event) => heard.push(event));
});
afterEach(() => page.leave());

const sentOf = (type: string): object[] => page.sent.filter((action) => (action as { type: string }).type === type);

it('W1 the id is read only where data has it: here every change has its id, and HELD is seen', async () => {
    await page.interaction('change', { old: TALKING, new: HELD });
    expect(heard).toMatchObject([{ id: CALL, interaction: { state: 'HELD' } }]);
});

it('W2 a component that mounts after the phone started gets nothing: here it asks when it mounts', () => {
    expect(sentOf('PureCloud.Subscribe')).toHaveLength(1);
});

it('W3 a bare id replaces the kept interaction by a text: here it stays described', async () => {
    await page.interaction('add', TALKING);
    await page.interaction('consultTransfer', CALL);
    expect(page.connection.interactions()).toEqual([{ interaction: TALKING, complete: true }]);
});

it('W4 mute is kept by guess: here nothing tells it, neither an event nor an outcome', async () => {
    await page.interaction('add', { ...TALKING, isMuted: true });
    expect(await page.connection.send(mute(CALL))).toBe('unconfirmed');
    expect(JSON.stringify([heard, page.connection.interactions()])).not.toContain('uted');
});

it('W5 the interaction is thrown away when it ends, so that a later click fails: here it stays for its wrap-up', async () => {
    await page.interaction('add', TALKING);
    await page.interaction('disconnect', ENDED);
    expect(page.connection.interactions()).toMatchObject([{ interaction: { id: CALL, isDisconnected: true } }]);
    await expect(page.connection.send(addCustomAttributes(CALL, { note: 'x' }))).resolves.toBe('unconfirmed');
});

it('W6 success is told at publish time: here only an event that shows the effect confirms', async () => {
    await page.interaction('add', TALKING);
    let outcome = 'open';
    page.connection.send(hold(CALL)).then((told) => (outcome = told));
    await settled();
    expect([sentOf('PureCloud.Interaction.updateState').length, outcome]).toEqual([1, 'open']);
    await page.interaction('change', { old: TALKING, new: HELD });
    expect(outcome).toBe('confirmed');
});

it('W7 each rendering subscribes again: here one connection has one subscription, whatever comes', async () => {
    const subscribe = jest.spyOn(messageService, 'subscribe');
    page.connection.on('Interaction', () => undefined);
    page.connection.onMessage(() => undefined);
    await page.says({ type: 'InitialSetup' }, { type: 'InitialSetup' });
    await page.interaction('add', TALKING);
    expect(subscribe).not.toHaveBeenCalled();
    expect(heard).toHaveLength(1);
    subscribe.mockRestore();
});

it('W8 a missing phone number breaks the handler: here what is missing is absent, by its type, too', async () => {
    await page.interaction('add', { id: CALL, state: 'ALERTING', phone: null });
    expect(heard[0]?.interaction).toEqual({ id: CALL, state: 'ALERTING' });
});

it('W9 payloads are glued together as text: here quotes and line ends in a value arrive as they are', async () => {
    const session = { flowId: 'f', userData: 'a "quoted"\\ text,\n{"b":1}' };
    await page.connection.send(secureSession(CALL, session));
    await settled();
    expect(page.sent.at(-1)).toMatchObject({ data: { secureSessionContext: session } });
});

it('W10 wrong attributes are logged and empty ones sent: here nothing is sent', async () => {
    const before = page.sent.length;
    expect(() => addCustomAttributes(CALL, JSON.parse('{}') as Record<string, string>)).toThrow('attributes');
    expect(() => addCustomAttributes(CALL, '{"a":' as never)).toThrow('attributes');
    await settled();
    expect(page.sent).toHaveLength(before);
});

it('W11 attributes are compared with "true" although booleans come: here each keeps its own type', async () => {
    const attributes = { 'Participant.vip': true, 'Participant.text': 'true', 'Participant.none': null };
    await page.interaction('add', { ...TALKING, attributes });
    expect(heard[0]?.interaction?.attributes).toEqual(attributes);
});

it('W12 a missing transcript is told apart by the text of an exception: here it is no exception', () => {
    const data = { id: CALL, status: 'SESSION_ENDED' };
    const event = decodeClientEvent({ type: 'Notification', category: 'conversationTranscription', data }, NOW);
    expect(event).toMatchObject({ type: 'Notification', ended: true, utterances: [] });
});

it('W13 the context is never released and the log grows without end: here closing lets go of everything', async () => {
    const open = page.connection.send(disconnect(CALL));
    await page.says(...Array.from({ length: 50 }, (_, type) => ({ type })));
    expect(page.connection.diagnostics().reasons).toHaveLength(20);
    const unsubscribe = jest.spyOn(messageService, 'unsubscribe');
    page.connection.close();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect([await open, page.timers()]).toEqual(['unconfirmed', 0]);
    unsubscribe.mockRestore();
});

it('W14 "on a call" is answered when nothing is known: here nothing known is an empty list, and an id alone is partial', async () => {
    expect(page.connection.interactions()).toEqual([]);
    await page.interaction('blindTransfer', CALL);
    expect(page.connection.interactions()).toEqual([]);
    await page.interaction('connect', CALL);
    expect(page.connection.interactions()).toMatchObject([{ complete: false }]);
});

it('W15 personal data goes into userData: here likely card numbers are refused and no value reaches an error or a count', async () => {
    const errors: unknown[] = [];
    const refuse = (userData: unknown): void => {
        try {
            secureSession(CALL, { flowId: 'f', userData } as never);
        } catch (error) {
            errors.push(error);
        }
    };
    refuse('4111 1111 1111 1111');
    refuse({ name: 'Edna Frank' });
    expect(errors).toHaveLength(2);
    await page.connection.send(secureSession(CALL, { flowId: 'f', userData: 'Edna Frank' }));
    await settled();
    const told = [...errors.map(String), JSON.stringify(page.connection.diagnostics()), ...page.errors.map(String)];
    expect(told.join(' ')).not.toMatch(/4111|Edna/);
});

it('W16 guessed messages are posted to every frame: here nothing leaves but by the channel', async () => {
    const post = jest.spyOn(window, 'postMessage');
    await page.connection.send(mute(CALL));
    await page.says({ type: 'InitialSetup' });
    await page.interaction('add', TALKING);
    expect(post).not.toHaveBeenCalled();
    post.mockRestore();
});

it('W17 only the first utterance of each event is kept: here every one is told', async () => {
    const said: ClientEvent[] = [];
    page.connection.on('Notification', (event) => said.push(event));
    const transcripts = ['one', 'two', 'three'].map((transcript) => ({ alternatives: [{ transcript }] }));
    await page.says({ type: 'Notification', category: 'conversationTranscription', data: { id: CALL, transcripts } });
    expect(said).toMatchObject([{ utterances: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] }]);
});

it('a connection that is made twice by mistake still has each hear once', async () => {
    const messageContext = messageService.createMessageContext();
    const second = connectClientEvents({ messageContext, channel: CHANNEL });
    const alsoHeard: unknown[] = [];
    second.on('Interaction', (event) => alsoHeard.push(event));
    await page.interaction('add', TALKING);
    expect([heard.length, alsoHeard.length]).toEqual([1, 1]);
    second.close();
    messageService.releaseMessageContext(messageContext);
});
