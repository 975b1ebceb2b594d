import locale from '@salesforce/i18n/locale';
import type { LineQuality } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

export interface Figure {
    readonly key: string;
    readonly name: string;
    readonly value: string;
}

const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** The figures that were told. */
export function lineFigures({ jitterMs, lossPercent, roundTripMs }: LineQuality): readonly Figure[] {
    return [
        figure('loss', LABELS.loss, LABELS.percent, lossPercent),
        figure('jitter', LABELS.jitter, LABELS.milliseconds, jitterMs),
        figure('roundTrip', LABELS.roundTrip, LABELS.milliseconds, roundTripMs)
    ].flat();
}

function figure(key: string, name: string, unit: string, value: number | undefined): readonly Figure[] {
    return value === undefined ? [] : [{ key, name, value: fill(unit, numbers.format(value)) }];
}
