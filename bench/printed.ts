import type { AimRow } from './aims.ts';
import type { Dispatch } from './dispatch/dispatch.ts';
import type { LostEvents } from './lostEvents/lostEvents.ts';
import type { Measured } from './measuring/summed.ts';
import type { PerEvent } from './perEvent/perEvent.ts';
import type { Size } from './size.ts';
import type { UtilityScript } from './utilityScript/utilityScript.ts';
import type { WritesRow, WritesSum } from './writes.ts';

const figure = ({ median, spread }: Measured): string => `${median} (${spread.join(' to ')})`;

export function printedWrites(rows: readonly WritesRow[], sum: WritesSum): string[] {
    return [
        'Task writes per trace, beside one write per event; then the same with five tabs of one browser',
        ...rows.map(({ trace, mode, ratio, fiveTabs, ...one }) => {
            const idle = one.redundant + fiveTabs.redundant;
            return `    ${trace}, ${mode}: ${counts(one, mode)} = ${ratio}; ${counts(fiveTabs, mode)}; redundant ${idle}`;
        }),
        `    all: ${sum.writes} writes for ${sum.tasks} Tasks = ${sum.perTask} (most ${sum.mostPerTask}) / ${sum.oneWritePerEvent} events; redundant ${sum.redundant}; extra with five tabs ${sum.extraWithFiveTabs}; where the phone saves ${sum.wherePhoneSaves}`,
        `    there: handed to the phone ${sum.handedOver} times = ${sum.handedOverEach} for an interaction; more with five tabs ${sum.handedOverMoreWithFiveTabs}`
    ];
}

function counts(
    { tasks, writes, handedOver, oneWritePerEvent }: WritesRow['fiveTabs'],
    mode: WritesRow['mode']
): string {
    const what = mode === 'phone' ? `handed over ${handedOver}` : `${tasks} Task, ${writes} writes`;
    return `${what} / ${oneWritePerEvent} events`;
}

export function printedPerEvent(perEvent: PerEvent): string[] {
    const { live, rules, microseconds, perSecond, twiceTheLive, twiceTheRules, slopeInLive, slopeInRules } = perEvent;
    return [
        `From an event of the phone to the values kept for its Task, ${live} interactions live, ${rules} rules`,
        `    ${figure(microseconds)} microseconds of the processor = ${perSecond} events a second`,
        `    with twice the interactions ${figure(twiceTheLive)} times as long: slope ${slopeInLive}`,
        `    with twice the rules ${figure(twiceTheRules)} times as long: slope ${slopeInRules}`
    ];
}

export function printedDispatch(dispatch: Dispatch): string[] {
    const { times, messages, besideChannel, besideRxjs, besideZod, mostBesideZod, decodingBesideZod } = dispatch;
    return [
        `From the channel to a handler, ${messages} messages of a recorded call: microseconds of the processor (middle half)`,
        ...Object.entries(times).map(([name, time]) => `    ${name.padEnd(16)} ${figure(time)}`),
        '  How many times as fast c/clientEvents is',
        `    as the channel alone, which copies and calls: ${figure(besideChannel)}`,
        `    as rxjs, which routes and does not decode:    ${figure(besideRxjs)}`,
        `    as zod, which decodes and routes:             ${figure(besideZod)}`,
        `    as zod, if c/clientEvents cost nothing:       ${figure(mostBesideZod)}`,
        `    as zod, decoding alone, without the channel:  ${figure(decodingBesideZod)}`
    ];
}

export const printedSize = ({ what, minified, gzipped }: Size): string =>
    `    ${what.padEnd(44)} ${String(gzipped).padStart(6)} (${minified} minified)`;

export function printedSizes(sizes: { readonly ours: readonly Size[]; readonly others: readonly Size[] }): string[] {
    const [ours, others] = [sizes.ours.map(printedSize), sizes.others.map(printedSize)];
    return ['Size, minified and gzipped: bytes', ...ours, '  Beside', ...others];
}

export function printedLost(ours: LostEvents, bare: LostEvents): string[] {
    const { schedules, published, early } = ours;
    return [
        `Events between making a connection and the first handler: ${schedules} random schedules, ${published} events, ${early} of them early`,
        `    c/clientEvents lost ${ours.lost}, doubled or misplaced ${ours.disturbed}; a bare subscription lost ${bare.lost}`
    ];
}

export function printedUtility(utility: UtilityScript | { readonly notMeasured: string }): string[] {
    const title = 'Script of the utility in Chromium';
    if ('notMeasured' in utility) return [`${title}: not measured. ${utility.notMeasured}`];
    return [
        `${title}, ${utility.loads} loads of each page: milliseconds of the processor`,
        ...Object.entries(utility.pages).map(([name, time]) => `    page with ${name.padEnd(12)} ${figure(time)}`),
        `    the utility: ${figure(utility.whole)}, of which modules ${figure(utility.modules)}, creating ${figure(utility.created)}`
    ];
}

export function printedAims(rows: readonly AimRow[]): string[] {
    return [
        'Aims',
        ...rows.map(({ what, measured, aim, unit, says }) => {
            const wanted = 'least' in aim ? `at least ${aim.least}` : `at most ${aim.most}`;
            return `    ${says.padEnd(6)} ${what.padEnd(38)} ${measured} ${unit}, aim ${wanted}`;
        })
    ];
}
