import { readFileSync } from 'node:fs';
import path from 'node:path';
import { types } from 'node:util';
import type { PhoneObservation } from 'c/phoneOnPage';
import { createVoiceObservations, voiceObservations } from 'c/voiceObservations';
import { createToolkitBridge, TOOLKIT_METHODS } from 'c/voiceToolkit';
import type { ToolkitMethod } from 'c/voiceToolkit';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import { CALL, CALLER, toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';

type Fields = Readonly<Record<string, unknown>>;
type Told = readonly [name: TelephonyEventName, more?: Fields];

interface Toolkit {
    tell(name: TelephonyEventName, more?: Fields, init?: Omit<CustomEventInit, 'detail'>): void;
    does(method: ToolkitMethod, returned?: unknown, during?: () => void): void;
}

/** Every answer that was exported so far. */
const exported = new Set<string>();

function observer(): {
    toolkit(methods?: Fields): Toolkit;
    line(id: string): PhoneObservation;
} {
    const seen = createVoiceObservations();
    return {
        toolkit(methods): Toolkit {
            const all = Object.fromEntries(TOOLKIT_METHODS.map((name) => [name, () => undefined]));
            const element = Object.assign(document.createElement('x-toolkit'), { ...all, ...methods });
            seen.attached(element as unknown as VoiceToolkitElement);
            return {
                tell: (name, more, init) =>
                    seen.heard(
                        new CustomEvent(name, { ...init, detail: toolkitEvent(name, more).detail }),
                        element as unknown as VoiceToolkitElement
                    ),
                does(method, returned, during): void {
                    seen.calling(method);
                    during?.();
                    seen.called(method, returned);
                }
            };
        },
        line(id): PhoneObservation {
            const line = seen.observations().find((one) => one.id === id);
            if (!line) throw new Error(`There is no line ${id}.`);
            Object.entries(line.profile ?? {}).forEach(([name, answer]) => exported.add(`${name}: ${answer}`));
            return line;
        }
    };
}

/** The line after these events at one toolkit. */
function after(id: string, ...events: readonly Told[]): PhoneObservation {
    const page = observer();
    const toolkit = page.toolkit();
    for (const [name, more] of events) toolkit.tell(name, more);
    return page.line(id);
}

const says = (text: string): Fields => ({ content: { formatType: 'Text', text } });
const GONE = { callId: undefined };
const OWN = { callId: 'leg-2' };
const NESTED = { stats: [{ inputChannelStats: { packetsLost: 1 }, outputChannelStats: { packetsLost: 2 } }] };
const CONFERENCE: readonly Told[] = [['callconnected'], ['participantadded'], ['conference']];
const CALL_OVER: readonly Told[] = [['callconnected'], ['callended']];
const NEXT: Told = ['callconnected', { callId: 'call-2' }];

beforeAll(() => {
    // As browsers do; the window of the tests has none.
    Object.assign(globalThis, {
        structuredClone(value: unknown): unknown {
            if (types.isProxy(value)) throw new Error('#<Object> could not be cloned.');
            return JSON.parse(JSON.stringify(value)) as unknown;
        }
    });
});

describe('before the agent has done anything', () => {
    it('the admin reads at each question what was tried and what to do on the phone', () => {
        const lines = createVoiceObservations().observations();
        expect(lines).toHaveLength(14);
        for (const line of lines) {
            expect(line).toMatchObject({ outcome: 'unclear', meaning: 'This page has not seen it yet.' });
            expect([line.title, line.tried, line.setting].every((text) => text)).toBe(true);
            expect(line).not.toHaveProperty('profile');
        }
    });

    it('no two questions have one id or one title', () => {
        const lines = createVoiceObservations().observations();
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length);
    });
});

describe('what an org answers', () => {
    it.each<[what: string, id: string, events: readonly Told[], outcome: string, profile: Fields]>([
        ['U1 reports of one direction each', 'voiceStats', [['audiostats']], 'works', { 'voice-audio-stats': 'flat' }],
        ['U1 reports in a list', 'voiceStats', [['audiostats', NESTED]], 'works', { 'voice-audio-stats': 'nested' }],
        [
            'U1 reports in both forms',
            'voiceStats',
            [['audiostats'], ['audiostats', NESTED]],
            'works',
            { 'voice-audio-stats': 'both' }
        ],
        [
            'U1 reports that hold nothing known',
            'voiceStats',
            [['audiostats', { stats: [{ loss: 1 }] }]],
            'limited',
            { 'voice-audio-stats': 'other' }
        ],
        [
            'U3 a customer named EndUser',
            'voiceCustomer',
            [['transcript', { sender: { role: 'ENDUSER' } }]],
            'works',
            { 'voice-customer-role': 'enduser' }
        ],
        [
            'U3 a customer under another word',
            'voiceCustomer',
            [['transcript', { sender: { role: 'Visitor' } }]],
            'limited',
            { 'voice-customer-role': 'other' }
        ],
        [
            'U4 a call that is told again',
            'voiceToldAgain',
            [['callconnected'], ['hold'], ['callconnected']],
            'works',
            { 'voice-told-again': 'again' }
        ],
        [
            'U4 a call that says itself that it is told again',
            'voiceToldAgain',
            [['callconnected', { isReplayedCall: true }]],
            'works',
            { 'voice-told-again': 'again' }
        ],
        [
            'U4 a call of which the page hears in the middle',
            'voiceToldAgain',
            [['hold']],
            'limited',
            { 'voice-told-again': 'silent' }
        ],
        [
            'U4 a caller who leaves a conference',
            'voiceConference',
            [...CONFERENCE, ['participantremoved', GONE], ['callended']],
            'works',
            { 'voice-caller-leaves': 'removed' }
        ],
        [
            'U4 a conference that ends with the caller',
            'voiceConference',
            [...CONFERENCE, ['callended']],
            'limited',
            { 'voice-caller-leaves': 'ended' }
        ],
        [
            'U5 parties of the call itself',
            'voiceParties',
            [['callconnected'], ['participantadded'], ['participantremoved']],
            'works',
            { 'voice-added-call-id': 'same', 'voice-removed-call-id': 'same' }
        ],
        [
            'U5 parties under ids of their own',
            'voiceParties',
            [['callconnected'], ['participantadded', OWN], ['participantremoved', OWN]],
            'limited',
            { 'voice-added-call-id': 'own', 'voice-removed-call-id': 'own' }
        ],
        [
            'U5 parties under no id',
            'voiceParties',
            [['callconnected'], ['participantadded', GONE]],
            'limited',
            { 'voice-added-call-id': 'missing' }
        ],
        [
            'U4 adding that fails',
            'voiceParties',
            [['callconnected'], ['participantadded'], ['participantremoved', GONE]],
            'limited',
            { 'voice-added-call-id': 'same', 'voice-removed-call-id': 'missing' }
        ],
        ['U6 ids like those of conversations', 'voiceCallId', [['callconnected']], 'fact', { 'voice-call-id': 'uuid' }],
        ['U6 other ids', 'voiceCallId', [NEXT], 'limited', { 'voice-call-id': 'other' }],
        [
            'U7 the end of the wrap-up',
            'voiceWrapUp',
            [...CALL_OVER, ['wrapupended']],
            'works',
            { 'voice-wrap-up': 'told' }
        ],
        [
            'U7 the end of the wrap-up of some call',
            'voiceWrapUp',
            [...CALL_OVER, ['wrapupended', GONE], NEXT],
            'limited',
            { 'voice-wrap-up': 'withoutCallId' }
        ],
        ['U7 no end of the wrap-up', 'voiceWrapUp', [...CALL_OVER, NEXT], 'limited', { 'voice-wrap-up': 'silent' }],
        ['U10 the documented kinds', 'voiceCallTypes', [['callstarted']], 'works', { 'voice-call-type': 'documented' }],
        [
            'U10 the documented kinds with capitals',
            'voiceCallTypes',
            [['callstarted', { callType: 'Inbound' }]],
            'works',
            { 'voice-call-type': 'otherCase' }
        ],
        [
            'U10 other kinds',
            'voiceCallTypes',
            [['callstarted', { callType: 'Callback' }]],
            'limited',
            { 'voice-call-type': 'otherWords' }
        ],
        [
            'U11 entities',
            'voiceEntities',
            [['note', says('Don&#39;t call')]],
            'limited',
            { 'voice-html-entities': 'yes' }
        ],
        [
            'U11 the characters themselves',
            'voiceEntities',
            [['note', says("Don't call")]],
            'works',
            { 'voice-html-entities': 'no' }
        ]
    ])('the admin reads of %s', (_what, id, events, outcome, profile) => {
        const line = after(id, ...events);
        expect(line).toMatchObject({ outcome, profile });
        expect(line.profile).toEqual(profile);
    });

    it.each<[what: string, id: string, events: readonly Told[]]>([
        ['the agent alone speaks', 'voiceCustomer', [['transcript']]],
        ['a bot speaks', 'voiceCustomer', [['transcript', { sender: { role: 'Bot' } }]]],
        ['the system speaks', 'voiceCustomer', [['transcript', { sender: { role: 'System' } }]]],
        ['an event comes twice', 'voiceToldAgain', [['callstarted'], ['callstarted'], ['callconnected'], ['hold']]],
        ['a call ends that nobody answered', 'voiceWrapUp', [['callstarted'], ['callended'], NEXT]],
        ['nobody asked for a swap', 'voiceSwap', [['swap'], ['hold']]],
        ['a text has no special character', 'voiceEntities', [['note', says('Call back')]]]
    ])('nothing is claimed where %s', (_what, id, events) => {
        expect(after(id, ...events)).toMatchObject({ outcome: 'unclear' });
    });

    it.each([
        [{}, false, 'stays', 'plain'],
        [{ bubbles: true }, false, 'bubbles', 'plain'],
        [{}, true, 'stays', 'frozen']
    ])('U2 the admin reads how events arrive: %j, frozen %s', (init, frozen, way, kind) => {
        const seen = createVoiceObservations();
        const { detail } = toolkitEvent('mute');
        const event = new CustomEvent('mute', { ...init, detail: frozen ? Object.freeze({ ...detail }) : detail });
        seen.heard(event, document.createElement('x-toolkit') as unknown as VoiceToolkitElement);
        const line = seen.observations().find(({ id }) => id === 'voiceDelivery');
        expect(line?.profile).toEqual({ 'voice-event-bubbling': way, 'voice-event-detail': kind });
        Object.entries(line?.profile ?? {}).forEach(([name, answer]) => exported.add(`${name}: ${answer}`));
    });

    it('U2 the admin reads that what events carry is wrapped', () => {
        const seen = createVoiceObservations();
        const event = new CustomEvent('mute', { detail: new Proxy(toolkitEvent('mute').detail, {}) });
        seen.heard(event, document.createElement('x-toolkit') as unknown as VoiceToolkitElement);
        const line = seen.observations().find(({ id }) => id === 'voiceDelivery');
        expect(line?.profile).toMatchObject({ 'voice-event-detail': 'wrapped' });
        exported.add('voice-event-detail: wrapped');
    });

    it.each([
        ['swap', 'swap', 'works'],
        ['hold', 'holdResume', 'limited']
    ] as const)('U4 the admin reads of a swap that is told as %s', (name, answer, outcome) => {
        for (const during of [true, false]) {
            const page = observer();
            const toolkit = page.toolkit();
            toolkit.does('swap', undefined, () => (during ? toolkit.tell(name) : undefined));
            if (!during) toolkit.tell(name);
            expect(page.line('voiceSwap')).toMatchObject({ outcome, profile: { 'voice-swap': answer } });
        }
    });

    it('U8 the admin reads that each of two toolkits hears each event, and that one told twice', () => {
        const page = observer();
        const [one, other] = [page.toolkit(), page.toolkit()];
        one.tell('mute');
        other.tell('mute');
        one.tell('unmute');
        one.tell('unmute');
        expect(page.line('voiceElements')).toMatchObject({
            outcome: 'works',
            said: 'byBoth 1, byOne 1, doubles 1',
            profile: { 'voice-two-elements': 'each' }
        });
    });

    it('U8 the admin reads that only one of two toolkits hears anything, once that is no chance', () => {
        const page = observer();
        const one = page.toolkit();
        page.toolkit();
        one.tell('callconnected');
        one.tell('hold');
        expect(page.line('voiceElements').outcome).toBe('unclear');
        for (const name of ['resume', 'mute', 'unmute', 'hold', 'resume'] as const) one.tell(name);
        expect(page.line('voiceElements')).toMatchObject({
            outcome: 'limited',
            profile: { 'voice-two-elements': 'once' }
        });
    });

    it.each([
        [undefined, 'nothing'],
        [Promise.resolve(), 'promise'],
        [null, 'value'],
        [true, 'value']
    ])('U9 the admin reads that a method returns %s', (returned, kind) => {
        const page = observer();
        const toolkit = page.toolkit();
        expect(page.line('voiceMethods')).toMatchObject({ outcome: 'unclear', profile: { 'voice-methods': 'all' } });
        toolkit.does('hold', returned);
        expect(page.line('voiceMethods')).toMatchObject({ outcome: 'fact', profile: { 'voice-method-returns': kind } });
    });

    it('U9 the admin reads which methods are missing', () => {
        const page = observer();
        page.toolkit({ swap: undefined, constructor: { convertEventType: (): void => undefined } });
        expect(page.line('voiceMethods')).toMatchObject({
            outcome: 'limited',
            said: 'missing swap; convertEventType there',
            profile: { 'voice-methods': 'some', 'voice-convert-event-type': 'there' }
        });
    });

    it('support reads each form in which each event came, and how often', () => {
        const line = after(
            'voiceHeard',
            ['mute'],
            ['mute'],
            ['mute', { reason: null, at: 7 }],
            ['note', { participants: { Edna: 1 }, '4155550101': true }]
        );
        expect(line.outcome).toBe('fact');
        expect(line.said).toBe(
            'mute {callId text} 2, {callId text, reason null, at number} 1; ' +
                'note {? boolean, id text, clientSentTimestamp number, serverReceivedTimestamp number, callId text, ' +
                'content {formatType text, text text}, sender {role text, displayName text}, participants {1}} 1'
        );
    });

    it('a developer finds each answer that a profile may have among those that are read here', () => {
        const profile = JSON.parse(
            readFileSync(path.resolve(__dirname, '../../../../../config/org-profiles/documented.json'), 'utf8')
        ) as { id: string; allowed: string[] }[];
        const all = profile
            .filter(({ id }) => id.startsWith('voice-'))
            .flatMap(({ allowed, id }) => allowed.map((answer) => `${id}: ${answer}`));
        expect([...exported].sort()).toEqual(all.sort());
    });
});

describe('the page', () => {
    it('an admin reads what the toolkit of any component on it showed, refused events with it', () => {
        const bridge = createToolkitBridge({ callId: 'another call' });
        const element = Object.assign(document.createElement('x-toolkit'), { hold: (): void => undefined });
        bridge.attach(element as unknown as VoiceToolkitElement);
        element.dispatchEvent(new CustomEvent('hold', { detail: { callId: CALL, participant: CALLER } }));
        element.dispatchEvent(new CustomEvent('wrapupended', { detail: {} }));
        bridge.call('hold', 'Initial_Caller');
        const line = (id: string): PhoneObservation | undefined => voiceObservations().find((one) => one.id === id);
        expect(line('voiceHeard')?.said).toBe('hold {callId text, participant text} 1; wrapupended {} 1');
        expect(line('voiceMethods')?.profile).toMatchObject({ 'voice-method-returns': 'nothing' });
        bridge.detach();
    });
});
