/** One thread of `npm run test:faults`: plays its share and tells what it played. */
import { parentPort, workerData } from 'node:worker_threads';
import './productModules.ts';
import type { ModelProfile } from './org/profile.ts';
import type { RunResult } from './runs.ts';

/** What a thread is asked for. */
export interface Share {
    readonly runs: number;
    readonly seed: number;
    readonly profile: Partial<ModelProfile>;
}

export type Report =
    | { readonly kind: 'played'; readonly count: number; readonly steps: number }
    | { readonly kind: 'over'; readonly result: RunResult; readonly coverage: Readonly<Record<string, number>> };

const TELL_EVERY = 250;

const { runSchedules } = await import('./runs.ts');
const { createCoverage } = await import('./coverage.ts');
const share = workerData as Share;
const coverage = createCoverage();
let untold = 0;
let steps = 0;

const result = await runSchedules({
    ...share,
    onPlayed: (schedule) => {
        coverage.add(schedule);
        untold += 1;
        steps += schedule.steps.length;
        if (untold === TELL_EVERY) {
            parentPort?.postMessage({ kind: 'played', count: untold, steps } satisfies Report);
            untold = 0;
            steps = 0;
        }
    }
});
parentPort?.postMessage({ kind: 'played', count: untold, steps } satisfies Report);
parentPort?.postMessage({ kind: 'over', result, coverage: coverage.counts() } satisfies Report);
