import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
    attachment,
    call,
    CHANNEL,
    entry,
    message,
    ORG,
    QUEUE,
    REP,
    serviceForTests,
    tokenOf,
    until
} from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

let service: ServiceForTests;
let token: string;
let work: { conversationIdentifier: string; workItemId: string };
const ask = (
    name: string,
    body: unknown,
    given: { headers?: Record<string, string | undefined>; files?: File[] } = {}
) => call(service.url, name, body, { token, ...given });
before(async () => {
    service = await serviceForTests();
    token = await tokenOf(service.url);
    const { body } = await ask('POST /interactions', message());
    const [workItemId] = body['workItemIds'] as string[];
    work = { conversationIdentifier: String(body['conversationIdentifier']), workItemId: String(workItemId) };
});
after(() => service.close());

const file = (bytes: number, type = 'image/png', name = 'parcel.png'): File =>
    new File([new Uint8Array(bytes).fill(200)], name, { type });
const failed = (changes: object = {}): object =>
    entry({
        id: 'f-1',
        entryType: 'MessageDeliveryFailed',
        failedConversationEntryIdentifier: 'e-1',
        errorCode: 'X',
        recipient: { appType: 'custom', subject: 'meu003', role: 'EndUser', ...changes }
    });
const said = (abstractMessage: object): object => entry({ id: 'm-1', entryType: 'Message', abstractMessage });
const acknowledged = (count: number, changes: object = {}): object => ({
    sender: { appType: 'custom', subject: 'meu003', role: 'EndUser' },
    conversationIdentifier: work.conversationIdentifier,
    acknowledgements: Array.from({ length: count }, (_, index) => ({
        acknowledgementType: 'Read',
        acknowledgedConversationEntryIdentifier: `e-${index}`,
        acknowledgmentCreatedConversationEntryIdentifier: `a-${index}`,
        acknowledgementTimestamp: 1_760_000_000_000
    })),
    ...changes
});
const result = (changes: object): object => ({ ...work, success: true, externallyRouted: false, ...changes });
const given = (changes: object): object => ({
    userId: REP,
    workItemId: work.workItemId,
    capacityWeight: 1,
    routingContext: {
        conversationIdentifier: work.conversationIdentifier,
        routingType: 'Transfer',
        routingCorrelationId: 'r-1'
    },
    ...changes
});
const routed = (routingInfo?: object): object => ({
    conversationIdentifier: work.conversationIdentifier,
    routingType: 'Transfer',
    ...(routingInfo === undefined ? {} : { routingInfo })
});
const session = (changes: object): object => ({
    channelAddressIdentifier: CHANNEL,
    endUserClientId: 'meu003',
    conversationIdentifier: work.conversationIdentifier,
    operation: 'End',
    ...changes
});

type Headers = Record<string, string | undefined>;
const HEADERS: readonly [string, Headers, number][] = [
    ['no token', { Authorization: undefined }, 10004],
    ['another token', { Authorization: 'Bearer 00D!x' }, 10004],
    ['an org id of 18 characters', { OrgId: ORG }, 10016],
    ['another org', { OrgId: '00D000000000002' }, 10016],
    ['no org', { OrgId: undefined }, 10016],
    ['no context', { AuthorizationContext: undefined }, 10016],
    ['a channel that nobody defined', { AuthorizationContext: 'Nobody' }, 10005],
    ['no request id', { RequestId: undefined }, 10016],
    ['a request id that is no UUID', { RequestId: '1' }, 10016]
];
for (const [what, headers, code] of HEADERS) {
    test(`a developer whose call has ${what} reads ${code}`, async () => {
        for (const name of ['POST /interactions', 'POST /acknowledgement', 'DELETE /route', 'PATCH /capabilities'])
            assert.equal((await ask(name, {}, { headers })).body['code'], code, name);
    });
}

test('a token without the scope interaction_api is refused with 10003', async () => {
    const scopeless = await tokenOf(service.url, 'scopeless');
    assert.equal((await call(service.url, 'POST /route', {}, { token: scopeless })).body['code'], 10003);
});

type Refused = readonly [string, string, () => object, number, File[]?];
const REFUSED: readonly Refused[] = [
    ['no to', 'POST /interactions', () => message('a', 'i', { to: '' }), 10027],
    ['a long to', 'POST /interactions', () => message('a', 'i', { to: 'a'.repeat(241) }), 10027],
    ['a long from', 'POST /interactions', () => message('a', 'i', { from: 'a'.repeat(256) }), 10028],
    ['an unknown address', 'POST /interactions', () => message('a', 'i', { to: 'nowhere' }), 10017],
    ["another channel's address", 'POST /interactions', () => message('a', 'i', { to: 'routed' }), 10001],
    ['an address at rest', 'POST /interactions', () => message('a', 'i', { to: 'asleep' }), 10031],
    ['no interaction', 'POST /interactions', () => message('a', 'i', { interactions: [] }), 20003],
    ['two interactions', 'POST /interactions', () => message('a', 'i', { interactions: [{}, {}] }), 10029],
    ['a misspelled member', 'POST /interactions', () => message('a', 'i', { interaction: [] }), 10089],
    ['an empty id', 'POST /interactions', () => message('a', ''), 10059],
    ['an empty text', 'POST /interactions', () => message(''), 10045],
    ['an entry that a customer has not', 'POST /interactions', () => entry({ id: 'a', entryType: 'Note' }), 10045],
    [
        'typing without a time',
        'POST /interactions',
        () => entry({ id: 'a', entryType: 'TypingStartedIndicator' }),
        10045
    ],
    [
        'two ids',
        'POST /interactions',
        () =>
            said({ messageType: 'StaticContentMessage', id: 'm-2', staticContent: { formatType: 'Text', text: 'a' } }),
        10060
    ],
    ['options of a customer', 'POST /interactions', () => said({ messageType: 'ChoicesMessage', id: 'm-1' }), 10062],
    ['an unknown message', 'POST /interactions', () => said({ messageType: 'Message', id: 'm-1' }), 10047],
    [
        'an unknown format',
        'POST /interactions',
        () => said({ messageType: 'StaticContentMessage', id: 'm-1', staticContent: { formatType: 'Texts' } }),
        10048
    ],
    [
        "another message's format",
        'POST /interactions',
        () => said({ messageType: 'StaticContentMessage', id: 'm-1', staticContent: { formatType: 'Buttons' } }),
        10049
    ],
    ['a failure told of a rep', 'POST /interactions', () => failed({ role: 'Agent' }), 10038],
    ['a failure told of an app', 'POST /interactions', () => failed({ appType: 'agent' }), 10037],
    [
        'typing before any message',
        'POST /interactions',
        () => ({ ...entry({ id: 'a', entryType: 'TypingStoppedIndicator', timestamp: 1 }), from: 'new' }),
        10025
    ],
    ['a file that is not there', 'POST /interactions', () => attachment(5), 10011],
    ['two files', 'POST /interactions', () => attachment(5), 10011, [file(5), file(5)]],
    ['a file with a text message', 'POST /interactions', () => message(), 10011, [file(5)]],
    ['a file without its length', 'POST /interactions', () => attachment(null), 10010, [file(5)]],
    ['a file with another length', 'POST /interactions', () => attachment(6), 10051, [file(5)]],
    ['an empty file', 'POST /interactions', () => attachment(0), 10009, [file(0)]],
    ['a file that is too large', 'POST /interactions', () => attachment(26_214_401), 10008, [file(26_214_401)]],
    ['a file of no known kind', 'POST /interactions', () => attachment(5), 10095, [file(5, '')]],
    ['a file without an id', 'POST /interactions', () => attachment(5, { id: '' }), 10007, [file(5)]],
    ['no receipt', 'POST /acknowledgement', () => acknowledged(0), 10089],
    ['26 receipts', 'POST /acknowledgement', () => acknowledged(26), 10089],
    [
        "a rep's receipt",
        'POST /acknowledgement',
        () => acknowledged(1, { sender: { appType: 'agent', subject: REP, role: 'Agent' } }),
        10037
    ],
    ['receipts of nowhere', 'POST /acknowledgement', () => acknowledged(1, { conversationIdentifier: 'c' }), 10018],
    [
        "somebody else's receipts",
        'POST /acknowledgement',
        () => acknowledged(1, { sender: { appType: 'custom', subject: 'eve', role: 'EndUser' } }),
        10036
    ],
    [
        'a work item of 18 characters',
        'POST /routingResult',
        () => result({ workItemId: `${work.workItemId}AAA` }),
        10012
    ],
    ['an unknown work item', 'POST /routingResult', () => result({ workItemId: '0Mw00000000000X' }), 15111],
    ['an unknown conversation', 'POST /routingResult', () => result({ conversationIdentifier: 'c' }), 10018],
    ['a success with a message', 'POST /routingResult', () => result({ errorMessage: 'a' }), 10033],
    ['a failure without one', 'POST /routingResult', () => result({ success: false }), 10034],
    ['a success that is no flag', 'POST /routingResult', () => result({ success: 'true' }), 10089],
    ['two capacities', 'POST /agentWork', () => given({ capacityPercentage: 1 }), 10013],
    ['no capacity', 'POST /agentWork', () => given({ capacityWeight: undefined }), 10013],
    ['a negative weight', 'POST /agentWork', () => given({ capacityWeight: -1 }), 10014],
    ['101 percent', 'POST /agentWork', () => given({ capacityWeight: undefined, capacityPercentage: 101 }), 10015],
    ['a work item of 14 characters', 'POST /agentWork', () => given({ workItemId: '0Mw00000000000' }), 10012],
    ['an unknown work item', 'POST /agentWork', () => given({ workItemId: '0Mw00000000000X' }), 15111],
    ['an unknown rep', 'POST /agentWork', () => given({ userId: '005000000000008' }), 15106],
    ['a rep without Partner Messaging', 'POST /agentWork', () => given({ userId: '005000000000009' }), 15105],
    [
        'another conversation',
        'POST /agentWork',
        () =>
            given({
                routingContext: { conversationIdentifier: 'c', routingType: 'Transfer', routingCorrelationId: 'r' }
            }),
        15107
    ],
    [
        'work that there is not',
        'PATCH /agentWork',
        () => ({ workId: '0Bz', contextType: 'Agent', status: 'Close' }),
        10082
    ],
    [
        'a queue and a flow',
        'POST /route',
        () => routed({ queueId: QUEUE, flow: { flowId: 'f', queueId: QUEUE } }),
        10030
    ],
    ['neither queue nor flow', 'POST /route', () => routed({}), 10030],
    ['a flow without its queue', 'POST /route', () => routed({ flow: { flowId: 'f' } }), 10024],
    ['a queue without its flow', 'POST /route', () => routed({ flow: { queueId: QUEUE } }), 10024],
    ['an unknown queue', 'POST /route', () => routed({ queueId: '00G000000000009' }), 10032],
    [
        'no reason that is known',
        'DELETE /route',
        () => ({ ...routed(), routingType: undefined, cancelReason: 'Lunch' }),
        10089
    ],
    ['rest without a session', 'POST /messagingSession', () => session({ operation: 'Inactivate' }), 10071],
    ['another customer', 'POST /messagingSession', () => session({ endUserClientId: 'eve' }), 10020],
    [
        'an operation that there is not',
        'POST /participant',
        () => ({ conversationIdentifier: work.conversationIdentifier, operation: 'Add', participants: [{}] }),
        10097
    ],
    [
        'somebody who is not there',
        'POST /participant',
        () => ({
            conversationIdentifier: work.conversationIdentifier,
            operation: 'Remove',
            participants: [{ appType: 'agent', subject: REP, role: 'Agent' }]
        }),
        10036
    ],
    [
        'a consent that is Salesforce’s',
        'PATCH /consent',
        () => ({ endUserClientId: 'meu003', channelAddressIdentifier: CHANNEL, consentStatus: 'OptedOut' }),
        10022
    ],
    [
        'an unknown consent',
        'PATCH /consent',
        () => ({ endUserClientId: 'meu003', channelAddressIdentifier: CHANNEL, consentStatus: 'OptOut' }),
        10021
    ]
];
for (const [what, name, body, code, files] of REFUSED) {
    test(`a developer who sends ${name} with ${what} reads ${code}`, async () => {
        const before = service.accepted.length;
        const answer = await ask(name, body(), files === undefined ? {} : { files });
        assert.deepEqual([answer.body['code'], typeof answer.body['message']], [code, 'string']);
        assert.ok(answer.status >= 400);
        assert.equal(service.accepted.length, before);
        assert.equal(service.refused.at(-1), `${name} ${code}`);
    });
}

test('PATCH /agentWork asks for the type of its context, and refuses an unknown context type and status', async () => {
    const { body } = await ask('POST /interactions', message('a', 'p', { from: 'patched' }));
    const [workItemId] = body['workItemIds'] as string[];
    const context = {
        conversationIdentifier: body['conversationIdentifier'],
        routingType: 'Initial',
        routingCorrelationId: 'r'
    };
    const made = await ask('POST /agentWork', { ...given({ workItemId }), routingContext: context });
    const change = (changes: object, headers?: Headers) =>
        ask(
            'PATCH /agentWork',
            { workId: made.body['agentWorkId'], contextType: 'Agent', status: 'Accept', ...changes },
            headers === undefined ? {} : { headers }
        );
    assert.equal((await change({}, { AuthorizationContextType: undefined })).body['code'], 10093);
    assert.equal((await change({ contextType: 'Rep' })).body['code'], 10083);
    assert.equal((await change({ status: 'Done' })).body['code'], 10085);
    assert.equal((await change({})).status, 202);
    assert.equal((await change({ status: 'Close' })).status, 202);
    assert.equal((await change({ status: 'Close' })).body['code'], 10082);
});

test('a channel that Salesforce routes refuses what only a partner may ask', async () => {
    const headers = { AuthorizationContext: 'Routed' };
    await ask('POST /interactions', message('a', 'i', { to: 'routed' }), { headers });
    for (const name of [
        'POST /agentWork',
        'POST /routingResult',
        'POST /route',
        'DELETE /route',
        'POST /messagingSession'
    ])
        assert.equal((await ask(name, {}, { headers })).body['code'], 10005, name);
});

test('messages of one customer are one conversation and one work item, of exactly 15 characters, until the end', async () => {
    const first = (await ask('POST /interactions', message('a', 'x-1', { from: 'kim' }))).body;
    const second = (await ask('POST /interactions', message('b', 'x-2', { from: 'kim' }))).body;
    assert.deepEqual([first['success'], second['conversationIdentifier']], [true, first['conversationIdentifier']]);
    assert.deepEqual(second['workItemIds'], first['workItemIds']);
    assert.match(String((first['workItemIds'] as string[])[0]), /^0Mw[0-9A-Za-z]{12}$/);
    assert.notEqual(first['id'], second['id']);
    const conversationIdentifier = first['conversationIdentifier'];
    const end = session({ endUserClientId: 'kim', conversationIdentifier });
    assert.deepEqual((await ask('POST /messagingSession', end)).body, { success: true });
    const again = (await ask('POST /messagingSession', end)).body;
    assert.deepEqual([again['success'], typeof again['errorReason']], [false, 'string']);
    const [workItemId] = first['workItemIds'] as string[];
    assert.equal(
        (await ask('POST /routingResult', result({ conversationIdentifier, workItemId }))).body['code'],
        15111
    );
    const typing = { ...entry({ id: 't', entryType: 'TypingStartedIndicator', timestamp: 1 }), from: 'kim' };
    assert.deepEqual((await ask('POST /interactions', typing)).body['workItemIds'], []);
    const third = (await ask('POST /interactions', message('c', 'x-3', { from: 'kim' }))).body;
    assert.notDeepEqual(third['workItemIds'], first['workItemIds']);
});

test('the same interaction twice is two, unless that is switched otherwise', async (t) => {
    await ask('POST /interactions', message('a', 'same'));
    await ask('POST /interactions', message('a', 'same'));
    const same = service.accepted.filter(({ body }) => JSON.stringify(body).includes('"same"'));
    assert.equal(same.length, 2);
    const knowing = await serviceForTests({ rules: { knowsInteractionsAgain: true } });
    t.after(() => knowing.close());
    const other = await tokenOf(knowing.url);
    for (let times = 0; times < 2; times += 1) {
        const answer = await call(knowing.url, 'POST /interactions', message('a', 'same'), { token: other });
        assert.equal(answer.status, 202);
    }
    assert.equal(knowing.accepted.length, 1);
});

test('a rep gets a work item once; another rep may have it too', async () => {
    const { body } = await ask('POST /interactions', message('a', 'w', { from: 'worker' }));
    const [workItemId] = body['workItemIds'] as string[];
    const context = {
        conversationIdentifier: body['conversationIdentifier'],
        routingType: 'Transfer',
        routingCorrelationId: 'r'
    };
    const first = await ask('POST /agentWork', { ...given({ workItemId }), routingContext: context });
    assert.equal(first.status, 202);
    assert.match(String(first.body['agentWorkId']), /^0Bz/);
    const second = await ask('POST /agentWork', { ...given({ workItemId }), routingContext: context });
    assert.equal(second.body['code'], 15109);
});

test('a route answers by queue, by flow, or why not; the work then needs no capacity', async () => {
    const queue = (await ask('POST /route', routed({ queueId: QUEUE }))).body;
    assert.deepEqual([queue['success'], queue['workItemId']], [true, work.workItemId]);
    assert.match(String(queue['psrId']), /^0JR/);
    const flow = (await ask('POST /route', routed({ flow: { flowId: '300000000000004', queueId: QUEUE } }))).body;
    assert.deepEqual(flow['contextParamMap'], { userId: REP });
    const closed = (await ask('POST /route', routed({ flow: { flowId: '300000000000005', queueId: QUEUE } }))).body;
    assert.deepEqual([closed['success'], closed['reasonForNotRouting']], [false, 'Closed today.']);
    const end = { conversationIdentifier: work.conversationIdentifier, cancelReason: 'Cancel' };
    assert.deepEqual((await ask('DELETE /route', end)).body, { success: true });
    assert.deepEqual((await ask('DELETE /route', end)).body, { success: false });
    assert.equal((await ask('POST /route', routed())).status, 202);
    const rest = { userId: REP, workItemId: work.workItemId };
    assert.equal((await ask('POST /agentWork', rest)).status, 202);
    assert.deepEqual((await ask('DELETE /route', end)).body, { success: false });
});

test('an upload is accepted at once, and told later by platform event', async (t) => {
    const slow = await serviceForTests({
        rules: {
            uploadMs: 40,
            uploadOutcome: ({ name }) =>
                name === 'big.png' ? 'AttachmentTooLarge' : name === 'p.png' ? 'pending' : 'completed'
        }
    });
    t.after(() => slow.close());
    const other = await tokenOf(slow.url);
    const results = [];
    for (const [name, id] of [
        ['a.png', 'f-1'],
        ['big.png', 'f-2'],
        ['p.png', 'f-3']
    ] as const) {
        const told = slow.published.length;
        const answer = await call(slow.url, 'POST /interactions', attachment(5, { id }), {
            token: other,
            files: [file(5, 'image/png', name)]
        });
        assert.deepEqual([answer.status, slow.published.length], [202, told]);
        await until(() => slow.published.length > told);
        const { eventType, payload } = slow.published.at(-1) as {
            eventType: string;
            payload: {
                payload: {
                    entryType: string;
                    entryPayload: {
                        updatedMessage: {
                            id: string;
                            staticContent: {
                                attachments: { attachmentUploadResult: { resultType: string; errorType?: string } }[];
                            };
                        };
                    };
                };
            };
        };
        const { updatedMessage } = payload.payload.entryPayload;
        const [one] = updatedMessage.staticContent.attachments;
        assert.deepEqual(
            [eventType, payload.payload.entryType, updatedMessage.id],
            ['Interaction', 'MessageUpdated', id]
        );
        results.push(one?.attachmentUploadResult.errorType ?? one?.attachmentUploadResult.resultType);
    }
    assert.deepEqual(results, [
        'CompletedAttachmentUploadResult',
        'AttachmentTooLarge',
        'PendingAttachmentUploadResult'
    ]);
    assert.deepEqual([slow.accepted[0]?.file?.bytes.byteLength, slow.accepted[0]?.file?.bytes[4]], [5, 200]);
});

test('consent is taken where it is the partner’s', async () => {
    const headers = { AuthorizationContext: 'Routed' };
    await ask('POST /interactions', message('a', 'i', { to: 'routed' }), { headers });
    const body = { endUserClientId: 'meu003', channelAddressIdentifier: 'routed', consentStatus: 'OptedOut' };
    assert.deepEqual((await ask('PATCH /consent', body, { headers })).body, { success: true });
});

test('curl’s way is taken too: json as a text of the form', async () => {
    const form = new FormData();
    form.append('json', JSON.stringify(message('a', 'curl')));
    const headers = {
        Authorization: `Bearer ${token}`,
        OrgId: ORG.slice(0, 15),
        AuthorizationContext: 'Messaging',
        RequestId: crypto.randomUUID()
    };
    const response = await fetch(`${service.url}/api/v1/interactions`, { method: 'POST', headers, body: form });
    assert.equal(response.status, 202);
});

test('the wrong kind of body, a path and a method that there are not, and too long a body are refused', async () => {
    assert.equal((await ask('POST /route', {}, { headers: { 'Content-Type': 'text/plain' } })).body['code'], 10016);
    assert.equal((await ask('POST /conversations', {})).status, 404);
    assert.equal((await ask('PUT /route', {})).status, 404);
    assert.equal((await fetch(`${service.url}/route`, { method: 'POST' })).status, 404);
    const long = fetch(`${service.url}/api/v1/interactions`, { method: 'POST', body: new Uint8Array(34_000_000) });
    assert.equal(
        await long.then(
            ({ status }) => status,
            () => 413
        ),
        413
    );
});
