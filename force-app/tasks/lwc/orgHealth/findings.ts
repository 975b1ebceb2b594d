import { ReadError, readErrorOf } from 'c/orgReader';
import { LABELS } from './labels.ts';

/** `fact`: good to know, neither well nor wrong. */
export type Outcome = 'works' | 'limited' | 'refused' | 'unclear' | 'fact';

/** The answer to one question. */
export interface Finding {
    readonly outcome: Outcome;
    readonly meaning: string;
    /** What to set in Setup; absent when nothing. */
    readonly setting?: string;
    /** What the org said, shortened. */
    readonly said?: string;
    /** Proven answers under the names of config/org-profiles, so that a developer can play this org. */
    readonly profile?: Readonly<Record<string, string>>;
    /** Test Tasks that are still there. */
    readonly leftTaskIds?: readonly string[];
}

const LONGEST = 300;

/** The org's own words, short enough to read and to send. */
export function shortened(message: string): string {
    return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}

/** What an error means: no answer at all, which tells nothing, or the refusal that `refusal` describes. */
export function findingOfError(cause: unknown, refusal: Omit<Finding, 'said'>): Finding {
    const error = cause instanceof ReadError ? cause : readErrorOf(cause);
    const said = shortened(error.message);
    return error.failure === 'refused' ? { ...refusal, said } : { outcome: 'unclear', meaning: LABELS.offline, said };
}
