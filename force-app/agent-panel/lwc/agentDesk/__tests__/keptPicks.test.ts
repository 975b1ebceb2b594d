import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createKeptPicks } from '../keptPicks.ts';
import type { PickedRecord } from '../keptPicks.ts';

const NAME = 'switchboard:acme:u:relations:k';
const CONTACT = { id: '003000000000001AAA', objectApiName: 'Contact' };
const DAY_MS = 24 * 60 * 60 * 1_000;

function setUp(): {
    readonly clock: ReturnType<typeof createTestClock>;
    readonly storage: ReturnType<typeof createMemoryStorage>;
    open(userId?: string): ReturnType<typeof createKeptPicks>;
} {
    const clock = createTestClock();
    const storage = createMemoryStorage();
    return { clock, storage, open: (userId = 'u') => createKeptPicks(storage, clock, 'acme', userId) };
}

function picked(clock: { now(): number }): PickedRecord {
    return { record: CONTACT, at: clock.now() };
}

it('a pick is there again after a reload', () => {
    const { clock, open } = setUp();
    open().keep('k', { name: picked(clock), relatedTo: { record: null, at: clock.now() } });
    expect(open().read('k')).toEqual({ name: picked(clock), relatedTo: { record: null, at: clock.now() } });
});

it('another user of the same browser sees no pick', () => {
    const { clock, open } = setUp();
    open().keep('k', { name: picked(clock) });
    expect(open('other').read('k')).toEqual({});
});

it('a pick of the day before is removed', async () => {
    const { clock, open, storage } = setUp();
    open().keep('k', { name: picked(clock) });
    await clock.pass(1.1 * DAY_MS);
    open();
    expect(storage.keys()).toEqual([]);
});

it('only the picks of the newest fifty calls are kept', async () => {
    const { clock, open, storage } = setUp();
    const picks = open();
    for (let call = 0; call < 60; call += 1) {
        picks.keep(`k${call}`, { name: picked(clock) });
        await clock.pass(1_000);
    }
    expect(storage.keys()).toHaveLength(50);
    expect(picks.read('k9')).toEqual({});
    expect(picks.read('k10')).not.toEqual({});
});

it.each([
    ['no JSON', '{'],
    ['another version', '{"picked":"003"}'],
    ['a list', '[1]']
])('what cannot be read is removed: %s', (_what, text) => {
    const { open, storage } = setUp();
    storage.set(NAME, text);
    expect(open().read('k')).toEqual({});
});

it.each([
    ['an id that is none', { id: "003' OR", objectApiName: 'Contact' }],
    ['no object', { id: CONTACT.id }],
    ['a text', 'x']
])('a pick that holds %s counts as not picked', (_what, record) => {
    const { clock, open, storage } = setUp();
    storage.set(NAME, JSON.stringify({ name: { record, at: clock.now() } }));
    expect(open().read('k')).toEqual({});
});
