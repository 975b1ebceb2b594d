import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgedRoutings } from './judgedRoutings.ts';
import type { JudgedRoutings } from './judgedRoutings.ts';
import type { AskedRouting, TakenCall, Target } from './routingCourse.ts';

const CONVERSATION = 'c-1';
const FLOW: Target = { kind: 'flow', flowId: 'flow', queueId: 'queue', finds: 'rep' };
/** It comes in its turn, unless it says when. */
type Call = Omit<TakenCall, 'at'> & { readonly at?: number };

const ended = (why: 'time' | 'cancelled' | 'sessionOver', at = 100) => ({ ended: { at, why } });

const search = (info: object | undefined, routingCorrelationId = 'search-1'): Call => ({
    call: 'POST /route',
    body: {
        conversationIdentifier: CONVERSATION,
        routingType: 'Transfer',
        ...(info === undefined ? {} : { routingInfo: info })
    },
    answer: { success: true, routingCorrelationId }
});
const FOR_FLOW = search({ flow: { flowId: 'flow', queueId: 'queue' } });
const FOR_QUEUE = search({ queueId: 'queue' });
const END_SEARCH = { call: 'DELETE /route', body: { conversationIdentifier: CONVERSATION }, answer: { success: true } };
const work = (routingCorrelationId: string, userId = 'rep', agentWorkId = 'work-1'): Call => ({
    call: 'POST /agentWork',
    body: { userId, routingContext: { conversationIdentifier: CONVERSATION, routingCorrelationId } },
    answer: { agentWorkId }
});
const CANCEL = { call: 'PATCH /agentWork', body: { workId: 'work-1', status: 'Cancel' }, answer: { success: true } };
const told = (success: boolean, more: object = {}): Call => ({
    call: 'POST /routingResult',
    body: { conversationIdentifier: CONVERSATION, success, externallyRouted: false, ...more },
    answer: { success: true }
});
const OUT_OF_TIME: Call = { ...told(false), at: 55_000 };

/** The calls come in moments 1, 2, 3 … */
function judged(target: Target, calls: readonly Call[], more: Partial<AskedRouting> = {}): JudgedRoutings {
    const routing = { conversation: CONVERSATION, eventId: 'event', routingType: 'Transfer', target, askedAt: 0 };
    const other = { ...search({ queueId: 'queue' }), body: { conversationIdentifier: 'c-2' } };
    return judgedRoutings(
        [{ ...routing, ...more }],
        [other, ...calls].map((call, at) => ({ at, ...call }))
    );
}

/** What is wrong, by name. */
const broken = ({ broken: lists }: JudgedRoutings): string[] =>
    Object.entries(lists)
        .filter(([, lines]) => lines.length > 0)
        .map(([name]) => name);
const outcome = ({ outcomes }: JudgedRoutings): string | undefined =>
    Object.entries(outcomes).find(([, count]) => count === 1)?.[0];

const REP: Target = { kind: 'rep', userId: 'rep' };

test('a developer reads how each routing came out, and of nothing that is wrong where all is well', () => {
    for (const [target, calls, more, expected] of [
        [REP, [work('event'), told(true)], {}, 'succeeded'],
        [REP, [work('event'), told(true), told(true)], {}, 'succeeded'],
        [{ kind: 'queue', queueId: 'queue' }, [FOR_QUEUE, told(true)], {}, 'succeeded'],
        [{ kind: 'queue', queueId: 'queue' }, [FOR_QUEUE, END_SEARCH, FOR_QUEUE, told(true)], {}, 'succeeded'],
        [FLOW, [FOR_FLOW, work('search-1'), told(true)], {}, 'succeeded'],
        [{ kind: 'external' }, [told(true, { externallyRouted: true })], {}, 'succeeded'],
        [{ kind: 'channel' }, [search(undefined), told(true)], {}, 'succeeded'],
        [{ kind: 'nobody' }, [told(false)], {}, 'failed'],
        [REP, [OUT_OF_TIME], {}, 'failed'],
        [REP, [work('event'), OUT_OF_TIME, CANCEL], {}, 'failed'],
        [REP, [work('event'), CANCEL], ended('time'), 'timedOut'],
        [FLOW, [FOR_FLOW, work('search-1'), told(true), CANCEL], ended('cancelled'), 'cancelled'],
        [FLOW, [FOR_FLOW, work('search-1')], ended('sessionOver'), 'cancelled'],
        // On its way since before the minute was over, and undone.
        [FLOW, [OUT_OF_TIME, FOR_FLOW, END_SEARCH], {}, 'failed'],
        [REP, [], ended('time'), 'timedOut']
    ] satisfies [Target, Call[], object, string][]) {
        const verdict = judged(target, calls, more);
        assert.deepEqual([outcome(verdict), broken(verdict)], [expected, []], JSON.stringify([target, calls]));
    }
});

test('a developer is told of work that is left, of what was done twice, and of what was done out of order', () => {
    for (const [target, calls, more, expected] of [
        [REP, [work('event')], ended('time'), ['leftStanding']],
        [REP, [work('event'), OUT_OF_TIME], {}, ['leftStanding']],
        [FLOW, [FOR_FLOW], ended('cancelled'), ['leftStanding']],
        [REP, [work('event'), CANCEL, told(true), work('event', 'rep', 'work-2')], {}, ['doubled', 'outOfSequence']],
        [{ kind: 'queue', queueId: 'queue' }, [FOR_QUEUE, FOR_QUEUE, told(true)], {}, ['doubled']],
        [REP, [told(true), work('event')], {}, ['outOfSequence']],
        [REP, [work('another'), told(true)], {}, ['outOfSequence']],
        [REP, [work('event', 'somebody'), told(true)], {}, ['outOfSequence']],
        [FLOW, [FOR_FLOW, told(true)], {}, ['outOfSequence']],
        [FLOW, [FOR_FLOW, END_SEARCH, FOR_FLOW, work('search-0'), told(true)], {}, ['outOfSequence']],
        [{ kind: 'queue', queueId: 'queue' }, [FOR_FLOW, told(true)], {}, ['outOfSequence']],
        [{ kind: 'external' }, [told(true)], {}, ['outOfSequence']],
        [{ kind: 'nobody' }, [told(true)], {}, ['outOfSequence', 'missing']],
        [REP, [work('event'), told(true), OUT_OF_TIME], {}, ['outOfSequence']],
        [REP, [work('event'), told(true), CANCEL], {}, ['missing']],
        [REP, [work('event')], {}, ['unended']],
        [REP, [told(false)], {}, ['needless']]
    ] satisfies [Target, Call[], object, string[]][])
        assert.deepEqual(
            broken(judged(target, calls, more)).toSorted(),
            expected.toSorted(),
            JSON.stringify([target, calls])
        );
    assert.equal(judged(REP, [work('event'), told(true), CANCEL], ended('time', 2)).late, 1);
    assert.equal(judged(REP, [], ended('time')).untold.length, 1);
    assert.equal(judged(REP, [], { ...ended('time'), publishedAt: 40 }).untold.length, 0);
});
