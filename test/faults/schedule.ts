import fc from 'fast-check';
import { EPISODES } from './episodes.ts';
import { PROFILE_QUESTIONS, QUESTIONS } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { REQUEST_FAULTS } from './world/network.ts';
import type { RequestFault } from './world/network.ts';
import { PHONE_STEPS } from './world/phone.ts';
import type { PhoneStep } from './world/phone.ts';

export const REFUSALS = ['rowLock', 'validationRule', 'requiredField', 'duplicateRule'] as const;
export const PERSON_STEPS = ['editsQueue', 'editsScore', 'editsTier', 'editsName', 'editsComments', 'deletes'] as const;
/** What an agent picks as the Task's Name or Related To. */
export const PICKS = ['contact', 'lead', 'nobody', 'account', 'nothing'] as const;
/** What happens while a save is under way: to its tab, or on the phone. */
export const MEANWHILE = ['queue', 'tier', 'next', 'notes', 'phoneLogs', 'freeze', 'nap', 'crash'] as const;
/** What passes by itself, and hits what is saved last of all. */
export const PASSING = [
    'offline',
    'tooMany',
    'serverError',
    'lostAnswer',
    'neverAnswered',
    'neverArrives',
    'rowLock'
] as const;
const TAB_STEPS = ['open', 'close', 'reload', 'freeze', 'thaw', 'crash'] as const;

/** One thing that happens. Numbers choose among what there is, so that any part of a schedule is a schedule. */
export type Step =
    | { readonly do: 'phone'; readonly call: number; readonly what: PhoneStep }
    | { readonly do: 'notes'; readonly call: number }
    | { readonly do: 'tab'; readonly what: (typeof TAB_STEPS)[number]; readonly which: number }
    | { readonly do: 'crashSoon'; readonly which: number; readonly steps: number }
    | { readonly do: 'pass'; readonly ms: number }
    | { readonly do: 'network'; readonly fault: RequestFault; readonly count: number }
    | { readonly do: 'offline'; readonly ms: number }
    | { readonly do: 'refuse'; readonly what: (typeof REFUSALS)[number] }
    | { readonly do: 'session' }
    | { readonly do: 'person'; readonly what: (typeof PERSON_STEPS)[number]; readonly which: number }
    | {
          readonly do: 'meanwhile';
          readonly during: 'lookUp' | 'write';
          readonly what: (typeof MEANWHILE)[number];
      }
    | { readonly do: 'relate'; readonly call: number; readonly which: number; readonly pick: (typeof PICKS)[number] }
    | { readonly do: 'merge'; readonly which: number }
    | { readonly do: 'phoneRefuses'; readonly count: number }
    | { readonly do: 'clock'; readonly ms: number; readonly which: number }
    | { readonly do: 'otherUser' }
    | { readonly do: 'damage'; readonly which: number; readonly how: 'cut' | 'older' | 'cleared' }
    | { readonly do: 'grant' }
    | { readonly do: 'retry'; readonly which: number };

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

/** The first answer is the usual one, and shrinking goes to it. */
const USUAL: Partial<Record<keyof ModelProfile, number>> = {
    'task-write-route': 4,
    'task-callobject-filter': 8,
    'task-object-infos': 3,
    'browser-storage': 6,
    'task-field-limits': 4,
    'task-picklist-values': 3,
    'person-accounts': 2,
    'web-locks': 3,
    'write-mode': 2,
    'write-when': 2,
    'log-missed': 3,
    'forbidden-fields': 2,
    'mapping-access': 5
};

function profileArbitrary(chosen: Partial<ModelProfile>): fc.Arbitrary<ModelProfile> {
    const answers = Object.fromEntries(
        QUESTIONS.map((id) => {
            const fixed = chosen[id];
            const allowed: readonly string[] = PROFILE_QUESTIONS[id];
            const usual = Array.from({ length: (USUAL[id] ?? 1) - 1 }, () => allowed[0] ?? '');
            return [id, fixed === undefined ? fc.constantFrom(...usual, ...allowed) : fc.constant(fixed as string)];
        })
    );
    return fc.record(answers) as unknown as fc.Arbitrary<ModelProfile>;
}

/** Single steps, and now and then what goes together. */
const STEPS: fc.Arbitrary<readonly Step[]> = fc
    .array(fc.oneof({ weight: 24, arbitrary: STEP.map((step) => [step]) }, { weight: 1, arbitrary: EPISODES }), {
        minLength: 6,
        maxLength: 40,
        size: 'max'
    })
    .map((parts) => parts.flat());

const PARTING: fc.Arbitrary<Schedule['parting']> = fc.option(
    fc.record({ fault: fc.constantFrom(...PASSING, 'rowLock' as const), count: fc.constantFrom(1, 2, 4) }),
    { nil: undefined, freq: 2 }
);

export function schedules(chosen: Partial<ModelProfile> = {}): fc.Arbitrary<Schedule> {
    return fc.record({
        seed: number(1_000_000),
        profile: profileArbitrary(chosen),
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

const REST: Readonly<Record<Schedule['rest'], string>> = {
    callsEnd: 'the phone ends all calls',
    neverWrappedUp: 'the phone ends all calls and nobody wraps them up',
    allTabsClose: 'all tabs close, one opens'
};

const LAST: Readonly<Record<Schedule['last'], string>> = {
    nothing: 'the agent does nothing',
    retries: 'the agent tries again',
    retriesAndMerges: 'the agent tries again and merges doubles'
};

function sentence(step: Step): string {
    switch (step.do) {
        case 'phone':
            return `call ${step.call}: ${step.what}`;
        case 'notes':
            return `the agent types notes for call ${step.call}`;
        case 'tab':
            return `tab ${step.which}: ${step.what}`;
        case 'crashSoon':
            return `tab ${step.which} dies after ${step.steps} more steps of its own`;
        case 'pass':
            return `${step.ms} ms pass`;
        case 'network':
            return `${step.count} requests: ${step.fault}`;
        case 'offline':
            return `offline for ${step.ms} ms`;
        case 'refuse':
            return `the org refuses the next save: ${step.what}`;
        case 'session':
            return 'the session expires';
        case 'person':
            return `a person ${step.what} (Task ${step.which})`;
        case 'relate':
            return `the agent picks ${step.pick} for call ${step.call} in tab ${step.which}`;
        case 'meanwhile':
            return `during the ${step.during} of a save: ${step.what}`;
        case 'merge':
            return `the agent merges the doubles that tab ${step.which} shows`;
        case 'phoneRefuses':
            return `the phone refuses ${step.count} hand-overs`;
        case 'clock':
            return `the clock of computer ${step.which} jumps by ${step.ms} ms`;
        case 'otherUser':
            return 'the other user signs in on this browser';
        case 'damage':
            return `kept entry ${step.which} is damaged (${step.how})`;
        case 'grant':
            return 'the admin grants the mapping';
        case 'retry':
            return `the agent tries again in tab ${step.which}`;
    }
}

/** A schedule as lines that a person can follow. */
export function readable({
    seed,
    profile,
    twoBrowsers,
    steps,
    tabs,
    rest,
    parting,
    sleepersWake,
    last
}: Schedule): string[] {
    const odd = QUESTIONS.filter((id) => profile[id] !== PROFILE_QUESTIONS[id][0]).map((id) => `${id}=${profile[id]}`);
    return [
        `profile: ${odd.length === 0 ? 'the usual answers' : odd.join(', ')}`,
        `latencies: ${seed}${twoBrowsers ? '; two browsers' : ''}${tabs > 1 ? `; ${tabs} tabs` : ''}`,
        ...steps.map((step, index) => `${String(index + 1).padStart(3)}. ${sentence(step)}`),
        `     at rest: ${REST[rest]}${parting === undefined ? '' : `, the last ${parting.count} requests: ${parting.fault}`}${sleepersWake ? '' : ', sleepers sleep on'}; ${LAST[last]}`
    ];
}
