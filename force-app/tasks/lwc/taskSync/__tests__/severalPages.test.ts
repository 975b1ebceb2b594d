import { createTaskSync } from 'c/taskSync';
import type { KnownSettings, Submission, TaskKey, TaskSync } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestOrg } from '../../../../../test/ports/testOrg.ts';
const FOLLOW = { mode: 'follow', when: 'eachStep', logMissed: false, coalesceMs: 500, followSeconds: 60 } as const;
const ADA = '005000000000001AAA';
const CALL: TaskKey = {
    id: 'call-1:participant-1',
    conversationId: 'call-1',
    userId: ADA,
    connectedTime: '2026-01-15T09:00:00.000Z'
};
const told = (patch: Submission['patch'], more: Partial<Submission> = {}): Submission => ({
    attributes: {},
    patch,
    defaults: { Subject: 'Call' },
    interactionType: 'call',
    urgency: 'milestone',
    ...more
});
function setUp(given: KnownSettings) {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const org = createTestOrg(clock);
    const settings = { now: given };
    const tab = (): TaskSync =>
        createTaskSync({ writer: org, storage, clock, locks, settings: () => settings.now, org: 'acme', userId: ADA });
    return { clock, storage, org, settings, tab };
}
it('a second tab opened in mid-call does not end the call of the first: no Task is made while the phone still may', async () => {
    const { clock, org, tab } = setUp(FOLLOW);
    const first = tab();
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(20_000);
    const second = tab();
    second.recover();
    await clock.pass(300_000); // a call of five minutes, silent: the agent talks
    expect(org.tasks).toHaveLength(0); // the call is still live in the first tab
    org.phoneLogs('call-1', ADA);
    expect(org.tasks).toHaveLength(1);
});
it('values that vanished from the browser are not told saved', async () => {
    const { clock, org, storage, tab } = setUp({ ...FOLLOW, mode: 'own' });
    const sync = tab();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    storage.entries.clear(); // "clear browsing data"
    await clock.pass(5_000);
    expect({ phase: sync.state(CALL)?.phase, tasks: org.tasks.length }).not.toEqual({ phase: 'saved', tasks: 0 });
});
it('a call first heard before the settings, ended while the page was gone, gets its Task in follow mode', async () => {
    const { clock, org, settings, tab } = setUp('unknown');
    const before = tab();
    before.submit(CALL, told(undefined, { attributes: { 'Call.QueueName': 'Sales' } }));
    before.close();
    settings.now = FOLLOW;
    const after = tab();
    after.recover();
    // what the desk's setupAnswered/submitKept does
    for (const { key, attributes, interactionType } of after.unmapped())
        after.submit(key, {
            attributes,
            patch: { Queue__c: 'Sales' },
            onlyWhenEmpty: [],
            defaults: {},
            interactionType,
            urgency: 'milestone',
            kept: true
        });
    after.retry();
    await clock.pass(3_600_000);
    expect(org.tasks).toHaveLength(1);
});
it('what came while a refused save was under way is tried', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own' });
    const sync = tab();
    let release = (): void => undefined;
    org.hold = new Promise((r) => {
        release = r;
    });
    org.fail = 'refused';
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(600);
    sync.submit(CALL, told({ Queue__c: 'Sales', Reason__c: 'now the validation rule is content' }));
    org.hold = undefined;
    release();
    await clock.pass(1);
    org.fail = undefined;
    await clock.pass(600_000);
    expect(org.tasks).toHaveLength(1);
});
it('what the org refused to one tab is told by the others too, once that one is gone', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own' });
    const [first, second] = [tab(), tab()];
    org.fail = 'requiredField';
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    second.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(5_000);
    first.close();
    expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'requiredField', pending: true });
});

it('a tab takes up what another left that closed, though it never heard of the call itself', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own', when: 'end' });
    const staying = tab();
    staying.recover();
    const closing = tab();
    closing.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(clock.now()).toISOString() }));
    closing.close();
    await clock.pass(180_000);
    expect(org.tasks.map(({ values }) => values)).toEqual([{ Subject: 'Call', Queue__c: 'Sales' }]);
});

it('a tab that is told late of a connection which another has just saved leaves what is new to the next step', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own' });
    tab().submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    tab().submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2 }));
    await clock.pass(10_000);
    expect(org.writes).toBe(1);
});
