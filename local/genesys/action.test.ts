import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAction, Refusal } from './action.ts';

const ID = '7b0e6a3c-1d44-4b0a-9b59-6f1d6c5b2a10';
const stateChange = (data: object): object => ({
    type: 'PureCloud.Interaction.updateState',
    data: { id: ID, ...data }
});

describe('the phone understands a published action', () => {
    test('in both spellings of the vendor (T2)', () => {
        const action = { kind: 'hold', id: ID };
        for (const name of ['Interaction', 'interaction']) {
            const type = `PureCloud.${name}.updateState`;
            assert.deepEqual(readAction({ type, data: { action: 'hold', id: ID } }), action);
        }
    });

    test('with a transfer target that was encoded, or not (T15)', () => {
        for (const transferTarget of ['%2B442079460018', '+442079460018']) {
            const participantContext = { transferTarget, transferTargetType: 'address' };
            assert.deepEqual(readAction(stateChange({ action: 'blindTransfer', participantContext })), {
                kind: 'blindTransfer',
                id: ID,
                target: '+442079460018',
                targetType: 'address'
            });
        }
    });

    test('with a target that only looks encoded', () => {
        const participantContext = { transferTarget: '100%', transferTargetType: 'address' };
        assert.equal(
            (readAction(stateChange({ action: 'blindTransfer', participantContext })) as { target: string }).target,
            '100%'
        );
    });

    test('with attributes that are null or a truth value (T12)', () => {
        const attributes = { claim: null, urgent: true };
        const action = readAction({ type: 'PureCloud.Interaction.addCustomAttributes', data: { id: ID, attributes } });
        assert.deepEqual(action, { kind: 'addCustomAttributes', id: ID, attributes });
    });
});

describe('the phone refuses, and says why', () => {
    const cases: readonly [what: string, action: unknown, says: RegExp][] = [
        ['what is no object', 'hold', /must be an object/],
        ['an action without type', { data: {} }, /no type/],
        ['an unknown type', { type: 'PureCloud.Interaction.conference', data: {} }, /does not know/],
        ['a message without data', { type: 'PureCloud.Interaction.updateState' }, /^data must be an object/],
        ['an unknown state', stateChange({ action: 'unhold' }), /does not know this state/],
        ['an empty id', { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', id: '' } }, /^id must be/],
        [
            'the id under another name (T4)',
            { type: 'PureCloud.Interaction.updateState', data: { action: 'hold', interactionId: ID } },
            /^id must be/
        ],
        ['a transfer without context', stateChange({ action: 'blindTransfer' }), /^participantContext/],
        [
            'a transfer without target',
            stateChange({ action: 'consultTransfer', participantContext: { transferTargetType: 'userId' } }),
            /^transferTarget must/
        ],
        [
            'an unknown kind of target',
            stateChange({
                action: 'blindTransfer',
                participantContext: { transferTarget: 'x', transferTargetType: 'group' }
            }),
            /userId, queueId, address/
        ],
        [
            'a secure session without flow',
            stateChange({ action: 'secureSession', secureSessionContext: { userData: 'a' } }),
            /^flowId/
        ],
        [
            'attributes that are not flat',
            { type: 'PureCloud.Interaction.addCustomAttributes', data: { id: ID, attributes: { a: { b: 1 } } } },
            /flat/
        ],
        [
            'attributes that are a list',
            { type: 'PureCloud.Interaction.addCustomAttributes', data: { id: ID, attributes: [] } },
            /^attributes must be an object/
        ]
    ];
    for (const [what, action, says] of cases) {
        test(what, () => {
            assert.throws(
                () => readAction(action),
                (error) => error instanceof Refusal && says.test(error.message)
            );
        });
    }
});
