import type { Dispatch } from './dispatch/dispatch.ts';
import type { LostEvents } from './lostEvents/lostEvents.ts';
import type { PerEvent } from './perEvent/perEvent.ts';
import type { Size } from './size.ts';
import type { UtilityScript } from './utilityScript/utilityScript.ts';
import type { WritesSum } from './writes.ts';

export interface AimRow {
    readonly what: string;
    readonly measured: number;
    /** `least`: as much or more is good; `most`: as much or less. */
    readonly aim: { readonly least: number } | { readonly most: number };
    readonly unit: string;
    readonly says: 'met' | 'missed';
}

interface Figures {
    readonly writes: Omit<WritesSum, 'tasks' | 'writes' | 'oneWritePerEvent' | 'handedOver'>;
    readonly perEvent: Pick<PerEvent, 'perSecond' | 'slopeInLive'>;
    readonly dispatch: Pick<Dispatch, 'besideChannel' | 'besideZod' | 'decodingBesideZod'>;
    readonly sizes: { readonly ours: readonly Size[] };
    readonly lostEvents: LostEvents;
    readonly utilityScript: UtilityScript | { readonly notMeasured: string };
}

/** What is promised, beside what was measured in this run. What could not be measured has no row. */
export function aimRows({ writes, perEvent, dispatch, sizes, lostEvents, utilityScript }: Figures): AimRow[] {
    const whole = sizes.ours[0]?.gzipped ?? NaN;
    return [
        row('Task writes for one interaction', writes.perTask, { most: 3 }, 'writes'),
        row('the same, for the Task that needs most', writes.mostPerTask, { most: 3 }, 'writes'),
        row('Task writes where the phone saves', writes.wherePhoneSaves, { most: 0 }, 'writes'),
        row('handed to the phone for one interaction', writes.handedOverEach, { most: 3 }, 'times'),
        row('the same, more with five tabs', writes.handedOverMoreWithFiveTabs, { most: 0 }, 'times'),
        row('writes that changed nothing', writes.redundant, { most: 0 }, 'writes'),
        row('writes and Tasks more with five tabs', writes.extraWithFiveTabs, { most: 0 }, 'writes'),
        row('from an event to the kept values', perEvent.perSecond, { least: 1_000 }, 'events a second'),
        row('its slope in live interactions', perEvent.slopeInLive, { most: 0.1 }, '(0 is flat)'),
        row('dispatch, beside the channel alone', dispatch.besideChannel.median, { least: 0.9 }, 'times as fast'),
        row('dispatch, beside a zod schema', dispatch.besideZod.median, { least: 10 }, 'times as fast'),
        row('decoding alone, beside a zod schema', dispatch.decodingBesideZod.median, { least: 10 }, 'times as fast'),
        row('connect, act and decode, gzip', whole, { most: 2048 }, 'bytes'),
        row('events lost before the first handler', lostEvents.lost + lostEvents.disturbed, { most: 0 }, 'events'),
        ...('whole' in utilityScript
            ? [row('script of the whole utility', utilityScript.whole.median, { most: 50 }, 'ms')]
            : [])
    ];
}

export function row(what: string, measured: number, aim: AimRow['aim'], unit: string): AimRow {
    const met = 'least' in aim ? measured >= aim.least : measured <= aim.most;
    return { what, measured, aim, unit, says: met ? 'met' : 'missed' };
}
