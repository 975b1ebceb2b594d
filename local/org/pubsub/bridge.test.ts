/** The bridge's subscriber on the local org, over real gRPC: they share nothing but the vendor's proto file. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { subscribe } from '../../../services/messaging-bridge/pubsub/subscribe.ts';
import type { SubscribeOptions, SubscriptionState } from '../../../services/messaging-bridge/pubsub/subscription.ts';
import { topicInfo } from '../../../services/messaging-bridge/pubsub/topicInfo.ts';
import { EventBus } from './eventBus.ts';
import type { PlatformEvent } from './platformEvent.ts';
import { startPubSubServer } from './pubSubServer.ts';
import type { PubSubServer, PubSubServerOptions } from './pubSubServer.ts';
import { until } from './pubSubForTests.ts';

const ORG = '00D000000000001AAA';
const EVENT: PlatformEvent = {
    eventName: 'Outbound__e',
    fields: [
        { name: 'Type__c', type: 'Text' },
        { name: 'Payload__c', type: 'LongTextArea' }
    ]
};
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
});

async function org(options: Partial<PubSubServerOptions> = {}): Promise<{ bus: EventBus; server: PubSubServer }> {
    const bus = new EventBus();
    bus.deploy(EVENT);
    const server = await startPubSubServer({ bus, organizationId: ORG, isToken: () => true, ...options });
    opened.push(server);
    return { bus, server };
}

function bridge(server: PubSubServer, options: Partial<SubscribeOptions> = {}) {
    const texts: string[] = [];
    const states: SubscriptionState[] = [];
    const refused: string[] = [];
    const credentials = {
        login: () =>
            Promise.resolve({
                accessToken: `token-${refused.length}`,
                instanceUrl: 'https://local.my.salesforce.com',
                organizationId: ORG
            }),
        refused: (token: string) => void refused.push(token)
    };
    const given: SubscribeOptions = {
        topic: '/event/Outbound__e',
        endpoint: `http://127.0.0.1:${server.port}`,
        credentials,
        from: 'EARLIEST',
        room: () => 1_000,
        onEvents: ({ events }) => {
            texts.push(...events.map(({ record }) => (record as { Payload__c: string }).Payload__c));
            return Promise.resolve();
        },
        onState: (state) => void states.push(state),
        ...options,
        timing: { backOffMs: 4, longestBackOffMs: 20, roomMs: 2, pausedMs: 30, ...options.timing }
    };
    const subscription = subscribe(given);
    opened.push(subscription);
    return { subscription, texts, states, refused, given };
}
const say = (bus: EventBus, from: number, to: number): void => {
    for (let number = from; number <= to; number += 1) bus.publish('Outbound__e', { Payload__c: `text ${number}` });
};
const told = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => `text ${from + index}`);

test('an operator has a thousand events in order, through a slow schema and a field that was added', async () => {
    const { bus, server } = await org();
    server.schemaDelayMs = 40;
    say(bus, 1, 500);
    bus.deploy({ ...EVENT, fields: [...EVENT.fields, { name: 'Recipient__c', type: 'LongTextArea' }] });
    say(bus, 501, 1_000);
    const { texts } = bridge(server);
    await until(() => texts.length === 1_000, 'a thousand events');
    assert.deepEqual(texts, told(1, 1_000));
});

test('an operator misses nothing, and has nothing twice, while Salesforce ends streams again and again', async () => {
    const { bus, server } = await org();
    const { texts } = bridge(server);
    await until(() => server.subscribers === 1, 'the stream');
    for (let round = 0; round < 6; round += 1) {
        say(bus, round * 50 + 1, round * 50 + 50);
        if (round % 2) server.endStreams('service.unavailable');
        else server.endStreams();
        await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(() => texts.length === 300, 'three hundred events');
    assert.deepEqual(texts, told(1, 300));
});

test('an operator who restarts the bridge goes on where it was', async () => {
    const { bus, server } = await org();
    say(bus, 1, 10);
    const before = bridge(server);
    await until(() => before.texts.length === 10, 'ten events');
    await before.subscription.close();
    say(bus, 11, 15);
    const position = before.subscription.position() ?? Buffer.alloc(0);
    const { texts } = bridge(server, { from: { after: position } });
    await until(() => texts.length === 5, 'five events');
    assert.deepEqual(texts, told(11, 15));
});

test('an operator whose backlog is full has no stream that Salesforce could end, and everything afterwards', async () => {
    const { bus, server } = await org({ rules: { creditMs: 20_000 } });
    say(bus, 1, 150);
    let backlog = 0;
    const { texts, states } = bridge(server, {
        room: () => 100 - backlog,
        onEvents: ({ events }) => {
            backlog += events.length;
            texts.push(...events.map(({ record }) => (record as { Payload__c: string }).Payload__c));
            return Promise.resolve();
        }
    });
    await until(() => states.some(({ name }) => name === 'paused') && server.subscribers === 0, 'the pause');
    assert.ok(states.every(({ name }) => name !== 'waiting'));
    assert.deepEqual(texts, told(1, 100));
    backlog = 0;
    await until(() => texts.length === 150, 'the rest');
    assert.deepEqual(texts, told(1, 150));
});

test('an operator whose session ends in the middle goes on with a new token', async () => {
    let good = 'token-0';
    const { bus, server } = await org({ isToken: (token) => token === good });
    const { texts, refused } = bridge(server);
    await until(() => server.subscribers === 1, 'the stream');
    say(bus, 1, 3);
    good = 'token-1';
    server.recheckTokens();
    say(bus, 4, 6);
    await until(() => texts.length === 6, 'six events');
    assert.deepEqual(texts, told(1, 6));
    assert.deepEqual(refused, ['token-0']);
});

test('an operator whose position is no longer kept has all that is kept, and an alarm', async () => {
    const { bus, server } = await org();
    say(bus, 1, 4);
    const { texts, states } = bridge(server, { from: { after: Buffer.alloc(10, 9) } });
    await until(() => texts.length === 4, 'four events');
    assert.ok(states.some(({ name }) => name === 'alarm'));
});

test('an operator in a quiet hour keeps a position by keepalives, and goes on from it', async () => {
    const { bus, server } = await org({ rules: { keepaliveMs: 20 } });
    const { subscription, texts } = bridge(server, { from: 'LATEST' });
    await until(() => subscription.position() !== undefined, 'a position');
    await subscription.close();
    say(bus, 1, 2);
    const again = bridge(server, { from: { after: subscription.position() ?? Buffer.alloc(0) } });
    await until(() => again.texts.length === 2, 'both events');
    assert.deepEqual(texts, []);
});

test('an operator reads before the start whether the topic is there', async () => {
    const { server } = await org();
    const { given } = bridge(server);
    const found = await topicInfo(given);
    assert.ok('canSubscribe' in found && found.canSubscribe);
    const missing = await topicInfo({ ...given, topic: '/event/Other__e' });
    assert.match('failure' in missing ? missing.failure.text : '', /name of the platform event in the configuration/);
});

test('an operator sees an event of another shape with its bytes, and the one after it', async () => {
    const { bus, server } = await org();
    const problems: (string | undefined)[] = [];
    bridge(server, {
        onEvents: ({ events }) => {
            problems.push(...events.map(({ problem }) => problem));
            return Promise.resolve();
        }
    });
    bus.keep('/event/Outbound__e', bus.topic('/event/Outbound__e')?.schemaId ?? '', Buffer.from('not Avro at all'));
    say(bus, 1, 1);
    await until(() => problems.length === 2, 'both events');
    assert.deepEqual(problems, ['its bytes do not fit its schema', undefined]);
});
