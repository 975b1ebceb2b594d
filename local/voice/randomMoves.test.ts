import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '../genesys/action.ts';
import { undocumented } from './documentedEvents.ts';
import { NUMBER, OTHER_NUMBER, QUEUE_ID, testLine } from './lineForTests.ts';
import type { TestLine } from './lineForTests.ts';
import type { Move } from './moves.ts';
import { METHOD_NAMES } from './toolkitMethods.ts';
import { liveCall } from './voiceCall.ts';
import { LINES, ODD_SHAPES, TELEPHONIES } from './voiceSettings.ts';

const argument = fc.constantFrom<unknown>(
    'Initial_Caller',
    'Third_Party',
    'Agent',
    'PhoneNumber',
    'AgentOrQueueId',
    QUEUE_ID,
    OTHER_NUMBER,
    '12#',
    true,
    false,
    null,
    undefined,
    {}
);
const by = fc.constantFrom('agent' as const, 'supervisor' as const);
const text = fc.constantFrom('Hello', '<b>&amp;</b>');
const move: fc.Arbitrary<Move | 'reload'> = fc.oneof(
    fc.constant('reload' as const),
    fc.record({ move: fc.constant('ring' as const), number: fc.constant(NUMBER) }),
    fc.record({ move: fc.constant('dial' as const), number: fc.constant(NUMBER) }),
    fc.record({ move: fc.constantFrom('answer' as const, 'hangUp' as const) }),
    fc.record({ move: fc.constantFrom('addedAnswers' as const, 'addedLeaves' as const) }),
    fc.record({ move: fc.constant('finishWrapUp' as const), callId: fc.constantFrom('id-1', 'id-2', 'id-3') }),
    fc.record({ move: fc.constantFrom('say' as const, 'note' as const, 'raiseFlag' as const), by, text }),
    fc.record({ move: fc.constant('lowerFlag' as const), by }),
    fc.record({ move: fc.constant('report' as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
        move: fc.constant('method' as const),
        method: fc.constantFrom(...METHOD_NAMES),
        args: fc.array(argument, { maxLength: 3 })
    }),
    fc.constantFrom<Move>(
        { move: 'method', method: 'acceptCall', args: [] },
        { move: 'method', method: 'addParticipant', args: ['PhoneNumber', OTHER_NUMBER, false] },
        { move: 'addedAnswers' }
    )
);
const settings = fc.record({
    telephony: fc.constantFrom(...TELEPHONIES),
    wrapUp: fc.boolean(),
    doubles: fc.boolean(),
    toldAgain: fc.boolean(),
    line: fc.constantFrom(...LINES)
});

function play(line: TestLine, moves: readonly (Move | 'reload')[]): void {
    for (const one of moves) {
        line.now += 250;
        try {
            if (one === 'reload') line.reload();
            else line.move(one);
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
        }
    }
}

test('whatever a person does, all that is told is documented, and Native Telephony keeps quiet of four things', () => {
    fc.assert(
        fc.property(settings, fc.array(move, { maxLength: 40 }), (chosen, moves) => {
            const line = testLine(chosen);
            play(line, moves);
            assert.deepEqual(line.told.flatMap(undocumented), []);
            const quiet = ['audiostats', 'callstarted', 'swap', 'wrapupended'];
            if (chosen.telephony === 'native') {
                assert.deepEqual(
                    line.told.filter(({ type }) => quiet.includes(type)),
                    []
                );
            }
        })
    );
});

test('whatever a person does, one call goes on at a time, and nothing is told of a call after its end but its wrap-up', () => {
    fc.assert(
        fc.property(settings, fc.array(move, { maxLength: 40 }), (chosen, moves) => {
            const line = testLine({ ...chosen, doubles: false });
            play(line, moves);
            const going = line.calls.filter(({ state }) => state !== 'wrapUp');
            assert.ok(going.length <= 1);
            const { added, customer, state } = liveCall(line.calls) ?? {};
            assert.ok(state === undefined || customer !== undefined || added !== undefined, 'nobody is on the line');
            const ended = new Set<unknown>();
            for (const { type, detail } of line.told) {
                const late = ['wrapupended', 'transcript', 'note', 'flagraise', 'flaglower'].includes(type);
                assert.ok(late || !ended.has(detail['callId']), type);
                if (type === 'callended') ended.add(detail['callId']);
            }
        })
    );
});

test('an odd shape changes fields, and which calls there are it does not', () => {
    fc.assert(
        fc.property(settings, fc.subarray([...ODD_SHAPES]), fc.array(move, { maxLength: 40 }), (chosen, odd, moves) => {
            const [plain, strange] = [testLine(chosen), testLine({ ...chosen, odd })];
            play(plain, moves);
            play(strange, moves);
            assert.deepEqual(strange.calls, plain.calls);
        })
    );
});
