/** Where Genesys Cloud owns the channel: a customer there and a rep of Salesforce talk, through all real parts. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { operationNamed } from '@switchboard/genesys-api';
import type { Arguments } from '@switchboard/genesys-api';
import { genesysForTests } from '../../services/messaging-bridge/genesys/genesysForTests.ts';
import { readBridgeConfiguration } from '../../services/messaging-bridge/operate/configuration.ts';
import { createBridgeLog } from '../../services/messaging-bridge/operate/log.ts';
import { runBridge } from '../../services/messaging-bridge/operate/runBridge.ts';
import type { RunningBridge } from '../../services/messaging-bridge/operate/runBridge.ts';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { DIGITAL_QUEUES, USERS } from '../genesys/platformApi/directory.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import { CHANNEL, keys, ORG, serviceForTests } from '../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';
import type { PubSubServer } from '../org/pubsub/pubSubServer.ts';
import { serve } from '../server.ts';
import type { LocalServer } from '../server.ts';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import { until } from './wayBackForTests.ts';

const EVENT = 'Outbound__e';
const REP = '005000000000002AAA';
const { id: clientId, secret } = OAUTH_CLIENTS.service;
const amira = USERS[0]?.id ?? '';

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-channel-'));
let behindMs = 0;
const bus = new EventBus({ now: () => Date.now() - behindMs });
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
let service: ServiceForTests;
let pubsub: PubSubServer;
let api: LocalServer;
let bridge: RunningBridge;
let there: string;
const logged: string[] = [];

before(async () => {
    await embeddedFolder(path.join(folder, 'data'));
    bus.deploy({
        eventName: EVENT,
        fields: [
            { name: 'Event_Type__c', type: 'Text' },
            { name: 'Payload__c', type: 'LongTextArea' }
        ]
    });
    behindMs = 60_000;
    repWrites('From before there was a bridge.');
    behindMs = 0;
    service = await serviceForTests();
    pubsub = await startPubSubServer({ bus, organizationId: ORG, isToken: (token) => service.isToken(token) });
    api = await serve(genesys.fetch, { port: 0, upgrade: genesys.upgrade });
    bridge = await start();
    // A first start follows from where the stream is then, and hears what comes.
    await until(() => pubsub.subscribers > 0 && listening() > 0, 60_000);
});
after(async () => {
    await bridge.stop();
    await pubsub.close();
    await service.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
});

const listening = (): number => logged.filter((line) => /"notifications","state":"listening"/.test(line)).length;

function start(): Promise<RunningBridge> {
    const configuration = readBridgeConfiguration(
        JSON.stringify({
            salesforce: {
                loginUrl: service.url,
                clientId: 'consumer',
                user: 'bridge@acme.example',
                privateKey: { env: 'KEY' },
                organizationId: ORG,
                pubSub: `http://127.0.0.1:${pubsub.port}`,
                interactions: service.url,
                channel: 'Messaging',
                event: EVENT
            },
            genesys: { baseUrl: new URL(api.url).origin, clientId, clientSecret: { env: 'SECRET' } },
            database: { folder: 'data' },
            channels: [{ topology: 'genesysChannel', channelAddress: CHANNEL, queueId: DIGITAL_QUEUES[0]?.id }],
            reps: [{ salesforceUserId: REP, genesysUserId: amira }],
            showsWithinSeconds: 2
        })
    );
    const env = { KEY: keys.privateKey, SECRET: secret };
    return runBridge({ configuration, env, folder, log: createBridgeLog((line) => void logged.push(line)) });
}

let entries = 0;
function repWrites(text: string): void {
    const identifier = `entry-${(entries += 1)}`;
    const abstractMessage = {
        messageType: 'StaticContentMessage',
        id: identifier,
        staticContent: { formatType: 'Text', text }
    };
    const payload = {
        conversationIdentifier: service?.conversations[0]?.id,
        channelAddressIdentifier: CHANNEL,
        recipient: { appType: 'custom', subject: 'otto-1', role: 'EndUser' },
        payload: {
            identifier,
            entryType: 'Message',
            entryPayload: { entryType: 'Message', id: identifier, abstractMessage },
            sender: { appType: 'agent', subject: REP, role: 'Agent' },
            clientTimestamp: Date.now()
        }
    };
    bus.publish(EVENT, { Event_Type__c: 'Interaction', Payload__c: JSON.stringify(payload) });
}

async function atGenesys(name: string, given: Arguments): Promise<unknown> {
    const operation = operationNamed(name);
    assert.ok(operation, name);
    const { client } = genesysForTests(api.url, { clientId, secret, timeoutMs: 5_000, budgetMs: 10_000 });
    return (await client.call(operation, given)).data;
}

/** What Salesforce was told in the customer's name, by text or by the name of a file. */
const told = (): string[] =>
    service.accepted.flatMap(({ body, call: name, file }) => {
        if (name !== 'POST /interactions') return [];
        if (file !== undefined) return [file.name];
        const text = JSON.stringify(body);
        return [/"text":"([^"]*)"/.exec(text)?.[1] ?? /"entryType":"(\w+)"/.exec(text)?.[1] ?? text];
    });
const received = (): (string | undefined)[] => genesys.control.received().map(({ text }) => text);

test('what a customer writes first at Genesys Cloud reaches Salesforce, in its order and as one conversation', async () => {
    there = genesys.control.customerTexts({ from: 'otto-1', text: 'Where is my order?', name: 'Otto Okafor' });
    genesys.control.customerWrites(there, 'It is number 7.');
    await until(() => told().length === 2, 20_000);
    assert.deepEqual(told(), ['Where is my order?', 'It is number 7.']);
    assert.equal(service.conversations.length, 1);
});

test('what customers write while the bridge is down reaches Salesforce when it runs again, a new one’s too', async () => {
    await bridge.stop();
    genesys.control.customerWrites(there, 'Are you there?');
    genesys.control.customerTexts({ from: 'petra-2', text: 'Can I pay by card?' });
    repWrites('I am looking.');
    bridge = await start();
    await until(() => told().includes('Are you there?') && told().includes('Can I pay by card?'), 30_000);
    assert.equal(told().filter((text) => text === 'Where is my order?').length, 1);
    assert.equal(service.conversations.length, 2);
});

test('what the rep wrote before the bridge was started again waits for an agent, and reaches the customer on that leg', async () => {
    // The stream had brought nothing before: no position told where it was to go on.
    await until(() => logged.some((line) => /"published before the first start","count":1/.test(line)), 20_000);
    assert.deepEqual(received(), []);
    const ringing = genesys.control.conversation(there).participants.findLast(({ userId }) => userId === amira);
    assert.ok(ringing);
    const of = { conversationId: there, participantId: ringing.id };
    await atGenesys('patch_message_participant', { ...of, state: 'connected' });
    await until(() => received().length === 1, 20_000);
    repWrites('It is on its way.');
    await until(() => received().length === 2, 20_000);
    assert.deepEqual(received(), ['I am looking.', 'It is on its way.']);
    const sent = genesys.control.messages(there).filter(({ direction }) => direction === 'outbound');
    assert.ok(sent.every(({ communicationId }) => communicationId === ringing.communication.id));
});

test('a file of the customer reaches the rep', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    genesys.control.customerSends(there, { name: 'damage.png', mime: 'image/png', bytes: png, at: api.url });
    await until(() => told().includes('damage.png'), 20_000);
});

test('no line of the log holds what anybody said or is called', () => {
    assert.doesNotMatch(logged.join('\n'), /Otto|otto|petra|order|card|damage|there\?|looking/);
});
