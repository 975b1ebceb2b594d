import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { operationNamed } from '@switchboard/genesys-api';
import type { Answer } from '@switchboard/genesys-api';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { readConfiguration } from './configuration.ts';
import { createConnections } from './connections.ts';
import type { Connections } from './connections.ts';

let server = await serverForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'connections-'));
after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
});
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

const env = { ONE: 'first secret', TWO: 'second secret', TOKEN: 'given-token' };
const grant = (clientId: string, name: string): object => ({
    type: 'clientCredentials',
    clientId,
    clientSecret: { env: name }
});

function connectionsOf(
    connections: object,
    clock = clockForTests(),
    onTokenTrouble?: (message: string) => void
): Connections {
    const configuration = readConfiguration(JSON.stringify({ connections }));
    return createConnections({
        configuration,
        folder,
        env,
        clock,
        ...(onTokenTrouble === undefined ? {} : { onTokenTrouble })
    });
}

function read(connections: Connections, pcid: string): Promise<Answer> {
    const operation = operationNamed('get_email');
    assert.ok(operation);
    return connections.client(pcid).call(operation, { conversationId: 'c' });
}

test('each connection signs in for itself, once, and its token goes with its calls alone', async () => {
    const baseUrl = server.url;
    const connections = connectionsOf({
        one: { baseUrl, grant: grant('first', 'ONE') },
        two: { baseUrl, grant: grant('second', 'TWO') },
        three: { baseUrl, grant: { type: 'accessToken', token: { env: 'TOKEN' } } }
    });
    for (const pcid of ['one', 'two', 'one', 'three']) await read(connections, pcid);
    assert.deepEqual(
        server.signIns.map(({ headers }) => Buffer.from(headers.authorization?.slice(6) ?? '', 'base64').toString()),
        ['first:first secret', 'second:second secret']
    );
    assert.deepEqual(
        server.received.map(({ headers }) => headers.authorization),
        ['Bearer token1', 'Bearer token2', 'Bearer token1', 'Bearer given-token']
    );
});

test('two connections of one OAuth client share its quota, others do not', async () => {
    const clock = clockForTests();
    const baseUrl = server.url;
    const connections = connectionsOf(
        {
            one: { baseUrl, grant: grant('same', 'ONE'), requestsPerMinute: 2 },
            two: { baseUrl, grant: grant('same', 'ONE'), requestsPerMinute: 2 },
            three: { baseUrl, grant: grant('another', 'TWO'), requestsPerMinute: 2 }
        },
        clock
    );
    await read(connections, 'one');
    await read(connections, 'two');
    await read(connections, 'three');
    assert.deepEqual(clock.waits, []);
    await read(connections, 'two');
    assert.deepEqual(clock.waits, [60_000]);
});

test('a refresh token that was used up is replaced in its file', async () => {
    writeFileSync(path.join(folder, 'refresh'), 'old-token\n');
    const refreshing = { ...grant('user', 'ONE'), type: 'refreshToken', refreshToken: { file: 'refresh' } };
    server.signInReplies(json(200, { access_token: 'first', expires_in: 100, refresh_token: 'next-token' }));
    await read(connectionsOf({ user: { baseUrl: server.url, grant: refreshing } }), 'user');
    assert.match(server.signIns[0]?.body ?? '', /refresh_token=old-token/);
    assert.equal(readFileSync(path.join(folder, 'refresh'), 'utf8'), 'next-token\n');
});

test('an agent goes on where the new refresh token cannot be written, and the operator reads which file', async () => {
    const inner = mkdtempSync(path.join(folder, 'gone-'));
    const file = path.join(path.basename(inner), 'refresh');
    writeFileSync(path.join(folder, file), 'old-token');
    const refreshing = { ...grant('user', 'ONE'), type: 'refreshToken', refreshToken: { file } };
    server.signInReplies((received, response) => {
        rmSync(inner, { recursive: true });
        json(200, { access_token: 'first', expires_in: 100, refresh_token: 'next-token' })(received, response);
    });
    const told: string[] = [];
    const answer = await read(
        connectionsOf({ user: { baseUrl: server.url, grant: refreshing } }, clockForTests(), (message) =>
            told.push(message)
        ),
        'user'
    );
    assert.equal(answer.status, 200);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /refresh cannot be written \(ENOENT\)/);
    assert.ok(!told.join().includes('-token'));
});

test('a connection that nobody configured is never made up', () => {
    const connections = connectionsOf({ one: { baseUrl: server.url, grant: grant('first', 'ONE') } });
    for (const pcid of ['two', 'constructor', '__proto__'])
        assert.throws(() => connections.client(pcid), /No connection/);
});
