import type { OrgReader } from 'c/orgReader';
import { createTaskSync } from 'c/taskSync';
import type { Clock, KnownSettings, Locks, TaskSync } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { ADA, CALL, createTestEngine, FOLLOW, OWN, picked, told } from '../../../../../test/ports/testEngine.ts';
import { taskRefused } from '../../../../../test/ports/testTasks.ts';
import { createTestOrg } from '../../../../../test/ports/testOrg.ts';
function setUp(given: KnownSettings) {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    const locks = createTestLocks();
    const org = createTestOrg(clock);
    const settings = { now: given };
    const tab = (own: Clock = clock): TaskSync =>
        createTaskSync({
            writer: org,
            storage,
            clock: own,
            locks,
            settings: () => settings.now,
            org: 'acme',
            userId: ADA
        });
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
it('a call that only a tab heard which is closed minutes later gets its Task from the tab that stays', async () => {
    const { clock, org, tab } = setUp(FOLLOW);
    const first = tab();
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    const second = tab();
    second.recover();
    await clock.pass(300_000);
    expect(org.tasks).toEqual([]);
    first.close();
    await clock.pass(60_000 + 60_000 + 1_000); // not heard any more, and the phone has had its time
    expect(org.tasks.map(({ values }) => values)).toMatchObject([{ Subject: 'Call', Queue__c: 'Sales' }]);
});
it('a tab asks no oftener, however long another one’s call lasts, whether it is over', async () => {
    const { clock, locks, open } = createTestEngine(FOLLOW);
    let asked = 0;
    const counting: Locks = {
        ...locks,
        ifFree: (name, run) => {
            asked += 1;
            return locks.ifFree(name, run);
        }
    };
    open().submit(CALL, told({ Queue__c: 'Sales' }));
    open({ locks: counting }).recover();
    await clock.pass(60_000);
    const inTheFirstMinute = asked;
    await clock.pass(10 * 60_000);
    asked = 0;
    await clock.pass(60_000);
    expect(asked).toBeLessThanOrEqual(inTheFirstMinute);
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

it('what the org refused to a tab that is gone is told, and tried again, by one that did not know the settings then', async () => {
    const { clock, org, settings, tab } = setUp(OWN);
    const [first, second] = [tab(), tab()];
    org.fail = 'requiredField';
    first.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: CALL.connectedTime }));
    settings.now = 'unknown';
    second.recover();
    await clock.pass(1);
    settings.now = OWN;
    await clock.pass(5_000);
    first.close();
    second.resume();
    await clock.pass(1);
    expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'requiredField', pending: true });
    org.fail = undefined;
    second.retry();
    await clock.pass(1);
    expect(org.tasks).toHaveLength(1);
});

it('a tab takes up what another left that closed, though it never heard of the call itself', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own', when: 'end' });
    const staying = tab();
    staying.recover();
    const closing = tab();
    closing.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(clock.now()).toISOString() }));
    closing.close();
    await clock.pass(180_000);
    expect(org.tasks.map(({ values }) => values)).toMatchObject([{ Subject: 'Call', Queue__c: 'Sales' }]);
});

it('a tab takes up what another left just before the agent’s clock was set back an hour', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own', when: 'end' });
    const staying = tab();
    staying.recover();
    const ahead = { ...clock, now: (): number => clock.now() + 3_600_000 };
    const closing = tab(ahead);
    closing.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: new Date(ahead.now()).toISOString() }));
    closing.close();
    await clock.pass(180_000);
    expect(org.tasks.map(({ values }) => values)).toMatchObject([{ Subject: 'Call', Queue__c: 'Sales' }]);
});

it('what the agent picked in a tab that closed before it could save it is saved by another that shows the call', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    const over = { disconnectedAt: CALL.connectedTime, wrappedUp: true };
    const [closing, staying] = [open(), open()];
    for (const tab of [closing, staying]) {
        tab.recover();
        tab.submit(CALL, told({ Queue__c: 'Sales' }, over));
    }
    await clock.pass(2_000);
    closing.submit(CALL, told({ Queue__c: 'Sales' }, { ...over, picked: picked({ WhoId: '003000000000001AAA' }) }));
    closing.close();
    await clock.pass(180_000);
    expect(onlyTask()).toMatchObject({ WhoId: '003000000000001AAA' });
});

it('what the agent picks in a tab counts over another pick that waits there from a tab that is gone', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    const [closing, staying] = [open(), open()];
    staying.submit(CALL, told({}, { picked: picked({ WhoId: null }, 1) }));
    await clock.pass(2_000);
    closing.submit(CALL, told({}, { picked: picked({ WhoId: '003000000000001AAA' }, 2), urgency: 'detail' }));
    closing.close();
    staying.submit(CALL, told({ Wrap__c: 'Sold' }, { picked: picked({ WhoId: null }, 3) }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ WhoId: null, Wrap__c: 'Sold' });
});

it('what the agent picked in one tab stays when a tab that knows an older pick tells the call again', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    const [first, second] = [open(), open()];
    first.submit(CALL, told({}, { picked: picked({ WhoId: '003000000000001AAA' }, 2) }));
    await clock.pass(20_000);
    second.submit(CALL, told({ Wrap__c: 'Sold' }, { picked: picked({ WhoId: null }, 1) }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ WhoId: '003000000000001AAA', Wrap__c: 'Sold' });
});

it('what a rule of the admin gives a field that also has a default stays there when a second tab hears of the call', async () => {
    const { clock, open, onlyTask } = createTestEngine(OWN);
    open().submit(CALL, told({ Subject: 'Claim 7' }));
    await clock.pass(20_000);
    open().submit(CALL, told({ Subject: 'Claim 7', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Subject: 'Claim 7', Wrap__c: 'Sold' });
});

it('nobody stays picked when a tab hears of the call while another saves, and one had recognised the caller', async () => {
    const { clock, open, onlyTask, reader } = createTestEngine(OWN);
    const recognised = { defaults: { ...told({}).defaults, WhoId: '003000000000001AAA' } };
    const nobody = { picked: picked({ WhoId: null }) };
    const slow: OrgReader = {
        async query(document, variables): Promise<unknown> {
            await new Promise<void>((resolve) => clock.after(1_000, resolve));
            return reader.query(document, variables);
        }
    };
    const [saving, picking, late] = [open({ reader: slow }), open(), open()];
    saving.submit(CALL, told({ Queue__c: 'Sales' }));
    picking.submit(CALL, told({ Queue__c: 'Sales' }, { ...recognised, urgency: 'detail' }));
    picking.submit(CALL, told({ Queue__c: 'Sales' }, { ...nobody, urgency: 'detail' }));
    await clock.pass(1_000);
    late.submit(CALL, told({ Queue__c: 'Sales' }, nobody));
    await clock.pass(10_000);
    late.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, nobody));
    await clock.pass(10_000);
    expect(onlyTask()).toMatchObject({ WhoId: null, Wrap__c: 'Sold' });
});

it('a tab that is told late of a connection which another has just saved leaves what is new to the next step', async () => {
    const { clock, org, tab } = setUp({ ...FOLLOW, mode: 'own' });
    tab().submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    tab().submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2 }));
    await clock.pass(10_000);
    expect(org.writes).toBe(1);
});

describe('a tab that woke up and does not know of a field yet', () => {
    const WRAP = { Queue__c: 'Sales', Wrap__c: 'Sold' };

    it.each([
        ['a built-in rule fills it', { yielding: ['Wrap__c'] }],
        ['the rule fills only an empty field', { onlyWhenEmpty: ['Wrap__c'] }]
    ])('leaves the phone’s value where %s, as the other tab would', async (_why, how) => {
        const engine = createTestEngine(FOLLOW);
        engine.phoneLogs({ Wrap__c: 'of the phone' });
        const [first, second] = [engine.open(), engine.open()];
        second.submit(CALL, told(WRAP, { ...how, urgency: 'detail' }));
        first.submit(CALL, told({ Queue__c: 'Sales' }));
        await engine.clock.pass(1_000);
        expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'of the phone' });
    });
});

it('a call that was kept unmapped by a tab that died is saved by a tab that mapped it, though it never heard the call', async () => {
    const { clock, open, onlyTask } = createTestEngine({ ...OWN, when: 'wrapUp' });
    const staying = open();
    staying.recover();
    const dying = open();
    dying.submit(CALL, { ...told(undefined), attributes: { 'Call.QueueName': 'Sales' } });
    dying.close();
    staying.submit(CALL, told({ Queue__c: 'Sales' }, { kept: true }));
    await clock.pass(3 * 60_000);
    expect(onlyTask().Queue__c).toBe('Sales');
});

it('notes that a tab restored long ago do not come back over the newer ones of another tab', async () => {
    const { clock, open, onlyTask } = createTestEngine();
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    const older = { Queue__c: 'Sales', Description: 'older' };
    first.submit(CALL, told(older, { urgency: 'detail' }));
    second.submit(CALL, told(older, { urgency: 'detail' }));
    for (const notes of ['older', 'newer']) {
        first.submit(CALL, told({ Queue__c: 'Sales', Description: notes }));
        await clock.pass(2_000);
    }
    second.submit(CALL, told(older));
    await clock.pass(2_000);
    expect(onlyTask().Description).toBe('newer');
});

it('what a tab leaves is taken up also by a tab that looks after the Task for its doubles', async () => {
    const { clock, open, onlyTask } = createTestEngine();
    const OVER = { disconnectedAt: CALL.connectedTime, wrappedUp: true };
    const first = open();
    first.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
    await clock.pass(1_000);
    open().recover();
    first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a quote' }, { ...OVER, urgency: 'detail' }));
    first.close();
    await clock.pass(180_000);
    expect(onlyTask().Description).toBe('Wants a quote');
});

it('a tab that is told of a connection while another saves it leaves what is new to the next step', async () => {
    const { clock, open, onlyTask, sent, tasks } = createTestEngine();
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await new Promise<void>((resolve) => clock.after(4_000, resolve));
        return tasks.mutate(mutation);
    });
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    second.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2 }));
    await clock.pass(10_000);
    expect(sent()).toHaveLength(1);
    second.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2 }, { disconnectedAt: CALL.connectedTime }));
    await clock.pass(5_000);
    expect(sent()).toHaveLength(2);
    expect(onlyTask().Acd__c).toBe(2);
});

it('a tab that the browser shows late what another has saved writes no more often either', async () => {
    const { clock, open, storage, sent } = createTestEngine();
    let isLate = true;
    const behind = {
        ...storage,
        keys: (): string[] => (isLate ? [] : storage.keys()),
        get: (key: string): string | null => (isLate ? null : storage.get(key))
    };
    const [first, second] = [open(), open({ storage: behind })];
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(600);
    second.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2 }));
    isLate = false;
    second.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 2, Description: 'Typed at once' }, { urgency: 'detail' }));
    await clock.pass(10_000);
    expect(sent()).toHaveLength(1);
});

it('notes typed in a tab wait for the next step, though the org refused another field that this tab had wanted too', async () => {
    const { clock, fields, open, sent } = createTestEngine();
    const rights = { createable: false, updateable: false };
    fields.now = { ...fields.now, Queue__c: { name: 'Queue__c', label: 'Queue', dataType: 'String', ...rights } };
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales' }, { urgency: 'detail' }));
    second.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(20_000);
    expect(sent()).toHaveLength(1);
    first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a quote' }, { urgency: 'detail' }));
    await clock.pass(20_000);
    expect(sent()).toHaveLength(1);
});

it('a value that the org refused to one tab is not sent once more when the network comes back in another that had wanted it too', async () => {
    const { clock, onlyTask, open, sent, tasks } = createTestEngine();
    jest.mocked(executeMutation).mockImplementation((mutation) =>
        JSON.stringify(mutation.variables).includes('far too long')
            ? Promise.resolve(taskRefused('STRING_TOO_LONG: Queue: data value too large: (max length=3) [Queue__c]'))
            : tasks.mutate(mutation)
    );
    const [first, second] = [open(), open()];
    const wanted = { Queue__c: 'far too long' };
    first.submit(CALL, told(wanted, { urgency: 'detail' }));
    second.submit(CALL, told(wanted));
    await clock.pass(10_000);
    await clock.pass(10_000);
    second.submit(CALL, told({ ...wanted, Wrap__c: 'Sold' }, { urgency: 'detail' }));
    first.resume();
    second.submit(CALL, told({ ...wanted, Wrap__c: 'Sold' }));
    await clock.pass(10_000);
    await clock.pass(10_000);
    expect(onlyTask()).toMatchObject({ Wrap__c: 'Sold' });
    expect(sent().filter((values) => Object.hasOwn(values, 'Queue__c'))).toHaveLength(1);
});

it('two tabs that share nothing and merge in one moment leave one Task, though both were made in one second', async () => {
    const { clock, open, onlyTask, tasks } = createTestEngine(OWN);
    jest.mocked(executeMutation).mockImplementation(async (mutation) => {
        await new Promise<void>((resolve) => clock.after(100, resolve));
        return tasks.mutate(mutation);
    });
    const tabs = [1, 2].map(() => open({ storage: createMemoryStorage(), locks: createTestLocks() }));
    tabs.forEach((tab) => tab.submit(CALL, told({ Queue__c: 'Sales' })));
    await clock.pass(5_000);
    const over = { disconnectedAt: CALL.connectedTime, wrappedUp: true };
    tabs.forEach((tab) => tab.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, over)));
    await clock.pass(5_000);
    expect(tasks.rows).toHaveLength(2);
    const merged = tabs.map((tab) => tab.merge(CALL));
    await clock.pass(5_000);
    await Promise.all(merged);
    expect(onlyTask()).toMatchObject({ Id: '00T0', Queue__c: 'Sales', Wrap__c: 'Sold' });
});
