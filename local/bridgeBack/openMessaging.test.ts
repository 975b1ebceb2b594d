/** Where Genesys Cloud is the far side: a rep of Salesforce and an agent there talk, through all real parts. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { freePort } from '../../test/freePort.ts';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import type { Conversation } from '../genesys/platformApi/conversation.ts';
import { INTEGRATIONS } from '../genesys/platformApi/directory.ts';
import { ConnectionLost } from '../org/orgError.ts';
import { call, CHANNEL, message, tokenOf } from '../org/interactionService/serviceForTests.ts';
import { entryPublished, REP_EVENT, repNamed, repWrites as repText } from '../org/pubsub/repEventForTests.ts';
import type { EntryPayload, RepPlace, Speaker } from '../org/pubsub/repEventForTests.ts';
import { serve } from '../server.ts';
import { until } from './wayBackForTests.ts';
import { wholeBridge } from './wholeBridgeForTests.ts';

const REP = repNamed('005000000000002AAA', 'Ravi Rep');
const SECRET = 'a secret of the integration';
const { id: clientId, secret } = OAUTH_CLIENTS.service;
const integrationId = INTEGRATIONS.find(({ messengerType }) => messengerType === 'open')?.id ?? '';

const webhookPort = await freePort();
const whole = await wholeBridge({
    configuration: {
        channels: [
            { topology: 'openMessaging', channelAddress: CHANNEL, integrationId, webhookSecret: { env: 'HOOK' } }
        ],
        reps: [
            {
                salesforceUserId: REP.subject,
                genesysUserId: '1f8c1e6a-93f0-4d5f-8a3e-5b1f6d1c2e90',
                name: 'Ravi of the shop'
            }
        ],
        webhook: { port: webhookPort }
    },
    env: { HOOK: SECRET }
});
const { api, atGenesys: asAgent, bus, genesys, logged, pubsub, service } = whole;
let conversation: string;

before(async () => {
    await whole.start();
    // A first start follows from where the stream is then.
    await until(() => pubsub.subscribers > 0);
    // The customer of Salesforce has written there by another way.
    const token = await tokenOf(service.url);
    const { body } = await call(service.url, 'POST /interactions', message(), { token });
    conversation = String(body['conversationIdentifier']);
});
after(() => whole.close());
beforeEach(() => {
    const webhook = { url: webhookUrl(), secretToken: SECRET, at: api.url };
    genesys.control.openWebhooks.set(integrationId, webhook);
    genesys.control.openWebhooks.pace({ timeoutMs: 60_000, betweenMs: 30, retries: 5 });
});
afterEach(() => genesys.control.faults.clear());

const webhookUrl = (): string => `http://127.0.0.1:${webhookPort}/open-messaging/${integrationId}`;

let entries = 0;
const nextEntry = (): string => `entry-${(entries += 1)}`;
const place = (): RepPlace => ({ conversation, channelAddress: CHANNEL, customer: 'meu003' });

/** The rep writes. Gives the entry's identifier. */
function repWrites(text: string): string {
    const identifier = nextEntry();
    bus.publish(REP_EVENT.eventName, repText(place(), identifier, text, REP));
    return identifier;
}

/** The conversation of Genesys Cloud that the rep's messages come in by. */
const there = (): Conversation | undefined =>
    genesys.control.conversations().find(({ messaging }) => messaging?.customerAddress === conversation);

/** The agent takes the conversation. Gives what an answer needs. */
async function joined(): Promise<{ conversationId: string; communicationId: string }> {
    const one = there();
    const agent = one?.participants.findLast(({ purpose }) => purpose === 'agent');
    assert.ok(one && agent);
    if (agent.communication.state !== 'connected')
        await asAgent('patch_message_participant', {
            conversationId: one.id,
            participantId: agent.id,
            state: 'connected'
        });
    return { conversationId: one.id, communicationId: agent.communication.id };
}
const answers = async (textBody: string): Promise<unknown> =>
    asAgent('post_message_communication_messages', { ...(await joined()), textBody });

/** What Salesforce was told for the customer, by text, entry type, or receipt. */
const told = (): string[] =>
    service.accepted.slice(1).map(({ body, call: name, file }) => {
        if (file !== undefined) return file.name;
        const text = JSON.stringify(body);
        if (name === 'POST /acknowledgement') return 'acknowledgement';
        return /"text":"([^"]*)"/.exec(text)?.[1] ?? /"entryType":"(\w+)"/.exec(text)?.[1] ?? text;
    });
const saidBack = (): string[] => told().filter((one) => one !== 'acknowledgement');
const arrived = (): (string | undefined)[] =>
    there() === undefined ? [] : genesys.control.messages(there()?.id ?? '').map(({ text }) => text);

test("what the rep writes comes in at Genesys Cloud under the rep's name, with no link made by hand", async () => {
    repWrites('Can you help my customer?');
    repWrites('It is about an order.');
    await until(() => arrived().length === 2);
    assert.deepEqual(arrived(), ['Can you help my customer?', 'It is about an order.']);
    assert.equal(there()?.participants.find(({ purpose }) => purpose === 'customer')?.name, 'Ravi of the shop');
    await until(() => told().includes('acknowledgement'));
});

test('what the agent answers reaches the rep, in the conversation of the customer', async () => {
    await answers('Of course.');
    await until(() => saidBack().includes('Of course.'));
    const last = service.accepted.find(({ body }) => JSON.stringify(body).includes('Of course.'));
    const { from, to } = last?.body as { from: string; to: string };
    assert.deepEqual([from, to], ['meu003', CHANNEL]);
    assert.equal(service.conversations.length, 1);
});

test('the rep sees that the agent types, and nothing of it is kept', async () => {
    await asAgent('post_message_communication_typing', {
        ...(await joined()),
        typing: { type: 'On', duration: 5_000 }
    });
    await until(() => saidBack().includes('TypingStartedIndicator'));
});

test('an answer of which Genesys Cloud does not know that it was taken is told again, and reaches the rep once', async () => {
    let tellings = 0;
    const between = await serve(
        async (request) => {
            const { headers, method } = request;
            const answer = await fetch(webhookUrl(), { method, headers, body: await request.text() });
            tellings += 1;
            // The bridge has kept it by now.
            if (tellings === 1) throw new ConnectionLost();
            return answer;
        },
        { port: 0 }
    );
    try {
        genesys.control.openWebhooks.set(integrationId, { url: between.url, secretToken: SECRET, at: api.url });
        await answers('Which order is it?');
        await until(() => tellings === 2);
        await answers('Or which customer?');
        await until(() => saidBack().includes('Or which customer?'));
    } finally {
        await between.close();
    }
    assert.deepEqual(saidBack().slice(-2), ['Which order is it?', 'Or which customer?']);
    assert.equal(saidBack().filter((text) => text === 'Which order is it?').length, 1);
});

test('what the agent answers while the bridge is down reaches the rep when it runs again', async () => {
    genesys.control.openWebhooks.pace({ timeoutMs: 60_000, betweenMs: 200, retries: 1_000 });
    await whole.stop();
    await answers('Are you there?');
    await until(() =>
        genesys.control.openWebhooks
            .told()
            .some(({ answer, body }) => answer === 'none' && body.includes('Are you there?'))
    );
    await whole.start();
    await until(() => saidBack().includes('Are you there?'));
});

test('a file of the agent reaches the rep', async () => {
    const leg = await joined();
    const upload = (await asAgent('post_message_communication_messages_media_uploads', {
        ...leg,
        fileName: 'receipt.png',
        contentLengthBytes: 4
    })) as { id: string; uploadUrl: string; uploadHeaders: Record<string, string> };
    const put = await fetch(upload.uploadUrl, {
        method: 'PUT',
        headers: { ...upload.uploadHeaders, 'content-type': 'image/png' },
        body: 'file'
    });
    assert.equal(put.status, 200);
    // The operations of the digital tools want a text, which the vendor does not take beside a file.
    const { origin } = new URL(api.url);
    const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
    const login = await fetch(`${origin}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    const { access_token: token } = (await login.json()) as { access_token: string };
    const root = `${origin}/api/v2/conversations/messages/${leg.conversationId}`;
    const sent = await fetch(`${root}/communications/${leg.communicationId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ mediaIds: [upload.id] })
    });
    assert.equal(sent.status, 200);
    await until(() => saidBack().includes('receipt.png'));
});

/** Salesforce tells something about what the bridge has told. */
const salesforceTells = (entry: EntryPayload, sender: Speaker = REP): void =>
    void bus.publish(REP_EVENT.eventName, entryPublished(place(), nextEntry(), entry, sender));

/** The id under which Salesforce knows what the agent said. */
function idOf(text: string): string {
    const { body } = service.accepted.findLast((one) => JSON.stringify(one.body).includes(text)) ?? {};
    return /"id":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? '';
}
const statusOf = (text: string): string | undefined =>
    genesys.control.messages(there()?.id ?? '').find((one) => one.text === text)?.status;

test('an agent sees that Salesforce has shown a message, and which one it could not show', async () => {
    await answers('Seen?');
    await answers('Not seen?');
    await until(() => saidBack().includes('Seen?') && saidBack().includes('Not seen?'));
    salesforceTells({
        entryType: 'ReadAcknowledgement',
        acknowledgedConversationEntryIdentifier: idOf('"Seen?'),
        acknowledgementTimestamp: Date.now()
    });
    salesforceTells({ entryType: 'MessageDeliveryFailed', failedConversationEntryIdentifier: idOf('Not seen?') });
    await until(() => statusOf('Seen?') === 'delivery-success' && statusOf('Not seen?') === 'delivery-failed');
});

test('an agent is told of a message that Salesforce never takes', async () => {
    service.faults.next({ kind: 'error', code: 10027 });
    await answers('Not for Salesforce');
    await until(() => statusOf('Not for Salesforce') === 'delivery-failed');
});

test('a rep is told of a file that Salesforce accepted and then did not keep', async () => {
    const updatedMessage = {
        messageType: 'StaticContentMessage',
        id: 'file-1',
        staticContent: {
            formatType: 'Attachments',
            attachments: [
                {
                    id: 'a',
                    name: 'photo.jpg',
                    mimeType: 'image/jpeg',
                    url: '',
                    attachmentUploadResult: {
                        resultType: 'ErrorAttachmentUploadResult',
                        errorType: 'StorageLimitExceeded'
                    }
                }
            ]
        }
    };
    salesforceTells(
        { entryType: 'MessageUpdated', updatedMessage },
        { appType: 'custom', subject: 'meu003', role: 'EndUser' }
    );
    const line = '[The customer sent a file that could not be passed on: photo.jpg. Why: the org has no room for it.]';
    await until(() => saidBack().includes(line));
});

test('nothing more is sent to a customer who opted out, and the rep is told; who opts in again gets messages', async () => {
    const consent = { entryType: 'EndUserConsentUpdated', endUserSubject: 'meu003', isEndUserInitiated: true };
    repWrites('Before');
    salesforceTells({ ...consent, consentStatus: 'OptOut' });
    const unwanted = repWrites('Unwanted');
    salesforceTells({ ...consent, consentStatus: 'OptIn' });
    repWrites('Welcome back');
    await until(() => arrived().includes('Welcome back'));
    assert.ok(arrived().includes('Before'));
    assert.ok(!arrived().includes('Unwanted'));
    await until(() =>
        service.accepted.some(({ body }) =>
            JSON.stringify(body).includes(`"failedConversationEntryIdentifier":"${unwanted}"`)
        )
    );
});

test('nobody else can tell the rep anything', async () => {
    const body = JSON.stringify({
        id: 'm',
        type: 'Text',
        text: 'I am the agent',
        direction: 'Outbound',
        channel: { to: { id: conversation } }
    });
    const forged = await fetch(webhookUrl(), {
        method: 'POST',
        body,
        headers: { 'X-Hub-Signature-256': 'sha256=AAAA' }
    });
    const unsigned = await fetch(webhookUrl(), { method: 'POST', body });
    assert.deepEqual([forged.status, unsigned.status], [403, 401]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(!service.accepted.some(({ body }) => JSON.stringify(body).includes('I am the agent')));
    assert.deepEqual(
        logged
            .filter((line) => line.includes('"webhook"'))
            .map((line) => (JSON.parse(line) as { status: number }).status),
        [403, 401]
    );
});

test('no line of the log holds what anybody said or is called', () => {
    assert.doesNotMatch(logged.join('\n'), /Ravi|order|meu003|Of course|secret/);
});
