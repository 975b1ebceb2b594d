import { timed } from '../measuring/rounds.ts';
import type { Contender } from '../measuring/rounds.ts';
import { summed } from '../measuring/summed.ts';
import type { Measured } from '../measuring/summed.ts';
import { createLiveCalls } from './liveCalls.ts';
import type { LiveCallsOptions } from './liveCalls.ts';
import { loadPipeline } from './pipeline.ts';

/** From an event of the phone to the values kept for its Task, in microseconds of the processor. */
export interface PerEvent {
    readonly live: number;
    readonly rules: number;
    readonly microseconds: Measured;
    /** Events a second, at the median. */
    readonly perSecond: number;
    /** How many times as long an event takes with twice as many live interactions. */
    readonly twiceTheLive: Measured;
    readonly twiceTheRules: Measured;
    /** Powers by which the time grows: 0 is flat, 1 grows as much as the number does. */
    readonly slopeInLive: number;
    readonly slopeInRules: number;
}

export async function measurePerEvent({ live = 50, rules = 200, rounds = 15, events = 500 } = {}): Promise<PerEvent> {
    const pipeline = await loadPipeline();
    const contender = async (options: LiveCallsOptions): Promise<Contender> => {
        const calls = createLiveCalls(pipeline, options);
        await calls.settle();
        return { size: 1, run: () => calls.event() };
    };
    const { times, ratio } = await timed(
        {
            base: await contender({ live, rules }),
            live: await contender({ live: 2 * live, rules }),
            rules: await contender({ live, rules: 2 * rules })
        },
        { rounds, turns: events }
    );
    // A ratio says how many times as fast the first is: here, how many times as long the second takes.
    const twiceTheLive = ratio('base', 'live');
    const twiceTheRules = ratio('base', 'rules');
    return {
        live,
        rules,
        microseconds: times.base,
        perSecond: Math.round(1_000_000 / times.base.median),
        twiceTheLive,
        twiceTheRules,
        slopeInLive: slope(twiceTheLive.median),
        slopeInRules: slope(twiceTheRules.median)
    };
}

/** The power p by which time grows when a number doubles: 2 to the power of p is the growth. */
export function slope(growth: number): number {
    return summed([Math.log2(growth)]).median;
}
