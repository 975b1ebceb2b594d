import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { toolkitEvent } from '../../test/samples/toolkitEvents.ts';
import { printedVoiceSizes } from './printedVoice.ts';
import { heardEvents, loadDecoder, measureVoiceDecoding } from './voiceDecoding.ts';
import { measureVoiceSizes } from './voiceSize.ts';
import { parseWithZod } from './zodSchema.ts';

const decoder = await loadDecoder();
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what is compared', () => {
    for (const event of heardEvents(decoder)) {
        it(`the decoder and zod read ${event.type} alike`, () => {
            const decoded = decoder.decodeVoiceEvent(event);
            assert.equal(decoded.ok, true);
            assert.deepEqual(plain(parseWithZod(event)), plain(decoded));
        });
    }

    for (const [what, event] of [
        ['a call without a type', toolkitEvent('callstarted', { callType: ' ', participant: null })],
        ['a call type in capitals', toolkitEvent('callconnected', { callType: ' Inbound' })],
        ['a message from nobody known', toolkitEvent('note', { sender: null, clientSentTimestamp: '5' })],
        ['a sender in capitals', toolkitEvent('transcript', { sender: { role: 'ENDUSER' } })],
        ['a lowered flag without content', toolkitEvent('flaglower', { content: null })],
        ['line quality in a list', toolkitEvent('audiostats', { stats: [{ outputChannelStats: { packetsLost: 1 } }] })],
        ['what no guide names', toolkitEvent('hold', { isReplayedCall: true })]
    ] as const) {
        it(`the decoder and zod read ${what} alike`, () => {
            assert.deepEqual(plain(parseWithZod(event)), plain(decoder.decodeVoiceEvent(event)));
        });
    }

    for (const event of [
        { type: 'hangup', detail: { callId: 'c' } },
        { type: 'hold', detail: {} },
        { type: 'note', detail: { callId: 'c', content: null } }
    ]) {
        it(`the decoder and zod refuse ${JSON.stringify(event)}`, () => {
            assert.deepEqual([parseWithZod(event).ok, decoder.decodeVoiceEvent(event).ok], [false, false]);
        });
    }
});

test('all events are decoded in every round', async () => {
    const { events, perSecond, times } = await measureVoiceDecoding({ rounds: 1, turns: 2 });
    assert.equal(events, 19);
    assert.ok(perSecond > 0);
    assert.deepEqual(Object.keys(times), ['decode', 'zod', 'copy']);
});

test("a developer reads the size of the decoder beside Salesforce's connector library, with its version", async () => {
    const { ours, beside } = await measureVoiceSizes();
    assert.ok('gzipped' in beside && beside.gzipped > ours.gzipped);
    assert.match(beside.what, /^@salesforce\/scv-connector-base \d+\.\d+\.\d+$/);
});

test('a developer without the package reads why it was not measured, and the size of the decoder all the same', async () => {
    const sizes = await measureVoiceSizes('@switchboard/none');
    assert.ok(sizes.ours.gzipped > 0);
    assert.match(printedVoiceSizes(sizes).join('\n'), /not measured\. @switchboard\/none is not installed: add it/);
});
