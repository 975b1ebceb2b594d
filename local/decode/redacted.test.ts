import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { loadDecode } from './codec.ts';
import { redacted } from './redacted.ts';

const decodeClientEvent = await loadDecode();
const AT = '2026-01-15T09:00:00.000Z';
const ID = 'e4e03b73-784b-435e-a30a-a527e20801c8';

function shown(message: unknown): object {
    return redacted(decodeClientEvent(message, AT));
}

describe('what may be passed on', () => {
    it('is the state of a call, its times and durations, and the names of the rest', () => {
        const data = {
            id: ID,
            state: 'CONNECTED',
            isConnected: true,
            phone: 'tel:+61491570006',
            queueName: 'Claims',
            connectedTime: '2026-01-15T09:00:00.000Z',
            totalAcdDurationSeconds: 4,
            attributes: { 'Participant.policy': '4711' }
        };
        assert.deepEqual(shown({ type: 'Interaction', category: 'change', data: { new: data } }), {
            type: 'Interaction',
            category: 'change',
            id: ID,
            receivedAt: AT,
            interaction: {
                id: ID,
                state: 'CONNECTED',
                isConnected: true,
                connectedTime: '2026-01-15T09:00:00.000Z',
                totalAcdDurationSeconds: 4,
                withheld: ['phone', 'queueName', 'attributes']
            }
        });
    });

    it('is the reason for which a message was not understood, without the message', () => {
        assert.deepEqual(shown({ type: 'Interaction', category: 'teleport', data: { phone: '0491570006' } }), {
            type: 'Unknown',
            reason: 'Interaction category "teleport" is not known',
            receivedAt: AT,
            withheld: ['raw']
        });
    });

    it('is no word that may be a name, where the type of a message is none', () => {
        for (const type of ['Edna.Frank', 'Edna', 'edna.frank'])
            assert.partialDeepStrictEqual(shown({ type }), { reason: 'type "…" is not known' });
    });

    it('is that something was said, not what', () => {
        const alternatives = [{ transcript: 'my card number is', words: [] }];
        const transcripts = [{ utteranceId: 'one', channel: 'EXTERNAL', alternatives }];
        const message = { type: 'Notification', category: 'conversationTranscription', data: { id: ID, transcripts } };
        assert.partialDeepStrictEqual(shown(message), { id: ID, utterances: 1 });
        assert.doesNotMatch(JSON.stringify(shown(message)), /card/);
    });

    it('is which action somebody sent, not with what', () => {
        const secureSessionContext = { flowId: 'f', userData: '4111111111111111' };
        const data = { action: 'secureSession', id: ID, secureSessionContext };
        const echo = shown({ type: 'PureCloud.Interaction.updateState', data });
        assert.deepEqual(echo, {
            type: 'ActionEcho',
            action: 'Interaction.updateState',
            id: ID,
            state: 'secureSession',
            receivedAt: AT,
            withheld: ['data']
        });
    });

    it('an id that is none is not shown, because a number or a name may stand there', () => {
        assert.doesNotMatch(
            JSON.stringify(shown({ type: 'Interaction', category: 'acw', data: '61491570006' })),
            /6149/
        );
    });
});

/** Two words that no contract knows, where a customer's data may be. */
const secret = fc.constantFrom('0491 570 006', 'Ada Lovelace');
const value = fc.oneof(
    secret,
    fc.boolean(),
    fc.double(),
    fc.constant(null),
    fc.array(secret),
    fc.dictionary(secret, secret)
);
const FIELDS = [
    'state',
    'phone',
    'ani',
    'name',
    'startTime',
    'recordingState',
    'direction',
    'attributes',
    'status'
].concat([
    'sub_status',
    'messages',
    'transcripts',
    'interactionId',
    'action',
    'secureSessionContext',
    'view',
    'disposition'
]);
const data = fc.oneof(
    secret,
    fc
        .record({ id: fc.constantFrom(ID, 'Ada Lovelace') }, { requiredKeys: [] })
        .chain((id) => fc.dictionary(fc.constantFrom(...FIELDS), value).map((fields) => ({ ...id, ...fields })))
);
const TYPES = ['Interaction', 'UserAction', 'Notification', 'InitialSetup', 'PureCloud.Interaction.updateState'];
const CATEGORIES = ['add', 'change', 'acw', 'status', 'routingStatus', 'station', 'login', 'view', 'chatUpdate'].concat(
    ['conversationTranscription', 'interactionSelection', 'Ada Lovelace']
);
const message = fc.record({
    type: fc.constantFrom(...TYPES, 'PureCloud.Ada Lovelace', 'Ada Lovelace'),
    category: fc.constantFrom(...CATEGORIES),
    data: fc.oneof(data, fc.record({ old: data, new: data }))
});

describe('whatever a message holds', () => {
    it('nothing of a customer is left in it', () => {
        fc.assert(
            fc.property(message, (any) => {
                assert.doesNotMatch(JSON.stringify(shown(any)), /0491|Ada|Lovelace/);
            }),
            { numRuns: 2_000 }
        );
    });
});
