import type { TaskKey, TaskSync } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { ADA, CALL, createTestEngine, FOLLOW, OWN, picked, told } from '../../../../../test/ports/testEngine.ts';
import type { TestEngine } from '../../../../../test/ports/testEngine.ts';
import { taskRefused } from '../../../../../test/ports/testTasks.ts';

const DAY = 24 * 60 * 60 * 1_000;
const NAME = `switchboard:acme:${ADA}:task:${CALL.id}`;
const ENTRY = {
    key: CALL,
    interactionType: 'call',
    patch: { Queue__c: 'Sales' },
    defaults: { Subject: 'Call', CallObject: 'call-1' },
    disconnectedAt: '2026-01-15T08:59:00.000Z'
};

it('values that a page of the version before kept are saved by this one', async () => {
    const { clock, storage, open, onlyTask } = createTestEngine();
    storage.entries.set(NAME, JSON.stringify({ v: 1, entry: ENTRY }));
    open().recover();
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Subject: 'Call' });
});

it('values that a page of a newer version kept are left to it', async () => {
    const { clock, storage, open, tasks } = createTestEngine();
    storage.entries.set(NAME, JSON.stringify({ v: 3, entry: ENTRY }));
    const sync = open();
    sync.recover();
    await clock.pass(1_000);
    expect(storage.entries.has(NAME)).toBe(true);
    expect(tasks.rows).toEqual([]);
    expect(sync.dropped()).toEqual({ expired: 0, unreadable: 0 });
});

it('an agent’s page saves nothing that is marked as another user’s, whatever name it is kept under', async () => {
    const { clock, storage, open, tasks } = createTestEngine();
    const others = { ...ENTRY, key: { ...CALL, userId: '005000000000002AAA' } };
    storage.entries.set(NAME, JSON.stringify({ v: 2, entry: { ...others, due: 1, keptAt: clock.now() } }));
    const sync = open();
    sync.recover();
    await clock.pass(1_000);
    expect(tasks.rows).toEqual([]);
    expect(sync.dropped()).toEqual({ expired: 0, unreadable: 1 });
});

it('values that a page of the version before kept are given up in seven days too', async () => {
    const { clock, storage, open } = createTestEngine('noAccess');
    storage.entries.set(NAME, JSON.stringify({ v: 1, entry: ENTRY }));
    const recovered = (): TaskSync => {
        const sync = open();
        sync.recover();
        sync.close();
        return sync;
    };
    recovered();
    await clock.pass(7 * DAY);
    expect(recovered().dropped()).toEqual({ expired: 0, unreadable: 0 });
    await clock.pass(1);
    expect(recovered().dropped()).toEqual({ expired: 1, unreadable: 0 });
    expect(storage.entries.has(NAME)).toBe(false);
});

it('a call that was saved whole and looked through for doubles is not shown again after a reload', async () => {
    const { clock, open } = createTestEngine();
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: '2026-01-15T09:00:00.000Z', wrappedUp: true }));
    await clock.pass(1_000);
    before.close();
    const next = open();
    next.recover();
    expect(next.states()).toHaveLength(1); // Nobody has looked for doubles yet.
    await clock.pass(180_000);
    next.close();
    const last = open();
    last.recover();
    expect(last.states()).toEqual([]);
});

it.each(['not json', '{"v":0}', '{"v":2,"entry":{"key":7}}', 'null', '[]', JSON.stringify({ entry: ENTRY })])(
    'kept values that cannot be read (%s) are given up and counted',
    (text) => {
        const { storage, open } = createTestEngine();
        storage.entries.set(NAME, text);
        const sync = open();
        sync.recover();
        expect(sync.dropped()).toEqual({ expired: 0, unreadable: 1 });
        expect(storage.entries.has(NAME)).toBe(false);
    }
);

it('values that nobody could save for seven days are given up and counted', async () => {
    const { clock, settings, storage, open } = createTestEngine('noAccess');
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    before.close();
    await clock.pass(7 * DAY + 1);
    settings.now = OWN;
    const after = open();
    after.recover();
    expect(after.dropped()).toEqual({ expired: 1, unreadable: 0 });
    expect([...storage.entries.keys()].filter((name) => name.includes(':task:'))).toEqual([]);
});

it.each([1, 2, 6, 7])('values that nobody could save for %i days are saved once somebody can', async (days) => {
    const { clock, settings, open, onlyTask } = createTestEngine('noAccess');
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    before.close();
    await clock.pass(days * DAY);
    settings.now = OWN;
    const after = open();
    after.recover();
    await clock.pass(60_000);
    expect(onlyTask().Queue__c).toBe('Sales');
    expect(after.dropped()).toEqual({ expired: 0, unreadable: 0 });
});

it('values that came a week after the call are as new as those of today', async () => {
    const { clock, settings, open, onlyTask } = createTestEngine('noAccess');
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(6 * DAY);
    before.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    before.close();
    await clock.pass(6 * DAY);
    settings.now = OWN;
    open().recover();
    await clock.pass(60_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Wrap__c: 'Sold' });
});

/** So many calls after one another, each saved. */
async function shift({ clock }: TestEngine, sync: TaskSync, calls: number): Promise<void> {
    for (let call = 0; call < calls; call += 1) {
        const conversationId = `call-${call}`;
        const key: TaskKey = { ...CALL, conversationId, id: `${conversationId}:${ADA}:x` };
        const disconnectedAt = new Date(clock.now()).toISOString();
        sync.submit(key, told({ Queue__c: 'Sales' }, { defaults: { CallObject: conversationId }, disconnectedAt }));
        await clock.pass(1_000);
    }
}

it('of the Tasks that were saved the newest fifty are remembered, no more and no less, for a day', async () => {
    const engine = createTestEngine();
    const { clock, storage, open } = engine;
    const remembered = (): string[] =>
        [...storage.entries.keys()].flatMap((name) => /:written:(call-\d+):/.exec(name)?.[1] ?? []);
    const before = open();
    await shift(engine, before, 70);
    before.close();
    await clock.pass(DAY - 60_000);
    const next = open();
    next.recover();
    next.close();
    expect(remembered().sort()).toEqual(Array.from({ length: 50 }, (_, at) => `call-${at + 20}`).sort());
    await clock.pass(DAY);
    open().recover();
    expect(remembered()).toEqual([]);
});

it('a page that stays open for a shift remembers the last hundred calls, and not every one', async () => {
    const engine = createTestEngine();
    const sync = engine.open();
    await shift(engine, sync, 150);
    const states = sync.states();
    expect(states.length).toBeGreaterThanOrEqual(100);
    expect(states.length).toBeLessThanOrEqual(102);
    expect(states.at(-1)).toMatchObject({ key: expect.stringContaining('call-149') as string, phase: 'saved' });
    expect(states[0]).toMatchObject({ key: `call-${150 - states.length}:${ADA}:x` });
});

it('a conversation that goes on all day is shown as saved still, past hundreds of calls', async () => {
    const engine = createTestEngine();
    const sync = engine.open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await shift(engine, sync, 150);
    expect(sync.state(CALL)).toMatchObject({ phase: 'saved' });
});

describe.each(['off', 'full'] as const)('a browser whose storage is %s', (how) => {
    it('still tells that the Task is deleted when something new comes', async () => {
        const { clock, storage, open, tasks } = createTestEngine();
        storage[how] = true;
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        tasks.rows.length = 0;
        sync.submit(CALL, told({ Queue__c: 'Support' }));
        await clock.pass(1_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
        sync.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
        expect(sync.state(CALL)).toMatchObject({ phase: 'notSaved', failure: 'taskDeleted' });
    });

    it('saves the Task all the same, once, and tells a person’s edit', async () => {
        const { clock, storage, open, edit, onlyTask, sent } = createTestEngine();
        storage[how] = true;
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        expect(sync.state(CALL)?.failure).toBe('storageFull');
        expect(sync.hasUnsaved()).toBe(true);
        await clock.pass(1_000);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
        edit({ Queue__c: 'By hand' });
        sync.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'By hand', Wrap__c: 'Sold' });
        expect(sent()).toHaveLength(2);
        expect(sync.hasUnsaved()).toBe(false);
    });
});

it('the agent’s pick that was saved does not come back over what a person put there since, though the browser’s data were cleared', async () => {
    const { clock, storage, open, edit, onlyTask } = createTestEngine();
    const sync = open();
    const pick = { picked: picked({ WhoId: '003000000000001AAA' }) };
    sync.submit(CALL, told({}, pick));
    await clock.pass(1_000);
    storage.entries.clear();
    edit({ WhoId: '003000000000002AAA' });
    sync.submit(CALL, told({ Wrap__c: 'Sold' }, pick));
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ WhoId: '003000000000002AAA', Wrap__c: 'Sold' });
});

it('values that vanished from the browser before they were saved are saved from the page', async () => {
    const { clock, storage, open, onlyTask } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    storage.entries.clear();
    await clock.pass(5_000);
    expect(onlyTask().Wrap__c).toBe('Sold');
});

it('a Task that was deleted is not looked for again because the browser’s data were cleared', async () => {
    const { clock, storage, open, tasks } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    tasks.rows.length = 0;
    sync.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(1_000);
    storage.entries.clear();
    const phases = new Set<string | undefined>();
    sync.onChange(() => phases.add(sync.state(CALL)?.phase));
    sync.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
    await clock.pass(5_000);
    expect(sync.state(CALL)).toMatchObject({ failure: 'taskDeleted', pending: true });
    expect([...phases]).toEqual(['notSaved']);
});

describe('closing the page', () => {
    it('would lose nothing once the org has everything', async () => {
        const { clock, open } = createTestEngine();
        const sync = open();
        expect(sync.hasUnsaved()).toBe(false);
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        expect(sync.hasUnsaved()).toBe(true);
        await clock.pass(1_000);
        expect(sync.hasUnsaved()).toBe(false);
        sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 1 }, { urgency: 'detail' }));
        expect(sync.hasUnsaved()).toBe(true);
    });
});

it('a value that goes back to what was saved while another one is on its way is the one that stays', async () => {
    const engine = createTestEngine();
    const sync = engine.open();
    sync.submit(CALL, told({ Queue__c: 'one' }));
    await engine.clock.pass(1_000);
    sync.submit(CALL, told({ Queue__c: 'two' }));
    await engine.clock.pass(499);
    const passing = engine.clock.pass(1);
    sync.submit(CALL, told({ Queue__c: 'one' }));
    await passing;
    await engine.clock.pass(5_000);
    expect(engine.onlyTask().Queue__c).toBe('one');
});

it('one Task that is refused keeps no other from being saved', async () => {
    const { clock, open, tasks } = createTestEngine();
    const sync = open();
    jest.mocked(executeMutation).mockImplementation(async (mutation) => {
        if (JSON.stringify(mutation.variables).includes('call-2')) {
            throw new Error('a bug, of whatever kind');
        }
        return tasks.mutate(mutation);
    });
    for (const conversationId of ['call-1', 'call-2', 'call-3']) {
        const key = { ...CALL, conversationId, id: `${conversationId}:${ADA}:x` };
        sync.submit(key, told({}, { defaults: { CallObject: conversationId } }));
    }
    await clock.pass(2_000);
    expect(tasks.rows.map(({ CallObject }) => CallObject)).toEqual(['call-1', 'call-3']);
    expect(sync.states().map(({ phase }) => phase)).toEqual(['saved', 'notSaved', 'saved']);
});

it('what waits for the mapping is not lost when a tab that heard less tells the call again', async () => {
    const { clock, open } = createTestEngine();
    const [first, second] = [open(), open()];
    first.submit(CALL, told(undefined, { attributes: { 'Call.QueueName': 'Sales', 'Salesforce.WrapUpCode': 'Sold' } }));
    second.submit(CALL, told(undefined, { attributes: { 'Call.QueueName': 'Sales' } }));
    await clock.pass(1_000);
    expect(second.unmapped(CALL)[0]?.attributes).toEqual({
        'Call.QueueName': 'Sales',
        'Salesforce.WrapUpCode': 'Sold'
    });
});

it('what waits for the mapping in one tab does not come back once another has saved all but a field it may not write', async () => {
    const { clock, fields, open } = createTestEngine();
    const rights = { createable: false, updateable: false };
    fields.now = { ...fields.now, Queue__c: { name: 'Queue__c', label: 'Queue', dataType: 'String', ...rights } };
    const [mapping, unmapped] = [open(), open()];
    mapping.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    mapping.submit(CALL, told({ Queue__c: 'Support' }, { urgency: 'detail' }));
    const attributes = { 'Salesforce.InteractionLogNotes': 'Wants' };
    unmapped.submit(CALL, told(undefined, { attributes, urgency: 'detail' }));
    mapping.submit(CALL, told({ Queue__c: 'Support', Description: 'Wants a quote' }));
    await clock.pass(20_000);
    unmapped.resume();
    await clock.pass(2_000);
    expect(unmapped.unmapped()).toEqual([]);
});

it('attributes that a tab without the mapping hears while another saves the call wait for the mapping', async () => {
    const { clock, open, tasks } = createTestEngine();
    const [mapping, unmapped] = [open(), open()];
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await new Promise<void>((resolve) => clock.after(3_000, resolve));
        return tasks.mutate(mutation);
    });
    mapping.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    const attributes = { 'Salesforce.WrapUpCode': 'Sold' };
    unmapped.submit(CALL, told(undefined, { attributes, urgency: 'detail' }));
    await clock.pass(5_000);
    expect(mapping.state(CALL)).toMatchObject({ phase: 'saved', pending: true });
    expect(mapping.unmapped()).toEqual([{ key: CALL, attributes, interactionType: 'call' }]);
});

it('attributes that wait for the mapping are kept again when what was kept of the call was lost, though the Task is there', async () => {
    const { clock, open, onlyTask, storage } = createTestEngine();
    const sync = open();
    const attributes = { 'Call.QueueName': 'Sales' };
    sync.submit(CALL, told(undefined, { attributes }));
    await clock.pass(2_000);
    expect(onlyTask().Subject).toBe('Call');
    storage.remove(NAME);
    expect(sync.unmapped()).toEqual([{ key: CALL, attributes, interactionType: 'call' }]);
});

it('what waited when the browser’s data were cleared is saved with the next step', async () => {
    const { clock, open, onlyTask, storage } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(2_000);
    sync.submit(CALL, told({ Queue__c: 'Service' }, { urgency: 'detail' }));
    storage.keys().forEach((name) => storage.remove(name));
    sync.submit(CALL, told({ Queue__c: 'Service', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Service', Wrap__c: 'Sold' });
});

it('what was told while another tab saved an older value, and the browser’s data were cleared, is saved too', async () => {
    const { clock, open, onlyTask, storage, tasks } = createTestEngine();
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Description: 'W' }));
    await clock.pass(20_000);
    let release = (): void => undefined;
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await new Promise<void>((resolve) => (release = resolve));
        return tasks.mutate(mutation);
    });
    second.submit(CALL, told({ Description: 'Wants' }));
    await clock.pass(600);
    first.submit(CALL, told({ Description: 'Wants a quote' }, { urgency: 'detail' }));
    storage.keys().forEach((name) => storage.remove(name));
    await clock.pass(100);
    release();
    await clock.settle();
    first.submit(CALL, told({ Description: 'Wants a quote', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Description: 'Wants a quote', Wrap__c: 'Sold' });
});

it('notes that waited when what was kept of the call was lost are saved, though another tab saved something else since', async () => {
    const { clock, open, onlyTask, storage } = createTestEngine();
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Description: 'Wants' }));
    await clock.pass(20_000);
    first.submit(CALL, told({ Description: 'Wants a quote' }, { urgency: 'detail' }));
    await clock.pass(1_000);
    storage.remove(NAME);
    second.submit(CALL, told({ Description: 'Wants', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    first.submit(CALL, told({ Description: 'Wants a quote', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Description: 'Wants a quote', Wrap__c: 'Sold' });
});

it('notes that waited when what was kept of the call was lost are saved, though another tab kept something else since', async () => {
    const { clock, open, onlyTask, storage } = createTestEngine();
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Description: 'Wants' }));
    await clock.pass(20_000);
    first.submit(CALL, told({ Description: 'Wants a quote' }, { urgency: 'detail' }));
    await clock.pass(1_000);
    storage.remove(NAME);
    second.submit(CALL, told({ Description: 'Wants', Wrap__c: 'Sold' }));
    first.submit(CALL, told({ Description: 'Wants a quote', Wrap__c: 'Sold' }));
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Description: 'Wants a quote', Wrap__c: 'Sold' });
});

it.each(['yielding', 'onlyWhenEmpty'])(
    'what the phone’s own Task says stays where a field is told as %s and another tab kept something else after damaged data',
    async (guard) => {
        const { clock, open, onlyTask, phoneLogs, storage } = createTestEngine(FOLLOW);
        phoneLogs({ Description: 'of the phone' });
        const [first, second] = [open(), open()];
        const noted = { Queue__c: 'Sales', Description: 'Wants a quote' };
        first.submit(CALL, told(noted, { [guard]: ['Description'], urgency: 'detail' }));
        storage.remove(NAME);
        second.submit(CALL, told({ Queue__c: 'Sales' }));
        first.resume();
        await clock.pass(2_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Description: 'of the phone' });
    }
);

it('what waited for the settings when the browser’s data were cleared is saved once they are known', async () => {
    const { clock, open, onlyTask, settings, storage } = createTestEngine('unknown');
    const sync = open();
    sync.submit(CALL, told(undefined, { attributes: { 'Call.QueueName': 'Sales' } }));
    await clock.pass(2_000);
    storage.keys().forEach((name) => storage.remove(name));
    settings.now = OWN;
    expect(sync.unmapped()).toEqual([
        { key: CALL, attributes: { 'Call.QueueName': 'Sales' }, interactionType: 'call' }
    ]);
    sync.submit(CALL, told({ Queue__c: 'Sales' }, { kept: true }));
    storage.keys().forEach((name) => storage.remove(name));
    sync.resume();
    await clock.pass(2_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales' });
});

it('a field that was not saved stays named when the browser’s data were cleared and another tab saves', async () => {
    const { clock, open, storage, tasks } = createTestEngine();
    jest.mocked(executeMutation).mockImplementation((mutation) =>
        JSON.stringify(mutation).includes('12 May')
            ? Promise.resolve(taskRefused('FIELD_CUSTOM_VALIDATION_EXCEPTION: Write no dates, please: [Description]'))
            : tasks.mutate(mutation)
    );
    const [first, second] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Call on 12 May' }));
    await clock.pass(2_000);
    await clock.settle();
    storage.entries.clear();
    second.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await clock.pass(5_000);
    first.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold', Acd__c: 3, Description: 'Call on 12 May' }));
    await clock.pass(2_000);
    expect(first.state(CALL)).toMatchObject({ phase: 'saved', unsaved: [{ field: 'Description' }] });
});

describe('the browser’s data are cleared while a save is under way', () => {
    const QUOTE = { Queue__c: 'Sales', Description: 'Wants a quote' };
    const OVER = { disconnectedAt: CALL.connectedTime };

    /** A page that typed notes during its first save, and lost what it had kept. */
    async function cleared(): Promise<TestEngine & { sync: TaskSync }> {
        const engine = createTestEngine();
        const { clock, storage, tasks } = engine;
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            await new Promise<void>((resolve) => clock.after(4_000, resolve));
            return tasks.mutate(mutation);
        });
        const sync = engine.open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        sync.submit(CALL, told({ Queue__c: 'Sales' }, OVER));
        await clock.pass(2_000);
        sync.submit(CALL, told(QUOTE, { ...OVER, urgency: 'detail' }));
        storage.keys().forEach((name) => storage.remove(name));
        return { ...engine, sync };
    }

    it('and what came meanwhile is kept again', async () => {
        const { clock, storage, sync } = await cleared();
        await clock.pass(10_000);
        expect(JSON.stringify([...storage.entries.values()])).toContain('Wants a quote');
        expect(sync.hasUnsaved()).toBe(true);
    });

    it('and the next step, during the same save, saves all of it', async () => {
        const { clock, onlyTask, sync } = await cleared();
        sync.submit(CALL, told(QUOTE, OVER));
        await clock.pass(10_000);
        expect(onlyTask()).toMatchObject(QUOTE);
        expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    });
});

it('what could not be mapped is named still when only the notes that a tab left behind are submitted', async () => {
    const { clock, open } = createTestEngine(FOLLOW);
    const notMapped = [{ field: 'Queue__c', code: 'notMapped', reason: 'fieldNotWriteable' }] as const;
    const [before, after] = [open(), open()];
    before.submit(CALL, told({ Acd__c: 1 }, { notMapped, disconnectedAt: CALL.connectedTime }));
    before.close();
    await clock.pass(1_000);
    after.submit(CALL, told({ Description: 'Wants a quote' }, { kept: true, defaults: {} }));
    await clock.pass(120_000);
    expect(after.state(CALL)?.notMapped).toEqual(notMapped);
});

it('what a Task was given is forgotten a day after its last save, also when its doubles were looked for since', async () => {
    const { clock, open, storage } = createTestEngine();
    const HOUR = 3_600_000;
    const first = open();
    first.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: CALL.connectedTime, wrappedUp: true }));
    await clock.pass(1_000);
    first.close();
    await clock.pass(20 * HOUR);
    const second = open();
    second.recover();
    await clock.pass(HOUR);
    second.close();
    expect(storage.keys().join()).toContain('written');
    await clock.pass(4 * HOUR);
    open().recover();
    expect(storage.keys().join()).not.toContain('written');
});
