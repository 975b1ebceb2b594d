import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { breakOff, hangUp, json, serverForTests, silence, text } from '../../genesys-api/serverForTests.ts';
import type { Reply, TestServer } from '../../genesys-api/serverForTests.ts';
import { Unplanned } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { Content } from '../outbound/outbound.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { linkOf, setLink } from '../store/links.ts';
import type { Link } from '../store/links.ts';
import { embeddedFolder } from '../store/embeddedForTests.ts';
import { openStore } from '../store/store.ts';
import { genesysForTests } from './genesysForTests.ts';
import { createMessageSender } from './messageSender.ts';
import type { TextPart } from './messageParts.ts';
import { createRemarkSender } from './remarkSender.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(path.join(tmpdir(), 'bridge-senders-'));
const CHANNEL = {
    topology: 'genesysChannel',
    messenger: 'other',
    customer: 'customer-17',
    conversationId: 'conversation-1',
    communicationId: 'leg-1'
} as const satisfies Link;
const OPEN = {
    topology: 'openMessaging',
    messenger: 'other',
    customer: 'customer-17',
    integrationId: 'integration-1'
} as const satisfies Link;
const TEXT: Content = { messageType: 'StaticContentMessage', formatType: 'Text', text: 'Good morning' };

let database: Database;
let server: TestServer;
let sender: Sender;

before(async () => {
    database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
});
after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
    await database.query('truncate bridge_links');
    server = await serverForTests();
    sender = createMessageSender({ database, genesys: genesysForTests(server.url) });
});
afterEach(() => server.close());

function entryOf(content: Content = TEXT, ageMs = 0): Entry {
    const body = {
        conversation: 'here',
        conversationIdentifier: 'here',
        sender: { role: 'Agent', subject: '005' },
        recipient: { appType: 'custom', role: 'EndUser', subject: 'customer-17' },
        identifier: 'entry-1',
        content,
        createdAt: Date.UTC(2026, 10, 2, 9)
    };
    return { seq: 1, lane: 'out:here', key: 'entry:entry-1', kind: 'message', body, ageMs };
}

const planned = async (content?: Content): Promise<TextPart[]> =>
    (await sender.plan(entryOf(content))) as readonly unknown[] as TextPart[];

const bodyAt = (index: number): Record<string, unknown> =>
    JSON.parse(server.received[index]?.body ?? '{}') as Record<string, unknown>;

async function sendOne(leaving = (): void => undefined, signal = never): Promise<Sent> {
    const [part] = await planned();
    return sender.send({ entry: entryOf(), body: part, signal, leaving, whileHeld: async () => undefined });
}

describe('what a rep writes', () => {
    test('goes out on the communication that its conversation is linked to', async () => {
        await setLink(database, 'here', CHANNEL);
        server.replies(json(200, { id: 'message-1' }));
        let left = 0;
        assert.deepEqual(await sendOne(() => void (left += 1)), { kind: 'sent', remoteId: 'message-1' });
        const [{ method, path: to } = { method: '', path: '' }] = server.received;
        assert.deepEqual(
            [method, to],
            ['POST', '/api/v2/conversations/messages/conversation-1/communications/leg-1/messages']
        );
        assert.deepEqual(bodyAt(0), { textBody: 'Good morning' });
        assert.equal(left, 1);
    });

    test('is cut for a text message at 765, elsewhere at 2000, and the same way each time', async () => {
        const long: Content = { ...TEXT, text: 'word '.repeat(600).trim() };
        await setLink(database, 'here', { ...CHANNEL, messenger: 'sms' });
        const sms = await planned(long);
        assert.ok(sms.length === 4 && sms.every((part) => part.text.length <= 765));
        assert.deepEqual(await planned(long), sms);
        assert.equal(new Set(sms.map(({ messageId }) => messageId)).size, 4);
        await setLink(database, 'here', CHANNEL);
        assert.deepEqual(
            (await planned(long)).map((part) => part.text.length),
            [1_999, 999]
        );
    });

    test('waits a minute for its conversation to be linked and an agent to be connected, then is told', async () => {
        const outcome = async (ageMs: number): Promise<unknown> => {
            const error = await Promise.resolve(sender.plan(entryOf(TEXT, ageMs))).catch((thrown: unknown) => thrown);
            return error instanceof Unplanned ? error.outcome : error;
        };
        const reason = 'no conversation of Genesys Cloud belongs to this one';
        assert.deepEqual(await outcome(0), { kind: 'notNow', reason, waitMs: 1_000 });
        assert.deepEqual(await outcome(60_000), { kind: 'refused', reason });
        const { communicationId: _, ...unconnected } = CHANNEL;
        await setLink(database, 'here', unconnected);
        const leg = 'no agent is connected to the conversation in Genesys Cloud';
        assert.deepEqual(await outcome(0), { kind: 'notNow', reason: leg, waitMs: 1_000 });
    });

    test('without anything to say in words is told to the rep', async () => {
        await setLink(database, 'here', CHANNEL);
        await assert.rejects(planned({ ...TEXT, text: ' ' }), ({ outcome }: Unplanned) => outcome.kind === 'refused');
    });

    test('comes in at an open integration under a name that is the same for each attempt', async () => {
        await setLink(database, 'here', OPEN);
        server.replies(json(200, { id: 'message-1', conversationId: 'begun-there' }));
        assert.equal((await sendOne()).kind, 'sent');
        const { channel, text: said } = bodyAt(0) as { channel: Record<string, unknown>; text: string };
        assert.equal(said, 'Good morning');
        assert.deepEqual(channel['from'], { id: 'here', idType: 'Opaque', nickname: 'Salesforce' });
        assert.equal(channel['time'], '2026-11-02T09:00:00.000Z');
        const [part] = await planned();
        assert.equal(channel['messageId'], part?.messageId);
        assert.match(String(channel['messageId']), /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab]/);
        assert.match(
            server.received[0]?.path ?? '',
            /integration-1\/inbound\/open\/message\?prefetchConversationId=true/
        );
        assert.deepEqual(await linkOf(database, 'here'), { ...OPEN, conversationId: 'begun-there' });
    });
});

test('a remark goes as a message does while it is news; nobody is told of one that does not arrive', async () => {
    await setLink(database, 'here', CHANNEL);
    const remarks = createRemarkSender(sender);
    assert.deepEqual(await remarks.plan(entryOf(TEXT, 59_000)), await planned());
    assert.deepEqual(await remarks.plan(entryOf(TEXT, 61_000)), []);
    assert.deepEqual(remarks.undelivered(entryOf(), { isCertain: true, reason: 'no' }), []);
    assert.equal(remarks.delivered, undefined);
});

describe('a send that fails', () => {
    const said = { message: 'Good morning is not allowed', code: 'bad.request' };
    const cases: readonly (readonly [string, readonly Reply[], Sent, number])[] = [
        [
            'with a no is refused, and its reason does not quote the text',
            [json(400, said)],
            { kind: 'refused', reason: 'Genesys Cloud refused it (400 bad.request)' },
            1
        ],
        [
            'for want of a permission is refused',
            [json(403, { code: 'missing.permissions' })],
            { kind: 'refused', reason: 'Genesys Cloud refused it (403 missing.permissions)' },
            1
        ],
        [
            'with too many requests goes when it is asked to',
            [json(429, {}, { 'retry-after': '30' })],
            { kind: 'notNow', reason: 'Genesys Cloud takes no more requests for now', waitMs: 30_000 },
            1
        ],
        [
            'because the sign-in was refused twice goes later',
            [json(401, {}), json(401, {})],
            { kind: 'notNow', reason: 'Genesys Cloud does not take the sign-in of the bridge' },
            2
        ],
        [
            'behind a gateway may have been done',
            [text(504, '<html>')],
            { kind: 'unknown', reason: 'it left, and nobody knows what became of it (504)' },
            1
        ],
        [
            'with a time-out of a gateway may have been done',
            [text(408, '<html>')],
            { kind: 'unknown', reason: 'it left, and nobody knows what became of it (408)' },
            1
        ],
        [
            'with a broken connection may have been done',
            [hangUp],
            { kind: 'unknown', reason: 'it left, and nobody knows what became of it' },
            1
        ],
        [
            'with silence may have been done',
            [silence],
            { kind: 'unknown', reason: 'it left, and nobody knows what became of it' },
            1
        ],
        [
            'with an answer that is cut off may have been done, and is looked for by its name',
            [breakOff(200, '{"id":')],
            { kind: 'unknown', reason: 'its answer (200) names no message' },
            1
        ],
        [
            'with a redirection may have been done',
            [text(307, '', { location: 'https://elsewhere.example/' })],
            { kind: 'unknown', reason: 'it left, and nobody knows what became of it' },
            1
        ]
    ];
    for (const [name, replies, expected, requests] of cases) {
        test(name, async () => {
            await setLink(database, 'here', CHANNEL);
            if (replies.includes(silence)) {
                const genesys = genesysForTests(server.url, { timeoutMs: 300 });
                sender = createMessageSender({ database, genesys });
            }
            server.replies(...replies);
            assert.deepEqual(await sendOne(), expected);
            assert.equal(server.received.length, requests);
        });
    }

    test('because nobody is there, or nobody signs in, was certainly not done', async () => {
        await setLink(database, 'here', CHANNEL);
        server.signInReplies(json(400, { error: 'invalid_client' }));
        assert.equal((await sendOne()).kind, 'notNow');
        await server.close();
        assert.deepEqual(await sendOne(), { kind: 'notNow', reason: 'Genesys Cloud cannot be reached' });
    });

    test('because the worker is late never leaves, and says so as it was said', async () => {
        await setLink(database, 'here', CHANNEL);
        const late = new Error('late');
        await assert.rejects(
            sendOne(() => {
                throw late;
            }),
            late
        );
        assert.equal(server.received.length, 0);
    });

    test('does not fail because the worker ends while it is under way; before that it stays here', async () => {
        await setLink(database, 'here', CHANNEL);
        server.replies((received, response) =>
            setTimeout(() => json(200, { id: 'message-1' })(received, response), 60)
        );
        const ending = new AbortController();
        const sent = sendOne(() => void setTimeout(() => ending.abort(), 20), ending.signal);
        assert.deepEqual(await sent, { kind: 'sent', remoteId: 'message-1' });
        assert.deepEqual(await sendOne(undefined, ending.signal), {
            kind: 'notNow',
            reason: 'the worker ends',
            waitMs: 0
        });
        assert.equal(server.received.length, 1);
    });
});

describe('a message of which nobody knows', () => {
    const at = (ago: number): string => new Date(Date.now() - ago).toISOString();
    const shown = (messages: readonly (readonly [string, number])[], purpose = 'agent', ahead = 0): Reply => {
        const listed = messages.map(([messageId, ago]) => ({ messageId, messageTime: at(ago - ahead) }));
        const date = new Date(Date.now() + ahead).toUTCString();
        return json(200, { participants: [{ purpose, messages: listed }] }, { date });
    };
    const one = (said: string, more: object = {}): Reply =>
        json(200, { id: 'm', direction: 'outbound', normalizedMessage: { text: said }, ...more });
    async function look(agoMs: number, claimed: readonly string[] = []): ReturnType<Sender['find']> {
        const [part] = await planned();
        return sender.find({ entry: entryOf(), body: part, signal: never }, agoMs, new Set(claimed));
    }
    beforeEach(() => setLink(database, 'here', CHANNEL));

    test('is found by its text among what went out since, and not among what others have claimed', async () => {
        server.replies(
            shown([
                ['m1', 900],
                ['m2', 400],
                ['m3', 100]
            ]),
            one('Something else'),
            one('Good morning\r\n')
        );
        assert.deepEqual(await look(1_000, ['m1']), { remoteId: 'm3' });
        assert.deepEqual(
            server.received.map(({ path: asked }) => asked.split('/').at(-1)),
            ['conversation-1', 'm2', 'm3']
        );
    });

    test('is found also where many others went out after it, and not all of those are looked at', async () => {
        const many = Array.from({ length: 100 }, (_, number) => [`m${number}`, 1_000 - number] as const);
        server.replies(shown(many), one('Something else'), one('Something else'), one('Good morning'));
        assert.deepEqual(await look(1_000), { remoteId: 'm2' });
        server.replies(shown(many), one('Something else'));
        assert.equal(await look(1_000), 'absent');
        assert.equal(server.received.length, 4 + 61);
    });

    test('is not taken for one that was there before, by the clock of Genesys Cloud', async () => {
        const hour = 3_600_000;
        server.replies(
            shown(
                [
                    ['before', 20_000],
                    ['after', 500]
                ],
                'agent',
                hour
            ),
            one('Good morning')
        );
        assert.deepEqual(await look(1_000), { remoteId: 'after' });
        assert.equal(server.received.length, 2);
        server.replies(shown([['before', 20_000]], 'agent', -hour));
        assert.equal(await look(1_000), 'absent');
    });

    test("is not taken for the customer's own", async () => {
        server.replies(shown([['m1', 100]], 'customer'));
        assert.equal(await look(1_000), 'absent');
        server.replies(shown([['m1', 100]]), one('Good morning', { direction: 'inbound' }));
        assert.equal(await look(1_000), 'absent');
    });

    test('is asked for again where Genesys Cloud does not answer, and not where it may not be seen', async () => {
        server.replies(json(503, {}));
        assert.equal(await look(0), 'unreachable');
        server.replies(json(404, {}));
        assert.equal(await look(0), 'absent');
        server.replies(json(403, {}));
        assert.equal(await look(0), 'absent');
        server.replies(json(401, {}));
        assert.equal(await look(0), 'unreachable');
    });

    test('in an open conversation is found by the name it was sent under, once that conversation is known', async () => {
        await setLink(database, 'here', OPEN);
        assert.equal(await look(0), 'absent');
        assert.equal(server.received.length, 0);
        await setLink(database, 'here', { ...OPEN, conversationId: 'begun-there' });
        const [part] = await planned();
        const named = (messageId: string | undefined): Reply =>
            one('Good morning', { direction: 'inbound', normalizedMessage: { channel: { messageId } } });
        server.replies(
            shown(
                [
                    ['m1', 200],
                    ['m2', 100]
                ],
                'customer'
            ),
            named('another'),
            named(part?.messageId)
        );
        assert.deepEqual(await look(1_000), { remoteId: 'm2' });
    });
});

test('a rep is told what was not delivered, or perhaps not', () => {
    const [certain] = sender.undelivered(entryOf(), { isCertain: true, reason: 'Genesys Cloud refused it (400)' });
    const [perhaps] = sender.undelivered(entryOf(), { isCertain: false, reason: 'it may have been delivered' });
    assert.deepEqual(
        [certain?.lane, certain?.kind, certain?.key],
        ['back:here', 'undelivered', 'undelivered:entry:entry-1']
    );
    assert.deepEqual(certain?.body, {
        customer: 'customer-17',
        entryId: 'entry-1',
        errorCode: 'NotDelivered',
        errorMessage: 'This message was not delivered in full: Genesys Cloud refused it (400).'
    });
    assert.match(JSON.stringify(perhaps?.body), /MayNotBeDelivered.*may not have been delivered/);
});
