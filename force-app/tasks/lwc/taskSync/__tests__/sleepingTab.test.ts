import type { Locks, TaskSync } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { ADA, CALL, createTestEngine, OWN, told } from '../../../../../test/ports/testEngine.ts';
import type { TestEngine } from '../../../../../test/ports/testEngine.ts';

const LATER = { ...CALL, id: `call-1:${ADA}:2026-01-15T09:02:00.000Z`, connectedTime: '2026-01-15T09:02:00.000Z' };

/** Locks as the browser has them: a sleeping tab keeps its own until another one takes it away. */
function stealable(): Locks {
    const locks = createTestLocks();
    return {
        ...locks,
        async steal<T>(name: string, run: () => Promise<T>): Promise<T> {
            locks.held.delete(name);
            return (await locks.ifFree(name, run)) as T;
        }
    };
}

/** A tab that falls asleep with a look-up on its way, after so many others, and one that is awake. */
function sleeper(engine: TestEngine, locks: Locks, looks = 0): { asleep: TaskSync; awake: TaskSync; wake: () => void } {
    let left = looks;
    let wake = (): void => undefined;
    const sleeps = new Promise<void>((resolve) => {
        wake = resolve;
    });
    const asleep = engine.open({
        locks,
        reader: {
            async query(document, variables): Promise<unknown> {
                const answer = await engine.reader.query(document, variables);
                left -= 1;
                await (left < 0 ? sleeps : undefined);
                return answer;
            }
        }
    });
    return { asleep, awake: engine.open({ locks }), wake };
}

it('a tab that sleeps with the Task’s lock gives way after two minutes', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake } = sleeper(engine, stealable());
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await engine.clock.pass(110_000);
    expect(engine.tasks.rows).toEqual([]);
    await engine.clock.pass(30_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold' });
    expect(awake.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
});

it('and not sooner when two parts of the call wait for it', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake } = sleeper(engine, stealable());
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    awake.submit(LATER, told({ Queue__c: 'Support' }));
    await engine.clock.pass(110_000);
    expect(engine.tasks.rows).toEqual([]);
    await engine.clock.pass(30_000);
    expect(engine.tasks.rows).toHaveLength(2);
});

it('and when it wakes in the middle of its save it makes no second Task', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake, wake } = sleeper(engine, stealable());
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Support' }));
    await engine.clock.pass(200_000);
    wake();
    await engine.clock.pass(60_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Support' });
    expect(jest.mocked(executeMutation)).toHaveBeenCalledTimes(1);
    expect(asleep.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
});

it('and when it wakes after another tab has saved, what waits for the next step goes on waiting for it', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake, wake } = sleeper(engine, stealable(), 1);
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await engine.clock.pass(200_000);
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'Wants' }, { urgency: 'detail' }));
    wake();
    await engine.clock.pass(60_000);
    expect(engine.onlyTask()).not.toHaveProperty('Description');
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold', Description: 'Wants a quote' }));
    await engine.clock.pass(2_000);
    expect(engine.onlyTask()).toMatchObject({ Description: 'Wants a quote' });
});

it('and when it wakes after the Task was deleted, the one that is made anew has what the agent’s other tab saved since', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake, wake } = sleeper(engine, stealable(), 1);
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Support' }));
    await engine.clock.pass(200_000);
    engine.tasks.rows.length = 0;
    awake.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
    await engine.clock.pass(2_000);
    wake();
    await engine.clock.pass(5_000);
    asleep.resume();
    await engine.clock.pass(5_000);
    for (const tab of [awake, asleep]) {
        tab.retry();
    }
    await engine.clock.pass(5_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Support', Wrap__c: 'Sold' });
});

it('and when it wakes with an answer about a Task that was deleted since, the one that was made after it goes on being filled, beside what a person wrote there', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake, wake } = sleeper(engine, stealable());
    engine.phoneLogs();
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    engine.tasks.rows.length = 0;
    awake.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(200_000);
    wake();
    await engine.clock.pass(60_000);
    engine.edit({ Queue__c: 'Typed by hand' });
    for (const tab of [awake, asleep]) {
        tab.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    }
    await engine.clock.pass(5_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Typed by hand', Wrap__c: 'Sold' });
});

it('and when it wakes with the answer to a save of a Task that another tab found deleted since, it does not tell the agent that it is saved', async () => {
    const { clock, open, tasks } = createTestEngine(OWN);
    const locks = stealable();
    const [asleep, awake] = [open({ locks }), open({ locks })];
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    let wake = (): void => undefined;
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        const answer = await tasks.mutate(mutation);
        await new Promise<void>((resolve) => (wake = resolve));
        return answer;
    });
    asleep.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await clock.pass(600);
    tasks.rows.length = 0;
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await clock.pass(130_000);
    wake();
    await clock.pass(10_000);
    for (const tab of [awake, asleep]) {
        expect(tab.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
    }
});

it('and when it wakes with the answer to a save of a Task that another tab has just merged into an older one, the agent’s call goes on there', async () => {
    const { clock, onlyTask, open, phoneLogs, tasks } = createTestEngine(OWN);
    const locks = stealable();
    const [asleep, awake] = [open({ locks }), open({ locks })];
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    phoneLogs({ CreatedDate: '2026-01-15T09:00:00.000Z' });
    const over = { disconnectedAt: '2026-01-15T09:00:02.000Z' };
    awake.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, over));
    await clock.pass(2_000);
    let wake = (): void => undefined;
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        const answer = await tasks.mutate(mutation);
        await new Promise<void>((resolve) => (wake = resolve));
        return answer;
    });
    asleep.submit(CALL, told({ Queue__c: 'Service', Wrap__c: 'Sold' }, over));
    await clock.pass(600);
    jest.mocked(executeMutation).mockImplementation((mutation) => {
        if (mutation.operationName === 'SwitchboardDeleteTask') {
            clock.after(0, () => wake());
        }
        return tasks.mutate(mutation);
    });
    for (let left = 12; left > 0; left -= 1) {
        const merged = awake.merge(CALL);
        await clock.pass(5_000);
        await expect(merged).resolves.toBe(left > 1 ? 'notMerged' : 'merged');
    }
    await clock.pass(10_000);
    expect(onlyTask()).toMatchObject({ Id: '00Tphone1', Queue__c: 'Service', Wrap__c: 'Sold' });
    for (const tab of [awake, asleep]) {
        expect(tab.state(CALL)).toMatchObject({ phase: 'saved', taskId: '00Tphone1', pending: false });
    }
});

it('and a tab that slept, too, looks again when it wakes after another sleeper’s save: what a person changed since stands', async () => {
    const engine = createTestEngine(OWN);
    const { clock, edit, onlyTask, open, tasks } = engine;
    const locks = stealable();
    const first = open({ locks });
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    let wakeFirst = (): void => undefined;
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        const answer = await tasks.mutate(mutation);
        await new Promise<void>((resolve) => (wakeFirst = resolve));
        return answer;
    });
    first.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await clock.pass(600);
    const { asleep: second, wake: wakeSecond } = sleeper(engine, locks);
    second.submit(CALL, told({ Queue__c: 'Service' }, { disconnectedAt: '2026-01-15T09:00:02.000Z' }));
    await clock.pass(130_000);
    wakeFirst();
    await clock.pass(1);
    edit({ Queue__c: 'By hand' });
    wakeSecond();
    await clock.pass(10_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'By hand', Wrap__c: 'Sold' });
});

it('without locks a lease takes their place, and a tab that wakes after its lease writes nothing', async () => {
    const engine = createTestEngine(OWN);
    const { leaseLocks } = jest.requireActual<typeof import('c/taskSync')>('c/taskSync');
    let wake = (): void => undefined;
    const sleeps = new Promise<void>((resolve) => {
        wake = resolve;
    });
    // Asleep: its lease is not renewed.
    const asleepClock = { now: engine.clock.now, after: () => () => undefined };
    const asleep = engine.open({
        locks: leaseLocks(engine.storage, asleepClock, 'asleep'),
        reader: {
            async query(document, variables): Promise<unknown> {
                const answer = await engine.reader.query(document, variables);
                await sleeps;
                return answer;
            }
        }
    });
    const awake = engine.open({ locks: leaseLocks(engine.storage, engine.clock, 'awake') });
    asleep.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(600);
    awake.submit(CALL, told({ Queue__c: 'Support' }));
    await engine.clock.pass(60_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Support' });
    wake();
    await engine.clock.pass(60_000);
    expect(engine.onlyTask()).toMatchObject({ Queue__c: 'Support' });
    expect(jest.mocked(executeMutation)).toHaveBeenCalledTimes(1);
});

it('and what it kept until the mapping can be read does not come back once another tab has saved it all', async () => {
    const engine = createTestEngine(OWN);
    const { asleep, awake, wake } = sleeper(engine, stealable());
    awake.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(20_000);
    asleep.submit(CALL, told(undefined, { attributes: { 'Salesforce.InteractionLogNotes': 'Wants' } }));
    await engine.clock.pass(1_000);
    awake.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a quote' }));
    await engine.clock.pass(140_000);
    expect(engine.onlyTask()).toMatchObject({ Description: 'Wants a quote' });
    wake();
    await engine.clock.pass(5_000);
    expect(asleep.unmapped()).toEqual([]);
});
