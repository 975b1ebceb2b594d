import { types } from 'node:util';
import { createToolkitBridge, TOOLKIT_METHODS, ToolkitCallError } from 'c/voiceToolkit';
import type { ToolkitBridge, ToolkitMethod } from 'c/voiceToolkit';
import { TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import { CALL, CALLER, toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import { heardFrom, page, toolkit } from './page.ts';

const ended = { callId: CALL };

afterEach(() => document.body.replaceChildren());

/** The error of a call that is refused. */
function refusedCall(bridge: ToolkitBridge, method: ToolkitMethod): ToolkitCallError {
    try {
        bridge.call(method);
    } catch (error) {
        if (error instanceof ToolkitCallError) return error;
        throw error;
    }
    throw new Error('it was called');
}

describe("a component on the agent's page", () => {
    it('G1 hears a toolkit that its template shows only once it is drawn', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { host, toolkit: element } = await page(bridge);
        expect(host.early).toBeNull();
        element().tell('callended', ended);
        expect(heard).toEqual([{ type: 'callended', callId: CALL }]);
    });

    it('G2 hears each event once, however often it is drawn', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { drawAgain, toolkit: element } = await page(bridge);
        const added = jest.spyOn(element(), 'addEventListener');
        await drawAgain();
        await drawAgain();
        element().tell('callended', ended);
        expect(heard).toHaveLength(1);
        expect(added).not.toHaveBeenCalled();
    });

    it('G3 hears again after it was taken out of the page and put back', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { host, toolkit: element } = await page(bridge);
        const before = element();
        for (const round of [1, 2]) {
            host.remove();
            before.tell('mute', ended);
            document.body.append(host);
            await settled();
            element().tell('unmute', ended);
            expect(heard).toHaveLength(round);
        }
        expect(heard.map(({ type }) => type)).toEqual(['unmute', 'unmute']);
    });

    it('G4 leaves nothing behind on a toolkit when it is taken out of the page', async () => {
        const bridge = createToolkitBridge();
        const { host, toolkit: element } = await page(bridge);
        const removed = jest.spyOn(element(), 'removeEventListener');
        host.remove();
        expect(removed.mock.calls.map(([name]) => name)).toEqual(TELEPHONY_EVENTS);
        expect(bridge.diagnostics().attached).toBe(false);
    });

    it('hears a toolkit that its template shows late, and is in order without one', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { host, toolkit: element } = await page(bridge, { withToolkit: false });
        expect(bridge.diagnostics()).toMatchObject({ attached: false, received: 0, reasons: [] });
        host.toolkit = true;
        await settled();
        element().tell('callended', ended);
        expect(heard).toHaveLength(1);
    });

    it('lets go of a toolkit that its template no longer shows', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { host, toolkit: element } = await page(bridge);
        const before = element();
        host.toolkit = false;
        await settled();
        before.tell('callended', ended);
        expect([heard.length, bridge.diagnostics().attached]).toEqual([0, false]);
    });

    it('hears the new toolkit, not the old one, where its template shows another', async () => {
        const bridge = createToolkitBridge();
        const heard = heardFrom(bridge);
        const { host, toolkit: element } = await page(bridge);
        const before = element();
        for (const shown of [false, true]) {
            host.toolkit = shown;
            await settled();
        }
        expect(element()).not.toBe(before);
        before.tell('hold', ended);
        element().tell('resume', ended);
        expect(heard.map(({ type }) => type)).toEqual(['resume']);
    });
});

describe('two bridges on one page', () => {
    it('G5 that sit on VoiceCall pages are told their own call each, though both toolkits hear both', () => {
        const [first, second] = [createToolkitBridge({ callId: 'one' }), createToolkitBridge({ callId: 'two' })];
        const heard = [heardFrom(first), heardFrom(second)];
        const elements = [toolkit(), toolkit()];
        [first, second].forEach((bridge, index) => bridge.attach(elements[index]));
        for (const element of elements) {
            element.tell('callended', { callId: 'one' });
            element.tell('callended', { callId: 'two' });
        }
        expect(heard.map((events) => events.map(({ callId }) => callId))).toEqual([['one'], ['two']]);
        expect(first.diagnostics()).toMatchObject({ received: 2, otherCalls: 1, told: { callended: 1 } });
    });

    it('G5 without a call of their own are both told every call', () => {
        const bridges = [createToolkitBridge(), createToolkitBridge()];
        const heard = bridges.map(heardFrom);
        const element = toolkit();
        for (const bridge of bridges) bridge.attach(element);
        element.tell('callended', ended);
        expect(heard.map((events) => events.length)).toEqual([1, 1]);
    });

    it('do not take the other one with them when they leave', () => {
        const bridges = [createToolkitBridge(), createToolkitBridge()] as const;
        const heard = bridges.map(heardFrom);
        const element = toolkit();
        for (const bridge of bridges) bridge.attach(element);
        bridges[0].detach();
        element.tell('callended', ended);
        expect(heard.map((events) => events.length)).toEqual([0, 1]);
    });
});

describe('a VoiceCall page', () => {
    it('G5 knows its call whatever spaces stand around the key', () => {
        const bridge = createToolkitBridge({ callId: ` ${CALL} ` });
        const heard = heardFrom(bridge);
        const element = toolkit();
        bridge.attach(element);
        element.tell('callended', ended);
        expect(heard).toHaveLength(1);
    });

    it('G5 whose record has an empty key is told no call', () => {
        const bridge = createToolkitBridge({ callId: '' });
        const heard = heardFrom(bridge);
        const element = toolkit();
        bridge.attach(element);
        element.tell('callended', ended);
        expect([heard.length, bridge.diagnostics().otherCalls]).toEqual([0, 1]);
    });
});

describe('a developer who listens', () => {
    function attached(): { bridge: ToolkitBridge; element: ReturnType<typeof toolkit> } {
        const [bridge, element] = [createToolkitBridge(), toolkit()];
        bridge.attach(element);
        return { bridge, element };
    }

    it.each(TELEPHONY_EVENTS)('G9 hears %s', (name) => {
        const { bridge, element } = attached();
        const heard = heardFrom(bridge);
        element.tell(name, toolkitEvent(name).detail);
        expect(heard.map(({ type }) => type)).toEqual([name]);
        expect(bridge.diagnostics()).toMatchObject({ received: 1, unknown: 0, told: { [name]: 1 }, reasons: [] });
    });

    it('G9 hears no name that the guide does not have', () => {
        const { bridge, element } = attached();
        for (const name of ['hangup', 'messageended', 'CALL_ENDED']) element.tell(name, ended);
        expect(bridge.diagnostics().received).toBe(0);
    });

    it('G6 is given a plain copy of a detail that is a Proxy', () => {
        const { bridge, element } = attached();
        const heard = heardFrom(bridge);
        element.tell('hold', new Proxy({ callId: CALL, participant: CALLER }, {}));
        expect(heard).toEqual([{ type: 'hold', callId: CALL, participant: CALLER }]);
        expect(types.isProxy(heard[0])).toBe(false);
    });

    it('G7 is told a repeated call again, and drops the repeat where the calls are kept', () => {
        const { bridge, element } = attached();
        const heard = heardFrom(bridge);
        const { detail } = toolkitEvent('callconnected');
        element.tell('callconnected', detail);
        element.tell('callconnected', { ...detail, isReplayedCall: true });
        expect(heard).toHaveLength(2);
        expect(heard[1]).toEqual(heard[0]);
    });

    it('G7 hears what a toolkit tells while its method still runs', () => {
        const { bridge, element } = attached();
        const heard = heardFrom(bridge);
        jest.mocked(element.mute).mockImplementation(() => element.tell('mute', ended));
        bridge.call('mute');
        expect(heard.map(({ type }) => type)).toEqual(['mute']);
    });

    it('hears nothing more once it stopped, also within one event', () => {
        const { bridge, element } = attached();
        const heard: string[] = [];
        const offs = [
            bridge.onEvent(() => offs.forEach((off) => off())),
            bridge.onEvent(({ type }) => heard.push(type))
        ];
        element.tell('callended', ended);
        element.tell('callended', ended);
        expect(heard).toEqual([]);
        expect(bridge.diagnostics().told).toEqual({ callended: 2 });
    });

    it('who begins to listen within an event hears from the next one on', () => {
        const { bridge, element } = attached();
        const late = jest.fn();
        const off = bridge.onEvent(() => {
            off();
            bridge.onEvent(late);
        });
        element.tell('mute', ended);
        expect(late).not.toHaveBeenCalled();
        element.tell('unmute', ended);
        expect(late.mock.calls).toEqual([[{ type: 'unmute', callId: CALL }]]);
    });

    it('keeps diagnostics that stay as they were read', () => {
        const { bridge, element } = attached();
        element.tell('mute', ended);
        const [read, before] = [bridge.diagnostics(), JSON.stringify(bridge.diagnostics())];
        element.tell('mute', ended);
        element.tell('mute', {});
        expect(JSON.stringify(read)).toBe(before);
    });

    it('who listens twice with one function stops each by itself', () => {
        const { bridge, element } = attached();
        const listener = jest.fn();
        const [off] = [bridge.onEvent(listener), bridge.onEvent(listener)];
        off();
        off();
        element.tell('callended', ended);
        expect(listener).toHaveBeenCalledTimes(1);
    });

    it('who throws disturbs neither the others nor the toolkit, and is told', () => {
        const onError = jest.fn(() => {
            throw new Error('and the one that listens for errors');
        });
        const bridge = createToolkitBridge({ onError });
        const [element, gone] = [toolkit(), new Error('gone')];
        bridge.attach(element);
        bridge.onEvent(() => {
            throw gone;
        });
        const heard = heardFrom(bridge);
        expect(() => element.tell('callended', ended)).not.toThrow();
        expect(heard).toHaveLength(1);
        expect(onError).toHaveBeenCalledWith(gone);
        expect(bridge.diagnostics().listenerErrors).toBe(1);
    });

    it("who throws finds the error where the browser puts any listener's", () => {
        jest.useFakeTimers();
        const { bridge, element } = attached();
        bridge.onEvent(() => {
            throw new Error('mine');
        });
        element.tell('callended', ended);
        expect(() => jest.runAllTimers()).toThrow('mine');
        jest.useRealTimers();
    });
});

describe('an event that is not understood', () => {
    it('V1 is counted under its reason, told to nobody, and thrown at nobody', () => {
        const [bridge, element, refused] = [createToolkitBridge(), toolkit(), jest.fn()];
        bridge.attach(element);
        const heard = heardFrom(bridge);
        bridge.onRefused(refused);
        const broken = Object.defineProperty({}, 'callId', {
            enumerable: true,
            get: () => {
                throw new Error('gone');
            }
        });
        element.tell('participantremoved', { reason: 'error' });
        element.tell('wrapupended', undefined);
        element.tell('note', { callId: CALL, content: null });
        element.tell('hold', broken);
        expect(heard).toEqual([]);
        expect(refused).toHaveBeenCalledTimes(4);
        expect(bridge.diagnostics()).toMatchObject({
            received: 4,
            unknown: 4,
            told: {},
            refused: { MISSING_CALL_ID: 2, BAD_CONTENT: 1, UNREADABLE: 1 },
            reasons: [
                'participantremoved names no call',
                'wrapupended names no call',
                'note is a message without text',
                'hold cannot be read'
            ]
        });
    });

    it('V1 that comes again is a reason once, the last one', () => {
        const [bridge, element] = [createToolkitBridge(), toolkit()];
        bridge.attach(element);
        for (const name of ['mute', 'unmute', 'mute'] as const) element.tell(name, {});
        expect(bridge.diagnostics().reasons).toEqual(['unmute names no call', 'mute names no call']);
    });

    it('V1 leaves at most twenty reasons', () => {
        const [bridge, element] = [createToolkitBridge(), toolkit()];
        bridge.attach(element);
        for (const name of TELEPHONY_EVENTS) element.tell(name, {});
        for (const name of ['note', 'transcript'] as const) element.tell(name, ended);
        const { reasons } = bridge.diagnostics();
        expect([reasons.length, reasons[0], reasons.at(-1)]).toEqual([
            20,
            'callstarted names no call',
            'transcript is a message without text'
        ]);
    });
});

it('V14 an admin reads nothing of what a caller said, was called or dialled in the diagnostics', () => {
    const [bridge, element] = [createToolkitBridge(), toolkit()];
    bridge.attach(element);
    for (const name of TELEPHONY_EVENTS) {
        const { detail } = toolkitEvent(name);
        element.tell(name, detail);
        element.tell(name, { ...detail, callId: CALLER, content: CALLER });
        element.tell(name, { ...detail, callId: undefined });
    }
    jest.mocked(element.sendDigits).mockImplementation(() => {
        throw new Error(`${CALLER} hung up`);
    });
    expect(() => bridge.call('sendDigits', '4711')).toThrow(ToolkitCallError);
    const told = JSON.stringify(bridge.diagnostics());
    const secrets = [CALL, CALLER, '4711', 'Agent One', 'Supervisor One', 'Good morning.', 'credit note', 'invoice'];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(bridge.diagnostics().received).toBe(3 * TELEPHONY_EVENTS.length);
});

it('a flood of line quality is counted, and nothing grows but the count', () => {
    const [bridge, element] = [createToolkitBridge(), toolkit()];
    bridge.attach(element);
    const { detail } = toolkitEvent('audiostats');
    const flood = (times: number): number => {
        for (let time = 0; time < times; time += 1) element.tell('audiostats', time % 2 === 0 ? detail : {});
        return JSON.stringify(bridge.diagnostics()).replace(/\d+/g, '0').length;
    };
    const few = flood(2);
    expect(flood(9_998)).toBe(few);
    expect(bridge.diagnostics()).toMatchObject({ received: 10_000, unknown: 5_000, told: { audiostats: 5_000 } });
});

describe('a developer who calls a method', () => {
    it("G12 finds each of the toolkit's fifteen on the element of a test", () => {
        const element = toolkit();
        expect(TOOLKIT_METHODS).toHaveLength(15);
        expect(TOOLKIT_METHODS.filter((method) => !jest.isMockFunction(element[method]))).toEqual([]);
    });

    it('G12 hears the events of a test as real ones: name and detail are inherited', () => {
        const element = toolkit();
        let heard: Event | undefined;
        element.addEventListener('hold', (event) => (heard = event));
        element.tell('hold', ended);
        expect(heard).toBeInstanceOf(CustomEvent);
        expect(Object.hasOwn(heard ?? {}, 'detail')).toBe(false);
    });

    it.each(TOOLKIT_METHODS)('reaches %s of its own toolkit, with what it gives', (method) => {
        const [bridge, mine, other] = [createToolkitBridge(), toolkit(), toolkit()];
        bridge.attach(mine);
        bridge.call(method, 'Initial_Caller', true);
        expect(mine[method]).toHaveBeenCalledWith('Initial_Caller', true);
        expect(jest.mocked(mine[method]).mock.contexts).toEqual([mine]);
        expect(TOOLKIT_METHODS.filter((one) => jest.mocked(other[one]).mock.calls.length > 0)).toEqual([]);
    });

    it('is told when the page has no toolkit, before it was drawn and after it is gone', () => {
        const bridge = createToolkitBridge();
        expect(refusedCall(bridge, 'acceptCall')).toMatchObject({ code: 'NO_TOOLKIT', method: 'acceptCall' });
        const element = toolkit();
        bridge.attach(element);
        bridge.detach();
        expect(refusedCall(bridge, 'acceptCall').message).toContain('acceptCall: the page has no');
        expect(element.acceptCall).not.toHaveBeenCalled();
    });

    it.each<[string, unknown]>([
        ['lacks', undefined],
        ['has as something else', 'merge']
    ])('is told when it is one that the toolkit %s', (_, merge) => {
        const bridge = createToolkitBridge();
        bridge.attach(Object.assign(document.createElement('div'), { merge }) as unknown as VoiceToolkitElement);
        expect(refusedCall(bridge, 'merge')).toMatchObject({
            name: 'ToolkitCallError',
            code: 'NO_METHOD',
            method: 'merge'
        });
    });

    it('is told when the toolkit throws, with its error for whoever wants to look', () => {
        const [bridge, element, refused] = [createToolkitBridge(), toolkit(), jest.fn()];
        bridge.attach(element);
        bridge.onRefused(refused);
        const cause = new Error('no active call');
        jest.mocked(element.hold).mockImplementation(() => {
            throw cause;
        });
        expect(refusedCall(bridge, 'hold')).toMatchObject({ code: 'FAILED', method: 'hold', cause });
        expect(refused).toHaveBeenCalledTimes(1);
        expect(bridge.diagnostics()).toMatchObject({ methodErrors: 1, reasons: ['hold failed in the toolkit'] });
    });

    it('finds a promise that the toolkit rejects among the diagnostics, and it is no unhandled one', async () => {
        const [bridge, element, refused] = [createToolkitBridge(), toolkit(), jest.fn()];
        bridge.attach(element);
        bridge.onRefused(refused);
        jest.mocked(element.swap).mockImplementation(() => Promise.reject(new Error('no third party')));
        bridge.call('swap');
        await settled();
        expect(refused).toHaveBeenCalledTimes(1);
        expect(bridge.diagnostics()).toMatchObject({ methodErrors: 1, reasons: ['swap failed in the toolkit'] });
    });

    it('finds there, too, what a promise of another sandbox rejects, which is no Promise of this one', () => {
        const [bridge, element] = [createToolkitBridge(), toolkit()];
        bridge.attach(element);
        const then = (_done: unknown, failed: (error: unknown) => void): void => failed(new Error('no third party'));
        jest.mocked(element.swap).mockReturnValue({ then });
        bridge.call('swap');
        expect(bridge.diagnostics()).toMatchObject({ methodErrors: 1, reasons: ['swap failed in the toolkit'] });
    });
});
