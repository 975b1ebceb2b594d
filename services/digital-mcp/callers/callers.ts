import { hash, timingSafeEqual } from 'node:crypto';
import type { Caller } from './access.ts';
import type { Configuration } from '../connections/configuration.ts';
import { SecretMissing } from '@switchboard/genesys-api';

/** Who may call over HTTP: by bearer token, or whoever reaches the address where none is configured. */
export interface Callers {
    /** False: anybody who reaches the address is the one caller. */
    readonly areKnown: boolean;
    of(authorization: string | undefined): Caller | undefined;
}

export const LOCAL_CALLER = 'local';

/**
 * Throws where a token cannot be read, and where two callers have the same one. `secretOf` reads it anew each time; one that
 * is missing later shuts out its caller and nobody else, one that two have later shuts out both; `onTrouble` is told.
 */
export function createCallers(
    { callers = {}, connections }: Configuration,
    secretOf: (reference: NonNullable<Configuration['callers']>[string]['token']) => string,
    onTrouble: (message: string) => void = () => undefined
): Callers {
    const named = Object.entries(callers).map(([name, { token, connections: own, policy }]) => {
        return { token, first: digestOf(secretOf(token)), caller: { name, connections: own, policy } satisfies Caller };
    });
    if (named.length === 0) {
        const local: Caller = { name: LOCAL_CALLER, connections: Object.keys(connections) };
        return { areKnown: false, of: () => local };
    }
    for (const { first } of named) {
        const same = named.filter((other) => timingSafeEqual(first, other.first));
        if (same.length > 1) throw new Error(sameToken(same.map(({ caller }) => caller.name)));
    }
    function isOf(digest: Buffer, token: Parameters<typeof secretOf>[0]): boolean {
        try {
            return timingSafeEqual(digest, digestOf(secretOf(token)));
        } catch (error) {
            if (!(error instanceof SecretMissing)) throw error;
            onTrouble(error.message);
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
            const found = named.filter(({ token }) => isOf(digest, token));
            if (found.length > 1) {
                onTrouble(`${sameToken(found.map(({ caller }) => caller.name))} Until then they are shut out.`);
                return undefined;
            }
            return found[0]?.caller;
        }
    };
}

/** Nobody could tell which of them calls, and whose connections and policy count. */
const sameToken = (names: readonly string[]): string =>
    `The callers ${names.join(' and ')} have the same token. Give each caller one of its own.`;

const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');
