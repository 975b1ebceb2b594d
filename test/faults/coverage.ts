import { QUESTIONS } from './org/profile.ts';
import type { Schedule } from './schedule.ts';

/** How many schedules were played for each answer of a profile, and how many held each kind of step. */
export function createCoverage(): { add(schedule: Schedule): void; counts(): Record<string, number> } {
    const counts: Record<string, number> = {};
    const count = (name: string): void => {
        counts[name] = (counts[name] ?? 0) + 1;
    };
    return {
        add({ profile, steps }): void {
            for (const id of QUESTIONS) count(`${id}=${profile[id]}`);
            for (const kind of new Set(
                steps.map((step) => (step.do === 'tab' || step.do === 'phone' ? `${step.do} ${step.what}` : step.do))
            )) {
                count(`step: ${kind}`);
            }
        },
        counts: () => ({ ...counts })
    };
}

export function addUp(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
    const sum: Record<string, number> = {};
    for (const counts of all) {
        for (const [name, value] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + value;
    }
    return sum;
}
