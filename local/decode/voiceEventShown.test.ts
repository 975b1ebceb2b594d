import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { loadDecode } from './codec.ts';
import { redacted } from './redacted.ts';

const decode = await loadDecode('salesforce-voice');
const AT = '2026-01-15T09:00:00.000Z';
const CALL = 'e4e03b73-784b-435e-a30a-a527e20801c8';
const NUMBER = '+61491570006';

function shown(type: unknown, detail: unknown): object {
    return redacted(decode({ type, detail }, AT), 'salesforce-voice');
}

describe('what may be passed on of a Salesforce Voice event', () => {
    it('is what happened to which call, and how the call came about', () => {
        assert.deepEqual(shown('callstarted', { callId: CALL, callType: 'Inbound', participant: NUMBER }), {
            ok: true,
            event: {
                type: 'callstarted',
                callId: CALL,
                callType: { raw: 'Inbound', folded: 'inbound' },
                withheld: ['participant']
            },
            receivedAt: AT
        });
    });

    it('is that and when something was said or noted, in which role, not what or by whom', () => {
        const note = {
            callId: CALL,
            id: 'd2d2d2d2-0000-4000-8000-000000000001',
            clientSentTimestamp: 1772442005000,
            serverReceivedTimestamp: 1772442005031,
            content: { formatType: 'Text', text: 'Ada wants a refund' },
            sender: { role: 'Supervisor', displayName: 'Ada Lovelace' },
            voiceCallId: '0LQRM0000000001'
        };
        assert.deepEqual(shown('note', note), {
            ok: true,
            event: {
                type: 'note',
                callId: CALL,
                id: note.id,
                clientSentAt: 1772442005000,
                serverReceivedAt: 1772442005031,
                formatType: 'Text',
                sender: { role: 'supervisor', withheld: ['displayName'] },
                voiceCallId: '0LQRM0000000001',
                withheld: ['text']
            },
            receivedAt: AT
        });
    });

    it('is how good the line is', () => {
        const figures = { packetsLost: 2, packetsCount: 1500, jitterBufferMillis: 20, roundTripTimeMillis: 85 };
        assert.partialDeepStrictEqual(shown('audiostats', { callId: CALL, stats: 'inputChannelStats', ...figures }), {
            event: { input: figures }
        });
    });

    it('is the code for which an event was refused, without the event', () => {
        assert.deepEqual(shown('hold', { participant: NUMBER }), {
            ok: false,
            code: 'MISSING_CALL_ID',
            type: 'hold',
            receivedAt: AT,
            withheld: ['raw']
        });
        assert.deepEqual(shown('Ada Lovelace', {}), {
            ok: false,
            code: 'UNKNOWN_TYPE',
            type: '',
            receivedAt: AT,
            withheld: ['raw']
        });
    });

    it('is no call id that may be a number, no kind of call that may be a name, no figure that may be a number', () => {
        const told = { callId: NUMBER, callType: 'Ada', clientSentTimestamp: 61491570006, content: { text: 'x' } };
        assert.partialDeepStrictEqual(shown('callconnected', told), {
            event: { callType: { withheld: ['raw', 'folded'] }, withheld: ['callId'] }
        });
        assert.partialDeepStrictEqual(shown('note', told), { event: { withheld: ['callId', 'clientSentAt', 'text'] } });
        const line = shown('audiostats', { callId: CALL, stats: 'outputChannelStats', packetsLost: 61491570006 });
        assert.partialDeepStrictEqual(line, { event: { output: { withheld: ['packetsLost'] } } });
    });
});

/** Words that no contract knows, where a customer's data may be. */
const secret = fc.constantFrom<unknown>('0491 570 006', 61491570006, 'Ada Lovelace');
const value = fc.oneof(secret, fc.array(secret), fc.dictionary(fc.constantFrom('text', 'role', 'displayName'), secret));
const detail = fc.record(
    {
        callId: fc.constantFrom(CALL, '0491 570 006'),
        id: value,
        callType: value,
        participant: value,
        stats: fc.constantFrom('inputChannelStats', [{ inputChannelStats: { packetsLost: 61491570006 } }]),
        packetsCount: value,
        clientSentTimestamp: value,
        serverReceivedTimestamp: value,
        content: fc.record({ text: fc.constant('Ada Lovelace'), formatType: value }),
        sender: fc.record({ role: value, displayName: value }),
        voiceCallId: value,
        somethingNew: value
    },
    { requiredKeys: ['callId', 'content'] }
);
const NAMES = ['callstarted', 'callconnected', 'hold', 'participantadded', 'note', 'transcript', 'flaglower'];

describe('whatever an event of Salesforce Voice holds', () => {
    it('nothing of a customer is left in it', () => {
        fc.assert(
            fc.property(fc.constantFrom(...NAMES, 'audiostats', 'Ada Lovelace'), detail, (type, any) => {
                assert.doesNotMatch(JSON.stringify(shown(type, any)), /0491|6149|Ada|Lovelace/);
            }),
            { numRuns: 2_000 }
        );
    });
});
