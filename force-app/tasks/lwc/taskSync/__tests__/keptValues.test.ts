import type { TaskKey } from 'c/taskSync';
import { executeMutation } from 'lightning/graphql';
import { ADA, CALL, createTestEngine, OWN, told } from '../../../../../test/ports/testEngine.ts';

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

it.each(['not json', '{"v":0}', '{"v":2,"entry":{"key":7}}', 'null', '[]'])(
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

it('values of yesterday are not', async () => {
    const { clock, settings, open, onlyTask } = createTestEngine('noAccess');
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    before.close();
    await clock.pass(DAY);
    settings.now = OWN;
    open().recover();
    await clock.pass(60_000);
    expect(onlyTask().Queue__c).toBe('Sales');
});

it('of the Tasks that were saved only the newest fifty are remembered, for a day', async () => {
    const { clock, storage, open } = createTestEngine();
    const sync = open();
    const remembered = (): number => [...storage.entries.keys()].filter((name) => name.includes(':written:')).length;
    for (let call = 0; call < 70; call += 1) {
        const conversationId = `call-${call}`;
        const key: TaskKey = { ...CALL, conversationId, id: `${conversationId}:${ADA}:x` };
        sync.submit(key, told({ Queue__c: 'Sales' }, { defaults: { CallObject: conversationId } }));
        await clock.pass(1_000);
    }
    expect(remembered()).toBeLessThanOrEqual(51);
    sync.close();
    await clock.pass(DAY + 1);
    open().recover();
    expect(remembered()).toBe(0);
});

it('a page that stays open for a shift does not remember every call', async () => {
    const { clock, open } = createTestEngine();
    const sync = open();
    for (let call = 0; call < 150; call += 1) {
        const conversationId = `call-${call}`;
        const key: TaskKey = { ...CALL, conversationId, id: `${conversationId}:${ADA}:x` };
        sync.submit(key, told({}, { defaults: { CallObject: conversationId } }));
        await clock.pass(600);
    }
    expect(sync.states().length).toBeLessThanOrEqual(102);
});

describe.each(['off', 'full'] as const)('a browser whose storage is %s', (how) => {
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
