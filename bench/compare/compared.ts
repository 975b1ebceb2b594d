/** A run of the bench beside the one that is kept. */
import type { Figure } from './figures.ts';

export interface Row {
    readonly what: string;
    readonly kept?: number;
    readonly now?: number;
    readonly says: 'as before' | 'better' | 'within the spread' | 'not measured' | 'WORSE';
    /** What is wrong, for a person; only where it says so. */
    readonly why?: string;
}

interface Value {
    readonly median: number;
    /** The middle half of what was measured: the best and the worst of it, by number. */
    readonly spread: readonly [number, number];
}

/** So much worse than the kept figure is a regression. */
export const MOST_WORSE = 0.1;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function member(value: unknown, name: string): unknown {
    if (Array.isArray(value))
        return value.find((entry: unknown) => isObject(entry) && entry['what'] === name) as unknown;
    return isObject(value) ? value[name] : undefined;
}

/** A figure, `undefined` where it is missing, or the sentence with which the run says that it was not measured. */
function valueAt(results: unknown, path: readonly string[]): Value | string | undefined {
    let at = results;
    for (const name of path) {
        const why = member(at, 'notMeasured');
        if (typeof why === 'string') return why;
        at = member(at, name);
    }
    if (typeof at === 'number') return { median: at, spread: [at, at] };
    const [median, spread] = [member(at, 'median'), member(at, 'spread')];
    if (typeof median !== 'number' || !Array.isArray(spread)) return undefined;
    const [low, high] = spread as unknown[];
    return typeof low === 'number' && typeof high === 'number' ? { median, spread: [low, high] } : undefined;
}

function figureIn(results: unknown, { path, beside }: Figure): Value | string | undefined {
    const value = valueAt(results, path);
    if (beside === undefined || typeof value !== 'object') return value;
    const base = valueAt(results, beside);
    if (typeof base !== 'object') return base;
    return {
        median: value.median / base.median,
        spread: [value.spread[0] / base.median, value.spread[1] / base.median]
    };
}

const short = (value: number): number => Number(value.toPrecision(4));

function row(figure: Figure, kept: Value, now: Value): Row {
    const shown = { what: figure.what, kept: short(kept.median), now: short(now.median) };
    const sign = figure.better === 'less' ? 1 : -1;
    const worse = sign * (now.median - kept.median);
    if (worse <= 0) return { ...shown, says: worse < 0 ? 'better' : 'as before' };
    // Of nothing, ten percent are nothing: what was 0 stays 0.
    if (worse <= MOST_WORSE * Math.abs(kept.median)) return { ...shown, says: 'as before' };
    const worstKept = kept.spread[figure.better === 'less' ? 1 : 0];
    if (sign * (now.median - worstKept) <= 0) return { ...shown, says: 'within the spread' };
    const much =
        kept.median === 0
            ? 'and may not grow'
            : `which is ${Math.round((100 * worse) / Math.abs(kept.median))} % worse`;
    const why = `${figure.what}: was ${shown.kept}, is ${shown.now}, ${much}; ${figure.better} is better.`;
    return { ...shown, says: 'WORSE', why };
}

/**
 * One row for each figure, in their order. What the kept run has and this one lacks without a reason counts as worse; what
 * the kept run lacks is new.
 */
export function compared(figures: readonly Figure[], kept: unknown, now: unknown): Row[] {
    return figures.map((figure) => {
        const { path, what } = figure;
        const [before, after] = [figureIn(kept, figure), figureIn(now, figure)];
        if (typeof before === 'object' && typeof after === 'object') return row(figure, before, after);
        if (typeof after === 'string') return { what, says: 'not measured', why: after };
        if (typeof before !== 'object')
            return { what, says: 'not measured', why: before ?? 'The kept run has no such figure.' };
        return { what, says: 'WORSE', why: `${what}: this run has no figure at ${path.join(', ')}.` };
    });
}

export function printedRows(rows: readonly Row[]): string[] {
    return rows.map(({ what, kept, now, says, why }) => {
        const figures = kept === undefined || now === undefined ? (why ?? '') : `${kept} -> ${now}`;
        return `${says.padEnd(17)} ${what.padEnd(44)} ${figures}`;
    });
}
