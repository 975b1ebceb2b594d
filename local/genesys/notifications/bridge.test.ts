/** The bridge's own room of notifications against this Genesys Cloud, with a real WebSocket and a real database. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { Channel } from '../../../services/messaging-bridge/genesys/channels.ts';
import { genesysForTests } from '../../../services/messaging-bridge/genesys/genesysForTests.ts';
import { followNotifications } from '../../../services/messaging-bridge/notifications/followNotifications.ts';
import type { Notifications } from '../../../services/messaging-bridge/notifications/followNotifications.ts';
import type { ListeningState } from '../../../services/messaging-bridge/notifications/listening.ts';
import type { CustomerTypes } from '../../../services/messaging-bridge/inbound/typing.ts';
import type { Database } from '../../../services/messaging-bridge/store/database.ts';
import { heardOf, setHeard } from '../../../services/messaging-bridge/store/heard.ts';
import { linkOf, setLink } from '../../../services/messaging-bridge/store/links.ts';
import { embeddedFolder } from '../../../services/messaging-bridge/store/embeddedForTests.ts';
import { openStore } from '../../../services/messaging-bridge/store/store.ts';
import { serve } from '../../server.ts';
import type { LocalServer } from '../../server.ts';
import { OAUTH_CLIENTS } from '../platformApi/clients.ts';
import { DIGITAL_QUEUES, INTEGRATIONS, USERS } from '../platformApi/directory.ts';
import { createPlatformApi } from '../platformApi/platformApi.ts';
import { SEEDED } from '../platformApi/seed.ts';

const { id: clientId, secret } = OAUTH_CLIENTS.service;
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
const { control } = genesys;
const [amira, jonas] = USERS.map(({ id }) => id) as [string, string];
const CHANNELS: Channel[] = [
    {
        topology: 'genesysChannel',
        channelAddress: 'care-app',
        messenger: 'other',
        queueId: DIGITAL_QUEUES[0]?.id ?? ''
    }
];
const REPS = [{ salesforceUserId: '005000000000001AAA', genesysUserId: amira }];
const TIMING = {
    openWithinMs: 500,
    pingAfterMs: 2_000,
    lostAfterMs: 6_000,
    renewAfterMs: 60_000,
    backOffMs: 10,
    longestBackOffMs: 40,
    listAfterMs: [0, 100, 400]
};

const OPEN = INTEGRATIONS.find(({ messengerType }) => messengerType === 'open')?.id ?? '';

/** A silence of this length counts. */
const SHORT = { pingAfterMs: 60, lostAfterMs: 200 };

const folder = mkdtempSync(path.join(tmpdir(), 'bridge-notifications-'));
let server: LocalServer;
let database: Database;
let notifications: Notifications;
let states: ListeningState[] = [];
const faults: unknown[] = [];
const typed: CustomerTypes[] = [];
/** How many more times the list of conversations is refused. */
let refusals = 0;

before(async () => {
    server = await serve(
        async (request) => {
            const isRefused = request.url.endsWith('/details/query') && refusals-- > 0;
            return isRefused ? new Response(null, { status: 500 }) : genesys.fetch(request);
        },
        { port: 0, upgrade: genesys.upgrade }
    );
    database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
});
after(async () => {
    await database.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
    control.reset();
    control.notifications.setHeartbeat(20);
    typed.splice(0);
    await database.query(
        'truncate bridge_entries, bridge_lanes, bridge_links, bridge_heard, bridge_listened, bridge_seen, bridge_parts cascade'
    );
});
afterEach(async () => {
    await notifications.close();
    control.notifications.freeze(false);
    control.notifications.expireChannels();
});

const count = (name: ListeningState['name']): number => states.filter((state) => state.name === name).length;

/** Listens as a leader does, once it has connected. */
async function listening(timing: Partial<typeof TIMING> = {}): Promise<void> {
    states = [];
    const reach = genesysForTests(server.url, { clientId, secret, timeoutMs: 10_000, budgetMs: 2_000 });
    notifications = followNotifications({
        database,
        genesys: reach,
        channels: CHANNELS,
        reps: REPS,
        tellTyping: (told) => typed.push(told),
        onState: (state) => states.push(state),
        onFault: (error) => faults.push(error),
        timing: { ...TIMING, ...timing }
    });
    notifications.lead(true);
    await until(() => count('listening') > 0, 'it listens');
}

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (const end = performance.now() + 60_000; !(await isSo()); await wait(5))
        if (performance.now() > end) assert.fail(`it was never so that ${what}`);
}

const api = async (method: string, url: string, body?: object): Promise<Response> => {
    const reply = await fetch(`${server.url}oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    const { access_token: token } = (await reply.json()) as { access_token: string };
    return fetch(`${server.url}api/v2/conversations/messages/${url}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
};

interface Stored {
    readonly messageId: string;
    readonly customer: string;
    readonly channelAddress: string;
    readonly communicationId?: string;
    readonly content: {
        readonly text?: string;
        readonly files?: readonly { readonly url: string; readonly name: string }[];
    };
}

async function stored(conversation: string): Promise<Stored[]> {
    const rows = await database.query<{ body: Stored }>(
        'select body from bridge_entries where lane = $1 order by seq',
        [`customer:${conversation}`]
    );
    return rows.map(({ body }) => body);
}

const textsOf = async (conversation: string): Promise<(string | undefined)[]> =>
    (await stored(conversation)).map(({ content }) => content.text);

const are = (conversation: string, texts: readonly string[]) => async (): Promise<boolean> =>
    (await textsOf(conversation)).join('|') === texts.join('|');

describe('a customer on a channel of Genesys Cloud', () => {
    it('writes, and each message is stored for Salesforce once, in its order, with who wrote it', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one', name: 'Otto' });
        control.customerWrites(id, 'two');
        await until(are(id, ['one', 'two']), 'both are stored');
        control.customerWrites(id, 'three');
        await until(are(id, ['one', 'two', 'three']), 'all are stored');
        const [first] = await stored(id);
        assert.deepEqual([first?.customer, first?.channelAddress], ['otto-1', 'care-app']);
    });

    it('has written before anybody listened here, and is heard once the conversation moves', async () => {
        await listening();
        control.customerWrites(SEEDED.sms.id, 'Hello?');
        await until(are(SEEDED.sms.id, ['Is my parcel late?', 'Hello?']), 'the earlier one came along');
    });

    it('goes on writing for longer than it is remembered what was seen, and nothing old is taken for new', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'it is stored');
        const [first] = control.messages(id);
        assert.ok(first);
        Object.assign(first, { timestamp: new Date(Date.now() - 31 * 86_400_000).toISOString() });
        await database.query('truncate bridge_seen');
        control.customerWrites(id, 'two');
        await until(async () => (await textsOf(id)).includes('two'), 'the new one is stored');
        assert.deepEqual(await textsOf(id), ['one', 'two']);
    });

    it('sends a file with a text', async () => {
        await listening();
        const file = { name: 'damage.png', mime: 'image/png', bytes: new Uint8Array(9), at: server.url };
        control.customerSends(SEEDED.open.id, { ...file, text: 'Look' });
        await until(async () => (await stored(SEEDED.open.id)).length === 2, 'it is stored');
        const content = (await stored(SEEDED.open.id))[1]?.content;
        assert.equal(content?.text, 'Look');
        assert.equal(content?.files?.[0]?.name, 'damage.png');
        assert.match(content.files[0].url, /^http:\/\/127\.0\.0\.1:\d+\/uploads\//);
    });

    it('writes in a queue that is no channel of Salesforce, and nothing is stored', async () => {
        await listening();
        const email = SEEDED.email.id;
        control.customerWrites(email, 'by mail');
        control.customerWrites(SEEDED.open.id, 'by message');
        await until(async () => (await stored(SEEDED.open.id)).length > 0, 'the other is stored');
        assert.deepEqual(await stored(email), []);
    });
});

describe('a rep whose message is to go out', () => {
    const leg = async (): Promise<string | undefined> => {
        const link = await linkOf(database, 'of-salesforce');
        return link?.topology === 'genesysChannel' ? link.communicationId : assert.fail('there is no link');
    };
    const linked = (conversationId: string): Promise<void> =>
        setLink(database, 'of-salesforce', {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'otto-1',
            conversationId
        });
    const ofAgent = (conversation: string, userId: string) =>
        control
            .conversation(conversation)
            .participants.findLast((one) => one.userId === userId && one.purpose === 'agent');
    const answers = async (conversation: string, userId: string): Promise<string> => {
        const agent = ofAgent(conversation, userId);
        assert.ok(agent);
        const done = await api('PATCH', `${conversation}/participants/${agent.id}`, { state: 'connected' });
        assert.ok(done.ok, await done.text());
        return agent.communication.id;
    };

    it('writes on the leg of whoever is connected: after the answer, a transfer and its acceptance', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await linked(id);
        await until(are(id, ['one']), 'it is stored');
        assert.equal(await leg(), undefined, 'nobody has answered');
        const first = await answers(id, amira);
        await until(async () => (await leg()) === first, 'the first agent’s leg is known');
        const { id: participant } = ofAgent(id, amira) ?? assert.fail();
        const done = await api('POST', `${id}/participants/${participant}/replace`, { userId: jonas });
        assert.equal(done.status, 202, await done.text());
        await until(async () => (await leg()) === undefined, 'nobody is connected');
        const second = await answers(id, jonas);
        await until(async () => (await leg()) === second, 'the second agent’s leg is known');
        await api('PATCH', id, { state: 'disconnected' });
        await until(async () => (await heardOf(database, id))?.hasEnded === true, 'it has ended');
        assert.equal(await leg(), undefined);
    });

    it('is told once of a message that could not be delivered', async () => {
        await listening();
        const { agentCommunication, id } = SEEDED.open;
        const sent = await api('POST', `${id}/communications/${agentCommunication}/messages`, { textBody: 'Yes.' });
        const { id: messageId } = (await sent.json()) as { id: string };
        const time = new Date().toISOString();
        const receipt = { id: messageId, channel: { to: { id: 'edna-77' }, time }, status: 'Failed' };
        const done = await api('POST', `${OPEN}/inbound/open/receipt`, receipt);
        assert.ok(done.ok, await done.text());
        const told = async (): Promise<unknown[]> =>
            (await database.query(`select body from bridge_entries where lane = $1`, [`receipts:${id}`])).map(
                ({ body }) => body
            );
        await until(async () => (await told()).length > 0, 'it is stored');
        control.customerWrites(id, 'and more');
        await until(async () => (await textsOf(id)).includes('and more'), 'it was seen again');
        const [kept, ...more] = (await told()) as { messageId: string; status: string }[];
        assert.deepEqual([kept?.messageId, kept?.status, more.length], [messageId, 'Failed', 0]);
    });

    it('sees that the customer types, where Salesforce knows the customer', async () => {
        await listening();
        const { id } = SEEDED.open;
        const time = new Date().toISOString();
        const types = async (type: 'On' | 'Off'): Promise<void> => {
            const channel = { from: { id: 'edna-77', idType: 'Opaque' }, time };
            const events = [{ eventType: 'Typing', typing: { type } }];
            const done = await api('POST', `${OPEN}/inbound/open/event`, { channel, events });
            assert.ok(done.ok, await done.text());
        };
        await types('On');
        control.customerWrites(id, 'Hello');
        await until(async () => (await textsOf(id)).includes('Hello'), 'the conversation is known');
        assert.deepEqual(typed, [], 'nobody knows whom to tell of');
        await linked(id);
        await types('On');
        await types('Off');
        await until(() => typed.length === 2, 'both are told');
        assert.deepEqual(
            typed.map(({ channelAddress, customer, isTyping }) => [channelAddress, customer, isTyping]),
            [
                ['care-app', 'otto-1', true],
                ['care-app', 'otto-1', false]
            ]
        );
        assert.deepEqual((await textsOf(id)).length, 2, 'nothing of it is stored');
    });

    it('has the leg that was linked by hand where nothing was heard', async () => {
        await listening();
        await setLink(database, 'of-salesforce', {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'otto-1',
            conversationId: SEEDED.web.id,
            communicationId: 'by-hand'
        });
        assert.equal(await leg(), 'by-hand');
    });
});

describe('an operator whose network is bad', () => {
    it('loses nothing that was written while the connection was broken', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'the first is stored');
        control.notifications.drop();
        control.customerWrites(id, 'two');
        control.customerWrites(id, 'three');
        await until(are(id, ['one', 'two', 'three']), 'the others are');
        assert.ok(count('lost') >= 1);
    });

    it('loses no conversation that began while nobody listened, also one that has ended since', async () => {
        await listening();
        const known = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(known, ['one']), 'it listens');
        notifications.lead(false);
        const begun = control.customerTexts({ from: 'otto-2', text: 'Hello?' });
        const ended = control.customerTexts({ from: 'otto-3', text: 'Forget it' });
        const { id: customer } = control.conversation(ended).participants[0] ?? assert.fail();
        const done = await api('PATCH', `${ended}/participants/${customer}`, { state: 'disconnected' });
        assert.ok(done.ok, await done.text());
        notifications.lead(true);
        await until(are(begun, ['Hello?']), 'the new one is stored');
        await until(are(ended, ['Forget it']), 'the ended one is');
        await until(async () => (await heardOf(database, ended))?.hasEnded === true, 'that it has ended is kept');
    });

    it('has nothing of what was before the first time', async () => {
        const before = control.customerTexts({ from: 'otto-1', text: 'before' });
        // The API tells the time to the second.
        await wait(1_100);
        await listening();
        const id = control.customerTexts({ from: 'otto-2', text: 'after' });
        await until(are(id, ['after']), 'it listens');
        await wait(300);
        assert.deepEqual(await textsOf(before), []);
        control.notifications.drop();
        await until(() => count('listening') === 2, 'it listens again');
        await wait(600);
        assert.deepEqual(await textsOf(before), [], 'also after a gap');
    });

    it('is told of a list that is refused, and hears what comes all the same', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'it listens');
        faults.splice(0);
        notifications.lead(false);
        const missed = control.customerTexts({ from: 'otto-2', text: 'Hello?' });
        refusals = 7;
        notifications.lead(true);
        await until(are(missed, ['Hello?']), 'the list is asked for until it comes');
        assert.equal(faults.length, 7);
    });

    it('notices a connection that stands and says nothing, and asks for what it missed', async () => {
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await setHeard(database, id, { channelAddress: 'care-app', hasEnded: false });
        await listening(SHORT);
        await until(are(id, ['one']), 'the first is stored');
        control.notifications.freeze(true);
        control.customerWrites(id, 'two');
        await until(are(id, ['one', 'two']), 'the second is');
        control.notifications.freeze(false);
        await until(() => states.at(-1)?.name === 'listening', 'it listens again');
    });

    it('keeps a quiet connection, because it answers when it is asked', async () => {
        control.notifications.setHeartbeat(60_000);
        await listening({ pingAfterMs: 100, lostAfterMs: 3_000 });
        await wait(3_500);
        assert.deepEqual(
            states.map(({ name }) => name),
            ['listening']
        );
    });

    it('changes to another connection before the vendor closes this one', async () => {
        await listening();
        control.notifications.warnOfClosing();
        await until(() => count('listening') === 2, 'there is another one');
        await until(() => control.notifications.connections() === 1, 'the first one is closed');
        assert.equal(count('renewed'), 1);
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'it is heard there');
        assert.equal(count('lost'), 0);
    });

    it('changes to another channel before this one is too old', async () => {
        await listening({ renewAfterMs: 60 });
        await until(() => count('renewed') >= 2, 'it has changed twice');
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'it is heard there');
        assert.equal(count('lost'), 0);
    });

    it('is told that nothing can be listened to, and listens as soon as it can', async () => {
        control.faults.next({ kind: 'status', status: 503 }, { times: 4 });
        const starting = listening();
        await until(() => count('failed') > 0, 'it is told');
        await starting;
        assert.match(JSON.stringify(states), /"reason":"(outcomeUnknown|notSent) 503/);
    });

    it('loses nothing where Genesys Cloud does not answer for a while', async () => {
        await listening();
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await until(are(id, ['one']), 'the first is stored');
        control.faults.next({ kind: 'status', status: 500 }, { times: 7 });
        control.customerWrites(id, 'two');
        control.customerWrites(id, 'three');
        await until(are(id, ['one', 'two', 'three']), 'the others are stored in their order');
    });

    it('hears nothing any more in a process that does not lead', async () => {
        await listening();
        notifications.lead(false);
        await wait(50);
        const id = control.customerTexts({ from: 'otto-1', text: 'one' });
        await wait(150);
        assert.deepEqual(await textsOf(id), []);
        notifications.lead(true);
        await until(() => count('listening') === 2, 'it leads again');
        control.customerWrites(id, 'two');
        await until(are(id, ['one', 'two']), 'both are stored');
    });
});

describe('whatever happens to the connection', () => {
    /** A connection that has been silent never says later what it did not say then. */
    function thaw(): void {
        control.notifications.freeze(false);
        control.notifications.drop();
    }

    it('every message of every customer is stored once, in its order', async () => {
        const step = fc.oneof(
            { weight: 6, arbitrary: fc.record({ kind: fc.constant('writes' as const), who: fc.nat(2) }) },
            { weight: 2, arbitrary: fc.constant({ kind: 'drop' as const }) },
            { weight: 1, arbitrary: fc.constant({ kind: 'freeze' as const }) },
            { weight: 1, arbitrary: fc.constant({ kind: 'thaw' as const }) },
            { weight: 1, arbitrary: fc.constant({ kind: 'closing' as const }) },
            { weight: 1, arbitrary: fc.constant({ kind: 'expire' as const }) },
            {
                weight: 2,
                arbitrary: fc.record({ kind: fc.constant('fails' as const), times: fc.integer({ min: 1, max: 5 }) })
            },
            { weight: 1, arbitrary: fc.constant({ kind: 'newLeader' as const }) },
            {
                weight: 2,
                arbitrary: fc.record({ kind: fc.constant('waits' as const), ms: fc.integer({ min: 1, max: 40 }) })
            }
        );
        await fc.assert(
            fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
                await notifications?.close();
                await listening(SHORT);
                const ids = [0, 1, 2].map((who) =>
                    control.customerTexts({ from: `customer-${who}`, text: `${who}: 0` })
                );
                const written: string[][] = ids.map((_, who) => [`${who}: 0`]);
                for (const one of ids) await setHeard(database, one, { channelAddress: 'care-app', hasEnded: false });
                control.notifications.drop();
                for (const one of steps)
                    switch (one.kind) {
                        case 'writes': {
                            const texts = written[one.who] ?? [];
                            texts.push(`${one.who}: ${texts.length}`);
                            control.customerWrites(ids[one.who] ?? '', texts.at(-1) ?? '');
                            break;
                        }
                        case 'drop':
                            control.notifications.drop();
                            break;
                        case 'freeze':
                            control.notifications.freeze(true);
                            break;
                        case 'thaw':
                            thaw();
                            break;
                        case 'closing':
                            control.notifications.warnOfClosing();
                            break;
                        case 'expire':
                            control.notifications.expireChannels();
                            break;
                        case 'fails':
                            control.faults.next({ kind: 'status', status: 502 }, { times: one.times });
                            break;
                        case 'newLeader':
                            notifications.lead(false);
                            notifications.lead(true);
                            break;
                        case 'waits':
                            await wait(one.ms);
                    }
                thaw();
                for (const [who, id] of ids.entries())
                    await until(are(id, written[who] ?? []), `customer ${who} is stored whole and in order`);
            }),
            { numRuns: 12 }
        );
    });
});
