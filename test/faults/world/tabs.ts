import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, Locks, Storage } from 'c/taskSync';
import type { VirtualTime } from './virtualTime.ts';

/** One tab of the browser. What runs in it is drained before anything else runs, so that it can stop between any two steps. */
export interface Tab {
    readonly name: string;
    readonly user: string;
    /** Which of the user's browsers: each keeps, locks and tells the time by itself. */
    readonly device: number;
    state: 'open' | 'frozen' | 'gone';
    /** Dies when it has used its ports this many more times. */
    crashIn: number | undefined;
    /** When it slept; the last one has no end while it sleeps. */
    readonly sleeps: { readonly from: number; until: number }[];
    /** When it was closed or died. */
    endedAt: number;
    readonly backlog: Turn[];
}

interface Turn {
    readonly run: () => void;
    /** After everything that it set off has settled, if the tab is still there. */
    readonly then: (() => void) | undefined;
}

/** Made once: a stack for each of thousands takes its time. */
const REFUSED = { SecurityError: new Error('SecurityError'), QuotaExceededError: new Error('QuotaExceededError') };

/** A computer at work and one at home. */
export const MOST_BROWSERS = 2;

export type StorageAnswer = 'works' | 'disabled' | 'full';

/** One browser: what its tabs have kept, their locks, its clock that a person may set. */
interface Device {
    readonly kept: Map<string, string>;
    readonly held: Map<string, { readonly tab: Tab; readonly token: object; readonly stolen: () => void }>;
    /** Who wants a lock that somebody holds, in this order. */
    readonly waiting: { readonly tab: Tab; readonly name: string; readonly begin: () => void }[];
    offset: number;
}

/** The browsers of an agent. */
export interface Browser {
    readonly tabs: readonly Tab[];
    /** What the tabs of each browser have kept. */
    readonly kept: readonly Map<string, string>[];
    readonly errors: string[];
    /** The tab whose code runs now. */
    active(): Tab | undefined;
    open(user: string, device: number): Tab;
    /** Closed, crashed or reloaded: its timers and answers never come. */
    end(tab: Tab): void;
    freeze(tab: Tab): void;
    thaw(tab: Tab): Promise<void>;
    /** Runs in the tab; waits for its thaw while it is frozen; not at all once it is gone. */
    runIn(tab: Tab, run: () => void, then?: () => void): Promise<void>;
    /** False once the tab is gone: a port does nothing then. Counts towards a crash. */
    alive(tab: Tab): boolean;
    jump(ms: number, device: number): void;
    clock(tab: Tab): Clock;
    storage(tab: Tab): Storage;
    locks(tab: Tab): Locks;
}

/** `ended` runs whenever a tab is gone; `behind` says that it woke up and died before it had heard all that it had slept through. */
export function createBrowser(
    time: VirtualTime,
    storageAnswer: StorageAnswer,
    ended: (tab: Tab, behind: boolean) => void
): Browser {
    const tabs: Tab[] = [];
    const devices = Array.from({ length: MOST_BROWSERS }, (): Device => ({
        kept: new Map(),
        held: new Map(),
        waiting: [],
        offset: 0
    }));
    const errors: string[] = [];
    let active: Tab | undefined;

    const deviceOf = ({ device }: Pick<Tab, 'device'>): Device => devices[device] as Device;

    function end(tab: Tab): void {
        const behind = tab.state === 'open' && tab.backlog.length > 0;
        tab.state = 'gone';
        tab.endedAt = time.now();
        tab.backlog.length = 0;
        const device = deviceOf(tab);
        for (const [name, holder] of device.held) {
            if (holder.tab === tab) passOn(device, name);
        }
        ended(tab, behind);
    }

    /** Also to a tab that sleeps. */
    function passOn({ held, waiting }: Device, name: string): void {
        held.delete(name);
        const next = waiting.findIndex((one) => one.name === name && one.tab.state !== 'gone');
        if (next >= 0) waiting.splice(next, 1)[0]?.begin();
    }

    function alive(tab: Tab): boolean {
        if (tab.state === 'gone') return false;
        if (tab.crashIn !== undefined) {
            tab.crashIn -= 1;
            if (tab.crashIn < 0) end(tab);
        }
        return (tab.state as string) !== 'gone';
    }

    async function runIn(tab: Tab, run: () => void, then?: () => void): Promise<void> {
        if (tab.state === 'gone') return;
        if (tab.state === 'frozen') {
            tab.backlog.push({ run, then });
            return;
        }
        active = tab;
        try {
            run();
        } catch (error) {
            errors.push(`${tab.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
        await nextTurn();
        active = undefined;
        if ((tab.state as string) !== 'gone') then?.();
    }

    function clock(tab: Tab): Clock {
        return {
            now: () => time.now() + deviceOf(tab).offset,
            after(ms, run): () => void {
                if (!alive(tab)) return () => undefined;
                let isOff = false;
                const stop = time.after(ms, () => runIn(tab, () => (isOff ? undefined : run())));
                // Also one that was due while the tab slept, and has not run yet.
                return () => {
                    isOff = true;
                    stop();
                };
            }
        };
    }

    function storage(tab: Tab): Storage {
        const { kept } = deviceOf(tab);
        const check = (refuses: boolean, name: keyof typeof REFUSED): void => {
            if (refuses) throw REFUSED[name];
        };
        const off = storageAnswer === 'disabled';
        return {
            keys(): string[] {
                check(off, 'SecurityError');
                return [...kept.keys()];
            },
            get(key): string | null {
                check(off, 'SecurityError');
                return kept.get(key) ?? null;
            },
            set(key, value): void {
                check(off || storageAnswer === 'full', 'QuotaExceededError');
                if (alive(tab)) kept.set(key, value);
            },
            remove(key): void {
                check(off, 'SecurityError');
                if (alive(tab)) kept.delete(key);
            }
        };
    }

    function locks(tab: Tab): Locks {
        const device = deviceOf(tab);
        const { held, waiting } = device;
        async function keep<T>(name: string, run: () => Promise<T>): Promise<T> {
            const token = {};
            return new Promise<T>((resolve, reject) => {
                const stolen = (): void => {
                    void runIn(tab, () => reject(new DOMException('The lock was stolen.', 'AbortError')));
                };
                held.set(name, { tab, token, stolen });
                const release = (): void => {
                    if (held.get(name)?.token === token) passOn(device, name);
                };
                run().then(
                    (value) => {
                        release();
                        resolve(value);
                    },
                    (error: unknown) => {
                        release();
                        reject(error as Error);
                    }
                );
            });
        }
        return {
            async ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
                if (!alive(tab)) return new Promise<never>(() => undefined);
                return held.has(name) ? undefined : keep(name, run);
            },
            async hold(name: string, over: Promise<void>): Promise<void> {
                if (!alive(tab)) return new Promise<never>(() => undefined);
                if (held.has(name)) await new Promise<void>((begin) => waiting.push({ tab, name, begin }));
                return keep(name, () => over);
            },
            async steal<T>(name: string, run: () => Promise<T>): Promise<T> {
                if (!alive(tab)) return new Promise<never>(() => undefined);
                const holder = held.get(name);
                held.delete(name);
                const result = keep(name, run);
                // The holder hears of it in its own time.
                if (holder !== undefined) time.after(0, holder.stolen);
                return result;
            }
        };
    }

    return {
        tabs,
        kept: devices.map(({ kept }) => kept),
        errors,
        active: () => active,
        open(user, device): Tab {
            const tab: Tab = {
                name: `tab ${tabs.length + 1} of ${user}`,
                user,
                device,
                state: 'open',
                crashIn: undefined,
                sleeps: [],
                endedAt: Number.POSITIVE_INFINITY,
                backlog: []
            };
            tabs.push(tab);
            return tab;
        },
        end,
        freeze(tab): void {
            tab.state = 'frozen';
            tab.sleeps.push({ from: time.now(), until: Number.POSITIVE_INFINITY });
        },
        async thaw(tab): Promise<void> {
            tab.state = 'open';
            const slept = tab.sleeps.at(-1);
            if (slept !== undefined) slept.until = time.now();
            for (let turn = tab.backlog.shift(); turn !== undefined; turn = tab.backlog.shift()) {
                await runIn(tab, turn.run, turn.then);
            }
        },
        runIn,
        alive,
        jump(ms, device): void {
            deviceOf({ device }).offset += ms;
        },
        clock,
        storage,
        locks
    };
}
