import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCallers } from './callers.ts';
import { readConfiguration } from '../connections/configuration.ts';
import { readSecret } from '@switchboard/genesys-api';

const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'SECRET' } };
const configuration = readConfiguration(
    JSON.stringify({
        connections: { support: { region: 'eu_west_1', grant } },
        callers: {
            desk: { token: { env: 'DESK' }, connections: ['support'] },
            other: { token: { env: 'OTHER' }, connections: ['support'] }
        }
    })
);

test('a caller whose token is gone is shut out alone, and the operator reads where it was looked for', () => {
    const env: Record<string, string | undefined> = { DESK: 'token-of-the-desk', OTHER: 'token-of-another' };
    const told: string[] = [];
    const callers = createCallers(
        configuration,
        (reference) => readSecret(reference, env as NodeJS.ProcessEnv, '/'),
        (message) => told.push(message)
    );
    delete env['DESK'];
    assert.equal(callers.of('Bearer token-of-another')?.name, 'other');
    assert.equal(callers.of('Bearer token-of-the-desk'), undefined);
    assert.match(told[0] ?? '', /DESK/);
    env['DESK'] = 'a-new-token';
    assert.equal(callers.of('Bearer a-new-token')?.name, 'desk');
});

test('the server does not start where the token of a caller is missing', () => {
    const env = { DESK: 'token-of-the-desk' } as unknown as NodeJS.ProcessEnv;
    assert.throws(() => createCallers(configuration, (reference) => readSecret(reference, env, '/')), /OTHER/);
});

test('the server does not start where two callers have one token, and names both, not the token', () => {
    const env = { DESK: 'one-token', OTHER: 'one-token' } as unknown as NodeJS.ProcessEnv;
    assert.throws(
        () => createCallers(configuration, (reference) => readSecret(reference, env, '/')),
        (error: Error) =>
            error.message === 'The callers desk and other have the same token. Give each caller one of its own.'
    );
});

test('two callers that get one token while the server runs are shut out, and the operator reads who they are', () => {
    const env: Record<string, string | undefined> = { DESK: 'token-of-the-desk', OTHER: 'token-of-another' };
    const told: string[] = [];
    const callers = createCallers(
        configuration,
        (reference) => readSecret(reference, env as NodeJS.ProcessEnv, '/'),
        (message) => told.push(message)
    );
    env['OTHER'] = 'token-of-the-desk';
    assert.equal(callers.of('Bearer token-of-the-desk'), undefined);
    assert.deepEqual(told, [
        'The callers desk and other have the same token. Give each caller one of its own. Until then they are shut out.'
    ]);
    env['OTHER'] = 'a-new-token';
    assert.equal(callers.of('Bearer token-of-the-desk')?.name, 'desk');
});
