import { BROWSER_QUESTIONS } from '../browserQuestions.ts';
import type { Finding } from '../findings.ts';
import { asking, GOOD } from './answeringOrg.ts';

function ask(id: string): Promise<Finding> {
    const question = BROWSER_QUESTIONS.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    return question.ask(asking(GOOD));
}

const had = new Map<string, [object, PropertyDescriptor | undefined]>();

/** The browser has this instead, until the test is over. */
function browserHas(owner: object, name: string, value: unknown): void {
    had.set(name, [owner, Object.getOwnPropertyDescriptor(owner, name)]);
    Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}

afterEach(() => {
    for (const [name, [owner, before]] of had) {
        Reflect.deleteProperty(owner, name);
        if (before) Object.defineProperty(owner, name, before);
    }
    had.clear();
    jest.useRealTimers();
});

describe('the storage of the browser', () => {
    it('the admin reads that it can be used, and nothing is left in it', async () => {
        window.localStorage.clear();
        expect(await ask('storage')).toMatchObject({ outcome: 'works', profile: { 'browser-storage': 'works' } });
        expect(window.localStorage.length).toBe(0);
    });

    it.each([
        ['full', 'QuotaExceededError', 'limited', 'full', 'When everything is saved, delete the data'],
        ['switched off', 'SecurityError', 'refused', 'disabled', 'Allow Salesforce to keep data']
    ])('the admin reads that it is %s', async (what, name, outcome, answer, setting) => {
        const refuse = (): never => {
            throw Object.assign(new Error(name), { name });
        };
        browserHas(window, 'localStorage', { setItem: refuse, getItem: refuse, removeItem: refuse });
        const finding = await ask('storage');
        expect(finding).toMatchObject({ outcome, profile: { 'browser-storage': answer } });
        expect(finding.meaning).toContain(`is ${what}`);
        expect(finding.setting).toContain(setting);
    });

    it('the admin reads that it is switched off when there is none', async () => {
        browserHas(window, 'localStorage', null);
        expect(await ask('storage')).toMatchObject({ outcome: 'refused' });
    });

    it('a storage that forgets at once counts as switched off', async () => {
        browserHas(window, 'localStorage', { setItem: () => {}, getItem: () => null, removeItem: () => {} });
        expect(await ask('storage')).toMatchObject({ outcome: 'refused' });
    });
});

describe('locks between tabs', () => {
    type Run = (lock: unknown) => unknown;
    const exclusive = (): unknown => {
        const held = new Set<string>();
        return {
            request: async (name: string, optionsOrRun: unknown, run?: Run) => {
                const callback = run ?? (optionsOrRun as Run);
                if (held.has(name)) return callback(null);
                held.add(name);
                const result = await callback({ name });
                held.delete(name);
                return result;
            }
        };
    };

    it('the admin reads that a lock holds', async () => {
        browserHas(navigator, 'locks', exclusive());
        expect(await ask('locks')).toMatchObject({ outcome: 'works', profile: { 'web-locks': 'works' } });
    });

    it.each([
        ['there are none', undefined],
        ['the same lock is given twice', { request: (_n: string, a: Run, b?: Run) => Promise.resolve((b ?? a)({})) }],
        ['a lock is refused', { request: () => Promise.reject(new Error('SecurityError')) }]
    ])('the admin reads that tabs share no locks when %s', async (_what, locks) => {
        browserHas(navigator, 'locks', locks);
        const finding = await ask('locks');
        expect(finding).toMatchObject({ outcome: 'limited', profile: { 'web-locks': 'missing' } });
        expect(finding.meaning).toContain('no locks that tabs share');
        expect(finding.setting).toContain('force-app/task-key');
    });

    it('the admin does not wait for ever for a lock that never comes', async () => {
        jest.useFakeTimers();
        browserHas(navigator, 'locks', { request: () => new Promise(() => undefined) });
        const asked = ask('locks');
        await jest.advanceTimersByTimeAsync(6000);
        expect(await asked).toMatchObject({ outcome: 'limited' });
    });
});

describe('messages between tabs', () => {
    it('the admin reads that a word arrives, and both ends are closed', async () => {
        const ends: { onmessage?: () => void; closed: boolean }[] = [];
        browserHas(
            globalThis,
            'BroadcastChannel',
            class {
                closed = false;
                onmessage?: () => void;
                constructor() {
                    ends.push(this);
                }
                postMessage(): void {
                    ends.forEach((end) => end !== this && queueMicrotask(() => end.onmessage?.()));
                }
                close(): void {
                    this.closed = true;
                }
            }
        );
        expect(await ask('broadcast')).toMatchObject({ outcome: 'fact', profile: { 'broadcast-channel': 'works' } });
        expect(ends.map(({ closed }) => closed)).toEqual([true, true]);
    });

    it('the admin reads that there are none', async () => {
        browserHas(globalThis, 'BroadcastChannel', undefined);
        expect(await ask('broadcast')).toMatchObject({ outcome: 'fact', profile: { 'broadcast-channel': 'missing' } });
    });
});

describe('the database of the browser', () => {
    it('the admin reads that it opens, and it is deleted again', async () => {
        const deleteDatabase = jest.fn();
        const close = jest.fn();
        browserHas(globalThis, 'indexedDB', {
            open: () => {
                const opening = { result: { close }, onsuccess: () => undefined };
                queueMicrotask(() => opening.onsuccess());
                return opening;
            },
            deleteDatabase
        });
        const finding = await ask('database');
        expect(finding).toMatchObject({ profile: { 'browser-database': 'works' } });
        expect(finding.meaning).toContain('It can be used');
        expect(close).toHaveBeenCalledTimes(1);
        expect(deleteDatabase).toHaveBeenCalledTimes(1);
    });

    it('the admin reads that it cannot be used', async () => {
        browserHas(globalThis, 'indexedDB', undefined);
        const finding = await ask('database');
        expect(finding).toMatchObject({ profile: { 'browser-database': 'missing' } });
        expect(finding.meaning).toContain('cannot be used');
    });
});

describe('time zone and locale', () => {
    const zone = (timeZone: string): void => {
        jest.spyOn(Intl, 'DateTimeFormat').mockReturnValue({
            resolvedOptions: () => ({ timeZone })
        } as unknown as Intl.DateTimeFormat);
    };
    afterEach(() => jest.restoreAllMocks());

    it('the admin reads that user and computer have the same time zone', async () => {
        zone('America/Los_Angeles');
        const finding = await ask('zone');
        expect(finding.meaning).toContain('same time zone, America/Los_Angeles');
        expect(finding.setting).toBeUndefined();
    });

    it('the admin reads both time zones when they differ, and which one counts', async () => {
        zone('Europe/Berlin');
        const finding = await ask('zone');
        expect(finding.meaning).toContain('has America/Los_Angeles, this computer Europe/Berlin');
        expect(finding.setting).toContain('Time Zone');
    });
});
