import type { Locks, TaskKey } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { ADA, CALL } from '../../../../../test/ports/testEngine.ts';
import { createTurns } from '../turns.ts';
import type { Turns } from '../turns.ts';

/** A tab looks once a second; a tab that kept its turn for so many looks is asleep. */
const LOOKS = 120;
const OTHER_CALL: TaskKey = { ...CALL, id: `call-2:${ADA}:x`, conversationId: 'call-2' };

interface Tabs {
    readonly one: Turns;
    readonly two: Turns;
    readonly steal: jest.Mock;
    readonly storage: ReturnType<typeof createMemoryStorage>;
}

function twoTabs(): Tabs {
    const [clock, storage, locks] = [createTestClock(), createMemoryStorage(), createTestLocks()];
    const steal = jest.fn((_name: string, run: () => Promise<unknown>) => run());
    const shared: Locks = { ...locks, steal: steal as NonNullable<Locks['steal']> };
    const tab = (): Turns => createTurns(shared, storage, clock, 'acme', ADA);
    return { one: tab(), two: tab(), steal, storage };
}

/** A turn that lasts until it is ended. `isMine` asks whether it still is this tab's. */
function longTurn(turns: Turns, key = CALL): { end: () => Promise<unknown>; isMine: () => boolean } {
    let end = (): void => undefined;
    let isMine = (): boolean => false;
    const turn = turns.take(key, (mine) => {
        isMine = mine;
        return new Promise<void>((resolve) => {
            end = resolve;
        });
    });
    return {
        isMine: () => isMine(),
        end: () => {
            end();
            return turn;
        }
    };
}

const yes = (): Promise<true> => Promise.resolve(true);

it('a busy tab whose turns change is not taken for asleep, however long another tab waits', async () => {
    const { one, two, steal } = twoTabs();
    for (let look = 0; look < 3 * LOOKS; look += 1) {
        const turn = longTurn(one);
        await expect(two.take(CALL, yes)).resolves.toBeUndefined();
        await turn.end();
    }
    expect(steal).not.toHaveBeenCalled();
    await expect(two.take(CALL, yes)).resolves.toBe(true);
});

it('a tab that kept one turn for two minutes has it taken away, and no sooner', async () => {
    const { one, two, steal } = twoTabs();
    const asleep = longTurn(one);
    for (let look = 1; look < LOOKS; look += 1) {
        await expect(two.take(CALL, yes)).resolves.toBeUndefined();
    }
    expect(steal).not.toHaveBeenCalled();
    await expect(two.take(CALL, yes)).resolves.toBe(true);
    expect(steal).toHaveBeenCalledTimes(1);
    expect(asleep.isMine()).toBe(false);
});

it('a tab that wakes right before its turn would be taken away keeps it for what it was about', async () => {
    const { one, two, steal } = twoTabs();
    const asleep = longTurn(one);
    for (let look = 1; look < LOOKS; look += 1) {
        await two.take(CALL, yes);
    }
    expect(asleep.isMine()).toBe(true);
    await expect(two.take(CALL, yes)).resolves.toBeUndefined();
    expect(steal).not.toHaveBeenCalled();
    expect(asleep.isMine()).toBe(true);
    await asleep.end();
});

it('a tab from which the turn was taken is told so when it wakes', async () => {
    const { one, two } = twoTabs();
    const asleep = longTurn(one);
    for (let look = 1; look < LOOKS; look += 1) {
        await two.take(CALL, yes);
    }
    const seen: boolean[] = [];
    await two.take(CALL, (isMine) => {
        seen.push(isMine(), asleep.isMine());
        return yes();
    });
    expect(seen).toEqual([true, false]);
    await asleep.end();
});

it('a look that found the turn free begins the count anew', async () => {
    const { one, two, steal } = twoTabs();
    for (const _part of [1, 2]) {
        const turn = longTurn(one);
        for (let look = 1; look < LOOKS; look += 1) {
            await two.take(CALL, yes);
        }
        await turn.end();
        await two.take(CALL, yes);
    }
    expect(steal).not.toHaveBeenCalled();
});

it('two conversations do not wait for each other', async () => {
    const { one, two } = twoTabs();
    const turn = longTurn(one);
    await expect(two.take(OTHER_CALL, yes)).resolves.toBe(true);
    await turn.end();
});

it('one page does not get the same turn twice where its lock would allow it', async () => {
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    const turns = createTurns(
        { ifFree: (_name, run) => run(), hold: (_name, over) => over },
        storage,
        clock,
        'acme',
        ADA
    );
    const turn = longTurn(turns);
    await expect(turns.take(CALL, yes)).resolves.toBeUndefined();
    await turn.end();
    await expect(turns.take(CALL, yes)).resolves.toBe(true);
});

it('in a browser that keeps nothing the lock alone decides', async () => {
    const { one, storage } = twoTabs();
    storage.off = true;
    await expect(one.take(CALL, (isMine) => Promise.resolve(isMine()))).resolves.toBe(true);
});

it('what a crashed tab left of its turn is removed, but for Tasks that still wait', () => {
    const { one, two, storage } = twoTabs();
    longTurn(one);
    longTurn(one, OTHER_CALL);
    two.sweep([CALL.id]);
    const left = [...storage.entries.keys()].filter((name) => name.includes(':turn:'));
    expect(left).toEqual([`switchboard:acme:${ADA}:turn:call-1:${ADA}`]);
});

it('a turn that is over leaves nothing in the browser', async () => {
    const { one, storage } = twoTabs();
    await one.take(CALL, yes);
    await expect(one.take(CALL, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(storage.entries.size).toBe(0);
    await expect(one.take(CALL, yes)).resolves.toBe(true);
});
