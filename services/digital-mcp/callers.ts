import { createHash, timingSafeEqual } from 'node:crypto';
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
    const named = Object.entries(callers);
    for (const [, { token }] of named) secretOf(token);
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
            const found = named.filter(([, { token }]) => isSame(given, secretOf(token)));
            const [entry] = found;
            return entry && { name: entry[0], connections: entry[1].connections, policy: entry[1].policy };
        }
    };
}

function isSame(one: string, other: string): boolean {
    const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
    return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
