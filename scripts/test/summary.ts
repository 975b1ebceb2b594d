import type { StepResult } from './step.ts';

/** The last line: `12 passed, 0 failed`, with `, 1 skipped` only when there are any. */
export function summary(results: readonly Pick<StepResult, 'counts'>[]): string {
    const sum = (which: 'passed' | 'failed' | 'skipped'): number =>
        results.reduce((total, { counts }) => total + counts[which], 0);
    const skipped = sum('skipped');
    return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** A step's output without the lines of what passed. */
export function whatFailed(output: string): string {
    return output
        .split('\n')
        .filter((line) => !/^\s*(✔|✓|▶|PASS) /u.test(line))
        .join('\n')
        .trim();
}
