import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectedLine, consultingLine, NUMBER, OTHER_NUMBER, testLine, typesOf } from './lineForTests.ts';
import type { ToolkitEvent } from './toolkitEvent.ts';
import type { OddShape } from './voiceSettings.ts';

const only = (odd: OddShape): { odd: OddShape[] } => ({ odd: [odd] });
const keysOf = ({ detail }: ToolkitEvent): readonly string[] => Object.keys(detail).sort();

describe('a developer who switches to Native Telephony', () => {
    it('hears a call first when it is connected', () => {
        assert.deepEqual(typesOf(connectedLine({ telephony: 'native' }).told), ['callconnected']);
    });

    it('hears nothing but the end of a call that was missed', () => {
        const line = testLine({ telephony: 'native' });
        line.move({ move: 'ring', number: NUMBER });
        line.move({ move: 'hangUp' });
        assert.deepEqual(typesOf(line.told), ['callended']);
    });

    it('hears neither a swap, nor of the line, nor the end of a wrap-up', () => {
        const line = consultingLine({ telephony: 'native' });
        assert.deepEqual(line.does('swap'), []);
        assert.deepEqual(line.move({ move: 'report', count: 3 }), []);
        line.does('endCall');
        assert.deepEqual(line.calls, []);
    });
});

describe('a developer who has everything told twice', () => {
    it('hears each word twice in a row', () => {
        const line = connectedLine({ doubles: true });
        assert.deepEqual(typesOf(line.told), ['callstarted', 'callstarted', 'callconnected', 'callconnected']);
        assert.deepEqual(line.told[0], line.told[1]);
    });

    it('hears a message twice under one id, and a report of the line once', () => {
        const line = connectedLine({ doubles: true });
        const said = line.move({ move: 'say', by: 'agent', text: 'Hello' });
        assert.deepEqual(
            said.map(({ detail }) => detail['id']),
            ['id-2', 'id-2']
        );
        assert.equal(line.move({ move: 'report', count: 1 }).length, 2);
    });
});

describe('a developer who asks for odd shapes', () => {
    it('gets call types in other cases', () => {
        assert.equal(connectedLine(only('mixedCase')).told[0]?.detail['callType'], 'Inbound');
        const line = testLine(only('mixedCase'));
        assert.equal(line.move({ move: 'dial', number: NUMBER })[0]?.detail['callType'], 'OUTBOUND');
    });

    it('is not told who waits, or goes', () => {
        const line = consultingLine(only('missingParticipant'));
        line.does('resume', 'Initial_Caller');
        line.move({ move: 'addedLeaves' });
        assert.deepEqual(
            line.told.filter((event) => !keysOf(event).includes('participant')).map(({ type }) => type),
            ['hold', 'resume', 'participantremoved']
        );
    });

    it('is not told of which call somebody left, the line is, or the wrap-up ended', () => {
        const line = consultingLine(only('missingCallId'));
        line.move({ move: 'addedLeaves' });
        line.move({ move: 'report', count: 1 });
        line.does('endCall');
        line.move({ move: 'finishWrapUp', callId: 'id-1' });
        const without = line.told.filter((event) => !keysOf(event).includes('callId'));
        assert.deepEqual([...new Set(typesOf(without))], ['participantremoved', 'audiostats', 'wrapupended']);
    });

    it('meets the call ids of other legs, and one end for each leg', () => {
        const line = connectedLine(only('ownCallIds'));
        line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false);
        line.move({ move: 'addedAnswers' });
        line.does('endCall');
        assert.deepEqual(
            line.told.slice(2).map(({ type, detail }) => [type, detail['callId']]),
            [
                ['hold', 'id-1'],
                ['participantadded', 'id-2'],
                ['participantadded', 'id-2'],
                ['callended', 'id-2'],
                ['callended', 'id-1']
            ]
        );
    });

    it('gets both directions of the line in one report, as connectors send it', () => {
        const [report, ...more] = connectedLine(only('nestedStats')).move({ move: 'report', count: 1 });
        assert.deepEqual(more, []);
        const [both] = report?.detail['stats'] as object[];
        assert.deepEqual(Object.keys(both ?? {}), ['inputChannelStats', 'outputChannelStats']);
    });

    it('gets fields that nobody documents beside those that are', () => {
        const [event] = connectedLine(only('unknownKeys')).told;
        assert.ok(event);
        assert.deepEqual(keysOf(event), ['callId', 'callType', 'isReplayedCall', 'participant', 'phoneSystem']);
    });

    it('is not told that a call ended', () => {
        const line = connectedLine(only('endNotTold'));
        assert.deepEqual(line.does('endCall'), []);
        assert.equal(line.calls[0]?.state, 'wrapUp');
    });
});

describe('an agent who loads the page anew', () => {
    it('is told the call again as it began, and neither hold nor mute', () => {
        const line = connectedLine();
        line.does('hold', 'Initial_Caller');
        line.does('mute');
        assert.deepEqual(line.reload(), [line.told[1]]);
    });

    it('is told again that a call rings, and whom the agent calls', () => {
        const ringing = testLine();
        ringing.move({ move: 'ring', number: NUMBER });
        assert.deepEqual(typesOf(ringing.reload()), ['callstarted']);
        const dialling = testLine();
        dialling.move({ move: 'dial', number: NUMBER });
        assert.deepEqual(typesOf(dialling.reload()), ['callstarted']);
    });

    it('is told again who was added', () => {
        assert.deepEqual(typesOf(consultingLine().reload()), ['callconnected', 'participantadded']);
    });

    it('is told nothing of a wrap-up, and nothing where the vendor tells nothing', () => {
        const line = connectedLine();
        line.does('endCall');
        assert.deepEqual(line.reload(), []);
        assert.deepEqual(connectedLine({ toldAgain: false }).reload(), []);
        assert.deepEqual(testLine().reload(), []);
    });

    it('is told nothing of a call that rings on Native Telephony', () => {
        const line = testLine({ telephony: 'native' });
        line.move({ move: 'ring', number: NUMBER });
        assert.deepEqual(line.reload(), []);
    });
});
