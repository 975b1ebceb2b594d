import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import type { TaskKey, TaskSync } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import type { GraphQLMutation, GraphQLMutationResult } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { ADA, CALL, createTestEngine, FOLLOW, OWN, told } from '../../../../../test/ports/testEngine.ts';

const ENDED_AT = '2026-01-15T09:00:00.000Z';
const OVER = { disconnectedAt: ENDED_AT, wrappedUp: true };
const LATER: TaskKey = {
    ...CALL,
    id: `call-1:${ADA}:2026-01-15T09:10:00.000Z`,
    connectedTime: '2026-01-15T09:10:00.000Z'
};

describe('the phone’s own Task', () => {
    it('that comes early is the one that is filled, and gets the key where the org keeps it', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW, true);
        phoneLogs();
        open().submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', SwitchboardKey__c: CALL.id });
    });

    it('that comes after ours is told to the agent, a while after the last save', async () => {
        const { clock, open, phoneLogs } = createTestEngine(FOLLOW);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(61_000);
        phoneLogs({ Subject: 'Call of the phone' });
        expect(sync.state(CALL)?.doubles).toBeUndefined();
        await clock.pass(180_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00T0', doubles: ['00Tphone1'] });
    });

    it('that takes the place of ours, which somebody deleted, keeps its Subject, whichever tab saves after Try again', async () => {
        const { clock, open, phoneLogs, tasks, onlyTask } = createTestEngine(FOLLOW);
        const [first, second] = [open(), open()];
        [first, second].forEach((tab) => tab.submit(CALL, told({ Queue__c: 'Sales' }, OVER)));
        await clock.pass(61_000);
        phoneLogs({ Subject: 'Call of the phone' });
        tasks.rows.shift();
        second.submit(CALL, told({ Queue__c: 'Service' }, OVER));
        await clock.pass(5_000);
        expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        [first, second].forEach((tab) => tab.retry());
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Subject: 'Call of the phone', Queue__c: 'Service' });
    });

    it('of a later handling of the same conversation is no double of the earlier', async () => {
        const { clock, open, phoneLogs } = createTestEngine(FOLLOW);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(62_000);
        await clock.pass(9 * 60_000);
        sync.submit(LATER, told({ Queue__c: 'Sales' }));
        phoneLogs();
        await clock.pass(5_000);
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'late' }, OVER));
        await clock.pass(5_000);
        expect(sync.state(CALL)?.doubles).toBeUndefined();
        expect(sync.state(LATER)?.taskId).toBe('00Tphone1');
    });

    it('of a later handling that has no Task yet is no double of the earlier, and is not merged into it', async () => {
        const { clock, open, phoneLogs, tasks } = createTestEngine(FOLLOW);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(62_000);
        const soon = new Date(clock.now()).toISOString();
        const next = { ...CALL, id: `call-1:${ADA}:${soon}`, connectedTime: soon };
        sync.submit(next, told({ Queue__c: 'Service' }));
        await clock.pass(40_000);
        phoneLogs();
        await clock.pass(120_000);
        expect(sync.state(CALL)?.doubles).toBeUndefined();
        await expect(sync.merge(CALL)).resolves.toBe('notMerged');
        sync.submit(next, told({ Queue__c: 'Service', Wrap__c: 'Sold' }, { wrappedUp: true }));
        await clock.pass(5_000);
        expect(sync.state(next)?.taskId).toBe('00Tphone1');
        expect(tasks.rows).toHaveLength(2);
    });

    it('is told for a double although the clock of this computer is twenty minutes slow', async () => {
        const { clock, open, phoneLogs } = createTestEngine(FOLLOW);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: '2026-01-15T08:40:30.000Z', wrappedUp: true }));
        await clock.pass(5_000);
        phoneLogs();
        await clock.pass(180_000);
        expect(sync.state(CALL)?.doubles).toEqual(['00Tphone1']);
    });

    it('is told for a double at once when both are made in the same moment', async () => {
        const { clock, open, phoneLogs, tasks } = createTestEngine(OWN);
        jest.mocked(executeMutation).mockImplementationOnce((mutation) => {
            const made = tasks.mutate(mutation);
            phoneLogs();
            return made;
        });
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', doubles: [expect.stringContaining('00Tphone')] });
    });

    it('is told for a double although the page was closed before it looked for the last time', async () => {
        const { clock, open, phoneLogs } = createTestEngine(OWN);
        const before = open();
        before.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(5_000);
        before.close();
        phoneLogs();
        const after = open();
        after.recover();
        await clock.pass(180_000);
        expect(after.state(CALL)?.doubles).toEqual(['00Tphone1']);
    });

    it('is told for a double although Salesforce could not be reached when it was looked for', async () => {
        const { clock, open, phoneLogs, reader } = createTestEngine(OWN);
        let isOffline = false;
        const query: OrgReader['query'] = (...asked) =>
            isOffline ? Promise.reject(new ReadError('offline', 'Failed to fetch')) : reader.query(...asked);
        const sync = open({ reader: { query } });
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(5_000);
        phoneLogs();
        isOffline = true;
        await clock.pass(180_000);
        isOffline = false;
        await clock.pass(120_000);
        expect(sync.state(CALL)?.doubles).toEqual(['00Tphone1']);
    });

    it('is told for a double, and told no more once merged, in the other tabs of the agent too', async () => {
        const { clock, open, phoneLogs } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        for (const tab of [first, second]) {
            tab.recover();
            tab.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        }
        await clock.pass(5_000);
        phoneLogs();
        await clock.pass(240_000);
        expect([first, second].map((tab) => tab.state(CALL)?.doubles)).toEqual([['00Tphone1'], ['00Tphone1']]);
        const merged = first.merge(CALL);
        await clock.pass(60_000);
        await expect(merged).resolves.toBe('merged');
        expect(second.state(CALL)).not.toHaveProperty('doubles');
    });

    it('is told for a double also where the tab that saved is gone and the org refuses what another one saves', async () => {
        const { clock, open, phoneLogs, tasks } = createTestEngine(OWN);
        const first = open();
        first.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(5_000);
        first.close();
        phoneLogs();
        const second = open();
        second.recover();
        jest.mocked(executeMutation).mockImplementation(() =>
            Promise.resolve({ data: {}, errors: [{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no' }] })
        );
        second.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(400_000);
        jest.mocked(executeMutation).mockImplementation((mutation) => tasks.mutate(mutation));
        expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', doubles: ['00Tphone1'] });
    });

    it('is told for a double after a reload too', async () => {
        const { clock, open, phoneLogs } = createTestEngine(OWN);
        const before = open();
        before.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(5_000);
        phoneLogs();
        await clock.pass(180_000);
        before.close();
        await clock.pass(3_600_000);
        const after = open();
        after.recover();
        expect(after.state(CALL)).toMatchObject({ phase: 'saved', pending: false, doubles: ['00Tphone1'] });
        await expect(after.merge(CALL)).resolves.toBe('merged');
        await clock.pass(180_000);
        const last = open();
        last.recover();
        expect(last.state(CALL)?.doubles).toBeUndefined();
    });

    it('that another handling owns is not taken after a reload either', async () => {
        const { clock, open, tasks } = createTestEngine(OWN);
        const before = open();
        before.submit(CALL, told({ Queue__c: 'first' }));
        await clock.pass(1_000);
        before.close();
        open().submit(
            { ...CALL, id: `call-1:${ADA}:2026-01-15T09:00:20.000Z`, connectedTime: '2026-01-15T09:00:20.000Z' },
            told({ Queue__c: 'second' })
        );
        await clock.pass(1_000);
        expect(tasks.rows.map(({ Queue__c }) => Queue__c)).toEqual(['first', 'second']);
    });
});

describe('a merge on the agent’s word', () => {
    async function withDouble(
        phone: Readonly<Record<string, unknown>>,
        withKey = false
    ): Promise<
        ReturnType<typeof createTestEngine> & { sync: ReturnType<ReturnType<typeof createTestEngine>['open']> }
    > {
        const engine = createTestEngine(OWN, withKey);
        const sync = engine.open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await engine.clock.pass(2_000);
        engine.phoneLogs(phone);
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await engine.clock.pass(2_000);
        return { ...engine, sync };
    }

    it('leaves one Task that says what both said', async () => {
        const { clock, sync, onlyTask } = await withDouble({ Description: 'typed in the phone', Wrap__c: 'other' });
        expect(sync.state(CALL)?.doubles).toEqual(['00Tphone1']);
        const merged = sync.merge(CALL);
        await clock.pass(1_000);
        await expect(merged).resolves.toBe('merged');
        expect(onlyTask()).toMatchObject({
            Id: '00T0',
            Queue__c: 'Sales',
            Wrap__c: 'Sold',
            Description: 'typed in the phone'
        });
        expect(sync.state(CALL)?.doubles).toBeUndefined();
    });

    it('waits for a save that is under way, and is done after it', async () => {
        const { clock, sync, tasks, onlyTask } = await withDouble({});
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            await new Promise<void>((resolve) => clock.after(3_000, resolve));
            return tasks.mutate(mutation);
        });
        sync.submit(CALL, told({ Queue__c: 'Service', Wrap__c: 'Sold' }, OVER));
        await clock.pass(600);
        const merged = sync.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe('merged');
        expect(onlyTask()).toMatchObject({ Id: '00T0', Queue__c: 'Service', Wrap__c: 'Sold' });
    });

    it('keeps both texts of the comments, one below the other', async () => {
        const { clock, sync, edit, onlyTask } = await withDouble({ Description: 'of the phone' });
        edit({ Description: 'of the agent' });
        const merged = sync.merge(CALL);
        await clock.pass(1_000);
        await merged;
        expect(onlyTask().Description).toBe('of the agent\n\nof the phone');
    });

    it('where ours is the younger one keeps the older, and our values move there', async () => {
        const { clock, open, tasks, phoneLogs, onlyTask } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        phoneLogs({ Queue__c: 'of the phone' });
        tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(1_000);
        const merged = sync.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe('merged');
        expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Queue__c: 'Sales', Wrap__c: 'Sold', Subject: 'Call' });
        expect(sync.state(CALL)).toMatchObject({ taskId: '00Tphone1', phase: 'saved', pending: false });
    });

    it('into the phone’s own Task leaves that one’s Subject as it is, from every tab', async () => {
        const { clock, open, tasks, phoneLogs, onlyTask } = createTestEngine(FOLLOW);
        const [sync, other] = [open(), open()];
        const whole = told({ Queue__c: 'Sales' }, OVER);
        [sync, other].forEach((tab) => tab.submit(CALL, whole));
        await clock.pass(70_000);
        phoneLogs({ Subject: 'Logged by the phone' });
        tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
        await clock.pass(180_000);
        const merged = sync.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe('merged');
        other.submit(CALL, { ...whole, patch: { Queue__c: 'Sales', Wrap__c: 'Sold' }, defaults: { Subject: 'Late' } });
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Subject: 'Logged by the phone', Wrap__c: 'Sold' });
        expect(sync.state(CALL)).not.toHaveProperty('ours');
    });

    it.each(['yielding', 'onlyWhenEmpty'])(
        'leaves what the phone’s own Task says where a field is told as %s and another tab had saved it',
        async (guard) => {
            const { clock, open, tasks, phoneLogs, onlyTask } = createTestEngine(FOLLOW);
            const [first, second] = [open(), open()];
            [first, second].forEach((tab) => tab.submit(CALL, told({ Queue__c: 'Sales' }, OVER)));
            await clock.pass(70_000);
            phoneLogs({ Wrap__c: 'of the phone' });
            tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
            const wrapped = told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, { ...OVER, [guard]: ['Wrap__c'] });
            second.submit(CALL, wrapped);
            await clock.pass(2_000);
            first.submit(CALL, wrapped);
            await clock.pass(180_000);
            const merged = first.merge(CALL);
            await clock.pass(5_000);
            await expect(merged).resolves.toBe('merged');
            expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Queue__c: 'Sales', Wrap__c: 'of the phone' });
        }
    );

    it('brings all to the one that stays also from a tab that never saved any of it itself', async () => {
        const { clock, open, tasks, phoneLogs, onlyTask } = createTestEngine(FOLLOW);
        const [first, second] = [open(), open()];
        const whole = told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER);
        second.submit(CALL, whole);
        await clock.pass(70_000);
        phoneLogs({ Queue__c: 'of the phone' });
        tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
        await clock.pass(180_000);
        first.submit(CALL, whole);
        await clock.pass(2_000);
        const merged = first.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe('merged');
        expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Queue__c: 'Sales', Wrap__c: 'Sold' });
        expect(first.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });

    it('leaves both texts of the comments also when another tab, that shows the double still, is asked to merge too', async () => {
        const { clock, open, tasks, phoneLogs, onlyTask } = createTestEngine(FOLLOW);
        const [first, second] = [open(), open()];
        const whole = { Queue__c: 'Sales', Description: 'Notes' };
        const say = (tab: TaskSync, yielding: readonly string[]): Promise<void> => {
            tab.submit(CALL, told({ ...whole, Wrap__c: 'Sold' }, { ...OVER, yielding }));
            return clock.pass(2_000);
        };
        first.submit(CALL, told(whole, OVER));
        await clock.pass(70_000);
        phoneLogs({ Description: 'of the phone' });
        tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
        await clock.pass(180_000);
        await say(first, ['Description']);
        await say(second, []);
        for (const tab of [first, second]) {
            const merged = tab.merge(CALL);
            await clock.pass(5_000);
            await expect(merged).resolves.toBe('merged');
        }
        expect(onlyTask()).toMatchObject({ Description: expect.stringMatching(/of the phone\n\nNotes/) as string });
    });

    it('keeps the Task with the key, however old the others are', async () => {
        const { clock, sync, tasks, onlyTask } = await withDouble({}, true);
        tasks.rows[1] = { ...tasks.rows[1], CreatedDate: '2026-01-15T09:00:00.000Z' };
        const merged = sync.merge(CALL);
        await clock.pass(1_000);
        await merged;
        expect(onlyTask()).toMatchObject({ Id: '00T0', SwitchboardKey__c: CALL.id });
    });

    it.each(['SwitchboardUpdateTask', 'SwitchboardDeleteTask'])(
        'that the org refuses (%s) deletes nothing that is not kept, and says so',
        async (refused) => {
            const { clock, sync, tasks } = await withDouble({ Description: 'typed in the phone' });
            jest.mocked(executeMutation).mockImplementation((mutation) =>
                mutation.operationName === refused
                    ? Promise.resolve({ data: {}, errors: [{ message: 'INSUFFICIENT_ACCESS_OR_READONLY: no' }] })
                    : tasks.mutate(mutation)
            );
            const merged = sync.merge(CALL);
            await clock.pass(1_000);
            await expect(merged).resolves.toBe('notMerged');
            expect(tasks.rows.map(({ Id }) => Id)).toContain('00Tphone1');
            expect(sync.state(CALL)?.doubles).toEqual(['00Tphone1']);
        }
    );

    it.each([
        ['change the Task', 'SwitchboardUpdateTask', 'mayNotChange'],
        ['delete the other', 'SwitchboardDeleteTask', 'mayNotDelete']
    ])('names the right that is missing to an agent who may not %s', async (_what, refused, notMerged) => {
        const message = 'INSUFFICIENT_ACCESS_OR_READONLY: no';
        const { clock, sync, tasks } = await withDouble({ Description: 'typed in the phone' });
        const takesAll = (mutation: GraphQLMutation): Promise<GraphQLMutationResult> => tasks.mutate(mutation);
        jest.mocked(executeMutation).mockImplementation((mutation) =>
            mutation.operationName === refused
                ? Promise.resolve({ data: {}, errors: [{ message }] })
                : takesAll(mutation)
        );
        const refusal = sync.merge(CALL);
        await clock.pass(1_000);
        await refusal;
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', notMerged, detail: expect.stringContaining(message) });
        jest.mocked(executeMutation).mockImplementation(takesAll);
        const merged = sync.merge(CALL);
        await clock.pass(1_000);
        await expect(merged).resolves.toBe('merged');
        expect(sync.state(CALL)).not.toHaveProperty('notMerged');
    });

    it('that fails for another reason names no right, and keeps what the org said', async () => {
        const { clock, sync, tasks } = await withDouble({ Description: 'typed in the phone' });
        jest.mocked(executeMutation).mockImplementation((mutation) =>
            mutation.operationName === 'SwitchboardDeleteTask'
                ? Promise.resolve({ data: {}, errors: [{ message: 'CANNOT_EXECUTE_FLOW_TRIGGER: not on Mondays' }] })
                : tasks.mutate(mutation)
        );
        const refusal = sync.merge(CALL);
        await clock.pass(1_000);
        await refusal;
        expect(sync.state(CALL)).not.toHaveProperty('notMerged');
        expect(sync.state(CALL)?.detail).toContain('not on Mondays');
    });

    it('leaves what the phone wrote on the Task that stays, where another tab told more and all were closed before it was saved', async () => {
        const { clock, open, phoneLogs, tasks, onlyTask } = createTestEngine(FOLLOW);
        const [first, second] = [open(), open()];
        const ofThePhone = { Subject: 'Call of the phone', Description: 'typed in the phone' };
        jest.mocked(executeMutation).mockImplementationOnce((mutation) => {
            phoneLogs({ ...ofThePhone, CreatedDate: '2026-01-15T09:00:30.000Z' });
            return tasks.mutate(mutation);
        });
        for (const tab of [first, second]) {
            tab.recover();
            tab.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        }
        await clock.pass(130_000);
        const merged = second.merge(CALL);
        await expect(merged).resolves.toBe('merged');
        first.submit(
            CALL,
            told({ Queue__c: 'Sales', Description: 'ours' }, { ...OVER, yielding: ['Description'], notMapped: [] })
        );
        [first, second].forEach((tab) => tab.close());
        const last = open();
        last.recover();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ ...ofThePhone, Id: '00Tphone0', Queue__c: 'Sales' });
    });

    it('of Tasks that somebody deleted meanwhile says so, and the agent can have one made anew', async () => {
        const { clock, sync, tasks, onlyTask } = await withDouble({});
        tasks.rows.length = 0;
        await expect(sync.merge(CALL)).resolves.toBe('deleted');
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        expect(sync.state(CALL)).not.toHaveProperty('doubles');
        await clock.pass(600_000);
        expect(tasks.rows).toEqual([]);
        sync.retry();
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Subject: 'Call', Queue__c: 'Sales', Wrap__c: 'Sold' });
    });

    it('of deleted Tasks tells no double after a reload, and makes no Task of a call that the page never heard', async () => {
        const { clock, open, sync, tasks } = await withDouble({});
        sync.close();
        const after = open();
        after.recover();
        tasks.rows.length = 0;
        await expect(after.merge(CALL)).resolves.toBe('deleted');
        after.retry();
        await clock.pass(2_000);
        expect(after.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        expect(tasks.rows).toEqual([]);
        const last = open();
        last.recover();
        expect(last.states()).toEqual([]);
    });

    it('in another tab is no work for a reloaded page: its Task is saved once the agent tries again there', async () => {
        const { clock, open, sync, tasks } = await withDouble({});
        const reloaded = open();
        reloaded.recover();
        tasks.rows.shift();
        const merged = sync.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe('merged');
        reloaded.retry();
        await clock.pass(5_000);
        expect(reloaded.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00Tphone1', pending: false });
    });

    it('of a Task without doubles changes nothing', async () => {
        const { clock, open, sent } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        await expect(sync.merge(CALL)).resolves.toBe('notMerged');
        expect(sent()).toHaveLength(1);
    });
});

describe('a Task that somebody deleted', () => {
    it('is not made anew: the agent is told, and what comes later is kept', async () => {
        const { clock, open, tasks } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        tasks.rows.length = 0;
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(600_000);
        expect(tasks.rows).toEqual([]);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted', pending: true });
    });

    it('is not made anew when the network comes back, nor after a reload', async () => {
        const { clock, open, tasks } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        tasks.rows.length = 0;
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(5_000);
        sync.resume();
        await clock.pass(5_000);
        sync.close();
        const after = open();
        after.recover();
        after.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(600_000);
        expect(tasks.rows).toEqual([]);
        expect(after.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
    });

    it.each([
        ['on the same page', false],
        ['after a reload', true]
    ])('is made anew with everything on the agent’s word, %s', async (_when, reloads) => {
        const { clock, open, tasks, onlyTask } = createTestEngine(FOLLOW);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(70_000);
        tasks.rows.length = 0;
        const last = told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER);
        sync.submit(CALL, last);
        await clock.pass(5_000);
        let page = sync;
        if (reloads) {
            sync.close();
            page = open();
            page.recover();
            page.submit(CALL, last);
            await clock.pass(5_000);
        }
        page.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold', Subject: 'Call', CallObject: 'call-1' });
        expect(page.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });

    it('is made anew with what another tab saved of it, where this one had told it too', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        first.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        second.submit(CALL, told({ Queue__c: 'Service' }, OVER));
        let release = (): void => undefined;
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            await new Promise<void>((resolve) => (release = resolve));
            return tasks.mutate(mutation);
        });
        await clock.pass(600);
        first.submit(CALL, told({ Queue__c: 'Service', WhatId: null }, OVER));
        release();
        await clock.pass(1);
        tasks.rows.length = 0;
        await clock.pass(5_000);
        first.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Service', WhatId: null });
    });

    it('and that one tab had made anew is not written over by another, that was told of the deletion too', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        const older = told({ Queue__c: 'Sales', Description: 'older' }, OVER);
        [first, second].forEach((tab) => tab.submit(CALL, older));
        await clock.pass(2_000);
        tasks.rows.length = 0;
        [first, second].forEach((tab) => tab.submit(CALL, { ...older, patch: { ...older.patch, Wrap__c: 'Sold' } }));
        await clock.pass(5_000);
        first.retry();
        first.submit(CALL, { ...older, patch: { ...older.patch, Wrap__c: 'Sold', Description: 'newer' } });
        await clock.pass(5_000);
        second.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'newer' });
        expect(second.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });

    it('is no longer told as deleted once the agent wants it anew: the browser asks before the page is closed', async () => {
        const { clock, open, tasks } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(2_000);
        tasks.rows.length = 0;
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(5_000);
        expect(sync.hasUnsaved()).toBe(false);
        sync.retry();
        expect(sync.state(CALL)).toMatchObject({ phase: 'waiting', pending: true });
        expect(sync.state(CALL)).not.toHaveProperty('failure');
        expect(sync.hasUnsaved()).toBe(true);
    });

    it('is made anew whole by a tab that heard the call, though another one had saved it', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        first.submit(CALL, told({ Queue__c: 'Sales' }, { urgency: 'detail' }));
        second.submit(CALL, told({ Queue__c: 'Sales' }, { urgency: 'detail' }));
        first.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(2_000);
        first.close();
        tasks.rows.length = 0;
        second.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(5_000);
        second.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Subject: 'Call', Queue__c: 'Sales', Wrap__c: 'Sold' });
    });

    it('is told so in every tab of the agent, and is whole where the agent tries again in all of them', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        second.recover();
        const heard = told({ Queue__c: 'Sales' }, OVER);
        second.submit(CALL, { ...heard, patch: { ...heard.patch, Description: 'Wants a quote' } });
        await clock.pass(2_000);
        tasks.rows.length = 0;
        first.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold' } });
        await clock.pass(60_000);
        expect([first, second].map((tab) => tab.state(CALL)?.failure)).toEqual(['taskDeleted', 'taskDeleted']);
        first.retry();
        second.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'Wants a quote' });
    });

    it('is told so also in a tab whose session had expired, and has what only that one knows', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        second.recover();
        const heard = told({ Queue__c: 'Sales' }, OVER);
        second.submit(CALL, { ...heard, patch: { ...heard.patch, Description: 'Wants a quote' } });
        await clock.pass(2_000);
        const expired = [{ message: 'INVALID_SESSION_ID: Session expired or invalid' }];
        jest.mocked(executeMutation).mockResolvedValueOnce({ data: {}, errors: expired });
        second.submit(CALL, { ...heard, patch: { Queue__c: 'Service', Description: 'Wants a quote' } });
        await clock.pass(2_000);
        expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'sessionExpired' });
        tasks.rows.length = 0;
        first.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold' } });
        await clock.pass(60_000);
        expect(second.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        first.retry();
        second.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Wrap__c: 'Sold', Description: 'Wants a quote' });
    });

    it('and that a tab had made anew gets from another one what only that one knows', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        const heard = told({ Queue__c: 'Sales' }, OVER);
        [first, second].forEach((tab) => tab.submit(CALL, heard));
        await clock.pass(2_000);
        first.submit(CALL, { ...heard, patch: { ...heard.patch, Description: 'Wants a quote' } });
        await clock.pass(2_000);
        tasks.rows.length = 0;
        second.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold' } });
        await clock.pass(2_000);
        first.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold', Description: 'Wants a quote' } });
        await clock.pass(2_000);
        second.retry();
        await clock.pass(2_000);
        first.retry();
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'Wants a quote' });
        expect(first.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });

    it.each([
        ['by the tab that heard the call, whichever was asked to', true],
        ['once the agent tries again in the tab that heard the call', false]
    ])('and that was only known of in another tab is whole %s', async (_when, closes) => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const first = open();
        first.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(2_000);
        tasks.rows.length = 0;
        const second = open();
        second.submit(CALL, { ...told({ Description: 'Wants a quote' }), defaults: {}, kept: true });
        await clock.pass(2_000);
        second.retry();
        if (closes) {
            second.close();
            first.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        } else {
            await clock.pass(2_000);
            first.retry();
        }
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Subject: 'Call', Queue__c: 'Sales', Description: 'Wants a quote' });
    });

    it('is not made anew with an older value by a tab that does not know the newer one', async () => {
        const { clock, open, tasks, onlyTask } = createTestEngine(OWN);
        const [first, second] = [open(), open()];
        const heard = told({ Queue__c: 'Sales' }, OVER);
        for (const [tab, Description] of [
            [second, 'older'],
            [first, 'newer']
        ] as const) {
            tab.submit(CALL, { ...heard, patch: { ...heard.patch, Description } });
            await clock.pass(2_000);
        }
        tasks.rows.length = 0;
        second.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold' } });
        await clock.pass(2_000);
        first.submit(CALL, { ...heard, patch: { ...heard.patch, Wrap__c: 'Sold', Description: 'newer' } });
        await clock.pass(2_000);
        second.retry();
        await clock.pass(2_000);
        expect(onlyTask()).toEqual(expect.not.objectContaining({ Description: 'older' }));
        first.retry();
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'newer' });
    });

    it('and that the agent’s other computer made anew goes on being filled here: what stands there is nobody’s edit', async () => {
        const { clock, edit, open, onlyTask } = createTestEngine(OWN, true);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(2_000);
        edit({ Id: '00Tanew', Queue__c: 'Service' });
        sync.submit(CALL, told({ Queue__c: 'Support' }, OVER));
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Id: '00Tanew', Queue__c: 'Support' });
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00Tanew', unsaved: [] });
    });

    it('that leaves the phone’s own Task behind is told, and goes on there whole on the agent’s word', async () => {
        const { clock, open, tasks, onlyTask, phoneLogs } = createTestEngine(OWN);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(2_000);
        phoneLogs();
        tasks.rows.shift();
        sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, OVER));
        await clock.pass(5_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        sync.retry();
        await clock.pass(5_000);
        expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Queue__c: 'Sales', Wrap__c: 'Sold' });
    });
});

it('a call that comes back while its first Task is still being made gets a second Task', async () => {
    const { clock, fields, open, tasks } = createTestEngine(OWN);
    fields.now = undefined;
    jest.mocked(executeMutation).mockImplementation(async (mutation) => {
        const answer = await tasks.mutate(mutation);
        await new Promise<void>((resolve) => clock.after(20_000, resolve));
        return answer;
    });
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'first' }));
    await clock.pass(2_000);
    const again = { ...CALL, id: `call-1:${ADA}:2026-01-15T09:00:02.000Z`, connectedTime: '2026-01-15T09:00:02.000Z' };
    sync.submit(again, told({ Queue__c: 'second' }));
    await clock.pass(120_000);
    expect(tasks.rows.map(({ Queue__c }) => Queue__c)).toEqual(['first', 'second']);
});

it('a call that comes back gets a second Task although the network was lost when the first one was half made', async () => {
    const { clock, fields, open, tasks } = createTestEngine(OWN);
    fields.now = undefined;
    const message = 'contains a field that is not defined for input object type Task';
    jest.mocked(executeMutation)
        .mockResolvedValueOnce({ data: {}, errors: [{ message }] })
        .mockImplementationOnce((mutation) => tasks.mutate(mutation))
        .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'first' }));
    await clock.pass(600);
    expect(tasks.rows).toHaveLength(1);
    const again = { ...CALL, id: `call-1:${ADA}:2026-01-15T09:00:00.300Z`, connectedTime: '2026-01-15T09:00:00.300Z' };
    const other = open();
    other.submit(again, told({ Queue__c: 'second' }));
    await clock.pass(120_000);
    expect(tasks.rows.map(({ Queue__c }) => Queue__c)).toEqual(['first', 'second']);
});

it('two tabs that save two parts of one call in the same moment give each part its Task, also without the key', async () => {
    const { clock, open, tasks } = createTestEngine(OWN);
    const soon: TaskKey = {
        ...CALL,
        id: `call-1:${ADA}:2026-01-15T09:00:05.000Z`,
        connectedTime: '2026-01-15T09:00:05.000Z'
    };
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        const made = await tasks.mutate(mutation);
        await new Promise<void>((resolve) => clock.after(2_000, resolve));
        return made;
    });
    open().submit(CALL, told({ Queue__c: 'first' }, OVER));
    await clock.pass(200);
    open().submit(soon, told({ Queue__c: 'second' }));
    await clock.pass(10_000);
    expect(tasks.rows.map(({ Queue__c }) => Queue__c)).toEqual(['first', 'second']);
});

it('the phone’s Task that a page filled when it went is taken for no other part, also where the org does not describe Task', async () => {
    const { clock, fields, locks, open, phoneLogs, tasks } = createTestEngine(FOLLOW);
    fields.now = undefined;
    const before = open();
    before.submit(CALL, told({ Queue__c: 'first' }, OVER));
    before.close();
    await clock.pass(10 * 60_000 - 5_000);
    phoneLogs();
    await clock.pass(5_000);
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await tasks.mutate(mutation);
        return new Promise(() => undefined);
    });
    const again = open();
    again.submit(LATER, told({ Queue__c: 'second' }));
    await clock.pass(5_000);
    again.close();
    locks.held.clear();
    open().recover();
    await clock.pass(120_000);
    expect(tasks.rows.map(({ Id, Queue__c }) => [Id, Queue__c])).toEqual([
        ['00Tphone0', 'second'],
        ['00T1', 'first']
    ]);
});

describe('a Task that has the key of another part of the call by now', () => {
    const soon: TaskKey = {
        ...CALL,
        id: `call-1:${ADA}:2026-01-15T09:00:01.000Z`,
        connectedTime: '2026-01-15T09:00:01.000Z'
    };

    it('is left to that part by a tab that only knows which one it was', async () => {
        const { clock, open, phoneLogs, tasks } = createTestEngine(FOLLOW, true);
        const [first, second] = [open(), open({ storage: createMemoryStorage() })];
        phoneLogs();
        first.submit(CALL, told(undefined));
        await clock.pass(5_000);
        expect(first.state(CALL)?.taskId).toBe('00Tphone0');
        second.submit(soon, told({ Queue__c: 'second' }));
        await clock.pass(5_000);
        first.submit(CALL, told({ Queue__c: 'first' }, OVER));
        await clock.pass(5_000);
        expect(tasks.rows).toMatchObject([{ Queue__c: 'second', SwitchboardKey__c: soon.id }]);
        await clock.pass(60_000);
        expect(tasks.rows).toMatchObject([
            { Queue__c: 'second', SwitchboardKey__c: soon.id },
            { Queue__c: 'first', SwitchboardKey__c: CALL.id, Subject: 'Call' }
        ]);
        expect(first.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00T1', pending: false });
    });

    it('leaves to the first part a Task of its own, with all that this tab told of it before', async () => {
        const { clock, open, edit, tasks } = createTestEngine(OWN, true);
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'first' }));
        await clock.pass(1_000);
        edit({ Queue__c: 'second', SwitchboardKey__c: soon.id });
        sync.submit(CALL, told({ Queue__c: 'first', Wrap__c: 'Sold' }, OVER));
        await clock.pass(5_000);
        expect(tasks.rows).toMatchObject([
            { Queue__c: 'second' },
            { Queue__c: 'first', Wrap__c: 'Sold', SwitchboardKey__c: CALL.id, Subject: 'Call', CallObject: 'call-1' }
        ]);
        expect(tasks.rows[0]).not.toHaveProperty('Wrap__c');
    });
});
