import type { Locks } from 'c/taskSync';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { createKeptEntries } from '../keptEntries.ts';
import { createLivePresence } from '../livePresence.ts';
import type { LivePresence } from '../livePresence.ts';

const CALL = 'call-1';
const always = (): boolean => true;

function tabs(locks: Locks = createTestLocks()): {
    clock: ReturnType<typeof createTestClock>;
    hearing: LivePresence;
    another: LivePresence;
    waiting: LivePresence;
    ended: jest.Mock;
} {
    const clock = createTestClock();
    const beats = createKeptEntries(createMemoryStorage(), 'acme', 'ada', 'live');
    return {
        clock,
        hearing: createLivePresence(locks, clock, beats),
        another: createLivePresence(locks, clock, beats),
        waiting: createLivePresence(locks, clock, beats),
        ended: jest.fn()
    };
}

it('a call that comes back to no tab has ended, half a minute after the reload', async () => {
    const { clock, waiting, ended } = tabs();
    waiting.whenGone(CALL, always, ended);
    await clock.pass(29_999);
    expect(ended).not.toHaveBeenCalled();
    await clock.pass(1);
    expect(ended).toHaveBeenCalledTimes(1);
});

it('a call that another tab hears is asked about again and again, and has ended once that tab is gone', async () => {
    const { clock, hearing, waiting, ended } = tabs();
    hearing.tell(CALL, true);
    waiting.whenGone(CALL, always, ended);
    await clock.pass(3_600_000);
    expect(ended).not.toHaveBeenCalled();
    hearing.close();
    await clock.pass(60_000);
    expect(ended).toHaveBeenCalledTimes(1);
    await clock.pass(3_600_000);
    expect(ended).toHaveBeenCalledTimes(1);
});

it('a call that two tabs hear goes on until both are gone', async () => {
    const { clock, hearing, another, waiting, ended } = tabs();
    hearing.tell(CALL, true);
    another.tell(CALL, true);
    waiting.whenGone(CALL, always, ended);
    await clock.pass(45_000);
    hearing.close();
    await clock.pass(3_600_000);
    expect(ended).not.toHaveBeenCalled();
    another.close();
    await clock.pass(60_000);
    expect(ended).toHaveBeenCalledTimes(1);
});

it('a call whose tab reloads just when another one looks goes on', async () => {
    const { clock, hearing, another, waiting, ended } = tabs();
    hearing.tell(CALL, true);
    waiting.whenGone(CALL, always, ended);
    await clock.pass(29_000);
    hearing.close();
    await clock.pass(2_000);
    another.tell(CALL, true);
    await clock.pass(3_600_000);
    expect(ended).not.toHaveBeenCalled();
});

it('a call has ended once one of its tabs is closed and the other one sleeps', async () => {
    const clock = createTestClock();
    const [locks, storage] = [createTestLocks(), createMemoryStorage()];
    const open = (after = clock.after): LivePresence =>
        createLivePresence(locks, { ...clock, after }, createKeptEntries(storage, 'acme', 'ada', 'live'));
    const [hearing, asleep, waiting, ended] = [open(), open(() => () => undefined), open(), jest.fn()];
    hearing.tell(CALL, true);
    asleep.tell(CALL, true);
    waiting.whenGone(CALL, always, ended);
    await clock.pass(45_000);
    hearing.close();
    await clock.pass(7 * 60_000);
    expect(ended).toHaveBeenCalledTimes(1);
});

it('a call whose end the other tab heard is not held any more', async () => {
    const { clock, hearing, waiting, ended } = tabs();
    hearing.tell(CALL, true);
    hearing.tell(CALL, true);
    hearing.tell(CALL, false);
    await clock.settle();
    waiting.whenGone(CALL, always, ended);
    await clock.pass(30_000);
    expect(ended).toHaveBeenCalledTimes(1);
});

it('a tab that hears of the call itself meanwhile is not told that it has ended', async () => {
    const { clock, hearing, waiting, ended } = tabs();
    let waits = true;
    hearing.tell(CALL, true);
    waiting.whenGone(CALL, () => waits, ended);
    await clock.pass(45_000);
    waits = false;
    hearing.close();
    await clock.pass(120_000);
    expect(ended).not.toHaveBeenCalled();
});

it('a tab that is closed tells of no end, and holds no call', async () => {
    const locks = createTestLocks();
    const { clock, hearing, waiting, ended } = tabs(locks);
    hearing.tell(CALL, true);
    waiting.whenGone(CALL, always, ended);
    waiting.close();
    hearing.close();
    await clock.settle();
    expect([...locks.held]).toEqual([]);
    waiting.tell(CALL, true);
    await clock.pass(120_000);
    expect(ended).not.toHaveBeenCalled();
    expect([...locks.held]).toEqual([]);
});

it('a browser that refuses the lock is asked again, and no call ends by it', async () => {
    let refuses = true;
    const inner = createTestLocks();
    const { clock, waiting, ended } = tabs({
        ifFree: (name, run) => (refuses ? Promise.reject(new Error('SecurityError')) : inner.ifFree(name, run)),
        hold: () => Promise.reject(new Error('SecurityError'))
    });
    waiting.tell('call-2', true);
    waiting.whenGone(CALL, always, ended);
    await clock.pass(90_000);
    expect(ended).not.toHaveBeenCalled();
    refuses = false;
    await clock.pass(60_000);
    expect(ended).toHaveBeenCalledTimes(1);
});

describe('a call that is held by a tab which the browser has put to sleep', () => {
    function sleeper(storage = createMemoryStorage()): {
        clock: ReturnType<typeof createTestClock>;
        waiting: LivePresence;
        ended: jest.Mock;
        sleep(): void;
    } {
        const clock = createTestClock();
        const locks = createTestLocks();
        let sleeps = false;
        const drowsy = {
            ...clock,
            after: (ms: number, run: () => void) => clock.after(ms, () => sleeps || run())
        };
        const beats = (): ReturnType<typeof createKeptEntries> => createKeptEntries(storage, 'acme', 'ada', 'live');
        createLivePresence(locks, drowsy, beats()).tell(CALL, true);
        return {
            clock,
            waiting: createLivePresence(locks, clock, beats()),
            ended: jest.fn(),
            sleep: () => {
                sleeps = true;
            }
        };
    }

    it('has ended after some minutes for the tab that waits, and not before', async () => {
        const { clock, waiting, ended, sleep } = sleeper();
        waiting.whenGone(CALL, always, ended);
        await clock.pass(3_600_000);
        expect(ended).not.toHaveBeenCalled();
        sleep();
        await clock.pass(3 * 60_000);
        expect(ended).not.toHaveBeenCalled();
        await clock.pass(4 * 60_000);
        expect(ended).toHaveBeenCalledTimes(1);
    });

    it('goes on where the browser keeps nothing: nobody can tell', async () => {
        const storage = createMemoryStorage();
        storage.set = (): void => {
            throw new DOMException('full', 'QuotaExceededError');
        };
        const { clock, waiting, ended, sleep } = sleeper(storage);
        sleep();
        waiting.whenGone(CALL, always, ended);
        await clock.pass(3_600_000);
        expect(ended).not.toHaveBeenCalled();
    });
});

it('what a tab that crashed said of its calls is removed after a day', async () => {
    const storage = createMemoryStorage();
    const clock = createTestClock();
    const open = (): LivePresence =>
        createLivePresence(createTestLocks(), clock, createKeptEntries(storage, 'acme', 'ada', 'live'));
    open().tell(CALL, true);
    const before = storage.keys();
    expect(before).toHaveLength(1);
    const crashed = new Map(before.map((name) => [name, storage.get(name)]));
    await clock.pass(1);
    for (const [name, value] of crashed) storage.set(name, value ?? '');
    open();
    expect(storage.keys()).toHaveLength(1);
    await clock.pass(25 * 3_600_000);
    for (const [name, value] of crashed) storage.set(name, value ?? '');
    open();
    expect(storage.keys()).toEqual([]);
});
