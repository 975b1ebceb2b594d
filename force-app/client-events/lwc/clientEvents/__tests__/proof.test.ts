import {
    addAssociation,
    addCustomAttributes,
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    decodeClientEvent,
    disconnect,
    hold,
    mute,
    pickup,
    securePause,
    secureSession,
    subscribeTo,
    updateStatus
} from 'c/clientEventCodec';
import type { ClientAction, ClientInteraction } from 'c/clientEventCodec';
import { proofOf } from '../proof.ts';
import { CALL } from './page.ts';

const TO = { transferTarget: 'q', transferTargetType: 'queueId' } as const;
const TALKING: ClientInteraction = { id: CALL, state: 'CONNECTED', isConnected: true, securePause: false };
const HELD: ClientInteraction = { ...TALKING, state: 'HELD' };
const RINGING: ClientInteraction = { id: CALL, state: 'ALERTING', isConnected: false };
const OVER: ClientInteraction = { id: CALL, state: 'DISCONNECTED', isConnected: false, isDisconnected: true };

const proves = (action: ClientAction, now: ClientInteraction | undefined, category: string, data: unknown): boolean =>
    proofOf(action, now)?.(decodeClientEvent({ type: 'Interaction', category, data }, 'now')) ?? false;

describe('the agent sees an action confirmed', () => {
    it.each<[string, ClientAction, ClientInteraction | undefined, string, unknown]>([
        ['pickup: connect', pickup(CALL), RINGING, 'connect', CALL],
        ['pickup: a change to connected', pickup(CALL), RINGING, 'change', { new: TALKING }],
        [
            'pickup: the state without the flag',
            pickup(CALL),
            RINGING,
            'change',
            { new: { id: CALL, state: 'CONNECTED' } }
        ],
        ['hold: held', hold(CALL), TALKING, 'change', { new: HELD }],
        ['hold of one that nobody knows: held', hold(CALL), undefined, 'change', { new: HELD }],
        ['hold whatever it was: held', hold(CALL), HELD, 'change', { new: HELD }],
        ['retrieve: connected', hold(CALL, 'off'), HELD, 'change', { new: TALKING }],
        ['the other state than now, held: connected', hold(CALL, 'toggle'), HELD, 'change', { new: TALKING }],
        ['the other state than now, connected: held', hold(CALL, 'toggle'), TALKING, 'change', { new: HELD }],
        ['secure pause: paused', securePause(CALL), TALKING, 'change', { new: { ...TALKING, securePause: true } }],
        ['recording goes on', securePause(CALL, 'off'), { ...TALKING, securePause: true }, 'change', { new: TALKING }],
        ['disconnect: disconnect', disconnect(CALL), TALKING, 'disconnect', CALL],
        ['disconnect: a change to disconnected', disconnect(CALL), TALKING, 'change', { new: OVER }],
        ['disconnect: wrapped up already', disconnect(CALL), TALKING, 'acw', CALL],
        ['blind transfer', blindTransfer(CALL, TO), TALKING, 'blindTransfer', CALL],
        ['consult transfer', consultTransfer(CALL, TO), TALKING, 'consultTransfer', { id: CALL }],
        ['conclude transfer', concludeTransfer(CALL), TALKING, 'completeConsultTransfer', CALL]
    ])('%s', (_, action, now, category, data) => {
        expect(proves(action, now, category, data)).toBe(true);
    });
});

describe('the agent does not see an action confirmed by', () => {
    it.each<[string, ClientAction, ClientInteraction | undefined, string, unknown]>([
        ['a no-op while waiting for hold', hold(CALL), TALKING, 'change', { new: TALKING }],
        ['a no-op while waiting for retrieve', hold(CALL, 'off'), HELD, 'change', { new: HELD }],
        ['the end while waiting for retrieve', hold(CALL, 'off'), HELD, 'change', { new: OVER }],
        [
            'a message without state while waiting for retrieve',
            hold(CALL, 'off'),
            HELD,
            'change',
            { new: { id: CALL, ani: '1' } }
        ],
        ['another call', hold(CALL), TALKING, 'change', { new: { ...HELD, id: 'other' } }],
        ['ringing on', pickup(CALL), RINGING, 'change', { new: RINGING }],
        ['the customer who hangs up before the transfer', blindTransfer(CALL, TO), TALKING, 'disconnect', CALL],
        [
            'a recording that flickers',
            securePause(CALL),
            TALKING,
            'change',
            { new: { ...TALKING, recordingState: 'none' } }
        ]
    ])('%s', (_, action, now, category, data) => {
        expect(proves(action, now, category, data)).toBe(false);
    });

    it.each([
        ['mute (W4)', mute(CALL)],
        ['attributes', addCustomAttributes(CALL, { a: '1' })],
        ['an association', addAssociation({ interactionId: CALL, id: '003', type: 'contact', text: 'x' })],
        ['a secure session', secureSession(CALL, { flowId: 'f', userData: '' })],
        ['a subscription', subscribeTo('Interaction', ['add'])]
    ])('anything, for %s', (_, action) => {
        expect(proofOf(action, TALKING)).toBeUndefined();
    });
});

it('its own echo shows the agent nothing (T22, W6)', () => {
    const echo = decodeClientEvent(hold(CALL), 'now');
    expect(proofOf(hold(CALL), TALKING)?.(echo)).toBe(false);
});

it('an action that nobody knows is shown by nothing, whatever its name', () => {
    const data = { id: CALL, action: 'constructor' };
    expect(proofOf({ type: 'PureCloud.Interaction.updateState', data }, TALKING)).toBeUndefined();
});

describe('the status', () => {
    const shown = (wanted: string, data: unknown): boolean =>
        proofOf(
            updateStatus(wanted),
            undefined
        )?.(decodeClientEvent({ type: 'UserAction', category: 'status', data }, 'now')) ?? false;

    it.each([null, {}, { status: 'BREAK' }, { id: 'another' }])('is not confirmed by %j', (data) => {
        expect(shown('Available', data)).toBe(false);
    });

    it('is confirmed by its constant', () => {
        expect(shown('Out of Office', { status: 'OUT_OF_OFFICE', id: 'x' })).toBe(true);
    });
});
