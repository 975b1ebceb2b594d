import { phonesOnPage } from 'c/phoneOnPage';
import type { PhoneObservation } from 'c/phoneOnPage';
import type { Finding } from './findings.ts';
import type { Line } from './questions.ts';

/** A line that the phone of this page answers, from the calls of this page. */
export interface ObservedLine {
    readonly line: Line;
    readonly finding: Finding;
}

/** What the phone saw so far; none where the page has no phone that leaves something open. */
export function observedLines(): readonly ObservedLine[] {
    return phonesOnPage()
        .flatMap((phone) => phone.observations?.() ?? [])
        .map(observedLine);
}

function observedLine({ id, title, tried, ...seen }: PhoneObservation): ObservedLine {
    const { meaning, outcome, profile, said, setting } = seen;
    return {
        line: { id, title, tried, group: 'observed' },
        finding: {
            outcome,
            meaning,
            ...(profile ? { profile } : {}),
            ...(said === undefined ? {} : { said }),
            ...(setting === undefined ? {} : { setting })
        }
    };
}
