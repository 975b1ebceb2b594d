/** The real bridge, in a process of its own, between the local Salesforce and the local Genesys Cloud. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createLocalOrg } from '../org/org.ts';
import type { LocalOrg } from '../org/org.ts';
import { createLocalMessaging } from './localMessaging.ts';
import type { LocalMessaging } from './localMessaging.ts';
import type { MessagingView } from './messagingView.ts';

const EDNA = 'edna-77';
const LONGEST_MS = 60_000;

let org: LocalOrg;
let messaging: LocalMessaging;

before(() => {
    org = createLocalOrg({ projectDir: new URL('../..', import.meta.url).pathname, databaseFile: ':memory:' });
    messaging = createLocalMessaging({ org });
});
after(async () => {
    await messaging.close();
    org.close();
});

async function ask(method: string, route: string, body?: object): Promise<{ status: number; body: unknown }> {
    const request = new Request(`http://127.0.0.1/local/messaging/${route}`, {
        method,
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

async function write(text: string, more: object = {}): Promise<void> {
    const conversation = (await view()).conversations.find(({ customer }) => customer === EDNA)?.id;
    const { status, body } = await ask('POST', 'rep/messages', { conversation, text, ...more });
    assert.equal(status, 200, JSON.stringify(body));
}

test('a rep writes in the local Salesforce and the customer of the local Genesys Cloud reads it, also what was written while the bridge was killed', async () => {
    const begun = await until('the bridge', ({ bridge, conversations }) => {
        assert.notEqual(bridge.state, 'failed', bridge.why);
        return bridge.state === 'running' && conversations.length > 0;
    });
    assert.ok(begun.reps.some(({ label }) => label === 'Ada Agent'));
    await write('Yes, by card.');
    await write('Which colour?', { options: ['Red', 'Blue'] });
    await until('two texts', (seen) => customersText(seen).includes('Which colour?\n1. Red\n2. Blue'));

    await ask('PUT', 'bridge', { is: 'stopped' });
    assert.equal((await view()).bridge.state, 'stopped');
    await write('While it was gone.');
    await ask('PUT', 'bridge', { is: 'running' });
    const last = await until('the last text', (seen) => customersText(seen).includes('While it was gone.'));
    assert.deepEqual(customersText(last).slice(-3), [
        'Yes, by card.',
        'Which colour?\n1. Red\n2. Blue',
        'While it was gone.'
    ]);
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
    const conversation = (await view()).conversations[0]?.id;
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
    const conversation = (await view()).conversations[0]?.id;
    const send = (file: object) => ask('POST', 'rep/messages', { conversation, text: '', file });
    const content = Buffer.from('a picture').toString('base64');
    assert.equal((await send({ name: 'parcel.png', mimeType: 'image/png', content })).status, 200);
    const lines = (await view()).conversations[0]?.lines ?? [];
    const { file } = lines.findLast(({ by }) => by === 'rep') ?? {};
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

test('a person who begins anew finds the conversations as at first', async () => {
    await messaging.reset();
    assert.deepEqual(customersText(await view()), ['Hi, can I pay by card?']);
});
