/** What a rep writes in Salesforce, through real gRPC, a real database and a real API, to the customer. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { operationNamed } from '@switchboard/genesys-api';
import fc from 'fast-check';
import { createBreaker } from '../services/messaging-bridge/delivery/breaker.ts';
import { entriesOf } from '../services/messaging-bridge/delivery/entriesOf.ts';
import { startWorkers } from '../services/messaging-bridge/delivery/workers.ts';
import type { Workers } from '../services/messaging-bridge/delivery/workers.ts';
import { genesysForTests } from '../services/messaging-bridge/genesys/genesysForTests.ts';
import { createMessageSender } from '../services/messaging-bridge/genesys/messageSender.ts';
import { subscribe } from '../services/messaging-bridge/pubsub/subscribe.ts';
import { positionOf } from '../services/messaging-bridge/pubsub/subscription.ts';
import type { Subscription } from '../services/messaging-bridge/pubsub/subscription.ts';
import { storeBatch } from '../services/messaging-bridge/store/batches.ts';
import type { Database } from '../services/messaging-bridge/store/database.ts';
import { takeLeadership } from '../services/messaging-bridge/store/leadership.ts';
import { linkOf, setLink } from '../services/messaging-bridge/store/links.ts';
import { embeddedFolder } from '../services/messaging-bridge/store/embeddedForTests.ts';
import { openStore } from '../services/messaging-bridge/store/store.ts';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { INTEGRATIONS } from './genesys/platformApi/directory.ts';
import type { Fault, FaultOptions } from './genesys/platformApi/faults.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { messagesEnd } from './messagesForTests.ts';
import { EventBus } from './org/pubsub/eventBus.ts';
import { startPubSubServer } from './org/pubsub/pubSubServer.ts';
import type { PubSubServer } from './org/pubsub/pubSubServer.ts';
import { entryPublished, messageEntry } from './org/pubsub/repEventForTests.ts';
import { serve } from './server.ts';
import type { LocalServer } from './server.ts';

const ORG = '00D000000000001AAA';
const TOPIC = '/event/Outbound__e';
const APP = 'here-app';
const PHONE = 'here-phone';
const FAR = 'here-far';
const { id: clientId, secret } = OAUTH_CLIENTS.service;

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-bridge-'));
const bus = new EventBus();
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
let pubsub: PubSubServer;
let api: LocalServer;
let database: Database;
let subscription: Subscription;
let workers: Workers;
const dropped: Readonly<Record<string, number>>[] = [];

before(async () => {
    bus.deploy({
        eventName: 'Outbound__e',
        fields: [
            { name: 'EventType__c', type: 'Text' },
            { name: 'Payload__c', type: 'LongTextArea' }
        ]
    });
    pubsub = await startPubSubServer({ bus, organizationId: ORG, isToken: () => true });
    api = await serve(genesys.fetch, { port: 0, upgrade: genesys.upgrade });
    database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
    const leadership = await takeLeadership(database, 'test', 3_600_000);
    assert.ok(leadership);
    const login = { accessToken: 'token', instanceUrl: 'https://local.my.salesforce.com', organizationId: ORG };
    subscription = subscribe({
        topic: TOPIC,
        endpoint: `http://127.0.0.1:${pubsub.port}`,
        credentials: { login: () => Promise.resolve(login), refused: () => undefined },
        from: 'EARLIEST',
        room: () => 100,
        async onEvents(batch) {
            const sorted = entriesOf(batch);
            dropped.push(sorted.dropped);
            const replayId = positionOf(batch);
            if (replayId !== undefined) await storeBatch(database, leadership, { topic: TOPIC, replayId, ...sorted });
        },
        timing: { backOffMs: 4, longestBackOffMs: 20 }
    });
    // So long a hung answer is waited for: on a busy machine an answer that comes may take a second.
    const reach = genesysForTests(api.url, { clientId, secret, timeoutMs: 4_000, budgetMs: 12_000 });
    const sender = createMessageSender({ database, genesys: reach });
    const breaker = createBreaker(20);
    workers = await startWorkers({
        database,
        name: 'worker',
        lanes: 3,
        leaseMs: 20_000,
        senderOf: (kind) => (kind === 'message' ? sender : undefined),
        breakerOf: () => breaker,
        maxAgeMs: 3_600_000,
        settleMs: 200,
        firstWaitMs: 5,
        onSettled: () => undefined,
        onFault: (error) => assert.fail(String(error))
    });
});
after(async () => {
    await subscription.close();
    await workers.drain();
    await database.close();
    await pubsub.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
});
beforeEach(begin);

/** As on the first day, with two conversations in which an agent of Genesys Cloud is. */
async function begin(): Promise<void> {
    genesys.control.reset();
    await database.query('truncate bridge_entries, bridge_lanes, bridge_links cascade');
    const link = { topology: 'genesysChannel', customer: 'edna' } as const;
    await setLink(database, APP, {
        ...link,
        messenger: 'other',
        conversationId: SEEDED.open.id,
        communicationId: SEEDED.open.agentCommunication
    });
    await setLink(database, PHONE, {
        ...link,
        messenger: 'sms',
        conversationId: SEEDED.sms.id,
        communicationId: SEEDED.sms.agentCommunication
    });
}

/** Publishes as Salesforce does. */
function says(conversation: string, content: object, entryType = 'Message', identifier: string = randomUUID()): void {
    const place = { conversation, channelAddress: randomUUID(), customer: 'edna' };
    const { Payload__c } = entryPublished(place, identifier, { ...messageEntry(content), entryType });
    bus.publish('Outbound__e', { EventType__c: 'Interaction', Payload__c });
}

const writes = (conversation: string, text: string): void => says(conversation, { formatType: 'Text', text });

const settled = (count: number): Promise<void> => messagesEnd(database, count);

const received = (conversationId: string): (string | undefined)[] =>
    genesys.control
        .received()
        .filter((one) => one.conversationId === conversationId)
        .map(({ text }) => text);

async function told(): Promise<{ isCertain: boolean; failed: string }[]> {
    const rows = await database.query<{ is_certain: boolean; failed: string }>(
        `select body->>'errorCode' = 'NotDelivered' as is_certain, body->>'entryId' as failed
         from bridge_entries where kind = 'undelivered' order by seq`
    );
    return rows.map(({ is_certain: isCertain, failed }) => ({ isCertain, failed }));
}

test('a customer gets what the rep writes, each text once and in order, and nothing that was not for them', async () => {
    for (let number = 1; number <= 6; number += 1) {
        writes(APP, `app ${number}`);
        says(APP, { formatType: 'Text', text: 'never' }, 'TypingStartedIndicator');
        writes(PHONE, `phone ${number}`);
    }
    says(APP, { formatType: 'Text', text: 'between us' }, 'Note');
    writes(PHONE, 'word '.repeat(300).trim());
    says(APP, { formatType: 'Text', text: 'said twice by Salesforce' }, 'Message', 'same');
    says(APP, { formatType: 'Text', text: 'said twice by Salesforce' }, 'Message', 'same');
    await settled(14);
    const numbered = (name: string): string[] => [1, 2, 3, 4, 5, 6].map((number) => `${name} ${number}`);
    assert.deepEqual(received(SEEDED.open.id), [...numbered('app'), 'said twice by Salesforce']);
    const phone = received(SEEDED.sms.id);
    assert.deepEqual(phone.slice(0, 6), numbered('phone'));
    assert.equal(phone.slice(6).join(' '), 'word '.repeat(300).trim());
    assert.equal(phone.length, 8);
    assert.ok(dropped.some((one) => one['Note']));
    assert.deepEqual(await told(), []);
});

test('a text that arrived while its answer was lost is found there, and not sent again', async () => {
    writes(APP, 'ok');
    await settled(1);
    genesys.control.faults.next({ kind: 'close' }, { afterDoing: true });
    writes(APP, 'ok');
    await settled(2);
    genesys.control.faults.next({ kind: 'status', status: 503 }, { afterDoing: true });
    writes(APP, 'ok');
    await settled(3);
    assert.deepEqual(received(SEEDED.open.id), ['ok', 'ok', 'ok']);
    assert.deepEqual(await told(), []);
});

test('a text of which nobody knows whether it arrived is told to the rep, and the next one goes', async () => {
    genesys.control.faults.next({ kind: 'close' });
    says(APP, { formatType: 'Text', text: 'lost' }, 'Message', 'the-lost-one');
    await settled(1);
    writes(APP, 'next');
    await settled(2);
    assert.deepEqual(received(SEEDED.open.id), ['next']);
    assert.deepEqual(await told(), [{ isCertain: false, failed: 'the-lost-one' }]);
});

test('a text to an agent who has left the conversation is told to the rep as not delivered', async () => {
    await setLink(database, APP, {
        topology: 'genesysChannel',
        messenger: 'other',
        customer: 'edna',
        conversationId: SEEDED.open.id,
        communicationId: SEEDED.open.customerCommunication
    });
    says(APP, { formatType: 'Text', text: 'too late' }, 'Message', 'too-late');
    await settled(1);
    assert.deepEqual(received(SEEDED.open.id), []);
    assert.deepEqual(await told(), [{ isCertain: true, failed: 'too-late' }]);
});

test('an agent of Genesys Cloud on the far side reads what the rep writes, once and in order', async () => {
    const [, , open] = INTEGRATIONS;
    assert.ok(open);
    const link = { topology: 'openMessaging', messenger: 'other', customer: 'edna', integrationId: open.id } as const;
    await setLink(database, FAR, link);
    writes(FAR, 'one');
    await settled(1);
    genesys.control.faults.next({ kind: 'close' }, { afterDoing: true });
    writes(FAR, 'two');
    writes(FAR, 'three');
    await settled(3);
    const conversationId = (await linkOf(database, FAR))?.conversationId ?? '';
    const { client } = genesysForTests(api.url, { clientId, secret });
    const ask = async (name: string, given: object): Promise<unknown> => {
        const operation = operationNamed(name);
        assert.ok(operation);
        return (await client.call(operation, { conversationId, ...given })).data;
    };
    const { participants } = (await ask('get_message', {})) as {
        participants: { purpose: string; messages: { messageId: string }[] }[];
    };
    const messages = participants.find(({ purpose }) => purpose === 'customer')?.messages ?? [];
    const texts: unknown[] = [];
    for (const { messageId } of messages) {
        const message = (await ask('get_message_message', { messageId })) as { normalizedMessage: { text: string } };
        texts.push(message.normalizedMessage.text);
    }
    assert.deepEqual(texts, ['one', 'two', 'three']);
    assert.deepEqual(await told(), []);
});

const fault = fc.oneof(
    fc.constant<[Fault, FaultOptions]>([{ kind: 'slow', ms: 20 }, {}]),
    fc.constant<[Fault, FaultOptions]>([{ kind: 'status', status: 401 }, {}]),
    fc.constant<[Fault, FaultOptions]>([{ kind: 'status', status: 429 }, {}]),
    fc.constant<[Fault, FaultOptions]>([{ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, {}]),
    fc.tuple(
        fc.constantFrom<Fault>(
            { kind: 'status', status: 500 },
            { kind: 'status', status: 504 },
            { kind: 'close' },
            { kind: 'hang' }
        ),
        fc.boolean().map((afterDoing): FaultOptions => ({ afterDoing }))
    )
);

test('whatever goes wrong at Genesys Cloud, each text arrives at most once and in order, or the rep is told', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(fault, { minLength: 3, maxLength: 10 }), async (faults) => {
            await begin();
            for (const [kind, options] of faults) genesys.control.faults.next(kind, options);
            const said = [1, 2, 3, 4, 5].flatMap((number) => [
                [APP, `app ${number}`] as const,
                [PHONE, `phone ${number}`] as const
            ]);
            for (const [conversation, text] of said)
                says(conversation, { formatType: 'Text', text }, 'Message', `${text} ${randomUUID()}`);
            await settled(said.length);
            const missing: string[] = [];
            for (const [here, there] of [
                [APP, SEEDED.open.id],
                [PHONE, SEEDED.sms.id]
            ] as const) {
                const texts = said.flatMap(([of, text]) => (of === here ? [text] : []));
                const arrived = received(there);
                assert.deepEqual(
                    arrived,
                    texts.filter((text) => arrived.includes(text))
                );
                missing.push(...texts.filter((text) => !arrived.includes(text)));
            }
            const names = (await told()).map(({ failed }) => failed.split(' ').slice(0, 2).join(' '));
            assert.deepEqual(names.toSorted(), missing.toSorted());
        }),
        { numRuns: 6 }
    );
});
