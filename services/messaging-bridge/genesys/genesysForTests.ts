import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsAt,
    realClock
} from '@switchboard/genesys-api';
import { createServerClock } from './serverClock.ts';
import type { Genesys } from './topologies.ts';

/**
 * Genesys Cloud at an address of this machine. An answer may take longer than a busy machine stands still; a test of
 * answers that never come says how long it waits for one.
 */
export function genesysForTests(
    url: string,
    { clientId = 'client', secret = 'secret', timeoutMs = 20_000, budgetMs = 1_500 } = {}
): Genesys {
    const endpoints = endpointsAt(new URL(url).origin);
    const clock = createServerClock();
    const limiter = createLimiter({ clock: realClock, perMinute: 10_000 });
    const tokens = clientCredentials({ endpoints, clientId, clientSecret: () => secret, clock: realClock });
    const client = createGenesysClient({ endpoints, tokens, limiter, fetch: clock.fetch, timeoutMs, budgetMs });
    return { client, clock, spare: () => limiter.spare(), isHere: true };
}
