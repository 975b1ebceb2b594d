import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as nextTask } from 'node:timers/promises';
import { publish } from './channelStub.ts';
import { loadClientEvents, RECEIVED_AT } from './clientEvents.ts';
import { recordedCall } from './recordedCall.ts';
import { VARIANTS, variants } from './variants.ts';
import type { Variant } from './variants.ts';
import { parseWithZod } from './zodSchema.ts';

const clientEvents = await loadClientEvents();
const ways = variants(clientEvents);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function handledBy(name: Variant, messages: readonly unknown[]): Promise<unknown[]> {
    const handled: unknown[] = [];
    const stop = ways[name]((event) => handled.push(event));
    await nextTask();
    for (const message of messages) publish({}, {}, message);
    stop();
    for (const message of messages) publish({}, {}, message);
    return handled;
}

describe('what is compared', () => {
    for (const name of VARIANTS) {
        it(`${name} gives every message of the recorded call to its handler once, until it is stopped`, async () => {
            assert.equal((await handledBy(name, recordedCall())).length, 23);
        });
    }

    it('c/clientEvents and zod hand over the same events', async () => {
        assert.deepEqual(
            plain(await handledBy('c/clientEvents', recordedCall())),
            plain(await handledBy('zod', recordedCall()))
        );
    });

    it('the channel alone and rxjs hand over copies of the messages, not the messages', async () => {
        const [message] = recordedCall();
        for (const name of ['channel alone', 'rxjs'] as const) {
            const [handled] = await handledBy(name, [message]);
            assert.deepEqual(handled, message);
            assert.notEqual(handled, message);
        }
    });
});

const ID = 'e4e03b73-784b-435e-a30a-a527e20801c8';
const utterance = { utteranceId: 'u1', channel: 'EXTERNAL', alternatives: [{ transcript: 'hello', words: [] }] };

describe('the zod schema is as tolerant as the codec', () => {
    for (const [kind, message] of [
        ['a type in another case (T10)', { type: 'INTERACTION', category: 'Add', data: { id: ID, state: 'ALERTING' } }],
        ['a bare id (T6)', { type: 'Interaction', category: 'blindTransfer', data: ID }],
        ['new in any category (T7)', { type: 'Interaction', category: 'connect', data: { new: { id: ID, ani: 'a' } } }],
        ['no type (T9)', { category: 'consultTransfer', data: { id: ID } }],
        [
            'a direction in lower case (T11)',
            { type: 'Interaction', category: 'add', data: { id: ID, direction: 'inbound' } }
        ],
        ['tel: (T13)', { type: 'Interaction', category: 'add', data: { id: ID, phone: 'tel:+61491570006' } }],
        [
            'an empty duration (T14)',
            {
                type: 'Interaction',
                category: 'acw',
                data: { id: ID, state: 'DISCONNECTED', totalIvrDurationSeconds: '' }
            }
        ],
        [
            'a duration as text (T14)',
            { type: 'Interaction', category: 'acw', data: { id: ID, totalIvrDurationSeconds: '7' } }
        ],
        [
            'null for a field',
            { type: 'Interaction', category: 'add', data: { id: ID, queueName: null, state: 'HELD' } }
        ],
        [
            'attributes of each type (T12)',
            { type: 'Interaction', category: 'add', data: { id: ID, attributes: { a: '1', b: true, c: null } } }
        ],
        ['UserActions (T1)', { type: 'UserActions', category: 'status', data: { id: ID, status: 'BREAK' } }],
        ['a routing status', { type: 'UserAction', category: 'routingStatus', data: 'IDLE' }],
        ['InitialSetup', { type: 'InitialSetup' }],
        [
            'a transcript',
            { type: 'Notification', category: 'conversationTranscription', data: { id: ID, transcripts: [utterance] } }
        ],
        [
            'chat',
            { type: 'Notification', category: 'chatUpdate', data: { messages: [{ role: 'customer', body: 'hi' }] } }
        ],
        ['a selection', { type: 'Notification', category: 'interactionSelection', data: { interactionId: ID } }]
    ] as const) {
        it(kind, () => {
            const ours = clientEvents.decodeClientEvent(message, RECEIVED_AT);
            assert.notEqual(ours.type, 'Unknown');
            // What is inferred and which fields are odd, the schema cannot say.
            const { inferred: _, ...said } = plain(ours) as Record<string, unknown>;
            assert.deepEqual(plain(parseWithZod(message, RECEIVED_AT)), said);
        });
    }

    for (const message of [null, 5, {}, { type: 'Wrong' }, { type: 'Interaction', category: 'teleport', data: ID }]) {
        it(`${JSON.stringify(message)} is no event`, () => {
            assert.equal(parseWithZod(message, RECEIVED_AT).type, 'Unknown');
            assert.equal(clientEvents.decodeClientEvent(message, RECEIVED_AT).type, 'Unknown');
        });
    }
});
