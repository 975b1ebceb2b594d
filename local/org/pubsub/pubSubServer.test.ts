/** The local org's Pub/Sub over real gRPC, asked by a bare client that knows none of its parts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import avro from 'avsc';
import { EventBus } from './eventBus.ts';
import type { EventBusOptions } from './eventBus.ts';
import type { PlatformEvent } from './platformEvent.ts';
import { startPubSubServer } from './pubSubServer.ts';
import type { PubSubServerOptions } from './pubSubServer.ts';
import { pubSubClientForTests, until } from './pubSubForTests.ts';

const ORG = '00D000000000001AAA';
const HEADERS = { accesstoken: 'good', instanceurl: 'https://local.my.salesforce.com', tenantid: ORG };
const EVENT: PlatformEvent = {
    eventName: 'Outbound__e',
    fields: [
        { name: 'Type__c', type: 'Text' },
        { name: 'Payload__c', type: 'LongTextArea' }
    ]
};
const TOPIC = '/event/Outbound__e';
const HOUR_MS = 3_600_000;

const opened: { close(): unknown }[] = [];
afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
});
async function org(options: EventBusOptions & Partial<PubSubServerOptions> = {}) {
    const bus = new EventBus(options);
    bus.deploy(EVENT);
    const server = await startPubSubServer({
        bus,
        organizationId: ORG,
        isToken: (token) => token === 'good',
        ...options
    });
    opened.push(server);
    const client = (headers: Readonly<Record<string, string>> = HEADERS) => {
        const made = pubSubClientForTests(server.port, headers);
        opened.push(made);
        return made;
    };
    const publish = (...texts: readonly string[]): string[] =>
        texts.map((text) => bus.publish('Outbound__e', { Payload__c: text }).id);
    return { bus, server, client, publish };
}
const fetch = (rest: object = {}): object => ({
    topicName: TOPIC,
    replayPreset: 'EARLIEST',
    numRequested: 10,
    ...rest
});
const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

test("a developer finds the vendor's proto file, the same here as at the bridge", () => {
    const [ours, theirs] = ['pubsub_api.proto', '../../../services/messaging-bridge/pubsub/pubsub_api.proto'].map(
        (file) => readFileSync(path.join(import.meta.dirname, file))
    );
    assert.ok(ours && theirs?.equals(ours));
});

test('a subscriber reads what was published, by the schema that the event names', async () => {
    const { client, publish } = await org({ now: () => 1_790_000_000_000 });
    publish('hello');
    const outside = client();
    const heard = outside.subscribe(fetch());
    await until(() => heard.responses.length === 1, 'the event');
    const [{ event }] = heard.responses[0]?.events as unknown as [{ event: { schemaId: string; payload: Buffer } }];
    const { schemaJson } = await outside.ask('GetSchema', { schemaId: event.schemaId });
    const type = avro.Type.forSchema(JSON.parse(String(schemaJson)) as avro.Schema);
    assert.deepEqual(JSON.parse(JSON.stringify(type.fromBuffer(event.payload))), {
        CreatedDate: 1_790_000_000_000,
        CreatedById: '005000000000001AAA',
        Type__c: null,
        Payload__c: 'hello'
    });
    const topic = await outside.ask('GetTopic', { topicName: TOPIC });
    assert.equal(topic['schemaId'], event.schemaId);
    assert.equal(topic['canSubscribe'], true);
});

test('a subscriber is sent as many events as it asks for, never more than a hundred ahead, and asks for more', async () => {
    const { client, publish } = await org({ rules: { batch: 30 } });
    publish(...numbers(260));
    const heard = client().subscribe(fetch({ numRequested: 60 }));
    await until(() => heard.ids().length === 60, 'sixty events');
    assert.deepEqual(
        heard.responses.map(({ pendingNumRequested }) => pendingNumRequested),
        [30, 0]
    );
    heard.request({ numRequested: 500 });
    await until(() => heard.ids().length === 160, 'a hundred more');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(heard.ids().length, 160);
});

test('credits that come one after the other add up to a hundred at most', async () => {
    const { client, publish } = await org({ rules: { keepaliveMs: 25 } });
    const heard = client().subscribe(fetch({ replayPreset: 'LATEST', numRequested: 80 }));
    heard.request({ numRequested: 80 });
    await until(() => (heard.responses.at(-1)?.pendingNumRequested ?? 0) > 80, 'both credits');
    publish(...numbers(150));
    await until(() => heard.ids().length === 100, 'a hundred events');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(heard.ids().length, 100);
});

test('a stream that asks for nothing is ended; one that asks has an empty response while nothing happens', async () => {
    const { client, publish } = await org({ rules: { creditMs: 60, keepaliveMs: 25 } });
    publish('one');
    const full = client().subscribe(fetch({ numRequested: 1 }));
    assert.equal((await full.ended).code, status.OK);
    assert.equal(full.responses.length, 1);
    const waiting = client().subscribe(fetch({ replayPreset: 'LATEST' }));
    await until(() => waiting.responses.length >= 4, 'four keepalives');
    assert.deepEqual(waiting.ids(), []);
    const latest = waiting.responses[0]?.latestReplayId;
    const [next] = publish('two');
    const resumed = client().subscribe(fetch({ replayPreset: 'CUSTOM', replayId: latest }));
    await until(() => resumed.ids().length === 1, 'the event after the keepalive');
    assert.deepEqual(resumed.ids(), [next]);
});

test('a subscriber goes on after any event, by bytes that no JavaScript number can hold', async () => {
    const { client, publish } = await org();
    const published = publish(...numbers(20));
    const all = client().subscribe(fetch({ numRequested: 20 }));
    await until(() => all.ids().length === 20, 'all of them');
    const events = all.responses.flatMap((response) => response.events);
    const places = events.map(({ replayId }) => replayId.readBigUInt64BE());
    assert.ok(places.every((place) => place > BigInt(Number.MAX_SAFE_INTEGER)));
    assert.ok(places.some((place, index) => index > 0 && place - (places[index - 1] ?? 0n) > 1n));
    const rest = client().subscribe(fetch({ replayPreset: 'CUSTOM', replayId: events[11]?.replayId }));
    await until(() => rest.ids().length === 8, 'the rest');
    assert.deepEqual(rest.ids(), published.slice(12));
});

test('what is older than 72 hours is gone, and a place before it is no place any more', async () => {
    let now = 1_790_000_000_000;
    const { client, publish } = await org({ now: () => now });
    publish('old', 'old too');
    const before = client().subscribe(fetch());
    await until(() => before.ids().length === 2, 'both');
    now += 71 * HOUR_MS;
    const [late] = publish('late');
    now += 2 * HOUR_MS;
    const earliest = client().subscribe(fetch());
    await until(() => earliest.ids().length === 1, 'the late one');
    assert.deepEqual(earliest.ids(), [late]);
    const replayId = before.responses[0]?.events[0]?.replayId;
    const { error } = await client().subscribe(fetch({ replayPreset: 'CUSTOM', replayId })).ended;
    assert.equal(error, 'subscription.fetch.replayid.corrupted');
});

const REFUSED: readonly [string, object, string, status][] = [
    [
        'a replay id that was never one',
        { replayPreset: 'CUSTOM', replayId: Buffer.alloc(10, 7) },
        'subscription.fetch.replayid.corrupted',
        status.INVALID_ARGUMENT
    ],
    [
        'a replay id that was cut',
        { replayPreset: 'CUSTOM', replayId: Buffer.alloc(3) },
        'subscription.fetch.replayid.corrupted',
        status.INVALID_ARGUMENT
    ],
    [
        'CUSTOM without a replay id',
        { replayPreset: 'CUSTOM' },
        'subscription.fetch.replayid.validation.failed',
        status.INVALID_ARGUMENT
    ],
    ['a topic that there is not', { topicName: '/event/Other__e' }, 'topic.not.found', status.NOT_FOUND],
    ['no topic', { topicName: '' }, 'topic.validation.empty', status.INVALID_ARGUMENT],
    ['no events', { numRequested: 0 }, 'subscription.fetch.requested.events.invalid', status.INVALID_ARGUMENT]
];
for (const [what, rest, error, code] of REFUSED) {
    test(`a subscriber that names ${what} is refused with ${error}, in a trailer and with the rpc id`, async () => {
        const { client } = await org();
        const ended = await client().subscribe(fetch(rest)).ended;
        assert.deepEqual([ended.error, ended.code], [error, code]);
        assert.match(ended.details, new RegExp(`rpcId: ${ended.rpcId}$`));
    });
}

test('a subscriber that names another topic in the middle is refused', async () => {
    const { client, server } = await org();
    const heard = client().subscribe(fetch());
    heard.request({ topicName: '/event/Other__e', numRequested: 1 });
    assert.equal((await heard.ended).error, 'subscription.fetch.topic.mismatch');
    assert.equal(server.subscribers, 0);
});

test('a client is who its headers say, on every call', async () => {
    const { client } = await org();
    const asked: [Record<string, string>, string, status][] = [
        [{ ...HEADERS, accesstoken: 'old' }, 'service.auth.error', status.UNAUTHENTICATED],
        [{ accesstoken: 'good', tenantid: ORG }, 'service.auth.headers.invalid', status.UNAUTHENTICATED],
        [{ ...HEADERS, tenantid: 'undefined' }, '', status.PERMISSION_DENIED]
    ];
    for (const [headers, error, code] of asked) {
        const outside = client(headers);
        const ended = await outside.subscribe(fetch()).ended;
        assert.deepEqual([ended.error, ended.code], [error, code]);
        await assert.rejects(outside.ask('GetTopic', { topicName: TOPIC }), { error, code });
        await assert.rejects(outside.ask('GetSchema', { schemaId: 'x' }), { error, code });
    }
    assert.match(
        (await client({ ...HEADERS, tenantid: 'undefined' }).subscribe(fetch()).ended).details,
        /org undefined/
    );
});

test('a token that is taken back ends the streams that were opened with it', async () => {
    let good = true;
    const { client, server } = await org({ isToken: () => good });
    const heard = client().subscribe(fetch());
    await until(() => server.subscribers === 1, 'the stream');
    good = false;
    server.recheckTokens();
    assert.equal((await heard.ended).error, 'service.auth.error');
});

test('an admin who adds a field has events with another schema id, and the earlier ones keep theirs', async () => {
    const { bus, client, publish } = await org();
    publish('before');
    bus.deploy({ ...EVENT, fields: [...EVENT.fields, { name: 'Recipient__c', type: 'LongTextArea' }] });
    bus.publish('Outbound__e', { Payload__c: 'after', Recipient__c: '{}' });
    const outside = client();
    const heard = outside.subscribe(fetch());
    await until(() => heard.ids().length === 2, 'both');
    const ids = heard.responses.flatMap(({ events }) =>
        events.map(({ event }) => (event as unknown as { schemaId: string }).schemaId)
    );
    assert.notEqual(ids[0], ids[1]);
    const [old, now] = await Promise.all(ids.map((schemaId) => outside.ask('GetSchema', { schemaId })));
    assert.doesNotMatch(String(old?.['schemaJson']), /Recipient__c/);
    assert.match(String(now?.['schemaJson']), /Recipient__c/);
    bus.deploy(EVENT);
    assert.equal(bus.topic(TOPIC)?.schemaId, ids[0]);
});

test('an org whose deliveries of 24 hours are used up delivers no more until they are over', async () => {
    let now = 1_790_000_000_000;
    const { client, publish } = await org({ now: () => now, dailyDeliveries: 5 });
    publish(...numbers(8));
    const heard = client().subscribe(fetch({ numRequested: 5 }));
    await until(() => heard.ids().length === 5, 'five events');
    heard.request({ numRequested: 5 });
    assert.equal((await heard.ended).error, 'subscription.limit.exceeded');
    now += 25 * HOUR_MS;
    const later = client().subscribe(fetch({ numRequested: 5 }));
    await until(() => later.ids().length === 5, 'five more');
});

test('a client publishes bytes of the schema, and what is not of it is answered as an error', async () => {
    const { bus, client } = await org();
    const outside = client();
    const { schemaId } = bus.topic(TOPIC) ?? { schemaId: '' };
    const type = avro.Type.forSchema(JSON.parse(bus.schema(schemaId)?.json ?? '') as avro.Schema, {
        wrapUnions: 'never'
    });
    const payload = type.toBuffer({ CreatedDate: 1, CreatedById: '005', Type__c: null, Payload__c: 'mine' });
    const heard = outside.subscribe(fetch());
    const answer = await outside.ask('Publish', {
        topicName: TOPIC,
        events: [
            { id: 'mine', schemaId, payload },
            { id: 'bad', schemaId, payload: payload.subarray(1) }
        ]
    });
    const results = answer['results'] as { error: object | null; correlationKey: string }[];
    assert.deepEqual(
        results.map(({ error, correlationKey }) => [correlationKey, error === null]),
        [
            ['mine', true],
            ['bad', false]
        ]
    );
    await until(() => heard.ids().length === 1, 'the event');
    assert.deepEqual(heard.ids(), ['mine']);
});
