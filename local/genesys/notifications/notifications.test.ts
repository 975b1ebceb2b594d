/** The vendor's own client makes the channels, and a WebSocket by hand hears what the vendor's typings describe. */
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { DIGITAL_QUEUES, INTEGRATIONS, USERS } from '../platformApi/directory.ts';
import { SEEDED } from '../platformApi/seed.ts';
import { given, refusal, servedForSdk } from '../platformApi/sdkForTests.ts';
import type { SdkNotifications } from '../platformApi/sdkForTests.ts';
import { readVendorModels } from '../platformApi/vendorModelsForTests.ts';

const served = await servedForSdk();
const { agent, clock, notifications, service } = served;
const { control } = served.api;
const models = readVendorModels();
const [amira, jonas] = USERS.map(({ id }) => id) as [string, string];
const queue = given(DIGITAL_QUEUES[0]).id;
const QUEUE = `v2.routing.queues.${queue}.conversations.messages`;
const of = (userId: string): string => `v2.users.${userId}.conversations.messages`;
const DAY_MS = 24 * 60 * 60_000;

interface Told {
    readonly topicName: string;
    readonly version?: string;
    readonly eventBody: {
        readonly id?: string;
        readonly message?: string;
        readonly participants?: readonly {
            readonly purpose: string;
            readonly state: string;
            readonly user?: { readonly id: string };
            readonly messages: readonly {
                readonly message: { readonly id: string };
                readonly messageStatus: string;
                readonly messageMetadata: { readonly type: string; readonly events?: readonly object[] };
            }[];
        }[];
    };
}

interface Ear {
    readonly heard: Told[];
    readonly socket: WebSocket;
    /** The next one of the topic, or the one that has come already. */
    next(topicName: string): Promise<Told>;
    readonly closed: Promise<number>;
}

const ears: Ear[] = [];

async function connected(connectUri: string): Promise<Ear> {
    const socket = new WebSocket(connectUri);
    const heard: Told[] = [];
    let wake = (): void => undefined;
    socket.on('message', (data) => {
        heard.push(JSON.parse(String(data)) as Told);
        wake();
    });
    socket.on('error', () => undefined);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise<void>((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
    });
    const ear: Ear = {
        heard,
        socket,
        closed,
        async next(topicName) {
            for (;;) {
                const at = heard.findIndex((one) => one.topicName === topicName);
                if (at >= 0) return given(heard.splice(at, 1)[0]);
                await new Promise<void>((resolve) => (wake = resolve));
            }
        }
    };
    ears.push(ear);
    return ear;
}

async function listening(topics: readonly string[], by: SdkNotifications = notifications.service): Promise<Ear> {
    const { connectUri, id } = await by.postNotificationsChannels();
    await by.putNotificationsChannelSubscriptions(
        given(id),
        topics.map((topic) => ({ id: topic }))
    );
    return connected(given(connectUri));
}

beforeEach(() => control.reset());
afterEach(() => {
    control.notifications.freeze(false);
    control.notifications.setHeartbeat(30_000);
    control.notifications.expireChannels();
    for (const { socket } of ears.splice(0)) socket.terminate();
});
after(() => served.close());

describe('a developer who listens to a queue through the vendor’s own SDK', () => {
    it('hears that a customer has written, in the shape of the SDK’s model, and reads the text by its id', async () => {
        const ear = await listening([QUEUE]);
        control.customerWrites(SEEDED.open.id, 'Is it open today?');
        const { eventBody, version } = await ear.next(QUEUE);
        assert.equal(version, '2');
        assert.deepEqual(models.faults('QueueConversationMessageEventTopicMessageConversation', eventBody), []);
        const customer = given(eventBody.participants?.find(({ purpose }) => purpose === 'customer'));
        const { message, messageStatus } = given(customer.messages.at(-1));
        assert.equal(messageStatus, 'received');
        const { normalizedMessage } = await service.getConversationsMessageMessage(SEEDED.open.id, message.id);
        assert.equal(normalizedMessage?.text, 'Is it open today?');
    });

    it('hears of a new conversation, of its agent’s answer and of its end, and finds the agent’s leg', async () => {
        const ear = await listening([QUEUE]);
        const id = control.customerTexts({ from: 'otto-1', text: 'Hello?' });
        const states = ({ eventBody }: Told): string[] =>
            given(eventBody.participants).map(({ purpose, state }) => `${purpose} ${state}`);
        assert.deepEqual(states(await ear.next(QUEUE)), ['customer connected', 'acd connected', 'agent alerting']);

        const alerting = given(
            (await service.getConversationsMessage(id)).participants?.find(({ state }) => state === 'alerting')
        );
        await agent.patchConversationsMessageParticipant(id, given(alerting.id), { body: { state: 'connected' } });
        assert.deepEqual(states(await ear.next(QUEUE)), ['customer connected', 'acd disconnected', 'agent connected']);
        const whole = await service.getConversation(id);
        assert.deepEqual(models.faults('Conversation', JSON.parse(JSON.stringify(whole))), []);
        const leg = given(whole.participants?.find(({ id: one }) => one === alerting.id)?.messages?.[0]?.id);
        await agent.postConversationsMessageCommunicationMessages(id, leg, { textBody: 'Yes.' });
        const answered = await ear.next(QUEUE);
        assert.equal(given(answered.eventBody.participants).at(-1)?.messages.length, 1);

        await agent.patchConversationsMessage(id, { state: 'disconnected' } as never);
        assert.ok(states(await ear.next(QUEUE)).every((state) => state.endsWith('disconnected')));
    });

    it('hears what has become of a message, and that the customer types', async () => {
        const { agentCommunication, id } = SEEDED.open;
        const sent = await agent.postConversationsMessageCommunicationMessages(id, agentCommunication, {
            textBody: 'Yes.'
        });
        const ear = await listening([QUEUE]);
        const integration = given(INTEGRATIONS.find(({ messengerType }) => messengerType === 'open')).id;
        const time = new Date(clock.now).toISOString();
        await service.postConversationsMessageInboundOpenReceipt(integration, {
            id: given(sent.id),
            channel: { to: { id: 'edna-77' }, time },
            status: 'Delivered'
        } as never);
        const told = await ear.next(QUEUE);
        const [message] = given(told.eventBody.participants).at(-1)?.messages ?? [];
        assert.deepEqual([message?.message.id, message?.messageStatus], [sent.id, 'delivery-success']);

        await service.postConversationsMessageInboundOpenEvent(integration, {
            channel: { from: { id: 'edna-77', idType: 'Opaque' }, time },
            events: [{ eventType: 'Typing', typing: { type: 'On' } }]
        } as never);
        const typing = await ear.next(QUEUE);
        assert.deepEqual(models.faults('QueueConversationMessageEventTopicMessageConversation', typing.eventBody), []);
        const last = given(
            typing.eventBody.participants?.find(({ purpose }) => purpose === 'customer')?.messages.at(-1)
        );
        assert.deepEqual(last.messageMetadata, { type: 'Event', events: [{ eventType: 'Typing', subType: 'On' }] });
        control.customerWrites(id, 'Thank you');
        const next = await ear.next(QUEUE);
        const ids = next.eventBody.participants?.[0]?.messages.map((one) => one.message.id);
        assert.ok(!ids?.includes(last.message.id), 'what was typed has not stayed');
    });

    it('hears of a file, whose bytes are at the address that the message names', async () => {
        const bytes = new TextEncoder().encode('not really a picture');
        const id = control.customerSends(SEEDED.open.id, {
            name: 'damage.png',
            mime: 'image/png',
            bytes,
            at: served.url
        });
        const { normalizedMessage } = await service.getConversationsMessageMessage(SEEDED.open.id, id);
        const { filename, url } = given(normalizedMessage?.content?.[0]?.attachment);
        assert.equal(filename, 'damage.png');
        assert.deepEqual(new Uint8Array(await (await fetch(given(url))).arrayBuffer()), bytes);
    });

    it('hears nothing of other queues, of calls, of what was before, and of what has not changed', async () => {
        control.customerWrites(SEEDED.open.id, 'before');
        const other = await listening([`v2.routing.queues.${given(DIGITAL_QUEUES[1]).id}.conversations.messages`]);
        const ear = await listening([QUEUE]);
        control.customerWrites(SEEDED.email.id, 'a mail');
        await agent.patchConversationsMessageParticipantAttributes(SEEDED.open.id, SEEDED.open.agent, {
            body: { attributes: {} }
        });
        control.customerWrites(SEEDED.sms.id, 'after');
        assert.equal((await ear.next(QUEUE)).eventBody.id, SEEDED.open.id, 'its first state since somebody listens');
        assert.equal((await ear.next(QUEUE)).eventBody.id, SEEDED.sms.id);
        await agent.patchConversationsMessageParticipantAttributes(SEEDED.sms.id, SEEDED.sms.agent, {
            body: { attributes: {} }
        });
        control.customerWrites(SEEDED.sms.id, 'again');
        await ear.next(QUEUE);
        assert.deepEqual([ear.heard, other.heard], [[], []]);
    });
});

describe('an agent who listens through the vendor’s own SDK', () => {
    it('hears of own conversations, and is refused those of others', async () => {
        const ear = await listening([of(amira)], notifications.agent);
        control.customerWrites(SEEDED.open.id, 'Hi');
        const { eventBody } = await ear.next(of(amira));
        assert.deepEqual(models.faults('ConversationMessageEventTopicMessageConversation', eventBody), []);
        assert.equal((await refusal(listening([of(jonas)], notifications.agent))).code, 'missing.permissions');
        assert.equal((await refusal(listening([QUEUE], notifications.reader))).status, 403);
        assert.equal((await refusal(listening(['v2.users.me.presence']))).details[0]?.fieldName, 'id');
    });

    it('keeps what may be had where the rest is wished away, and reads what is subscribed', async () => {
        const id = given((await notifications.agent.postNotificationsChannels()).id);
        const answered = await notifications.agent.putNotificationsChannelSubscriptions(
            id,
            [{ id: of(amira) }, { id: of(jonas) }, { id: 'v2.nothing' }],
            { ignoreErrors: true }
        );
        assert.deepEqual(models.faults('ChannelTopicEntityListing', JSON.parse(JSON.stringify(answered))), []);
        assert.deepEqual(
            answered.entities?.map(({ state }) => state),
            ['Permitted', 'Rejected', 'Rejected']
        );
        const read = async (): Promise<(string | undefined)[] | undefined> =>
            (await notifications.agent.getNotificationsChannelSubscriptions(id)).entities?.map((one) => one.id);
        assert.deepEqual(await read(), [of(amira)]);
        await notifications.agent.deleteNotificationsChannelSubscriptions(id);
        assert.deepEqual(await read(), []);
        await notifications.agent.postNotificationsChannelSubscriptions(id, [{ id: of(amira) }]);
        assert.deepEqual(await read(), [of(amira)]);
    });
});

describe('a developer who keeps a channel', () => {
    it('sees a sign of life now and then, and gets a pong for a ping', async () => {
        control.notifications.setHeartbeat(10);
        const ear = await listening([QUEUE]);
        const { eventBody } = await ear.next('channel.metadata');
        assert.equal(eventBody.message, 'WebSocket Heartbeat');
        control.notifications.setHeartbeat(30_000);
        ear.socket.send('{"message":"ping"}');
        for (let said = ''; said !== 'pong';) said = (await ear.next('channel.metadata')).eventBody.message ?? '';
        control.notifications.warnOfClosing();
        await ear.next('v2.system.socket_closing');
    });

    it('loses it after 24 hours, unless topics were subscribed meanwhile', async () => {
        const { expires, id } = await notifications.service.postNotificationsChannels();
        assert.equal(Date.parse(given(expires)), clock.now + DAY_MS);
        const other = given((await notifications.service.postNotificationsChannels()).id);
        clock.now += DAY_MS - 1;
        await notifications.service.putNotificationsChannelSubscriptions(given(id), [{ id: QUEUE }]);
        clock.now += 1;
        await notifications.service.headNotificationsChannel(given(id));
        assert.equal((await refusal(notifications.service.getNotificationsChannelSubscriptions(other))).status, 404);
    });

    it('has twenty at most, and loses the one that was used longest ago and that nobody is connected to', async () => {
        const kept = await listening([QUEUE]);
        const ids: string[] = [];
        for (let at = 0; at < 20; at += 1) {
            clock.now += 1;
            ids.push(given((await notifications.service.postNotificationsChannels()).id));
        }
        const { entities } = await notifications.service.getNotificationsChannels();
        assert.equal(entities?.length, 20);
        assert.ok(!entities.some(({ id }) => id === ids[0]));
        assert.equal(kept.socket.readyState, WebSocket.OPEN);
        await notifications.agent.postNotificationsChannels();
        assert.equal(
            (await notifications.agent.getNotificationsChannels()).entities?.length,
            1,
            'others have their own'
        );
    });

    it('has one connection for it: the second one ends the first; an unknown channel takes none', async () => {
        const { connectUri } = await notifications.service.postNotificationsChannels();
        const first = await connected(given(connectUri));
        await connected(given(connectUri));
        assert.equal(await first.closed, 1000);
        await assert.rejects(connected(`${given(connectUri)}0`), /404/);
    });

    it('is told of the limit of a thousand topics', async () => {
        const id = given((await notifications.service.postNotificationsChannels()).id);
        const topics = Array.from({ length: 1_001 }, () => ({ id: QUEUE }));
        const refused = await refusal(notifications.service.putNotificationsChannelSubscriptions(id, topics));
        assert.match(refused.message, /1000 topics, not 1001/);
        await notifications.service.putNotificationsChannelSubscriptions(id, topics.slice(1));
    });

    it('hears nothing where the connection is frozen, and is cut off where it breaks', async () => {
        const ear = await listening([QUEUE]);
        control.notifications.freeze(true);
        ear.socket.send('{"message":"ping"}');
        control.customerWrites(SEEDED.open.id, 'lost');
        await setImmediate();
        control.notifications.freeze(false);
        control.customerWrites(SEEDED.sms.id, 'heard');
        assert.equal((await ear.next(QUEUE)).eventBody.id, SEEDED.sms.id);
        assert.deepEqual(ear.heard, []);
        control.notifications.drop();
        assert.equal(await ear.closed, 1006);
    });

    it('reads which topics there are', async () => {
        const { entities } = await notifications.service.getNotificationsAvailabletopics();
        assert.ok(entities?.some(({ id }) => id === 'v2.routing.queues.{id}.conversations.messages'));
    });
});
