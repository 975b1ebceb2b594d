import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectedLine, consultingLine, NUMBER, OTHER_NUMBER, testLine, typesOf } from './lineForTests.ts';
import type { TestLine } from './lineForTests.ts';
import { EVENT_NAMES } from './toolkitEvent.ts';

describe('a person at the far end', () => {
    it('calls, and the agent hears it', () => {
        const line = testLine();
        assert.deepEqual(line.move({ move: 'ring', number: NUMBER }), [
            { type: 'callstarted', detail: { callId: 'id-1', callType: 'inbound', participant: NUMBER } }
        ]);
    });

    it('calls under the id that the connector chose, which no second call has while the first is wrapped up', () => {
        const line = testLine();
        const [event] = line.move({ move: 'ring', number: NUMBER, callId: 'conversation-7' });
        assert.equal(event?.detail['callId'], 'conversation-7');
        line.does('acceptCall');
        line.does('endCall');
        assert.throws(() => line.move({ move: 'ring', number: NUMBER, callId: 'conversation-7' }), /wrapped up still/);
        line.move({ move: 'finishWrapUp', callId: 'conversation-7' });
        assert.deepEqual(typesOf(line.move({ move: 'ring', number: NUMBER, callId: 'conversation-7' })), [
            'callstarted'
        ]);
    });

    it('is put through in other ways, under the word of each', () => {
        const line = testLine();
        const [event] = line.move({ move: 'ring', number: NUMBER, callType: 'internalCall' });
        assert.equal(event?.detail['callType'], 'internalCall');
    });

    it('is busy while the agent has a call, and may call while the agent wraps up', () => {
        const line = connectedLine();
        assert.throws(() => line.move({ move: 'ring', number: OTHER_NUMBER }), /a call already/);
        line.does('endCall');
        assert.deepEqual(typesOf(line.move({ move: 'ring', number: OTHER_NUMBER })), ['callstarted']);
        assert.equal(line.calls.length, 2);
    });

    it('gives up before the agent answers', () => {
        const line = testLine();
        line.move({ move: 'ring', number: NUMBER });
        assert.deepEqual(typesOf(line.move({ move: 'hangUp' })), ['callended']);
        assert.deepEqual(line.calls, []);
    });

    it('answers a call of the agent, or does not', () => {
        const dialled = (): TestLine => {
            const line = testLine();
            line.move({ move: 'dial', number: NUMBER });
            return line;
        };
        assert.deepEqual(dialled().move({ move: 'answer' }), [
            { type: 'callconnected', detail: { callId: 'id-1', callType: 'outbound', participant: NUMBER } }
        ]);
        assert.deepEqual(typesOf(dialled().move({ move: 'hangUp' })), ['callended']);
        assert.throws(() => connectedLine().move({ move: 'answer' }), /not ringing/);
    });

    it('ends a call from hold without being taken back first', () => {
        const line = connectedLine();
        line.does('hold', 'Initial_Caller');
        assert.deepEqual(typesOf(line.move({ move: 'hangUp' })), ['callended']);
    });

    it('leaves two others on the line', () => {
        const line = consultingLine();
        assert.deepEqual(line.move({ move: 'hangUp' }), [
            { type: 'participantremoved', detail: { callId: 'id-1', participant: NUMBER } }
        ]);
        assert.deepEqual(typesOf(line.move({ move: 'addedLeaves' })), ['callended']);
    });

    it('ends the call where nobody but a ringing phone is left', () => {
        const line = connectedLine();
        line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false);
        assert.deepEqual(typesOf(line.move({ move: 'hangUp' })), ['callended']);
    });

    it('is added, answers under the same word, and goes', () => {
        const line = connectedLine();
        line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false);
        assert.deepEqual(typesOf(line.move({ move: 'addedAnswers' })), ['participantadded']);
        assert.throws(() => line.move({ move: 'addedAnswers' }), /ringing/);
        assert.deepEqual(typesOf(line.move({ move: 'addedLeaves' })), ['participantremoved']);
        assert.throws(() => line.move({ move: 'addedLeaves' }), /Nobody was added/);
    });
});

describe('an agent after a call', () => {
    it('finishes the wrap-up once', () => {
        const line = connectedLine();
        line.does('endCall');
        assert.deepEqual(line.move({ move: 'finishWrapUp', callId: 'id-1' }), [
            { type: 'wrapupended', detail: { callId: 'id-1' } }
        ]);
        assert.throws(() => line.move({ move: 'finishWrapUp', callId: 'id-1' }), /No wrap-up/);
    });

    it('has none where the org has none', () => {
        const line = connectedLine({ wrapUp: false });
        line.does('endCall');
        assert.deepEqual(line.calls, []);
    });
});

describe('people beside the line', () => {
    it('say something, and each sentence has an id, times and a role', () => {
        const line = connectedLine();
        const [said] = line.move({ move: 'say', by: 'customer', text: 'Hello' });
        assert.deepEqual(said, {
            type: 'transcript',
            detail: {
                callId: 'id-1',
                id: 'id-2',
                clientSentTimestamp: line.now - 29,
                serverReceivedTimestamp: line.now,
                content: { formatType: 'Text', text: 'Hello' },
                sender: { role: 'EndUser' }
            }
        });
    });

    it('raise one flag at a time and lower it without words', () => {
        const line = connectedLine();
        const [raised] = line.move({ move: 'raiseFlag', by: 'agent', text: 'Please listen' });
        assert.throws(() => line.move({ move: 'raiseFlag', by: 'agent', text: 'Again' }), /raised already/);
        const [lowered] = line.move({ move: 'lowerFlag', by: 'supervisor' });
        assert.throws(() => line.move({ move: 'lowerFlag', by: 'agent' }), /No flag/);
        assert.match(String(raised?.detail['voiceCallId']), /^0LQ\w{3,}AAA$/);
        assert.deepEqual(lowered?.detail['content'], { formatType: null, text: null });
        assert.deepEqual(lowered?.detail['sender'], { role: 'Supervisor', displayName: 'Supervisor One' });
    });

    it('write a note while the call is wrapped up, and not before it is answered', () => {
        const line = testLine();
        line.move({ move: 'ring', number: NUMBER });
        assert.throws(() => line.move({ move: 'note', by: 'agent', text: 'Too early' }), /not connected/);
        line.does('acceptCall');
        line.does('endCall');
        const late = { move: 'note', by: 'agent', text: 'Late', callId: 'id-1' } as const;
        assert.deepEqual(typesOf(line.move(late)), ['note']);
    });
});

describe('the line', () => {
    it('is reported on in both directions, one after the other', () => {
        const line = connectedLine({ line: 'poor' });
        const told = line.move({ move: 'report', count: 1 });
        assert.deepEqual(
            told.map(({ detail }) => [detail['stats'], detail['statsCount']]),
            [
                ['inputChannelStats', 1],
                ['outputChannelStats', 1]
            ]
        );
        assert.equal(told[0]?.detail['packetsLost'], 180);
    });

    it('counts its reports, also in a flood', () => {
        const line = connectedLine();
        line.move({ move: 'report', count: 300 });
        const [next] = line.move({ move: 'report', count: 1 });
        assert.deepEqual([line.told.length - 2, next?.detail['statsCount']], [602, 301]);
    });

    it('is not reported on where no call is connected', () => {
        assert.throws(() => testLine().move({ move: 'report', count: 1 }), /No call is connected/);
    });
});

describe('all that can happen on a line', () => {
    it('is told in all 19 words', () => {
        const line = consultingLine();
        for (const method of ['swap', 'merge', 'mute', 'unmute', 'pauseRecording', 'resumeRecording'] as const)
            line.does(method);
        line.does('hold', 'Initial_Caller');
        line.does('resume', 'Initial_Caller');
        line.move({ move: 'say', by: 'agent', text: 'Hello' });
        line.move({ move: 'note', by: 'agent', text: 'Hello' });
        line.move({ move: 'raiseFlag', by: 'agent', text: 'Hello' });
        line.move({ move: 'lowerFlag', by: 'agent' });
        line.move({ move: 'report', count: 1 });
        line.does('endCall', 'Third_Party');
        line.does('endCall');
        line.move({ move: 'finishWrapUp', callId: 'id-1' });
        assert.deepEqual([...new Set(typesOf(line.told))].sort(), [...EVENT_NAMES].sort());
    });
});
