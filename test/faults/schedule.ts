/** A bad day: what happens, to whom, and how it ends. */
import fc from 'fast-check';
import { STEPS } from './drawnSteps.ts';
import { profiles } from './org/drawnProfile.ts';
import type { ModelProfile } from './org/profile.ts';
import type { Step } from './steps.ts';

/** What passes by itself, and hits what is saved last of all. */
const PASSING = [
    'offline',
    'tooMany',
    'serverError',
    'lostAnswer',
    'neverAnswered',
    'neverArrives',
    'rowLock'
] as const;

export interface Schedule {
    /** Latencies and the phone's own Task. */
    readonly seed: number;
    readonly profile: ModelProfile;
    /** The agent is signed in on two computers. */
    readonly twoBrowsers: boolean;
    /** So many tabs are open before anything happens. */
    readonly tabs: number;
    readonly steps: readonly Step[];
    /** How it comes to rest: the phone ends what is still going on, no call is wrapped up, or the agent goes home. */
    readonly rest: 'callsEnd' | 'neverWrappedUp' | 'allTabsClose';
    /** Hits the last saves, so many of them; nothing happens afterwards that would save them. */
    readonly parting: { readonly fault: (typeof PASSING)[number]; readonly count: number } | undefined;
    /** False: tabs that sleep go on sleeping while another one is open. */
    readonly sleepersWake: boolean;
    /** What the agent does last of all: nothing, or Try again, or that and merges the doubles that are shown. */
    readonly last: 'nothing' | 'retries' | 'retriesAndMerges';
}

const PARTING: fc.Arbitrary<Schedule['parting']> = fc.option(
    fc.record({ fault: fc.constantFrom(...PASSING, 'rowLock' as const), count: fc.constantFrom(1, 2, 4) }),
    { nil: undefined, freq: 2 }
);

export function schedules(chosen: Partial<ModelProfile> = {}): fc.Arbitrary<Schedule> {
    return fc.record({
        seed: fc.nat({ max: 999_999 }),
        profile: profiles(chosen),
        twoBrowsers: fc.constantFrom(false, false, false, false, false, true),
        tabs: fc.constantFrom(1, 1, 1, 1, 2, 3),
        steps: STEPS,
        rest: fc.constantFrom(
            'callsEnd' as const,
            'allTabsClose' as const,
            'callsEnd' as const,
            'neverWrappedUp' as const
        ),
        parting: PARTING,
        sleepersWake: fc.constantFrom(true, true, false),
        last: fc.constantFrom('retries' as const, 'retriesAndMerges' as const, 'nothing' as const)
    });
}
