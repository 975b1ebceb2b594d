import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createKeptPicks } from '../keptPicks.ts';

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

it('a pick is there again after a reload', () => {
    const { clock, open } = setUp();
    open().keep('k', { name: CONTACT, relatedTo: null, pickedAt: clock.now() });
    expect(open().read('k')).toEqual({ name: CONTACT, relatedTo: null, pickedAt: clock.now() });
});

it('another user of the same browser sees no pick', () => {
    const { clock, open } = setUp();
    open().keep('k', { name: CONTACT, pickedAt: clock.now() });
    expect(open('other').read('k')).toBeUndefined();
});

it('a pick of the day before is removed', async () => {
    const { clock, open, storage } = setUp();
    open().keep('k', { name: CONTACT, pickedAt: clock.now() });
    await clock.pass(1.1 * DAY_MS);
    open();
    expect(storage.keys()).toEqual([]);
});

it('only the picks of the newest fifty calls are kept', async () => {
    const { clock, open, storage } = setUp();
    const picks = open();
    for (let call = 0; call < 60; call += 1) {
        picks.keep(`k${call}`, { name: CONTACT, pickedAt: clock.now() });
        await clock.pass(1_000);
    }
    expect(storage.keys()).toHaveLength(50);
    expect(picks.read('k9')).toBeUndefined();
    expect(picks.read('k10')).toBeDefined();
});

it.each([
    ['no JSON', '{'],
    ['another version', '{"picked":"003"}'],
    ['a list', '[1]']
])('what cannot be read is removed: %s', (_what, text) => {
    const { open, storage } = setUp();
    storage.set(NAME, text);
    expect(open().read('k')).toBeUndefined();
});

it.each([
    ['an id that is none', { id: "003' OR", objectApiName: 'Contact' }],
    ['no object', { id: CONTACT.id }],
    ['a text', 'x']
])('a pick that holds %s counts as not picked', (_what, name) => {
    const { clock, open, storage } = setUp();
    storage.set(NAME, JSON.stringify({ name, pickedAt: clock.now() }));
    expect(open().read('k')).toEqual({ pickedAt: clock.now() });
});
