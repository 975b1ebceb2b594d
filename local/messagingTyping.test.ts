/** That a rep types, from an event to the customer's phone, by a real API. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { addEntries } from '../services/messaging-bridge/store/batches.ts';
import type { TypingSaid } from '../services/messaging-bridge/delivery/typingSaid.ts';
import { genesysForTests } from '../services/messaging-bridge/genesys/genesysForTests.ts';
import { createTyping } from '../services/messaging-bridge/genesys/typing.ts';
import type { Database } from '../services/messaging-bridge/store/database.ts';
import { setLink } from '../services/messaging-bridge/store/links.ts';
import { embeddedFolder } from '../services/messaging-bridge/store/embeddedForTests.ts';
import { openStore } from '../services/messaging-bridge/store/store.ts';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { INTEGRATIONS } from './genesys/platformApi/directory.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { serve } from './server.ts';
import type { LocalServer } from './server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-typing-'));
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
const { id: clientId, secret } = OAUTH_CLIENTS.service;
const link = { topology: 'genesysChannel', messenger: 'other', customer: 'edna' } as const;
let api: LocalServer;
let database: Database;
let asked = 0;
let share = 1;
let show: (said: readonly TypingSaid[]) => Promise<number>;

before(async () => {
    api = await serve(
        (request) => {
            if (!request.url.includes('/oauth/')) asked += 1;
            return genesys.fetch(request);
        },
        { port: 0 }
    );
    database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
});
after(async () => {
    await api.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
    genesys.control.reset();
    await database.query('truncate bridge_entries, bridge_lanes, bridge_links, bridge_seen cascade');
    const { agentCommunication: communicationId, id: conversationId } = SEEDED.open;
    await setLink(database, 'here', { ...link, communicationId, conversationId });
    [asked, share] = [0, 1];
    const reach = genesysForTests(api.url, { clientId, secret });
    const onFault = (error: unknown): never => assert.fail(String(error));
    show = createTyping({ database, genesys: { ...reach, spare: () => share }, onFault });
});

const types = (entryType: TypingSaid['entryType'], more: Partial<TypingSaid> = {}): TypingSaid => ({
    conversation: 'here',
    entryType,
    sender: { role: 'Agent', subject: '005000000000001AAA' },
    createdAt: Date.now(),
    ...more
});
const ON = 'TypingStartedIndicator';
const OFF = 'TypingStoppedIndicator';
const seen = (): string[] => genesys.control.typing().map(({ by, type }) => `${by} ${type}`);

test('a customer sees that the rep types, and no more when the rep stops', async () => {
    assert.equal(await show([types(ON)]), 1);
    assert.equal(await show([types(OFF)]), 1);
    assert.deepEqual(seen(), ['agent On', 'agent Off']);
});

test('a rep who types on is not told of with each key, and one who did not type stops nothing', async () => {
    assert.deepEqual(
        await Promise.all([show([types(OFF)]), show([types(ON)]), show([types(ON)]), show([types(OFF)])]),
        [0, 1, 0, 1]
    );
    assert.deepEqual(seen(), ['agent On', 'agent Off']);
});

test('how late it is, is told by the clock of Salesforce, whatever this machine believes', async () => {
    const reach = genesysForTests(api.url, { clientId, secret });
    const ahead = (): number => Date.now() + 600_000;
    const byTheirs = createTyping({ database, genesys: reach, now: ahead });
    assert.equal(await byTheirs([types(ON)]), 0);
    assert.equal(await byTheirs([types(ON, { createdAt: ahead() })]), 1);
});

test('a clock that tells parts of a millisecond is no reason to end the bridge', async () => {
    const reach = genesysForTests(api.url, { clientId, secret });
    const inParts = createTyping({ database, genesys: reach, now: () => Date.now() + 600_000.25 });
    assert.equal(await inParts([types(ON, { createdAt: Date.now() + 600_000 })]), 1);
});

test('an agent of Genesys Cloud on the far side sees it too', async () => {
    const open = INTEGRATIONS.find(({ messengerType }) => messengerType === 'open');
    assert.ok(open);
    await setLink(database, 'far', { ...link, topology: 'openMessaging', integrationId: open.id });
    assert.equal(await show([types(ON, { conversation: 'far' })]), 1);
    assert.equal(asked, 1);
});

test('what is late, has a message before it, would cost a message its turn, or leads nowhere is not sent at all', async () => {
    assert.equal(await show([types(ON, { createdAt: Date.now() - 5_001 })]), 0);
    assert.equal(await show([types(ON, { conversation: 'nobody knows' })]), 0);
    share = 0.4;
    assert.equal(await show([types(ON)]), 0);
    share = 1;
    const waiting = { lane: 'out:here', key: 'k', kind: 'message', body: {}, createdAt: Date.now() };
    await database.transaction((statements) => addEntries(statements, [waiting]));
    assert.equal(await show([types(ON)]), 0);
    assert.equal(asked, 0);
});

test('a Genesys Cloud that is down or says no is asked once, and nobody hears of it', async () => {
    await show([types(ON)]);
    await show([types(OFF)]);
    for (const status of [500, 429, 400]) {
        genesys.control.faults.next({ kind: 'status', status, headers: { 'retry-after': '0' } });
        assert.equal(await show([types(ON)]), 0);
        await show([types(OFF)]);
    }
    assert.equal(asked, 8);
});
