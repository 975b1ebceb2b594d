import type { Browser } from './world/tabs.ts';

/** The product's own timers run by the tab's clock while `run` runs. Everything else keeps the real ones. */
export async function withTabTimers<T>(browser: Browser, run: () => Promise<T>): Promise<T> {
    const realTimeout = globalThis.setTimeout;
    const realClear = globalThis.clearTimeout;
    globalThis.setTimeout = ((callback: () => void, ms = 0) => {
        const tab = browser.active();
        return tab === undefined ? realTimeout(callback, ms) : browser.clock(tab).after(ms, callback);
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timer: unknown) => {
        if (typeof timer === 'function') timer();
        else realClear(timer as Parameters<typeof clearTimeout>[0]);
    }) as typeof clearTimeout;
    try {
        return await run();
    } finally {
        globalThis.setTimeout = realTimeout;
        globalThis.clearTimeout = realClear;
    }
}
