import { hash, timingSafeEqual } from 'node:crypto';
import type { Caller } from './access.ts';
import type { Configuration } from '../connections/configuration.ts';
import { SecretMissing } from '../connections/secrets.ts';

/** Who may call over HTTP: by bearer token, or whoever reaches the address where none is configured. */
export interface Callers {
    /** False: anybody who reaches the address is the one caller. */
    readonly areKnown: boolean;
    of(authorization: string | undefined): Caller | undefined;
}

export const LOCAL_CALLER = 'local';

/**
 * Throws where a token cannot be read. `secretOf` reads it anew each time; one that is missing later shuts out its caller
 * and nobody else, and `onMissing` is told where it was looked for.
 */
export function createCallers(
    { callers = {}, connections }: Configuration,
    secretOf: (reference: NonNullable<Configuration['callers']>[string]['token']) => string,
    onMissing: (message: string) => void = () => undefined
): Callers {
    const named = Object.entries(callers).map(([name, { token, connections: own, policy }]) => {
        secretOf(token);
        return { token, caller: { name, connections: own, policy } satisfies Caller };
    });
    if (named.length === 0) {
        const local: Caller = { name: LOCAL_CALLER, connections: Object.keys(connections) };
        return { areKnown: false, of: () => local };
    }
    function isOf(digest: Buffer, token: Parameters<typeof secretOf>[0]): boolean {
        try {
            return timingSafeEqual(digest, digestOf(secretOf(token)));
        } catch (error) {
            if (!(error instanceof SecretMissing)) throw error;
            onMissing(error.message);
            return false;
        }
    }
    return {
        areKnown: true,
        of(authorization): Caller | undefined {
            const [, given] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '') ?? [];
            if (given === undefined) return undefined;
            // Each is compared, so that the time tells nothing of which one nearly fits.
            const digest = digestOf(given);
            const [found] = named.filter(({ token }) => isOf(digest, token));
            return found?.caller;
        }
    };
}

const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');
