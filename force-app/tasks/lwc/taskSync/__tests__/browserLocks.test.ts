import { browserLocks } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const yes = (): Promise<true> => Promise.resolve(true);
type Granted = (lock: object | null) => unknown;

/** A browser with these locks; its two tabs share the storage. */
function browserWith(request: ((name: string, how: object, granted: Granted) => unknown) | undefined) {
    const locks = request && { request };
    Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
    const [clock, storage] = [createTestClock(), createMemoryStorage()];
    const tab = (name: string): ReturnType<typeof browserLocks> => browserLocks(storage, clock, name);
    return { clock, storage, tab };
}

afterEach(() => {
    Reflect.deleteProperty(navigator, 'locks');
});

describe.each([
    ['has no Web Locks', undefined],
    ['refuses Web Locks to the page', () => Promise.reject(new DOMException('Denied', 'SecurityError'))],
    [
        'throws when asked for a lock',
        () => {
            throw new DOMException('Denied', 'SecurityError');
        }
    ],
    ['never answers who holds a lock', () => new Promise(() => undefined)]
] as const)('an agent whose browser %s', (_what, request) => {
    it('saves with one tab at a time', async () => {
        const { clock, tab } = browserWith(request);
        let end = (): void => undefined;
        const over = new Promise<void>((resolve) => {
            end = resolve;
        });
        const first = tab('one').ifFree('task', () => over);
        await clock.pass(5_000);
        const [second, third] = [tab('two'), tab('three')];
        const refused = second.ifFree('task', yes);
        await clock.pass(5_000);
        await expect(refused).resolves.toBeUndefined();
        expect(second.steal).toBeUndefined();
        end();
        await first;
        const given = third.ifFree('task', yes);
        await clock.pass(5_000);
        await expect(given).resolves.toBe(true);
        // Known by now: nothing is waited for again.
        await expect(second.ifFree('task', yes)).resolves.toBe(true);
    });
});

it('an agent whose browser answers after all has one save and not two', async () => {
    let answer = (): unknown => undefined;
    const { clock, tab } = browserWith(
        (_name, _how, granted) =>
            new Promise((resolve) => {
                answer = (): void => resolve(granted({}));
            })
    );
    const run = jest.fn(yes);
    const saved = tab('one').ifFree('task', run);
    await clock.pass(5_000);
    await expect(saved).resolves.toBe(true);
    answer();
    await clock.settle();
    expect(run).toHaveBeenCalledTimes(1);
});

it('a save that fails while the browser’s lock is held fails, and is not run once more without', async () => {
    const { tab } = browserWith((_name, _how, granted) => granted({}));
    const run = jest.fn(() => Promise.reject(new Error('Offline')));
    await expect(tab('one').ifFree('task', run)).rejects.toThrow('Offline');
    expect(run).toHaveBeenCalledTimes(1);
});

it('a tab that hears what another one holds stands in the browser’s line for it', async () => {
    const line: unknown[] = [];
    const { clock, tab } = browserWith((_name, how, granted: Granted | undefined) => {
        if (granted !== undefined) {
            return granted(null);
        }
        line.push(how);
        return new Promise(() => undefined);
    });
    tab('two')
        .hold('live', new Promise(() => undefined))
        .catch(() => undefined);
    await clock.settle();
    expect(line).toEqual([expect.any(Function)]);
});
