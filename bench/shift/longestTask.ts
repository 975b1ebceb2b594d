import type { Browser, Page } from 'playwright-core';

/** In milliseconds, of what the page's main thread did without a break. */
export interface LongestTask {
    /** Of the processor's own time, on which other programs of the machine tell nothing. */
    readonly processor: number;
    /** By the clock on the wall. */
    readonly clock: number;
}

interface Traced {
    readonly name: string;
    readonly pid: number;
    readonly tid: number;
    /** Microseconds; absent in what has no length. */
    readonly dur?: number;
    readonly tdur?: number;
    readonly args?: { readonly name?: string };
}

const TASK = 'ThreadControllerImpl::RunTask';
const CATEGORIES = ['toplevel'];

/** Does something on a page and tells how long the longest of the tasks was that it needed: scripts, painting, clearing away. */
export async function longestTaskOf(browser: Browser, page: Page, run: () => Promise<void>): Promise<LongestTask> {
    await browser.startTracing(page, { categories: CATEGORIES });
    await run();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
        readonly traceEvents: readonly Traced[];
    };
    return longestOf(traceEvents);
}

/** Of the busiest process's main thread: the page's. Throws where the browser told of no task. */
export function longestOf(events: readonly Traced[]): LongestTask {
    const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
    const tasksOf = ({ pid, tid }: Traced): Traced[] =>
        events.filter((event) => event.name === TASK && event.pid === pid && event.tid === tid);
    const [tasks = []] = mains.map(tasksOf).sort((one, other) => other.length - one.length);
    if (tasks.length === 0) throw new Error('The browser told of no task on the main thread of a page.');
    let [processor, clock] = [0, 0];
    for (const { dur = 0, tdur = dur } of tasks) {
        // Thread time is told in coarse steps: a task never took more of it than of the clock's.
        processor = Math.max(processor, Math.min(dur, tdur));
        clock = Math.max(clock, dur);
    }
    return { processor: processor / 1_000, clock: clock / 1_000 };
}
