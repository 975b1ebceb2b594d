import { hash, timingSafeEqual } from 'node:crypto';
import type { Caller } from './access.ts';
import type { Configuration } from './configuration.ts';

/** Who may call over HTTP: by bearer token, or whoever reaches the address where none is configured. */
export interface Callers {
    /** False: anybody who reaches the address is the one caller. */
    readonly areKnown: boolean;
    of(authorization: string | undefined): Caller | undefined;
}

export const LOCAL_CALLER = 'local';

/** Throws where a token cannot be read. `secretOf` reads it anew each time. */
export function createCallers(
    { callers = {}, connections }: Configuration,
    secretOf: (reference: NonNullable<Configuration['callers']>[string]['token']) => string
): Callers {
    const named = Object.entries(callers).map(([name, { token, connections: own, policy }]) => {
        secretOf(token);
        return { token, caller: { name, connections: own, policy } satisfies Caller };
    });
    if (named.length === 0) {
        const local: Caller = { name: LOCAL_CALLER, connections: Object.keys(connections) };
        return { areKnown: false, of: () => local };
    }
    return {
        areKnown: true,
        of(authorization): Caller | undefined {
            const [, given] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '') ?? [];
            if (given === undefined) return undefined;
            // Each is compared, so that the time tells nothing of which one nearly fits.
            const digest = digestOf(given);
            const [found] = named.filter(({ token }) => timingSafeEqual(digest, digestOf(secretOf(token))));
            return found?.caller;
        }
    };
}

const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');
