import type { Clock } from './clock.ts';

/** What is posted to sign in. */
export interface Grant {
    form(): Record<string, string>;
    /** An answer had a new refresh token. */
    onRefreshToken?(given: string): void;
    /** After a refusal: the form would be another one by now. */
    hasChanged?(): Promise<boolean>;
}

/** Where a refresh token is kept, by this process and perhaps by others. */
export interface RefreshTokenKeeper {
    readonly refreshToken: () => string;
    readonly onNext?: (refreshToken: string) => void;
    readonly onUsedByAnother?: () => void;
}

/** Whoever has used the token gets the next one in an answer, and needs a moment to write it down. */
const WRITING_MS = 1_000;

export function refreshGrant({
    clock,
    refreshToken,
    onNext,
    onUsedByAnother
}: RefreshTokenKeeper & { readonly clock: Clock }): Grant {
    let next: string | undefined;
    let kept: string | undefined;
    let used: string | undefined;

    /** The one that is kept, unless it is used up and the next one could not be kept. */
    function current(): string {
        let now: string;
        try {
            now = refreshToken();
        } catch (error) {
            if (next === undefined) throw error;
            return next;
        }
        if (now === kept && next !== undefined) return next;
        kept = now;
        next = now;
        return now;
    }

    return {
        form(): Record<string, string> {
            used = current();
            return { grant_type: 'refresh_token', refresh_token: used };
        },
        onRefreshToken(given): void {
            next = given;
            onNext?.(given);
        },
        async hasChanged(): Promise<boolean> {
            if (current() === used) await clock.wait(WRITING_MS);
            if (current() === used) return false;
            onUsedByAnother?.();
            return true;
        }
    };
}
