import { leaseLocks } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const yes = (): Promise<true> => Promise.resolve(true);

/** Runs until `end` is called, as a save does. */
function save(): { run: () => Promise<void>; end: () => void } {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
        end = resolve;
    });
    return { run: () => over, end };
}

it('without Web Locks one tab waits for the other, however long its save takes', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    const [one, two] = [leaseLocks(storage, clock, 'one'), leaseLocks(storage, clock, 'two')];
    const slow = save();
    const first = one.ifFree('task', slow.run);
    await clock.pass(120_000);
    await expect(two.ifFree('task', yes)).resolves.toBeUndefined();
    slow.end();
    await first;
    await expect(two.ifFree('task', yes)).resolves.toBe(true);
});

it('a tab that crashed gives way after its lease has run out', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    storage.entries.set('switchboard:lease:task', `crashed|${clock.now() + 30_000}`);
    const two = leaseLocks(storage, clock, 'two');
    await expect(two.ifFree('task', yes)).resolves.toBeUndefined();
    await clock.pass(30_000);
    await expect(two.ifFree('task', yes)).resolves.toBe(true);
});

it('a tab that crashed gives way at once after the clock was set back', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    storage.entries.set('switchboard:lease:task', `crashed|${clock.now() + 600_000}`);
    await expect(leaseLocks(storage, clock, 'two').ifFree('task', yes)).resolves.toBe(true);
});

it('a lease that another tab took over is left alone', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    const slow = save();
    const first = leaseLocks(storage, clock, 'one').ifFree('task', slow.run);
    storage.entries.set('switchboard:lease:task', `two|${clock.now() + 30_000}`);
    slow.end();
    await first;
    expect(storage.entries.get('switchboard:lease:task')).toMatch(/^two/);
});

it('a lease that was damaged is whole again soon', async () => {
    const [clock, storage, slow] = [createTestClock(), createMemoryStorage(), save()];
    const renewed = leaseLocks(storage, clock, 'one').ifFree('task', slow.run);
    storage.entries.set('switchboard:lease:task', 'on');
    await clock.pass(10_000);
    await expect(leaseLocks(storage, clock, 'two').ifFree('task', yes)).resolves.toBeUndefined();
    slow.end();
    await renewed;
});

it('without Web Locks, too, the next tab that hears a call holds it once the first is gone', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    const [one, two, three] = ['one', 'two', 'three'].map((name) => leaseLocks(storage, clock, name));
    const [first, second] = [save(), save()];
    const heldByFirst = one?.hold('live', first.run());
    const heldBySecond = two?.hold('live', second.run());
    first.end();
    await heldByFirst;
    await clock.pass(10_000);
    await expect(three?.ifFree('live', yes)).resolves.toBeUndefined();
    second.end();
    await heldBySecond;
    await expect(three?.ifFree('live', yes)).resolves.toBe(true);
});

it('a browser that keeps nothing still saves', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    storage.off = true;
    await expect(leaseLocks(storage, clock, 'one').ifFree('task', yes)).resolves.toBe(true);
});
