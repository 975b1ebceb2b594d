/**
 * Clients that are not ours, on the local org's Pub/Sub. They weigh more than they would be worth to everybody (119 MB and
 * 65 MB), so each runs where somebody has installed it and says so:
 * SWITCHBOARD_PUBSUB_CLIENT is a folder with salesforce-pubsub-api-client 5.5.2 and underscore, which it needs and does not
 * declare; SWITCHBOARD_PUBSUB_PYTHON is a Python with grpcio, grpcio-tools and fastavro.
 */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { EventBus } from '../eventBus.ts';
import { startPubSubServer } from '../pubSubServer.ts';

const { SWITCHBOARD_PUBSUB_CLIENT: client, SWITCHBOARD_PUBSUB_PYTHON: python } = process.env;
const ORG = '00D000000000001AAA';
const run = promisify(execFile);
const beside = (file: string): string => path.join(import.meta.dirname, file);

function certificate(): { key: string; certificate: string } {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-tls-'));
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    spawnSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert]);
    const made = { key: readFileSync(key, 'utf8'), certificate: readFileSync(cert, 'utf8') };
    rmSync(folder, { recursive: true });
    return made;
}

/** The client reads five events by its own means, and publishes one that the org keeps. */
async function reads(tls: boolean, command: (port: number) => [string, string[]]): Promise<void> {
    const bus = new EventBus();
    bus.deploy({
        eventName: 'Outbound__e',
        fields: [
            { name: 'Type__c', type: 'Text' },
            { name: 'Payload__c', type: 'LongTextArea' }
        ]
    });
    const said = ['one', 'two', 'zwölf', '', '4️⃣'].map((text) => ({
        id: bus.publish('Outbound__e', { Payload__c: text }).id,
        text
    }));
    const server = await startPubSubServer({
        bus,
        organizationId: ORG,
        isToken: (token) => token === 'good',
        ...(tls ? { tls: certificate() } : {})
    });
    try {
        const { stdout } = await run(...command(server.port), { timeout: 60_000 });
        const lines = stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as object);
        assert.deepEqual(lines, [...said, { published: true }]);
        assert.equal(bus.after('/event/Outbound__e', 0n, 10).length, 6);
    } finally {
        await server.close();
    }
}

test(
    'a developer with salesforce-pubsub-api-client follows the local org, with TLS',
    client === undefined ? { skip: 'SWITCHBOARD_PUBSUB_CLIENT is not set' } : {},
    () =>
        reads(true, (port) => [
            process.execPath,
            [beside('nodeClient.mjs'), client ?? '', `localhost:${port}`, ORG, '5']
        ])
);

test(
    'a developer with Python follows the local org, without TLS',
    python === undefined ? { skip: 'SWITCHBOARD_PUBSUB_PYTHON is not set' } : {},
    () =>
        reads(false, (port) => [
            python ?? '',
            [beside('python_client.py'), beside('../pubsub_api.proto'), `127.0.0.1:${port}`, ORG, '5']
        ])
);
