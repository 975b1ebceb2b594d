/** What goes together on a bad day, and single steps drawn at random seldom bring together. */
import fc from 'fast-check';
import type { Step } from './steps.ts';

type Steps = readonly Step[];

const next = (call: number): Step => ({ do: 'phone', call, what: 'next' });
const queue = (call: number): Step => ({ do: 'phone', call, what: 'queue' });
const notes = (call: number): Step => ({ do: 'notes', call });
const pass = (ms: number): Step => ({ do: 'pass', ms });
const tab = (what: 'open' | 'crash', which: number): Step => ({ do: 'tab', what, which });

/** The agent goes on typing while what was typed before is being saved. */
const typesOn = (call: number): Steps => [
    notes(call),
    next(call),
    pass(3_000),
    { do: 'meanwhile', during: 'write', what: 'notes' },
    notes(call),
    next(call),
    pass(3_000)
];

/** A colleague links the Task to somebody else than the agent did; then the agent picks again. */
const picksAgain = (call: number, which: number): Steps => [
    next(call),
    next(call),
    pass(3_000),
    { do: 'relate', call, which: 0, pick: 'contact' },
    next(call),
    pass(3_000),
    { do: 'person', what: 'editsName', which },
    { do: 'relate', call, which: 0, pick: 'nobody' },
    next(call),
    pass(3_000)
];

/** A tab falls asleep between its look-up and its write; another one has the same call. */
const napsInTurn = (call: number): Steps => [
    tab('open', 0),
    pass(3_000),
    next(call),
    { do: 'meanwhile', during: 'lookUp', what: 'nap' },
    next(call),
    pass(200_000)
];

/** What the agent types after the call dies with its tab; another tab was opened when all was saved. */
const diesWithNotes = (call: number, which: number): Steps => [
    next(call),
    next(call),
    pass(3_000),
    tab('open', 0),
    pass(3_000),
    notes(call),
    tab('crash', which)
];

/** Two tabs hear a step, and then something that waits for the next one. */
const betweenSteps = (call: number): Steps => [
    tab('open', 0),
    pass(3_000),
    next(call),
    pass(3_000),
    queue(call),
    pass(700),
    notes(call),
    pass(12_000)
];

/** The phone logs its own Task while a page makes one. */
const logsMeanwhile = (call: number): Steps => [
    next(call),
    next(call),
    { do: 'meanwhile', during: 'write', what: 'phoneLogs' },
    next(call),
    pass(70_000)
];

/** Nobody answers; the call comes back, or another one comes. */
const rungOut = (call: number, which: number): Steps => [
    next(call),
    pass(3_000),
    { do: 'phone', call, what: 'missed' },
    pass(700),
    next(which)
];

export const EPISODES: fc.Arbitrary<Steps> = fc
    .tuple(
        fc.constantFrom(typesOn, picksAgain, napsInTurn, diesWithNotes, betweenSteps, logsMeanwhile, rungOut),
        fc.constantFrom(0, 0, 0, 1, 2),
        fc.nat({ max: 2 })
    )
    .map(([episode, call, which]) => episode(call, which));
