import { isAfter } from './quiet.ts';
import type { Interaction } from './types.ts';

/** The phone may tell what is going on first, and only then that it has started. */
const JUST_TOLD = 30_000;

/** The phone started anew: whether this still goes on is open until it says so. */
export function doubt(known: Interaction, at: string): Interaction {
    if (known.doubtedSince !== undefined) return known;
    return isAfter(at, known.lastSeenAt, JUST_TOLD) ? { ...known, doubtedSince: at } : known;
}

/** The phone spoke of it: it is neither in doubt nor put away. */
export function heard(known: Interaction): Interaction {
    const { doubtedSince: _doubt, dismissed: _dismissed, ...others } = known;
    return others;
}

/** What is only true while something is open: a consult, a doubt. */
export function withoutPending(known: Interaction): Interaction {
    const { consulting: _consulting, doubtedSince: _doubt, ...others } = known;
    return others;
}
