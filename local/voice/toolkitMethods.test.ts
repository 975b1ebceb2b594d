import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../genesys/action.ts';
import { connectedLine, consultingLine, NUMBER, OTHER_NUMBER, QUEUE_ID, testLine, typesOf } from './lineForTests.ts';
import type { TestLine } from './lineForTests.ts';
import { isMethod, METHOD_NAMES } from './toolkitMethods.ts';
import type { MethodName } from './toolkitMethods.ts';

const ringing = (): TestLine => {
    const line = testLine();
    line.move({ move: 'ring', number: NUMBER });
    return line;
};
const about = (participant: string): object => ({ callId: 'id-1', participant });

describe('an agent with a component on the page', () => {
    it('has the 15 methods of the toolkit, and no other', () => {
        assert.deepEqual([...METHOD_NAMES].sort(), [
            'acceptCall',
            'addParticipant',
            'declineCall',
            'endCall',
            'hold',
            'merge',
            'mute',
            'pauseRecording',
            'resume',
            'resumeRecording',
            'sendDigits',
            'startPreviewCall',
            'swap',
            'unmute',
            'updateNextBestActions'
        ]);
        assert.equal(isMethod('getCalls'), false);
        assert.equal(isMethod('toString'), false);
    });

    it('answers a call that rings', () => {
        const line = ringing();
        assert.deepEqual(line.does('acceptCall'), [
            { type: 'callconnected', detail: { callId: 'id-1', callType: 'inbound', participant: NUMBER } }
        ]);
        assert.equal(line.calls[0]?.state, 'connected');
    });

    it('declines a call that rings, and has nothing to wrap up', () => {
        const line = ringing();
        assert.deepEqual(line.does('declineCall'), [{ type: 'callended', detail: { callId: 'id-1' } }]);
        assert.deepEqual(line.calls, []);
    });

    it('ends a call with or without saying who goes, and wraps up', () => {
        for (const args of [['Agent'], []]) {
            const line = connectedLine();
            assert.deepEqual(line.does('endCall', ...args), [{ type: 'callended', detail: { callId: 'id-1' } }]);
            assert.equal(line.calls[0]?.state, 'wrapUp');
        }
    });

    it('puts the customer on hold and takes them back, by name', () => {
        const line = connectedLine();
        assert.deepEqual(line.does('hold', 'Initial_Caller'), [{ type: 'hold', detail: about(NUMBER) }]);
        assert.equal(line.calls[0]?.customer?.held, true);
        assert.deepEqual(line.does('resume', 'Initial_Caller'), [{ type: 'resume', detail: about(NUMBER) }]);
        assert.equal(line.calls[0]?.customer?.held, false);
    });

    it('puts the one who was added on hold, and nobody else', () => {
        const line = consultingLine();
        assert.deepEqual(line.does('hold', 'Third_Party'), [{ type: 'hold', detail: about('Tier 2 Support') }]);
        assert.deepEqual([line.calls[0]?.customer?.held, line.calls[0]?.added?.held], [true, true]);
    });

    it('mutes, pauses the recording, and undoes both', () => {
        const line = connectedLine();
        const methods: MethodName[] = ['mute', 'unmute', 'pauseRecording', 'resumeRecording'];
        assert.deepEqual(typesOf(methods.flatMap((method) => line.does(method))), [
            'mute',
            'unmute',
            'pauserecording',
            'resumerecording'
        ]);
    });

    it('consults a queue while the customer waits, then talks to both', () => {
        const line = connectedLine();
        assert.deepEqual(line.does('addParticipant', 'AgentOrQueueId', QUEUE_ID, false), [
            { type: 'hold', detail: about(NUMBER) },
            { type: 'participantadded', detail: about('Tier 2 Support') }
        ]);
        line.move({ move: 'addedAnswers' });
        assert.deepEqual(line.does('merge'), [{ type: 'conference', detail: { callId: 'id-1' } }]);
        assert.deepEqual([line.calls[0]?.customer?.held, line.calls[0]?.added?.held], [false, false]);
    });

    it('does not put on hold again who waits already', () => {
        const line = connectedLine();
        line.does('hold', 'Initial_Caller');
        assert.deepEqual(typesOf(line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false)), [
            'participantadded'
        ]);
    });

    it('swaps who waits', () => {
        const line = consultingLine();
        assert.deepEqual(typesOf(line.does('swap')), ['swap']);
        assert.deepEqual([line.calls[0]?.customer?.held, line.calls[0]?.added?.held], [false, true]);
    });

    it('passes a call on, and is out of it', () => {
        const line = connectedLine();
        assert.deepEqual(line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, true), [
            { type: 'participantadded', detail: about(OTHER_NUMBER) },
            { type: 'callended', detail: { callId: 'id-1' } }
        ]);
    });

    it('takes one of three off the call, which goes on with the other', () => {
        for (const [who, name] of [
            ['Initial_Caller', NUMBER],
            ['Third_Party', 'Tier 2 Support']
        ]) {
            const line = consultingLine();
            assert.deepEqual(line.does('endCall', who), [{ type: 'participantremoved', detail: about(name ?? '') }]);
            assert.equal(line.calls[0]?.state, 'connected');
        }
    });

    it('dials', () => {
        const line = testLine();
        assert.deepEqual(line.does('startPreviewCall', OTHER_NUMBER), [
            { type: 'callstarted', detail: { callId: 'id-1', callType: 'outbound', participant: OTHER_NUMBER } }
        ]);
        assert.equal(line.calls[0]?.state, 'dialing');
    });

    it('hears nothing of digits and of next best actions', () => {
        const line = connectedLine();
        assert.deepEqual(line.does('sendDigits', '12*#AD,'), []);
        assert.deepEqual(line.does('updateNextBestActions', '0LQ000000000001AAA', {}), []);
    });
});

describe('a developer reads in the log why nothing was done', () => {
    const refusals: readonly [what: string, line: () => TestLine, method: MethodName, args: unknown[], why: RegExp][] =
        [
            ['answering when nothing rings', testLine, 'acceptCall', [], /No call rings/],
            ['declining what is connected', connectedLine, 'declineCall', [], /No call rings/],
            ['ending nothing', testLine, 'endCall', ['Agent'], /There is no call/],
            ['ending what rings', ringing, 'endCall', ['Agent'], /declined, not ended/],
            ['ending for nobody', connectedLine, 'endCall', ['Everyone'], /participantType/],
            ['ending for one who was not added', connectedLine, 'endCall', ['Third_Party'], /Nobody was added/],
            ['holding without saying whom', connectedLine, 'hold', [], /participantType/],
            ['holding the agent', connectedLine, 'hold', ['Agent'], /participantType/],
            ['holding what rings', ringing, 'hold', ['Initial_Caller'], /No call is connected/],
            ['holding one who is not there', connectedLine, 'hold', ['Third_Party'], /not on the line/],
            ['resuming who does not wait', connectedLine, 'resume', ['Initial_Caller'], /not on hold/],
            ['unmuting who is not muted', connectedLine, 'unmute', [], /not muted/],
            ['resuming what is recorded', connectedLine, 'resumeRecording', [], /not paused/],
            ['merging two', connectedLine, 'merge', [], /three on the line/],
            ['swapping two', connectedLine, 'swap', [], /three on the line/],
            ['other digits', connectedLine, 'sendDigits', ['12E'], /digits/],
            ['digits that are a number', connectedLine, 'sendDigits', [12], /digits/],
            ['a preview call beside another', connectedLine, 'startPreviewCall', [OTHER_NUMBER], /a call already/],
            ['a preview call to nobody', testLine, 'startPreviewCall', [' '], /phoneNumber/],
            ['another kind of contact', connectedLine, 'addParticipant', ['userId', QUEUE_ID, false], /contactType/],
            ['an unknown queue', connectedLine, 'addParticipant', ['AgentOrQueueId', 'x', false], /this id/],
            ['a contact without value', connectedLine, 'addParticipant', ['PhoneNumber', '', false], /contactValue/],
            ['not saying whether blindly', connectedLine, 'addParticipant', ['PhoneNumber', NUMBER], /isBlindTransfer/],
            ['a fourth', consultingLine, 'addParticipant', ['PhoneNumber', NUMBER, false], /added already/],
            ['next best actions of nothing', connectedLine, 'updateNextBestActions', [], /recordId/],
            ['next best actions without any', connectedLine, 'updateNextBestActions', ['0LQ'], /payload/]
        ];
    for (const [what, open, method, args, why] of refusals) {
        it(`after ${what}`, () => {
            const line = open();
            const before = [line.calls, line.told.length];
            assert.throws(
                () => line.does(method, ...args),
                (error) => error instanceof Refusal && why.test(error.message)
            );
            assert.deepEqual([line.calls, line.told.length], before);
        });
    }

    it('after holding, muting and pausing a second time: nothing is a toggle', () => {
        const line = connectedLine();
        for (const [method, args] of [
            ['hold', ['Initial_Caller']],
            ['mute', []],
            ['pauseRecording', []]
        ] as const) {
            line.does(method, ...args);
            assert.throws(() => line.does(method, ...args), /already/);
        }
    });

    it('after merging with one who did not answer yet', () => {
        const line = connectedLine();
        line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false);
        assert.throws(() => line.does('merge'), /three on the line/);
    });

    it('after a swap where nobody waits', () => {
        const line = consultingLine();
        line.does('merge');
        assert.throws(() => line.does('swap'), /on hold/);
    });

    it('without reading a number or a name', () => {
        const line = connectedLine();
        assert.throws(
            () => line.does('addParticipant', 'AgentOrQueueId', NUMBER, false),
            (error: Error) => !error.message.includes(NUMBER)
        );
    });
});

describe('an org with other telephony', () => {
    it('has no preview calls on Native Telephony', () => {
        assert.throws(() => testLine({ telephony: 'native' }).does('startPreviewCall', NUMBER), /Native Telephony/);
    });

    it('has no blind transfer with Amazon Connect, but a consult', () => {
        const line = connectedLine({ telephony: 'amazon' });
        assert.throws(() => line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, true), /Amazon Connect/);
        assert.deepEqual(typesOf(line.does('addParticipant', 'PhoneNumber', OTHER_NUMBER, false)).slice(-1), [
            'participantadded'
        ]);
    });
});
