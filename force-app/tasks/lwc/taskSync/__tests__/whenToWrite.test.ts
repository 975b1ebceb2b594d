import { ADA, CALL, createTestEngine, FOLLOW, OWN, told } from '../../../../../test/ports/testEngine.ts';

const AT_END = { ...OWN, when: 'end' } as const;
const AT_WRAP_UP = { ...OWN, when: 'wrapUp' } as const;
const AGAIN = {
    ...CALL,
    id: `call-1:${ADA}:2026-01-15T09:10:00.000Z`,
    connectedTime: '2026-01-15T09:10:00.000Z'
};
const ENDED_AT = '2026-01-15T09:00:05.000Z';

it('an admin who wants Tasks written at the end gets none during the call, and one write then', async () => {
    const { clock, open, sent, onlyTask } = createTestEngine(AT_END);
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(5_000);
    expect(sent()).toEqual([]);
    expect(sync.state(CALL)).toMatchObject({ phase: 'waiting', pending: true });
    sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3 }, { disconnectedAt: ENDED_AT }));
    await clock.pass(1_000);
    expect(sent()).toHaveLength(1);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Acd__c: 3 });
});

it('an admin who wants Tasks written once wrapped up gets one write for the whole call', async () => {
    const { clock, open, sent } = createTestEngine(AT_WRAP_UP);
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(5_000);
    sync.submit(CALL, told({ Queue__c: 'Sales', Acd__c: 3 }, { disconnectedAt: ENDED_AT }));
    await clock.pass(60_000);
    expect(sent()).toEqual([]);
    sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, { disconnectedAt: ENDED_AT, wrappedUp: true }));
    await clock.pass(1_000);
    expect(sent()).toHaveLength(1);
});

it('a call that the agent never wraps up is saved all the same, after ten minutes', async () => {
    const { clock, open, sent } = createTestEngine(AT_WRAP_UP);
    open().submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: ENDED_AT }));
    await clock.pass(9 * 60_000);
    expect(sent()).toEqual([]);
    await clock.pass(2 * 60_000);
    expect(sent()).toHaveLength(1);
});

it.each([
    ['at the end', AT_END],
    ['once wrapped up', AT_WRAP_UP]
])('a call that ended while the browser was closed is saved by the next page (%s)', async (_when, settings) => {
    const { clock, open, sent } = createTestEngine(settings);
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(5_000);
    before.close();
    const after = open();
    after.recover();
    await clock.pass(60_000);
    expect(sent()).toHaveLength(1);
    expect(after.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
});

it('the phone’s own Task is not looked for before the moment that the admin wants', async () => {
    const engine = createTestEngine({ ...FOLLOW, when: 'end' });
    const query = jest.fn(engine.reader.query);
    engine.open({ reader: { query } }).submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(60_000);
    expect(query).not.toHaveBeenCalled();
});

it('a clock that is set back an hour does not make the phone’s Task awaited for an hour', async () => {
    const { clock, open, sent } = createTestEngine(FOLLOW);
    open().submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: '2026-01-15T10:00:00.000Z' }));
    await clock.pass(70_000);
    expect(sent()).toHaveLength(1);
});

it('a part of a call that was not wrapped up is saved once the conversation comes back', async () => {
    const { clock, open, sent } = createTestEngine(AT_WRAP_UP);
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: ENDED_AT }));
    await clock.pass(10_000);
    expect(sent()).toEqual([]);
    sync.submit(AGAIN, told({ Queue__c: 'Support' }));
    await clock.pass(1_000);
    expect(sent()).toEqual([expect.objectContaining({ Queue__c: 'Sales' })]);
    expect(sync.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
    expect(sync.state(AGAIN)).toMatchObject({ phase: 'waiting', pending: true });
});

it('a clock that was set back while no page was open costs ten minutes at most', async () => {
    const { clock, open, sent } = createTestEngine(AT_WRAP_UP);
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }, { disconnectedAt: '2026-01-15T10:00:00.000Z' }));
    before.close();
    open().recover();
    await clock.pass(9 * 60_000);
    expect(sent()).toEqual([]);
    await clock.pass(61_000);
    expect(sent()).toHaveLength(1);
});
