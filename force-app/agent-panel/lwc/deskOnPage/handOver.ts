import type { Clock } from 'c/taskSync';

/** Longer than the platform takes to make the item anew, shorter than a call that nobody here heard of. */
const GOOD_FOR_MS = 10_000;

/** What one item leaves to the next. */
export interface HandOver<What> {
    leave(what: What, clock: Clock): void;
    /** What the one before left a moment ago; undefined when there was none, or it is too long ago. */
    take(now: number): What | undefined;
}

/**
 * Popping the utility out, or in, destroys the item and makes another on the same page, and the phone repeats nothing.
 * So the one that goes leaves what it knew. In memory only.
 */
export function createHandOver<What>(): HandOver<What> {
    let left: { readonly what: What; readonly at: number } | undefined;

    return {
        leave(what, clock): void {
            const given = { what, at: clock.now() };
            left = given;
            // Nobody may come for it: what was said and who called stays in memory no longer.
            clock.after(GOOD_FOR_MS, () => {
                if (left === given) left = undefined;
            });
        },
        take(now): What | undefined {
            const found = left;
            left = undefined;
            return found && now - found.at <= GOOD_FOR_MS ? found.what : undefined;
        }
    };
}
