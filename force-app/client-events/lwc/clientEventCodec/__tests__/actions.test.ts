import * as codec from 'c/clientEventCodec';
import { CALL } from './messages.ts';

const {
    addAssociation,
    addCustomAttributes,
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    decodeClientEvent,
    disconnect,
    flowAddress,
    hold,
    InvalidActionError,
    likelyCardNumber,
    mute,
    pickup,
    securePause,
    secureSession,
    subscribeTo,
    updateState,
    updateStatus
} = codec;

const FLOW = '741f4f39-7a94-470d-a1dd-dd68d01e0dd8';

/** The error of an action that must not be built. */
const refusal = (build: () => unknown): InstanceType<typeof InvalidActionError> => {
    try {
        build();
    } catch (error) {
        if (error instanceof InvalidActionError) return error;
        throw error;
    }
    throw new Error('It was built.');
};
/** Arguments that TypeScript refuses and a developer without it gives. */
const wrong = (value: unknown): never => value as never;

describe('the developer sends', () => {
    it.each([
        ['pickup', pickup],
        ['disconnect', disconnect],
        ['mute', mute],
        ['concludeTransfer', concludeTransfer]
    ] as const)('%s', (action, build) => {
        expect(build(CALL)).toEqual({ type: 'PureCloud.Interaction.updateState', data: { action, id: CALL } });
    });

    it.each([
        ['hold', hold],
        ['securePause', securePause]
    ] as const)('%s to the state that is wanted, on unless told otherwise', (action, build) => {
        const published = { type: 'PureCloud.Interaction.updateState', data: { action, id: CALL } };
        expect(build(CALL)).toEqual({ ...published, wanted: 'on' });
        expect(build(CALL, 'off')).toEqual({ ...published, wanted: 'off' });
        expect(build(CALL, 'toggle')).toEqual(published);
        expect(updateState(action, CALL)).toEqual(published);
    });

    it('a record linked to the interaction, whose id stands under another name (T4)', () => {
        const data = { interactionId: CALL, id: '0035e00000AbCdEAAV', type: 'contact', text: 'Edna Frank' };
        expect(addAssociation(data)).toEqual({ type: 'PureCloud.Interaction.addAssociation', data });
    });

    it('a blind transfer, as on the page "Events in Salesforce"', () => {
        expect(
            blindTransfer('1234-1234-1234-1234', { transferTarget: '3175550123', transferTargetType: 'address' })
        ).toEqual({
            type: 'PureCloud.Interaction.updateState',
            data: {
                action: 'blindTransfer',
                id: '1234-1234-1234-1234',
                participantContext: { transferTarget: '3175550123', transferTargetType: 'address' }
            }
        });
    });

    it('a consult transfer whose phone number is left as it is given (T15)', () => {
        const { data } = consultTransfer(CALL, { transferTarget: '+34600555001', transferTargetType: 'address' });
        expect(data.participantContext).toEqual({ transferTarget: '+34600555001', transferTargetType: 'address' });
    });

    it('a transfer to a flow, prefixed and encoded (T15)', () => {
        expect(flowAddress('Auditor Secure Flow/é')).toBe('sip:Auditor%20Secure%20Flow%2F%C3%A9');
        const to = { transferTarget: flowAddress('Auditor Flow'), transferTargetType: 'address' } as const;
        expect(blindTransfer(CALL, to).data.participantContext).toEqual({
            transferTarget: 'sip:Auditor%20Flow',
            transferTargetType: 'address'
        });
    });

    it.each([true, false, undefined])('a secure session with disconnect %p', (ending) => {
        const session = { flowId: FLOW, userData: 'hello', ...(ending === undefined ? {} : { disconnect: ending }) };
        expect(secureSession(CALL, session).data).toEqual({
            action: 'secureSession',
            id: CALL,
            secureSessionContext: session
        });
    });

    it('attributes, each value with its type', () => {
        const attributes = { record_url: '/0000413456', count: 2, vip: true, cleared: null };
        expect(addCustomAttributes(CALL, attributes)).toEqual({
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: { id: CALL, attributes }
        });
    });

    it.each(['1234-1234-1234-1234', 'Break', 'ON_QUEUE'])('the status %s (T5)', (id) => {
        expect(updateStatus(id)).toEqual({ type: 'PureCloud.User.updateStatus', data: { id } });
    });

    it('a subscription, in the spelling of the vendor unless told otherwise (T3)', () => {
        const data = { type: 'Notification', categories: ['conversationTranscription'] };
        expect(subscribeTo('Notification', ['conversationTranscription'])).toEqual({
            type: 'PureCloud.Subscribe',
            data
        });
        expect(subscribeTo('Notification', ['conversationTranscription'], 'PureCloud.subscribe')).toEqual({
            type: 'PureCloud.subscribe',
            data
        });
    });

    it('a copy, so that later changes of the arguments are not sent', () => {
        const attributes: Record<string, string> = { a: '1' };
        const action = addCustomAttributes(CALL, attributes);
        attributes.a = '2';
        expect(action.data.attributes).toEqual({ a: '1' });
    });

    it('what every subscriber recognises as an action, not an event (T22)', () => {
        expect(decodeClientEvent(hold(CALL), 'now')).toMatchObject({ type: 'ActionEcho', id: CALL, state: 'hold' });
    });
});

describe('the developer is told what is wrong', () => {
    const TO = { transferTarget: 'q1', transferTargetType: 'queueId' } as const;

    it.each<[string, () => unknown, string]>([
        ['no id', () => hold(wrong(undefined)), 'id'],
        ['a blank id', () => pickup(' '), 'id'],
        ['a state that does not exist', () => updateState(wrong('unhold'), CALL), 'action'],
        ['another state of a toggle', () => hold(CALL, wrong('held')), 'wanted'],
        ['the index of a list, by ids.map(hold)', () => [CALL].map(securePause as never), 'wanted'],
        ['no association', () => addAssociation(wrong(undefined)), 'association'],
        [
            'an association without text',
            () => addAssociation({ interactionId: CALL, id: '003', type: 'contact', text: ' ' }),
            'text'
        ],
        ['an association without interaction', () => addAssociation(wrong({ id: '003' })), 'interactionId'],
        ['a context where none belongs', () => updateState('hold', CALL, TO), 'context'],
        ['a transfer to nowhere', () => blindTransfer(CALL, wrong(undefined)), 'participantContext'],
        [
            'a transfer without target',
            () => blindTransfer(CALL, { ...TO, transferTarget: '' }),
            'participantContext.transferTarget'
        ],
        [
            'a transfer to a kind of target that does not exist',
            () => consultTransfer(CALL, { ...TO, transferTargetType: wrong('phone') }),
            'participantContext.transferTargetType'
        ],
        [
            'a flow that is not encoded',
            () => blindTransfer(CALL, { transferTarget: 'sip:My Flow', transferTargetType: 'address' }),
            'participantContext.transferTarget'
        ],
        ['no secure session', () => secureSession(CALL, wrong(null)), 'secureSessionContext'],
        ['no flow', () => secureSession(CALL, wrong({ userData: '' })), 'secureSessionContext.flowId'],
        ['no user data', () => secureSession(CALL, wrong({ flowId: FLOW })), 'secureSessionContext.userData'],
        [
            'a disconnect that is neither true nor false',
            () => secureSession(CALL, wrong({ flowId: FLOW, userData: '', disconnect: 'yes' })),
            'secureSessionContext.disconnect'
        ],
        ['no attributes', () => addCustomAttributes(CALL, wrong(undefined)), 'attributes'],
        ['an attribute list', () => addCustomAttributes(CALL, wrong(['a'])), 'attributes'],
        ['attributes without any (W10)', () => addCustomAttributes(CALL, {}), 'attributes'],
        ['an attribute without name', () => addCustomAttributes(CALL, { '': 'x' }), 'attributes'],
        ['a nested attribute', () => addCustomAttributes(CALL, wrong({ a: {} })), 'attributes["a"]'],
        ['an attribute that is no number', () => addCustomAttributes(CALL, { a: NaN }), 'attributes["a"]'],
        [
            'an attribute with the prefix that the phone adds',
            () => addCustomAttributes(CALL, { 'participant.a': 'x' }),
            'attributes["participant.a"]'
        ],
        ['no status', () => updateStatus(''), 'id'],
        ['a subscription to nothing', () => subscribeTo(wrong('Everything'), ['add']), 'type'],
        ['no categories', () => subscribeTo('Interaction', []), 'categories'],
        ['no list of categories', () => subscribeTo('Interaction', wrong('add')), 'categories'],
        ['a category without name', () => subscribeTo('Interaction', ['add', '']), 'categories[1]'],
        ['another spelling', () => subscribeTo('Interaction', ['add'], wrong('subscribe')), 'spelling'],
        ['a flow without name', () => flowAddress(''), 'nameOrId'],
        ['a flow that is prefixed already', () => flowAddress('sip:Flow'), 'nameOrId'],
        ['a flow with half a character', () => flowAddress('a\ud800'), 'nameOrId']
    ])('by %s', (_, build, field) => {
        const error = refusal(build);
        expect(error.field).toBe(field);
        expect(error.message).toContain(field);
        expect(error.message).toContain(error.allowed);
    });

    it('that user data looks like a card number, without the number (T21)', () => {
        const error = refusal(() => secureSession(CALL, { flowId: FLOW, userData: 'card 4111 1111 1111 1111' }));
        expect(error.field).toBe('secureSessionContext.userData');
        expect(error.allowed).toContain('notACardNumber');
        expect(`${error.message} ${error.given} ${error.allowed} ${String(error.stack)}`).not.toContain('1111');
    });

    it('nothing when the developer says that it is no card number', () => {
        const session = { flowId: FLOW, userData: '4111111111111111' };
        expect(secureSession(CALL, session, { notACardNumber: true }).data.secureSessionContext).toEqual(session);
        const byName = updateState('secureSession', CALL, session, { notACardNumber: true });
        expect(byName).toEqual(secureSession(CALL, session, { notACardNumber: true }));
    });

    it('without the value of user data (T21)', () => {
        const secret = { card: '4111111111111111' };
        expect(refusal(() => secureSession(CALL, wrong({ flowId: FLOW, userData: secret }))).message).not.toContain(
            '4111'
        );
    });

    it('without the value of an attribute', () => {
        expect(refusal(() => addCustomAttributes(CALL, wrong({ a: ['+61491570006'] }))).message).not.toContain('+614');
    });
});

describe('user data that looks like a card number (T21)', () => {
    it.each([
        '4111111111111111',
        'card 4111 1111 1111 1111.',
        '5500-0000-0000-0004',
        '5500.0000.0000.0004',
        '378282246310005',
        'pan=4111111111111111;exp=1227',
        '4111 1111 1111 1111 12/27',
        '4111 1111 1111 1111 123',
        '12 27 4111 1111 1111 1111',
        '4111 - 1111 - 1111 - 1111',
        '4111  1111  1111  1111',
        '4111/1111/1111/1111',
        '4111_1111_1111_1111',
        '4111\u20131111\u20131111\u20131111',
        '4111\u200b1111\u200b1111\u200b1111',
        '\uff14\uff11\uff11\uff11 1111 1111 1111'
    ])('is noticed: %s', (text) => {
        expect(likelyCardNumber(text)).toBe(true);
    });

    it.each([
        'hello',
        '4111111111111112',
        '61491570006',
        '76304000000000000000',
        '2026-03-02T09:00:00.000Z',
        '4111,1111,1111,1111',
        '4111|1111|1111|1111',
        'c1c1c1c1-0000-4000-8000-000000000001',
        ''
    ])('is not seen in %s', (text) => {
        expect(likelyCardNumber(text)).toBe(false);
    });

    it('is looked for in a long list of groups', () => {
        expect(likelyCardNumber('7 '.repeat(50_000))).toBe(false);
    });
});
