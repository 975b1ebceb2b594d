/** The real bridge, in a process of its own, between the local Salesforce and the local Genesys Cloud. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import { createLocalOrg } from '../org/org.ts';
import type { LocalOrg } from '../org/org.ts';
import { createLocalMessaging } from './localMessaging.ts';
import type { LocalMessaging } from './localMessaging.ts';
import type { Line } from './lines.ts';
import type { MessagingView } from './messagingView.ts';
import type { RepConversation } from './repView.ts';

const EDNA = 'edna-77';
const ADA = '005Lc0000000001IAA';
const LONGEST_MS = 60_000;

let org: LocalOrg;
let messaging: LocalMessaging;

before(() => {
    org = createLocalOrg({ projectDir: new URL('../..', import.meta.url).pathname, databaseFile: ':memory:' });
    messaging = createLocalMessaging({ org, fill: (folder) => embeddedFolder(path.join(folder, 'data')) });
});
after(async () => {
    await messaging.close();
    org.close();
});

async function ask(
    method: string,
    route: string,
    body?: object,
    user = 'agent'
): Promise<{ status: number; body: unknown }> {
    const request = new Request(`http://127.0.0.1/local/messaging/${route}`, {
        method,
        headers: { cookie: `sid=${user}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const response = await messaging.fetch(request);
    return { status: response.status, body: await response.json() };
}
const view = async (): Promise<MessagingView> => (await ask('GET', 'view')).body as MessagingView;

async function until(what: string, stands: (view: MessagingView) => boolean): Promise<MessagingView> {
    for (const since = Date.now(); ; await wait(50)) {
        const seen = await view();
        if (stands(seen)) return seen;
        if (Date.now() - since > LONGEST_MS)
            assert.fail(`waited in vain for ${what}: ${JSON.stringify({ ...seen, reps: [] })}`);
    }
}

const customersText = ({ customers }: MessagingView): string[] =>
    customers.find(({ address }) => address === EDNA)?.lines.map(({ text }) => text) ?? [];

const edna = ({ conversations }: MessagingView): RepConversation | undefined =>
    conversations.find(({ customer }) => customer === EDNA);
const repsLines = (seen: MessagingView): readonly Line[] => edna(seen)?.lines ?? [];
const repsText = (seen: MessagingView): string[] => repsLines(seen).map(({ text }) => text);

async function done(asked: ReturnType<typeof ask>): Promise<void> {
    const { body, status } = await asked;
    assert.equal(status, 200, JSON.stringify(body));
}
async function write(text: string, more: object = {}): Promise<void> {
    const conversation = (await view()).conversations.find(({ customer }) => customer === EDNA)?.id;
    await done(ask('POST', 'rep/messages', { conversation, text, ...more }));
}
async function customerWrites(text: string): Promise<void> {
    const conversation = (await view()).customers.find(({ address }) => address === EDNA)?.id;
    await done(ask('POST', 'customer/messages', { conversation, text }));
}

test('a customer writes, a rep answers and is told that it was delivered, also where the bridge was killed meanwhile', async () => {
    const begun = await until('the bridge', ({ bridge }) => {
        assert.notEqual(bridge.state, 'failed', bridge.why);
        return bridge.state === 'running';
    });
    assert.ok(begun.reps.some(({ label }) => label === 'Ada Agent'));
    await customerWrites('Or by cheque?');
    const told = await until('the question', (seen) => repsText(seen).includes('Or by cheque?'));
    assert.deepEqual(
        repsLines(told).flatMap(({ by, text }) => (by === 'customer' ? [text] : [])),
        ['Hi, can I pay by card?', 'Or by cheque?']
    );
    const waiting = edna(told);
    assert.equal(waiting?.status, 'Waiting');
    await done(ask('POST', 'rep/works', { conversation: waiting.id }));
    assert.deepEqual(edna(await view())?.takenBy, [ADA]);
    await write('Yes, by card.');
    await write('Which colour?', { options: ['Red', 'Blue'] });
    await until('two texts', (seen) => customersText(seen).includes('Which colour?\n1. Red\n2. Blue'));

    await ask('PUT', 'bridge', { is: 'stopped' });
    assert.equal((await view()).bridge.state, 'stopped');
    await write('While it was gone.');
    await customerWrites('Hello?');
    await ask('PUT', 'bridge', { is: 'running' });
    const last = await until(
        'the last texts',
        (seen) => customersText(seen).includes('While it was gone.') && repsText(seen).includes('Hello?')
    );
    assert.deepEqual(
        customersText(last).filter((text) => text !== 'Hello?'),
        [
            'Hi, can I pay by card?',
            'Or by cheque?',
            'Yes, by card.',
            'Which colour?\n1. Red\n2. Blue',
            'While it was gone.'
        ]
    );
    await until('receipts', (seen) => repsLines(seen).every(({ by, state }) => by !== 'rep' || state === 'delivered'));
});

test('a rep sees that the customer types, and reads which answer the customer chose by its number', async () => {
    const conversation = (await view()).customers.find(({ address }) => address === EDNA)?.id;
    await done(ask('POST', 'customer/typing', { conversation, isTyping: true }));
    await until('that the customer types', (seen) => edna(seen)?.customerIsTyping === true);
    await done(ask('POST', 'customer/typing', { conversation, isTyping: false }));
    await until('that the customer stops', (seen) => edna(seen)?.customerIsTyping === false);
    await write('Which size?', { options: ['Small', 'Large'] });
    await until('the list', (seen) => repsLines(seen).findLast(({ by }) => by === 'rep')?.state === 'delivered');
    await customerWrites('2');
    const told = await until('the choice', (seen) => repsLines(seen).at(-1)?.by === 'customer');
    assert.equal(repsText(told).at(-1), 'Large');
});

test('a rep sees what a customer on WhatsApp has read, whose conversation rings at Genesys Cloud until the rep accepts it', async () => {
    const mateo = ({ customers }: MessagingView) =>
        customers.find(({ name }) => name === 'Mateo Silva') ?? assert.fail();
    const { address, id } = mateo(await view());
    const told = (seen: MessagingView): RepConversation | undefined =>
        seen.conversations.find(({ customer }) => customer === address);
    await done(ask('POST', 'customer/messages', { conversation: id, text: 'Hello?' }));
    const waiting = await until('Mateo', (seen) => told(seen)?.lines.some(({ text }) => text === 'Hello?') === true);
    const conversation = told(waiting)?.id;
    await done(ask('POST', 'rep/works', { conversation }));
    await done(ask('POST', 'rep/messages', { conversation, text: 'It left this morning.' }));
    const state = (seen: MessagingView) => told(seen)?.lines.find(({ by }) => by === 'rep')?.state;
    const before = await until('the receipt', (seen) => state(seen) === 'delivered' && mateo(seen).hasUnread);
    assert.deepEqual([mateo(before).tellsReading, mateo(before).tellsTyping], [true, false]);
    await done(ask('POST', 'customer/readings', { conversation: id }));
    const after = await until('that it was read', (seen) => state(seen) === 'read');
    assert.equal(mateo(after).hasUnread, false);
});

test('a customer whose channel tells nobody what they read has read it for themselves', async () => {
    const reader = ({ customers }: MessagingView) => customers.find(({ address }) => address === EDNA);
    await done(ask('POST', 'customer/readings', { conversation: reader(await view())?.id }));
    assert.equal(reader(await view())?.hasUnread, true);
});

test('a message waits while Genesys Cloud is down, and arrives once when it is back, also where its answer is lost', async () => {
    await until('the bridge', ({ bridge }) => bridge.state === 'running');
    await ask('PUT', 'genesys', { is: 'down' });
    await write('Are you there?');
    await wait(500);
    const during = await view();
    assert.equal(during.genesys, 'down');
    assert.ok(!customersText(during).includes('Are you there?'));
    await ask('PUT', 'genesys', { is: 'losing' });
    await until('the text', (seen) => customersText(seen).includes('Are you there?'));
    await ask('PUT', 'genesys', { is: 'working' });
    await write('Yes or no?');
    const after = await until('the next', (seen) => customersText(seen).includes('Yes or no?'));
    assert.deepEqual(customersText(after).slice(-2), ['Are you there?', 'Yes or no?']);
    const states = after.conversations.flatMap(({ lines }) => lines.map(({ state }) => state));
    assert.ok(!states.includes('unsure') && !states.includes('notDelivered'), JSON.stringify(states));
});

test('a request that says nothing sensible is answered with what is missing', async () => {
    const conversation = edna(await view())?.id;
    const told = async (route: string, body: object, method = 'POST'): Promise<unknown> => {
        const answer = await ask(method, route, body);
        return [answer.status, (answer.body as { error?: string }).error];
    };
    assert.deepEqual(await told('rep/messages', { conversation, text: ' ' }), [
        400,
        'text must be a text that is not blank.'
    ]);
    assert.deepEqual(await told('rep/messages', { conversation, text: 'Which?', options: [] }), [
        400,
        'options must be a list of 1 to 13 texts that are not blank.'
    ]);
    assert.deepEqual(await told('rep/messages', { conversation: 'none', text: 'Hello' }), [
        404,
        'There is no conversation none.'
    ]);
    assert.deepEqual(await told('bridge', { is: 'away' }, 'PUT'), [400, 'is must be "running" or "stopped".']);
    assert.deepEqual(await told('genesys', { is: 'away' }, 'PUT'), [
        400,
        'is must be one of working, slow, losing, down.'
    ]);
    assert.equal((await ask('GET', 'nothing')).status, 404);
});

test('a file of the rep is kept where the bridge fetches it, and what is none is refused', async () => {
    const conversation = edna(await view())?.id;
    const send = (file: object) => ask('POST', 'rep/messages', { conversation, text: '', file });
    const content = Buffer.from('a picture').toString('base64');
    assert.equal((await send({ name: 'parcel.png', mimeType: 'image/png', content })).status, 200);
    const { file } = repsLines(await view()).findLast(({ by }) => by === 'rep') ?? {};
    assert.deepEqual([file?.name, file?.isPicture], ['parcel.png', true]);
    const fetched = await messaging.fetch(new Request(file?.url ?? ''));
    assert.equal(fetched.headers.get('content-type'), 'image/png');
    assert.equal(await fetched.text(), 'a picture');

    for (const [wrong, why] of [
        [{ mimeType: 'image/png', content }, /^file\.name is missing/],
        [{ name: 'a', mimeType: 'picture', content }, /^file\.mimeType must be/],
        [{ name: 'a', mimeType: 'image/png' }, /^file\.content has 0 bytes/]
    ] as const) {
        const { body, status } = await send(wrong);
        assert.equal(status, 400);
        assert.match((body as { error: string }).error, why);
    }
});

test('a rep gets the file that a customer sends', async () => {
    const conversation = (await view()).customers.find(({ address }) => address === EDNA)?.id;
    const file = { name: 'receipt.png', mimeType: 'image/png', content: Buffer.from('a picture').toString('base64') };
    await done(ask('POST', 'customer/files', { conversation, file }));
    await until('the file', (seen) => repsLines(seen).some((line) => line.file?.name === 'receipt.png'));
});

test('a rep hands a conversation to another rep, who accepts it', async () => {
    const { conversations, reps } = await view();
    const conversation = conversations.find(({ customer }) => customer === EDNA)?.id;
    const ben = reps.find(({ label }) => label === 'Ben Baker')?.id;
    const routed = (seen: MessagingView): number => repsText(seen).filter((text) => text === 'Routed.').length;
    const before = routed(await view());
    await done(ask('POST', 'rep/transfers', { conversation, to: ben }));
    const offered = await until('the work', (seen) => edna(seen)?.offeredTo.length === 1);
    assert.equal(edna(offered)?.offeredTo[0]?.slice(0, 15), ben?.slice(0, 15));
    assert.deepEqual(edna(offered)?.takenBy, [ADA]);
    const told = await until('the answer', (seen) => routed(seen) === before + 1);
    assert.ok(repsText(told).includes('The conversation goes to Ben Baker.'));
    await done(ask('POST', 'rep/works', { conversation }, 'agent2'));
    const after = edna(await view());
    assert.deepEqual([after?.takenBy.map((id) => id.slice(0, 15)), after?.offeredTo], [[ben?.slice(0, 15)], []]);
});

test('a rep ends a conversation, and nobody takes it any more', async () => {
    const conversation = (await view()).conversations.find(({ customer }) => customer === EDNA)?.id;
    await done(ask('POST', 'rep/endings', { conversation }));
    assert.deepEqual(
        [edna(await view())].map((one) => [one?.status, one?.takenBy]),
        [['Ended', []]]
    );
    const again = await ask('POST', 'rep/works', { conversation });
    assert.deepEqual([again.status, again.body], [404, { error: 'The conversation is over.' }]);
});

test('a person who begins anew finds the conversations as at first', async () => {
    await messaging.reset();
    assert.deepEqual((await view()).conversations, []);
    assert.deepEqual(customersText(await view()), ['Hi, can I pay by card?']);
});
