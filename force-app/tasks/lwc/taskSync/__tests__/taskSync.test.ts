import { createTaskSync } from 'c/taskSync';
import type { KnownSettings, Submission, TaskKey, TaskSync, TaskSyncSettings } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createTestOrg } from '../../../../../test/ports/testOrg.ts';

const FOLLOW: TaskSyncSettings = {
    mode: 'follow',
    when: 'eachStep',
    logMissed: false,
    coalesceMs: 500,
    followSeconds: 60
};
const OWN: TaskSyncSettings = { ...FOLLOW, mode: 'own' };
const ADA = '005000000000001AAA';
const BEN = '005000000000002AAA';
const CALL: TaskKey = {
    id: 'call-1:participant-1',
    conversationId: 'call-1',
    userId: ADA,
    connectedTime: '2026-01-15T09:00:00.000Z'
};

function told(patch: Submission['patch'], more: Partial<Submission> = {}): Submission {
    return {
        attributes: {},
        patch,
        defaults: { Subject: 'Call' },
        interactionType: 'call',
        urgency: 'milestone',
        ...more
    };
}

function setUp(given: KnownSettings = OWN): {
    clock: ReturnType<typeof createTestClock>;
    storage: ReturnType<typeof createMemoryStorage>;
    locks: ReturnType<typeof createTestLocks>;
    org: ReturnType<typeof createTestOrg>;
    settings: { now: KnownSettings };
    tab(user?: string, orgName?: string): TaskSync;
} {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const org = createTestOrg(clock);
    const settings = { now: given };
    const tab = (userId = ADA, orgName = 'acme'): TaskSync =>
        createTaskSync({ writer: org, storage, clock, locks, settings: () => settings.now, org: orgName, userId });
    return { clock, storage, locks, org, settings, tab };
}

describe('own mode', () => {
    it('the agent gets one Task soon after the connection', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(499);
        expect(org.tasks).toHaveLength(0);
        await clock.pass(1);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call', Queue__c: 'Sales' }]);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00Tours0', pending: false, writes: 1 });
    });

    it('an ordinary call costs three writes: connected, ended, wrapped up', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        for (const seconds of [1, 2, 3]) {
            sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: seconds }, { urgency: 'detail' }));
            await clock.pass(5_000);
        }
        sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3, Ended__c: 'x' }));
        await clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3, Ended__c: 'x', Wrap__c: 'Sold' }));
        await clock.pass(1_000);
        expect(org.writes).toBe(3);
        expect(org.tasks[0]?.values).toEqual({
            Subject: 'Call',
            Queue__c: 'Sales',
            Acd__c: 3,
            Ended__c: 'x',
            Wrap__c: 'Sold'
        });
    });

    it('nothing is written when nothing changed', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(60_000);
        expect(org.requests).toHaveLength(1);
    });

    it('a value that changes during a save is saved next, and only that', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        let release = (): void => undefined;
        org.hold = new Promise((resolve) => {
            release = resolve;
        });
        sync.submit(CALL, told({ Notes__c: 'first', Queue__c: 'Sales' }));
        await clock.pass(500);
        sync.submit(CALL, told({ Notes__c: 'second', Queue__c: 'Sales' }));
        org.hold = undefined;
        release();
        await clock.pass(1_000);
        expect(org.requests.map((request) => request.patch)).toEqual([
            { Notes__c: 'first', Queue__c: 'Sales' },
            { Notes__c: 'second' }
        ]);
        expect(org.tasks).toHaveLength(1);
    });

    it('a detail that comes during a save waits for the next step, as any other', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        let release = (): void => undefined;
        org.hold = new Promise((resolve) => {
            release = resolve;
        });
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(500);
        sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3 }, { urgency: 'detail' }));
        org.hold = undefined;
        release();
        await clock.pass(60_000);
        expect(org.requests.map((request) => request.patch)).toEqual([{ Queue__c: 'Sales' }]);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: true });
        sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3, Ended__c: 'x' }));
        await clock.pass(1_000);
        expect(org.requests.at(-1)?.patch).toEqual({ Acd__c: 3, Ended__c: 'x' });
    });

    it('a call that came back to the agent after a transfer gets a second Task', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told({}));
        await clock.pass(60_000);
        sync.submit({ ...CALL, id: 'call-1:participant-3', connectedTime: '2026-01-15T09:01:00.000Z' }, told({}));
        await clock.pass(1_000);
        expect(org.tasks).toHaveLength(2);
    });

    it('a field that is filled only when empty is left alone once it was filled', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { onlyWhenEmpty: ['Queue__c'] }));
        await clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Support' }, { onlyWhenEmpty: ['Queue__c'] }));
        await clock.pass(1_000);
        expect(org.tasks[0]?.values.Queue__c).toBe('Sales');
    });
});

describe('follow mode', () => {
    it('the mapped fields land on the Task that the phone made early, and its own values stand', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        org.phoneLogs('call-1', ADA);
        tab().submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Queue__c: 'Sales' }]);
    });

    it('the agent is told that the phone is awaited, and the Task that it makes late is filled', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'waitingForPhone', pending: true });
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(clock.now()).toISOString() }));
        await clock.pass(30_000);
        org.phoneLogs('call-1', ADA);
        await clock.pass(10_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Queue__c: 'Sales' }]);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00Tphone0', pending: false });
    });

    it('a phone that never logs costs the agent nothing: a Task is made after the waiting time', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        tab().submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(clock.now()).toISOString() }));
        await clock.pass(59_000);
        expect(org.tasks).toHaveLength(0);
        await clock.pass(2_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call', Queue__c: 'Sales' }]);
    });

    it('a Task that we had to make gets its wrap-up code too', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        const sync = tab();
        const disconnectedAt = new Date(clock.now()).toISOString();
        sync.submit(CALL, told({}, { disconnectedAt }));
        await clock.pass(62_000);
        sync.submit(CALL, told({}, { disconnectedAt, defaults: { Subject: 'Call', CallDisposition: 'Sold' } }));
        await clock.pass(1_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call', CallDisposition: 'Sold' }]);
    });

    it('a long call is not looked up all the time', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        tab().submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(3_600_000);
        expect(org.requests.length).toBeLessThanOrEqual(4);
    });
});

describe('when something fails', () => {
    it('an offline browser keeps the values and saves them when it can', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        org.fail = 'offline';
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(5_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'offline', pending: true });
        org.fail = undefined;
        await clock.pass(60_000);
        expect(org.tasks).toHaveLength(1);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
        expect(sync.state(CALL)?.failure).toBeUndefined();
    });

    it('tries again ever more slowly, a minute apart at most', async () => {
        const { clock, org, tab } = setUp();
        org.fail = 'busy';
        tab().submit(CALL, told({}));
        await clock.pass(600_000);
        expect(org.requests.length).toBeGreaterThan(8);
        expect(org.requests.length).toBeLessThan(20);
    });

    it('an answer that was lost after the commit does not double the Task', async () => {
        const { clock, org, tab } = setUp();
        org.loseAnswer = true;
        tab().submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(10_000);
        expect(org.tasks).toHaveLength(1);
    });

    it('an expired session is not hammered; the agent can try again', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        org.fail = 'sessionExpired';
        sync.submit(CALL, told({}));
        await clock.pass(600_000);
        expect(org.requests).toHaveLength(1);
        org.fail = undefined;
        sync.retry();
        await clock.pass(1_000);
        expect(sync.state(CALL)?.phase).toBe('saved');
    });

    it('without access to the settings nothing is written, and the values wait', async () => {
        const { clock, org, settings, tab } = setUp('noAccess');
        const sync = tab();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(10_000);
        expect(org.requests).toHaveLength(0);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'noAccessToSettings', pending: true });
        settings.now = OWN;
        sync.retry();
        await clock.pass(1_000);
        expect(org.tasks[0]?.values.Queue__c).toBe('Sales');
    });

    it('without access to the mapping no mapped field is guessed, and the attributes wait for it', async () => {
        const { clock, org, tab } = setUp();
        const sync = tab();
        sync.submit(CALL, told(undefined, { attributes: { 'Call.QueueName': 'Sales' } }));
        await clock.pass(1_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call' }]);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'noAccessToMapping', pending: true });
        expect(sync.unmapped()).toEqual([
            { key: CALL, attributes: { 'Call.QueueName': 'Sales' }, interactionType: 'call' }
        ]);
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call', Queue__c: 'Sales' }]);
        expect(sync.unmapped()).toEqual([]);
    });

    it('a browser that keeps nothing still saves the Task, and says so meanwhile', async () => {
        const { clock, org, storage, tab } = setUp();
        const sync = tab();
        storage.full = true;
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        expect(sync.state(CALL)?.failure).toBe('storageFull');
        await clock.pass(1_000);
        expect(org.tasks).toHaveLength(1);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });
});

describe('reloads and tabs', () => {
    it('values that were not saved before a reload are saved after it', async () => {
        const { clock, org, tab } = setUp();
        const before = tab();
        org.fail = 'offline';
        before.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(clock.now()).toISOString() }));
        await clock.pass(1_000);
        before.close();
        org.fail = undefined;
        const after = tab();
        after.recover();
        await clock.pass(1_000);
        expect(org.tasks.map((task) => task.values)).toEqual([{ Subject: 'Call', Queue__c: 'Sales' }]);
        expect(after.states()).toMatchObject([{ phase: 'saved', pending: false }]);
    });

    it('a reload in mid-call and the same call again make no second Task and no second write', async () => {
        const { clock, org, tab } = setUp();
        const before = tab();
        before.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        before.close();
        const after = tab();
        after.recover();
        after.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(org.tasks).toHaveLength(1);
        expect(org.writes).toBe(1);
    });

    it('a call that ended while the browser was closed is saved after a while', async () => {
        const { clock, org, tab } = setUp(FOLLOW);
        const before = tab();
        before.submit(CALL, told({ Queue__c: 'Sales' }));
        before.close();
        const after = tab();
        after.recover();
        await clock.pass(30_000);
        expect(org.tasks).toHaveLength(0);
        await clock.pass(91_000);
        expect(org.tasks).toHaveLength(1);
    });

    it('two open tabs give the agent one Task and one write', async () => {
        const { clock, org, tab } = setUp();
        const [first, second] = [tab(), tab()];
        first.submit(CALL, told({ Queue__c: 'Sales' }));
        second.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(5_000);
        expect(org.tasks).toHaveLength(1);
        expect(org.writes).toBe(1);
        expect(second.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });

    it('while another tab saves, this one waits for its turn', async () => {
        const { clock, org, locks, tab } = setUp();
        locks.held.add(`task:${CALL.conversationId}:${ADA}`);
        tab().submit(CALL, told({}));
        await clock.pass(3_000);
        expect(org.requests).toHaveLength(0);
        locks.held.clear();
        await clock.pass(1_000);
        expect(org.tasks).toHaveLength(1);
    });

    it('the second agent on the machine sees and writes nothing of the first', async () => {
        const { clock, org, storage, tab } = setUp();
        org.fail = 'offline';
        const ada = tab(ADA);
        ada.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        ada.close();
        const left = new Map(storage.entries);
        org.fail = undefined;
        const ben = tab(BEN);
        ben.recover();
        await clock.pass(120_000);
        expect(ben.states()).toEqual([]);
        expect(org.tasks).toHaveLength(0);
        expect(storage.entries).toEqual(left);
    });

    it('another org on the same machine sees nothing either', () => {
        const { tab } = setUp();
        tab(ADA, 'acme').submit(CALL, told({}));
        const other = tab(ADA, 'globex');
        other.recover();
        expect(other.states()).toEqual([]);
    });

    it('what is kept in the browser is gone once the Task has it', async () => {
        const { clock, storage, tab } = setUp();
        tab().submit(CALL, told({ Queue__c: 'Sales' }));
        expect([...storage.entries.keys()].map((name) => name.split(':')[3])).toEqual(['live', 'task']);
        await clock.pass(1_000);
        expect([...storage.entries.keys()].map((name) => name.split(':')[3])).toEqual(['live', 'written']);
        expect(JSON.stringify([...storage.entries.values()])).not.toContain('Sales');
    });

    it.each(['not json', '{"v":0}', '{"v":1,"entry":{"key":7}}', 'null'])(
        'kept values that cannot be read (%s) stop nothing',
        async (text) => {
            const { clock, org, storage, tab } = setUp();
            storage.entries.set(`switchboard:acme:${ADA}:task:odd`, text);
            const sync = tab();
            sync.recover();
            sync.submit(CALL, told({}));
            await clock.pass(1_000);
            expect(org.tasks).toHaveLength(1);
        }
    );
});

it('a listener is told of each step and no more after it left', async () => {
    const { clock, tab } = setUp();
    const sync = tab();
    const phases: (string | undefined)[] = [];
    const stop = sync.onChange(() => phases.push(sync.state(CALL)?.phase));
    sync.submit(CALL, told({}));
    await clock.pass(1_000);
    stop();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    expect(phases).toEqual(['waiting', 'saving', 'saved']);
});
