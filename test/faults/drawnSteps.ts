/** Draws the steps of a schedule: how often each kind comes, and in which sizes. */
import fc from 'fast-check';
import { EPISODES } from './episodes.ts';
import { MEANWHILE, PERSON_STEPS, PICKS, REFUSALS, TAB_STEPS } from './steps.ts';
import type { Step } from './steps.ts';
import { REQUEST_FAULTS } from './world/network.ts';
import { PHONE_STEPS } from './world/phone.ts';
import type { PhoneStep } from './world/phone.ts';

const number = (below: number): fc.Arbitrary<number> => fc.nat({ max: below - 1 });

/** One call goes far; the others come in between. */
const CALL = fc.constantFrom(0, 0, 0, 0, 1, 1, 2);
const PHONE_STEP = fc.constantFrom<PhoneStep>(
    ...Array.from({ length: 14 }, () => 'next' as const),
    'queue',
    ...PHONE_STEPS
);

const STEP: fc.Arbitrary<Step> = fc.oneof(
    {
        weight: 36,
        arbitrary: fc.record({ do: fc.constant('phone' as const), call: CALL, what: PHONE_STEP })
    },
    {
        weight: 24,
        arbitrary: fc.record({
            do: fc.constant('pass' as const),
            ms: fc.constantFrom(20, 120, 400, 700, 1_500, 3_000, 12_000, 45_000, 70_000, 200_000)
        })
    },
    { weight: 7, arbitrary: fc.record({ do: fc.constant('notes' as const), call: CALL }) },
    {
        weight: 9,
        arbitrary: fc.record({
            do: fc.constant('tab' as const),
            what: fc.constantFrom('open' as const, 'open' as const, ...TAB_STEPS),
            which: number(4)
        })
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('crashSoon' as const), which: number(4), steps: number(12) }) },
    {
        weight: 7,
        arbitrary: fc.record({
            do: fc.constant('network' as const),
            fault: fc.constantFrom(...REQUEST_FAULTS),
            count: fc.constantFrom(1, 1, 1, 2, 4)
        })
    },
    {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('offline' as const), ms: fc.constantFrom(1_000, 8_000, 60_000) })
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('refuse' as const), what: fc.constantFrom(...REFUSALS) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('session' as const) }) },
    {
        weight: 6,
        arbitrary: fc.record({
            do: fc.constant('person' as const),
            what: fc.constantFrom('editsQueue' as const, 'editsQueue' as const, ...PERSON_STEPS),
            which: number(4)
        })
    },
    {
        weight: 2,
        arbitrary: fc.record({
            do: fc.constant('clock' as const),
            ms: fc.constantFrom(-600_000, -45_000, 45_000, 600_000),
            which: number(2)
        })
    },
    {
        weight: 4,
        arbitrary: fc.record({
            do: fc.constant('relate' as const),
            call: CALL,
            which: number(4),
            pick: fc.constantFrom(...PICKS)
        })
    },
    {
        weight: 6,
        arbitrary: fc.record({
            do: fc.constant('meanwhile' as const),
            during: fc.constantFrom('lookUp' as const, 'write' as const),
            what: fc.constantFrom('notes' as const, 'nap' as const, ...MEANWHILE)
        })
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), which: number(4) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('phoneRefuses' as const), count: fc.constantFrom(1, 3) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('otherUser' as const) }) },
    {
        weight: 1,
        arbitrary: fc.record({
            do: fc.constant('damage' as const),
            which: number(8),
            how: fc.constantFrom('cut' as const, 'older' as const, 'cleared' as const, 'cleared' as const)
        })
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('grant' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), which: number(4) }) }
);

/** Single steps, and now and then what goes together. */
export const STEPS: fc.Arbitrary<readonly Step[]> = fc
    .array(fc.oneof({ weight: 24, arbitrary: STEP.map((step) => [step]) }, { weight: 1, arbitrary: EPISODES }), {
        minLength: 6,
        maxLength: 40,
        size: 'max'
    })
    .map((parts) => parts.flat());
