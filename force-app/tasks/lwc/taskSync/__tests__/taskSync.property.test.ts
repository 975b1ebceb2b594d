import { createTaskSync } from 'c/taskSync';
import type { Locks, SaveFailure, TaskKey, TaskSync, WriteMode } from 'c/taskSync';
import fc from 'fast-check';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestOrg } from '../../../../../test/ports/testOrg.ts';

const USER = '005000000000001AAA';
const KEYS: readonly TaskKey[] = ['call-1', 'call-2'].map((conversationId) => ({
    id: `${conversationId}:participant`,
    conversationId,
    userId: USER,
    connectedTime: '2026-01-15T09:00:00.000Z'
}));
const FIELDS = ['A__c', 'B__c', 'C__c'];

type Step =
    | { do: 'tell'; tab: number; call: number; field: number; value: number; milestone: boolean }
    | { do: 'pass'; ms: number }
    | { do: 'fail'; how: SaveFailure | undefined }
    | { do: 'loseAnswer' }
    | { do: 'reload'; tab: number }
    | { do: 'fillStorage'; full: boolean };

const index = (size: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: size - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
    {
        weight: 5,
        arbitrary: fc.record({
            do: fc.constant('tell' as const),
            tab: index(2),
            call: index(2),
            field: index(3),
            value: index(4),
            milestone: fc.boolean()
        })
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 90_000 }) }) },
    {
        weight: 1,
        arbitrary: fc.record({
            do: fc.constant('fail' as const),
            how: fc.constantFrom('offline' as const, 'busy' as const, 'sessionExpired' as const, undefined)
        })
    },
    { weight: 1, arbitrary: fc.constant({ do: 'loseAnswer' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), tab: index(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fillStorage' as const), full: fc.boolean() }) }
);

interface Play {
    readonly tasks: ReturnType<typeof createTestOrg>['tasks'];
    readonly wanted: Map<string, Record<string, number>>;
}

/** Both tabs hear what happens to a call, as the phone tells every page of the user. */
async function play(steps: readonly Step[], mode: WriteMode, locks: Locks = createTestLocks()): Promise<Play> {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const org = createTestOrg(clock, 200);
    const wanted = new Map<string, Record<string, number>>();
    const settings = { mode, when: 'eachStep' as const, logMissed: false, coalesceMs: 500, followSeconds: 60 };
    const open = (): TaskSync => {
        const sync = createTaskSync({
            writer: org,
            storage,
            clock,
            locks,
            settings: () => settings,
            org: 'acme',
            userId: USER
        });
        sync.recover();
        return sync;
    };
    const tabs = [open(), open()];
    const disconnectedAt = new Date(clock.now()).toISOString();

    const tell = (key: TaskKey, urgency: 'milestone' | 'detail'): void => {
        const patch = wanted.get(key.id) ?? {};
        for (const tab of tabs) {
            tab.submit(key, {
                attributes: {},
                patch: { ...patch },
                defaults: { Subject: 'Call' },
                interactionType: 'call',
                urgency,
                disconnectedAt
            });
        }
    };

    for (const one of steps) {
        switch (one.do) {
            case 'tell': {
                const key = KEYS[one.call];
                const field = FIELDS[one.field];
                if (key !== undefined && field !== undefined) {
                    wanted.set(key.id, { ...wanted.get(key.id), [field]: one.value });
                    tell(key, one.milestone ? 'milestone' : 'detail');
                }
                break;
            }
            case 'pass':
                await clock.pass(one.ms);
                break;
            case 'fail':
                org.fail = one.how;
                break;
            case 'loseAnswer':
                org.loseAnswer = true;
                break;
            case 'reload':
                tabs[one.tab]?.close();
                tabs[one.tab] = open();
                break;
            default:
                storage.full = one.full;
        }
    }
    storage.full = false;
    // The faults end, every call ends, and the agent leaves the page open.
    org.fail = undefined;
    for (const key of KEYS) {
        if (wanted.has(key.id)) {
            tell(key, 'milestone');
        }
    }
    tabs.forEach((tab) => tab.retry());
    await clock.pass(600_000);
    return { tasks: org.tasks, wanted };
}

function oneTaskEach({ tasks, wanted }: Play): void {
    for (const [id, values] of wanted) {
        const made = tasks.filter((task) => `${task.conversationId}:participant` === id);
        expect(made.map((task) => task.values)).toEqual([{ Subject: 'Call', ...values }]);
    }
    expect(tasks).toHaveLength(wanted.size);
}

const steps = fc.array(step, { maxLength: 30 });

it.each(['own', 'follow'] as const)(
    'in %s mode each call has one Task with the last values, whatever failed on the way',
    async (mode) => {
        await fc.assert(
            fc.asyncProperty(steps, async (given) => oneTaskEach(await play(given, mode))),
            { numRuns: 150, verbose: 1 }
        );
    }
);

it('the same schedules catch an engine whose tabs do not wait for each other', async () => {
    const noLocks: Locks = { ifFree: (_name, run) => run(), hold: (_name, over) => over };
    const outcome = await fc.check(
        fc.asyncProperty(steps, async (given) => oneTaskEach(await play(given, 'own', noLocks))),
        { numRuns: 150, endOnFailure: true }
    );
    expect(outcome.failed).toBe(true);
});
