import { ReadError, readErrorOf } from 'c/orgReader';
import { LABELS } from './labels.ts';

export type Outcome = 'works' | 'refused' | 'unclear';

/** The answer to one question about the org. */
export interface Finding {
    readonly outcome: Outcome;
    readonly meaning: string;
    /** What to set in Setup; absent when nothing. */
    readonly setting?: string;
    /** What the org said, shortened. */
    readonly said?: string;
    /** Answers under the names of config/org-profiles, so that support can play this org. */
    readonly profile: Readonly<Record<string, string>>;
    /** A test Task that is still there. */
    readonly leftTaskId?: string;
}

const LONGEST = 300;

/** The org's own words, short enough to read and to send. */
export function shortened(message: string): string {
    return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}

/** Nobody answered: nothing is known about the org. */
function unanswered(error: ReadError): Finding | undefined {
    if (error.failure === 'refused') return undefined;
    return { outcome: 'unclear', meaning: LABELS.offline, said: shortened(error.message), profile: {} };
}

/** What an error means: no answer at all, or the refusal that `refusal` describes. */
export function findingOfError(cause: unknown, refusal: Omit<Finding, 'outcome' | 'said'>): Finding {
    const error = cause instanceof ReadError ? cause : readErrorOf(cause);
    return unanswered(error) ?? { outcome: 'refused', said: shortened(error.message), ...refusal };
}
