/** Whatever happens to calls, processes and time, a routing is either done whole or leaves nothing behind. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { createBreaker } from '../../../services/messaging-bridge/delivery/breaker.ts';
import { runLane } from '../../../services/messaging-bridge/delivery/laneRunner.ts';
import { routingSenders } from '../../../services/messaging-bridge/routing/routingSenders.ts';
import type { InteractionService } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import type { Database } from '../../../services/messaging-bridge/store/database.ts';
import { onBothDatabases } from '../../../services/messaging-bridge/store/databasesForTests.ts';
import { keepWorker, takeLane } from '../../../services/messaging-bridge/store/lanes.ts';
import { setWorkItem } from '../../../services/messaging-bridge/store/workItems.ts';
import { begin, clientOf, ended, requested, store } from './routingForTests.ts';
import type { Begun } from './routingForTests.ts';
import { QUEUE, REP, serviceForTests } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';
import { isActive } from './state.ts';

/** What happens to one call. */
type Fate =
    | 'is answered'
    | 'is done, and its answer is lost'
    | 'is lost on its way'
    | 'is asked to come later'
    | 'ends the process before it leaves'
    | 'ends the process after it was done';

interface Course {
    readonly parameters: object;
    readonly fates: readonly Fate[];
    /** Before which call Salesforce ends the routing, and before which one a minute passes. */
    readonly endedAt?: number;
    readonly minuteAt?: number;
}

class ProcessEnded extends Error {}

const FLOW = '300000000000004';
const FORWARD = ['POST /route', 'POST /agentWork', 'POST /routingResult'];
const never = new AbortController().signal;
let starts = 0;

const course: fc.Arbitrary<Course> = fc.record(
    {
        parameters: fc.constantFrom({ userId: REP }, { queueId: QUEUE }, { flowId: FLOW, queueId: QUEUE }),
        fates: fc.array(
            fc.oneof(
                { weight: 3, arbitrary: fc.constant<Fate>('is answered') },
                {
                    weight: 4,
                    arbitrary: fc.constantFrom<Fate>(
                        'is done, and its answer is lost',
                        'is lost on its way',
                        'is asked to come later',
                        'ends the process before it leaves',
                        'ends the process after it was done'
                    )
                }
            ),
            { maxLength: 12 }
        ),
        endedAt: fc.nat(6),
        minuteAt: fc.nat(6)
    },
    { requiredKeys: ['parameters', 'fates'] }
);

/** Salesforce heard of the success, whose every answer was lost until the minute was over. */
const HEARD_AND_NEVER_TOLD: Course = {
    parameters: { userId: '005000000000002AAA' },
    fates: [
        'is answered',
        'is done, and its answer is lost',
        'is done, and its answer is lost',
        'is done, and its answer is lost',
        'is done, and its answer is lost',
        'ends the process before it leaves'
    ],
    minuteAt: 5
};

onBothDatabases((database) => {
    let service: ServiceForTests;
    before(async () => void (service = await serviceForTests()));
    after(() => service.close());

    it('a routing leaves one rep at work, or nobody and no search; ended, nothing begins any more', async () => {
        let customers = 0;
        const property = fc.asyncProperty(course, async (given) => {
            await database().query(
                'truncate bridge_entries, bridge_seen, bridge_lanes, bridge_workers, bridge_work_items cascade'
            );
            const begun = await begin(service, `customer-${starts}-${(customers += 1)}`);
            await setWorkItem(database(), begun.conversation, begun.workItemId);
            holds(given, await played(database(), service, begun, given), service, begun);
        });
        await fc.assert(property, { numRuns: 30, examples: [[HEARD_AND_NEVER_TOLD]] });
    });
});

/** What was accepted after Salesforce had ended the routing, but for the call that was under way; undefined: it never did. */
interface Played {
    readonly afterEnd?: readonly string[];
    readonly hasMinutePassed: boolean;
}

async function played(database: Database, org: ServiceForTests, begun: Begun, given: Course): Promise<Played> {
    const client = clientOf(org);
    const fates = [...given.fates];
    const acceptedBefore = org.accepted.length;
    let calls = 0;
    let aheadMs = 0;
    let endedAfter: number | undefined;

    const service: InteractionService = async (name, body, options) => {
        const at = calls;
        calls += 1;
        if (at === given.minuteAt) aheadMs = 60_000;
        const fate = fates.shift() ?? 'is answered';
        if (fate === 'ends the process before it leaves') throw new ProcessEnded();
        options?.leaving?.();
        if (at === given.endedAt) {
            await store(database, ended(begun, 'Transfer'));
            endedAfter = org.accepted.length + 1;
        }
        if (fate === 'is asked to come later') return { kind: 'later', reason: 'busy', waitMs: 1, requestId: '' };
        if (fate === 'is lost on its way') return { kind: 'unknown', reason: 'no answer', requestId: '' };
        const answer = await client.service(name, body, options);
        if (fate === 'ends the process after it was done') throw new ProcessEnded();
        return fate === 'is answered' ? answer : { kind: 'unknown', reason: 'no answer', requestId: '' };
    };

    await store(database, requested(begun, 'Transfer', given.parameters));
    const senders = routingSenders({ database, service, now: () => Date.now() + aheadMs });
    await runUntilDone(database, senders);
    // Salesforce gives up by itself after a minute, unless it has heard of success.
    if (aheadMs > 0 && !answersIn(org, begun).includes(true)) {
        await store(database, ended(begun, 'Transfer', 'RoutingError'));
        await runUntilDone(database, senders);
    }
    const names = org.accepted.slice(acceptedBefore).map(({ call }) => call);
    return {
        hasMinutePassed: aheadMs > 0,
        ...(endedAfter === undefined ? {} : { afterEnd: names.slice(endedAfter - acceptedBefore) })
    };
}

/** Workers, one after the other; each may end in the middle. */
async function runUntilDone(database: Database, senders: ReturnType<typeof routingSenders>): Promise<void> {
    for (let round = 0; round < 400; round += 1) {
        const worker = `router in turn ${(starts += 1)}`;
        await keepWorker(database, worker, 10_000);
        const held = await takeLane(database, worker);
        if (held === undefined) {
            const left = await database.query(`select from bridge_lanes where due_at is not null`);
            if (left.length === 0) return;
            await wait(1);
            continue;
        }
        const breaker = createBreaker(1);
        try {
            await runLane(
                {
                    database,
                    senderOf: (kind) => senders.get(kind),
                    breakerOf: () => breaker,
                    maxAgeMs: 3_600_000,
                    settleMs: 5,
                    firstWaitMs: 1,
                    assertAlive: () => undefined,
                    pause: (ms) => wait(ms),
                    onSettled: () => undefined
                },
                held,
                never
            );
        } catch (error) {
            if (!(error instanceof ProcessEnded)) throw error;
            await keepWorker(database, worker, -1);
        }
    }
    assert.fail('it never ends');
}

/** What each POST /routingResult about the conversation said, success or not. */
const answersIn = ({ accepted }: ServiceForTests, { conversation }: Begun): boolean[] =>
    accepted
        .filter(({ body, call }) => call === 'POST /routingResult' && JSON.stringify(body).includes(conversation))
        .map(({ body }) => (body as { success: boolean }).success);

function holds({ parameters }: Course, played: Played, org: ServiceForTests, begun: Begun): void {
    const sessions = org.conversations.find(({ id }) => id === begun.conversation)?.sessions ?? [];
    const working = sessions.flatMap(({ work }) => work).filter(isActive);
    const isSearching = sessions.some(({ pendingRouting }) => pendingRouting !== undefined);
    const answers = answersIn(org, begun);
    const { afterEnd, hasMinutePassed } = played;
    assert.ok(working.length <= 1, 'two reps have the work');
    assert.ok(!(answers.includes(true) && answers.includes(false)), 'it succeeded and failed');
    assert.deepEqual(afterEnd?.filter((name) => FORWARD.includes(name)) ?? [], []);
    const isWhole = 'queueId' in parameters && !('flowId' in parameters) ? isSearching : working.length === 1;
    if (afterEnd !== undefined) assert.deepEqual([working.length, isSearching], [0, false]);
    else if (answers.includes(true)) assert.ok(isWhole, 'it succeeded, and nobody has the work');
    else assert.ok(hasMinutePassed && working.length === 0 && !isSearching, 'it is not over');
}
