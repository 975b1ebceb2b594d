/** The bridge's client on the local Interaction Service, over real HTTP: they share no code. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { acknowledgementBodies } from '../../../services/messaging-bridge/salesforce/bodies/acknowledgementBody.ts';
import { agentWorkBody, changeWorkBody } from '../../../services/messaging-bridge/salesforce/bodies/agentWorkBody.ts';
import { attachmentBody, attachmentId } from '../../../services/messaging-bridge/salesforce/bodies/attachmentBody.ts';
import { capabilitiesBody } from '../../../services/messaging-bridge/salesforce/bodies/capabilitiesBody.ts';
import { consentBody } from '../../../services/messaging-bridge/salesforce/bodies/consentBody.ts';
import { deliveryFailedBody } from '../../../services/messaging-bridge/salesforce/bodies/deliveryFailedBody.ts';
import type { FromCustomer } from '../../../services/messaging-bridge/salesforce/bodies/interactionBody.ts';
import { choiceBody, messageBody } from '../../../services/messaging-bridge/salesforce/bodies/messageBody.ts';
import {
    endSessionBody,
    restSessionBody
} from '../../../services/messaging-bridge/salesforce/bodies/messagingSessionBody.ts';
import { removeParticipantBody } from '../../../services/messaging-bridge/salesforce/bodies/removeParticipantBody.ts';
import { cancelRouteBody, routeBody } from '../../../services/messaging-bridge/salesforce/bodies/routeBody.ts';
import { routingResultBody } from '../../../services/messaging-bridge/salesforce/bodies/routingResultBody.ts';
import { typingBody } from '../../../services/messaging-bridge/salesforce/bodies/typingBody.ts';
import { INTERACTION_CALLS } from '../../../services/messaging-bridge/salesforce/interactionCalls.ts';
import type { InteractionCallName } from '../../../services/messaging-bridge/salesforce/interactionCalls.ts';
import { createInteractionService } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import type { CallOptions } from '../../../services/messaging-bridge/salesforce/interactionService.ts';
import { createJwtBearer } from '../../../services/messaging-bridge/salesforce/jwtBearer.ts';
import type { JwtBearerOptions } from '../../../services/messaging-bridge/salesforce/jwtBearer.ts';
import { CHANNEL, keys, ORG, OTHER_KEY, QUEUE, REP, serviceForTests, until } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

let service: ServiceForTests;
beforeEach(async () => void (service = await serviceForTests()));
afterEach(() => service.close());

function bridge(given: Partial<JwtBearerOptions> & { channel?: string; timeoutMs?: number } = {}) {
    const { channel = 'Messaging', timeoutMs = 60_000, ...login } = given;
    const bearer = createJwtBearer({
        loginUrl: service.url,
        audience: 'https://login.salesforce.com',
        clientId: 'consumer',
        user: 'bridge@acme.example',
        privateKey: () => keys.privateKey,
        ...login
    });
    return createInteractionService({
        baseUrl: service.url,
        orgId: ORG,
        channel,
        token: async (refused) => (await bearer(refused)).accessToken,
        timeoutMs
    });
}
const from = (genesysId: string): FromCustomer => ({
    channelAddress: CHANNEL,
    customer: 'meu003',
    at: Date.now(),
    genesysId
});

/** Makes the call, which must be taken. */
async function done(name: InteractionCallName, body: object, options?: CallOptions): Promise<Record<string, unknown>> {
    const answer = await bridge()(name, body, options);
    assert.equal(answer.kind, 'done', JSON.stringify(answer));
    return ('body' in answer ? answer.body : {}) as Record<string, unknown>;
}

async function begun() {
    const body = await done('interactions', messageBody(from('m-0'), 'Hello'));
    const [workItemId] = body['workItemIds'] as string[];
    const conversation = String(body['conversationIdentifier']);
    return { conversation, workItemId: String(workItemId), routingType: 'Transfer' } as const;
}

test('the service takes every request that the bridge makes', async () => {
    const work = await begun();
    const { conversation } = work;
    await done('interactions', typingBody(from('t-1'), true));
    await done('interactions', typingBody(from('t-2'), false));
    await done(
        'interactions',
        choiceBody(from('m-2'), { inReplyTo: 'e-1', options: [{ optionIdentifier: 'o', title: 'Yes' }] })
    );
    const failed = {
        failure: 'f',
        entryId: 'e-1',
        errorCode: 'NotDelivered',
        errorMessage: 'Nobody is there.'
    } as const;
    await done('interactions', deliveryFailedBody({ ...from(''), ...failed }));
    const receipts = Array.from(
        { length: 60 },
        (_, index) => ({ type: 'Read', entryId: `e-${index}`, at: index }) as const
    );
    for (const body of acknowledgementBodies(conversation, 'meu003', receipts)) await done('acknowledgement', body);
    await done(
        'route',
        routeBody({ ...work, to: { flowId: '300000000000004', fallbackQueueId: QUEUE }, attributes: { a: 'b' } })
    );
    await done('cancelRoute', cancelRouteBody(conversation, 'Unavailable'));
    const queue = await done('route', routeBody({ ...work, to: { queueId: QUEUE } }));
    const given = {
        ...work,
        userId: REP,
        capacity: { weight: 1 },
        routingCorrelationId: String(queue['routingCorrelationId'])
    };
    const { agentWorkId } = await done('startWork', agentWorkBody(given));
    await done('routingResult', routingResultBody({ ...work, isExternal: false }));
    await done('routingResult', routingResultBody({ ...work, isExternal: true, failure: 'Nobody is there.' }));
    await done('changeWork', changeWorkBody(String(agentWorkId), 'Accept'));
    await done(
        'removeParticipant',
        removeParticipantBody(conversation, { appType: 'agent', subject: REP, role: 'Agent' })
    );
    await done(
        'capabilities',
        capabilitiesBody({
            namespace: ORG.slice(0, 15),
            channel: 'Messaging',
            formats: { StaticContentMessage: ['Text', 'Attachments'], ChoicesMessage: ['Buttons'] },
            mimeTypes: ['image/png']
        })
    );
    const session = { channelAddress: CHANNEL, customer: 'meu003', conversation, by: 'EndUser' } as const;
    await done('messagingSession', restSessionBody(session, work.workItemId));
    await done('messagingSession', endSessionBody(session));
    const routed = bridge({ channel: 'Routed' });
    assert.equal(
        (await routed('interactions', messageBody({ ...from('r'), channelAddress: 'routed' }, 'Hi'))).kind,
        'done'
    );
    assert.equal((await routed('consent', consentBody('routed', 'meu003', 'OptedOut'))).kind, 'done');
    const made = new Set(service.accepted.map(({ call }) => call));
    const known = Object.values(INTERACTION_CALLS).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(made, new Set(known));
    assert.deepEqual(service.refused, []);
    assert.equal(new Set(service.accepted.map(({ requestId }) => requestId)).size, service.accepted.length);
});

test('a file of 3 MB arrives byte by byte, and its outcome names the id that the bridge gave it', async () => {
    const bytes = new Uint8Array(randomBytes(3_000_000));
    const file = { name: 'Päckchen "1".png', mimeType: 'image/png', bytes };
    await done('interactions', attachmentBody(from('m-9'), file, 'The parcel'), { file });
    const sha = (given: Uint8Array = new Uint8Array()): string => createHash('sha256').update(given).digest('hex');
    const [accepted] = service.accepted;
    assert.deepEqual(
        [accepted?.file?.name, accepted?.file?.mimeType, sha(accepted?.file?.bytes)],
        ['Päckchen "1".png', 'image/png', sha(bytes)]
    );
    await until(() => service.published.length > 0);
    assert.ok(JSON.stringify(service.published[0]).includes(attachmentId('m-9')));
});

test('after an hour the token is refused, and the call goes with a new one', async () => {
    const call = bridge();
    assert.equal((await call('interactions', messageBody(from('m-1'), 'a'))).kind, 'done');
    service.revokeTokens();
    assert.equal((await call('interactions', messageBody(from('m-2'), 'b'))).kind, 'done');
    assert.deepEqual(service.refused, ['POST /interactions 10004']);
    assert.equal(service.accepted.length, 2);
});

for (const [what, options] of [
    ['key', { privateKey: () => OTHER_KEY }],
    ['app', { clientId: 'another' }],
    ['audience', { audience: 'https://acme.my.salesforce.com' }],
    ['user', { user: 'eve@acme.example' }],
    ['scope', { clientId: 'scopeless' }],
    ['channel', { channel: 'Nobody' }]
] as const) {
    test(`a wrong ${what} loses no message: it waits`, async () => {
        const answer = await bridge(options)('interactions', messageBody(from('m-1'), 'a'));
        assert.equal(answer.kind, 'later');
        assert.equal(service.accepted.length, 0);
    });
}

test('a lost answer is unknown, a repetition has the same id, and the service takes it for a second one', async () => {
    service.faults.next({ kind: 'lostAnswer' });
    const call = bridge();
    const body = messageBody(from('m-1'), 'a');
    assert.equal((await call('interactions', body)).kind, 'unknown');
    assert.equal((await call('interactions', body)).kind, 'done');
    assert.equal(service.accepted.length, 2);
    assert.deepEqual(service.accepted[0]?.body, service.accepted[1]?.body);
});

test('work that was given although its answer was lost is found to be active', async () => {
    const work = await begun();
    const body = agentWorkBody({ ...work, userId: REP, capacity: { percentage: 50 }, routingCorrelationId: 'r' });
    const call = bridge();
    service.faults.next({ kind: 'lostAnswer' });
    assert.equal((await call('startWork', body)).kind, 'unknown');
    const again = await call('startWork', body);
    assert.deepEqual([again.kind, 'code' in again && again.code], ['refused', 15109]);
});

test('a cut answer of an accepted message is done', async () => {
    service.faults.next({ kind: 'cutAnswer' });
    const answer = await bridge()('interactions', messageBody(from('m-1'), 'a'));
    assert.deepEqual([answer.kind, 'body' in answer && answer.body, service.accepted.length], ['done', undefined, 1]);
});

test('each fault of the service is what it is: nothing is sent twice, nothing is called done', async () => {
    const kinds = [];
    for (const fault of [
        { kind: 'status', status: 429, headers: { 'retry-after': '3' } },
        { kind: 'status', status: 429 },
        { kind: 'error', code: 10019 },
        { kind: 'error', code: 10055 },
        { kind: 'status', status: 502 },
        { kind: 'status', status: 503 },
        { kind: 'error', code: 10094 },
        { kind: 'offline' },
        { kind: 'slow', ms: 400 }
    ] as const) {
        service.faults.next(fault);
        const call = fault.kind === 'slow' ? bridge({ timeoutMs: 200 }) : bridge();
        const answer = await call('interactions', messageBody(from('m-1'), 'a'));
        kinds.push([answer.kind, 'waitMs' in answer ? answer.waitMs : undefined]);
        if (fault.kind !== 'slow') assert.equal(service.accepted.length, 0);
    }
    assert.deepEqual(kinds, [
        ['later', 3_000],
        ['later', undefined],
        ['later', undefined],
        ['later', undefined],
        ['unknown', undefined],
        ['unknown', undefined],
        ['unknown', undefined],
        ['unknown', undefined],
        ['unknown', undefined]
    ]);
});

test('a login that is down, slow or out of its mind is later', async () => {
    for (const fault of [{ kind: 'offline' }, { kind: 'status', status: 503 }, { kind: 'cutAnswer' }] as const) {
        service.faults.next(fault, { at: 'tokens' });
        assert.equal((await bridge()('route', {})).kind, 'later');
    }
    assert.equal(service.accepted.length + service.refused.length, 0);
});

test('the time of the service is what the bridge reckons with', async () => {
    await service.close();
    service = await serviceForTests({ now: () => Date.now() + 45_000 });
    const answer = await bridge()('interactions', messageBody(from('m-1'), 'a'));
    assert.ok(answer.kind === 'done' && Math.abs((answer.clockSkewMs ?? 0) - 45_000) < 10_000, JSON.stringify(answer));
});

test('a bridge whose clock is a minute fast gets its token all the same', async () => {
    await service.close();
    service = await serviceForTests({ now: () => Date.now() - 58_000 });
    assert.equal((await bridge()('interactions', messageBody(from('m-1'), 'a'))).kind, 'done');
});

test('a session that is over already is told as refused, not as ended', async () => {
    const { conversation } = await begun();
    const end = endSessionBody({ channelAddress: CHANNEL, customer: 'meu003', conversation, by: 'System' });
    await done('messagingSession', end);
    assert.equal((await bridge()('messagingSession', end)).kind, 'refused');
});
