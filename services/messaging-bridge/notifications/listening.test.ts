import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsAt,
    readSecret,
    realClock
} from '@switchboard/genesys-api';
import { listen } from './listening.ts';
import type { ListeningState } from './listening.ts';

test('an operator whose client secret is missing reads where it belongs, and not that the bridge is at fault', async () => {
    const endpoints = endpointsAt('http://127.0.0.1:9');
    const clientSecret = (): string => readSecret({ env: 'GENESYS_SECRET' }, {}, import.meta.dirname);
    const client = createGenesysClient({
        endpoints,
        tokens: clientCredentials({ endpoints, clientId: 'bridge', clientSecret, clock: realClock }),
        limiter: createLimiter({ clock: realClock })
    });
    const ending = new AbortController();
    const told = await new Promise<ListeningState>((resolve) => {
        void listen({
            client,
            topics: ['v2.routing.queues.q.conversations'],
            onEvent: () => undefined,
            onGap: () => undefined,
            onState: resolve,
            signal: ending.signal
        });
    });
    ending.abort();
    assert.deepEqual(told, {
        name: 'failed',
        reason: 'The environment variable GENESYS_SECRET is missing or empty. Put the secret there; it is not written in the configuration.'
    });
});
