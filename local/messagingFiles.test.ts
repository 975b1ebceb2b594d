/** Files that a rep sends, from a server of Salesforce's on this machine, through a real database and a real API. */
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import { operationNamed } from '@switchboard/genesys-api';
import { createBreaker } from '../services/messaging-bridge/delivery/breaker.ts';
import { entriesOf } from '../services/messaging-bridge/delivery/entriesOf.ts';
import { startWorkers } from '../services/messaging-bridge/delivery/workers.ts';
import type { Workers } from '../services/messaging-bridge/delivery/workers.ts';
import { createFileSender } from '../services/messaging-bridge/files/fileSender.ts';
import { USUAL_TYPES } from '../services/messaging-bridge/files/mediaTypes.ts';
import { genesysForTests } from '../services/messaging-bridge/genesys/genesysForTests.ts';
import { createMessageSender } from '../services/messaging-bridge/genesys/messageSender.ts';
import { addEntries } from '../services/messaging-bridge/store/batches.ts';
import { onBothDatabases } from '../services/messaging-bridge/store/databasesForTests.ts';
import { keepFile, setLeaving } from '../services/messaging-bridge/store/files.ts';
import { setLink } from '../services/messaging-bridge/store/links.ts';
import { OAUTH_CLIENTS } from './genesys/platformApi/clients.ts';
import { INTEGRATIONS } from './genesys/platformApi/directory.ts';
import { createPlatformApi } from './genesys/platformApi/platformApi.ts';
import { SEEDED } from './genesys/platformApi/seed.ts';
import { messagesEnd } from './messagesForTests.ts';
import { ConnectionLost } from './org/orgError.ts';
import { until } from './org/pubsub/pubSubForTests.ts';
import { entryPublished, messageEntry } from './org/pubsub/repEventForTests.ts';
import { serve } from './server.ts';
import type { LocalServer } from './server.ts';

const { id: clientId, secret } = OAUTH_CLIENTS.service;
const APP = 'here-app';
const PHONE = 'here-phone';
const FAR = 'here-far';
/** Far longer than a busy machine stands still. */
const LONGEST_MS = 60_000;
const PICTURE = randomBytes(300_000);
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });

/** What Salesforce keeps: by path, a file or what its server does instead. */
const kept = new Map<string, Response | (() => Promise<Response>)>();
const fetched: string[] = [];
/** What happens to one request to Genesys Cloud. */
let happens: (request: Request, answer: () => Promise<Response>) => Promise<Response> = (_, answer) => answer();
const seen: string[] = [];

onBothDatabases((database) => {
    let salesforce: LocalServer;
    let api: LocalServer;
    let workers: Workers;

    before(async () => {
        salesforce = await serve(
            async (request) => {
                const path = decodeURIComponent(new URL(request.url).pathname.slice(1));
                fetched.push(path);
                const one = kept.get(path);
                return one === undefined
                    ? new Response('none', { status: 404 })
                    : typeof one === 'function'
                      ? one()
                      : one.clone();
            },
            { port: 0 }
        );
        api = await serve(
            async (request) => {
                seen.push(`${request.method} ${new URL(request.url).pathname.split('/').slice(-2).join('/')}`);
                return happens(request, () => genesys.fetch(request));
            },
            { port: 0 }
        );
    });
    after(async () => {
        await salesforce.close();
        await api.close();
    });
    beforeEach(async () => {
        genesys.control.reset();
        kept.clear();
        fetched.length = 0;
        seen.length = 0;
        happens = (_, answer) => answer();
        const link = { topology: 'genesysChannel', customer: 'edna', messenger: 'other' } as const;
        for (const [here, there] of [
            [APP, SEEDED.open],
            [PHONE, SEEDED.sms]
        ] as const)
            await setLink(database(), here, {
                ...link,
                conversationId: there.id,
                communicationId: there.agentCommunication
            });
        workers = await work();
    });
    afterEach(() => workers.drain());

    async function work({ unbrokenSince = (): number => -Infinity, fileWithinMs = LONGEST_MS } = {}): Promise<Workers> {
        const reach = genesysForTests(api.url, { clientId, secret, budgetMs: 3_000 });
        const breakers = { message: createBreaker(20), file: createBreaker(20) };
        const senders = {
            message: createMessageSender({
                database: database(),
                genesys: reach,
                filesWithinMs: LONGEST_MS,
                uploadTimes: { lookMs: LONGEST_MS, firstPauseMs: 10, putMs: LONGEST_MS }
            }),
            file: createFileSender({
                database: database(),
                hosts: ['documentforce.com'],
                isHere: true,
                mostBytes: 400_000,
                types: [...USUAL_TYPES, 'application/zip'],
                timeoutMs: fileWithinMs
            })
        };
        return startWorkers({
            database: database(),
            name: randomUUID(),
            lanes: 3,
            leaseMs: LONGEST_MS,
            senderOf: (kind) => (kind === 'message' || kind === 'file' ? senders[kind] : undefined),
            breakerOf: (kind) => (kind === 'file' ? breakers.file : breakers.message),
            maxAgeMs: 3_600_000,
            settleMs: 200,
            firstWaitMs: 5,
            unbrokenSince,
            onSettled: () => undefined,
            onFault: (error) => assert.fail(String(error))
        });
    }

    const at = (name: string): string => new URL(name, salesforce.url).href;
    const file = (name: string, mimeType = 'image/png', url = at(name)): object => ({
        id: randomUUID(),
        name,
        mimeType,
        url
    });
    const keep = (name: string, bytes = PICTURE, type = 'image/png'): void =>
        void kept.set(name, new Response(bytes, { headers: { 'content-type': type } }));

    /** As Salesforce says it. */
    async function says(conversation: string, content: object, identifier: string = randomUUID()): Promise<void> {
        const place = { conversation, channelAddress: randomUUID(), customer: 'edna' };
        const { Payload__c } = entryPublished(place, identifier, messageEntry(content));
        const record = { CreatedDate: Date.now(), EventType__c: 'Interaction', Payload__c };
        const bytes = new Uint8Array();
        const event = { id: randomUUID(), replayId: bytes, schemaId: 's', bytes, record };
        const { entries, unreadable } = entriesOf({ events: [event] });
        assert.deepEqual(unreadable, []);
        await database().transaction((statements) => addEntries(statements, entries));
    }
    const sends = (conversation: string, text: string | undefined, ...attachments: object[]): Promise<void> =>
        says(conversation, { formatType: 'Attachments', attachments, ...(text === undefined ? {} : { text }) });
    const writes = (conversation: string, text: string): Promise<void> =>
        says(conversation, { formatType: 'Text', text });

    const settled = (count: number): Promise<void> => messagesEnd(database(), count);
    const arrived = (conversationId: string): string[] =>
        genesys.control
            .received()
            .filter((one) => one.conversationId === conversationId)
            .map(({ mediaIds = [], text }) => (mediaIds.length > 0 ? 'a file' : (text ?? '')));

    async function told(): Promise<string[]> {
        const rows = await database().query<{ code: string; message: string }>(
            `select body->>'errorCode' as code, body->>'errorMessage' as message
             from bridge_entries where kind = 'undelivered' order by seq`
        );
        return rows.map(({ code, message }) => `${code}: ${message}`);
    }
    const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

    /** What a customer sees of the files that went out. */
    async function filesAt({ id: conversationId, agentCommunication: communicationId }: typeof SEEDED.open) {
        const { client } = genesysForTests(api.url, { clientId, secret });
        const operation = operationNamed('get_message_communication_messages_media_media_id');
        assert.ok(operation);
        const sent = genesys.control.received().flatMap((one) => one.mediaIds ?? []);
        return Promise.all(
            sent.map(async (mediaId) => {
                const { data } = await client.call(operation, { conversationId, communicationId, mediaId });
                const { name, url } = data as { name: string; url: string };
                return [name, sha(new Uint8Array(await (await fetch(url)).arrayBuffer()))];
            })
        );
    }

    it('a customer gets the text, then each file, byte by byte and in order, then the next message', async () => {
        const other = randomBytes(1_000);
        keep('the map.png');
        keep('b.pdf', other, 'application/octet-stream');
        await sends(APP, 'Here it is', file('the map.png'), file('b.pdf', 'application/pdf'));
        await writes(APP, 'Did you get it?');
        await settled(2);
        assert.deepEqual(arrived(SEEDED.open.id), ['Here it is', 'a file', 'a file', 'Did you get it?']);
        assert.deepEqual(await filesAt(SEEDED.open), [
            ['the_map.png', sha(PICTURE)],
            ['b.pdf', sha(other)]
        ]);
        assert.deepEqual(await told(), []);
        assert.deepEqual(fetched, ['the map.png', 'b.pdf']);
    });

    it('a customer reads the name of each file that cannot be had, and the rep is told why', async () => {
        keep('large.png', randomBytes(400_001));
        keep('page.png', Buffer.from('<h1>Sign in</h1>'), 'text/html');
        keep('tool.exe', Buffer.from('MZ'), 'application/x-msdownload');
        keep('empty.png', Buffer.alloc(0));
        keep('good.png');
        await sends(
            APP,
            'All of them',
            file('large.png'),
            file('gone.png'),
            file('page.png'),
            file('tool.exe', 'application/x-msdownload'),
            file('empty.png'),
            file('inside.png', 'image/png', 'http://10.0.0.1/inside.png'),
            file('elsewhere.png', 'image/png', 'https://evil.example/elsewhere.png'),
            file('nowhere.png', 'image/png', ''),
            file('good.png')
        );
        await settled(1);
        const names = ['large.png', 'gone.png', 'page.png', 'tool.exe', 'empty.png', 'inside.png', 'elsewhere.png'];
        const lines = [...names, 'nowhere.png'].map((name) => `[The file ${name} could not be sent.]`);
        assert.deepEqual(arrived(SEEDED.open.id), [['All of them', ...lines].join('\n'), 'a file']);
        const end = 'The customer can read that it is missing.';
        assert.deepEqual((await told()).toSorted(), [
            `FileNotSent: The file elsewhere.png was not sent: it is at a host that is not allowed. ${end}`,
            `FileNotSent: The file empty.png was not sent: it is empty. ${end}`,
            `FileNotSent: The file gone.png was not sent: it answered 404. ${end}`,
            `FileNotSent: The file inside.png was not sent: it is not https. ${end}`,
            `FileNotSent: The file large.png was not sent: it has more than 400000 bytes. ${end}`,
            `FileNotSent: The file nowhere.png was not sent: Salesforce names no address. ${end}`,
            `FileNotSent: The file page.png was not sent: a page came in its place. ${end}`,
            `FileNotSent: The file tool.exe was not sent: files of type application/x-msdownload are not sent. ${end}`
        ]);
    });

    it('a server of files that is down for a moment loses no file', async () => {
        let asked = 0;
        kept.set('a.png', async () => {
            asked += 1;
            return asked < 3
                ? new Response('busy', { status: 503 })
                : new Response(PICTURE, { headers: { 'content-type': 'image/png' } });
        });
        await sends(APP, undefined, file('a.png'));
        await settled(1);
        assert.deepEqual(arrived(SEEDED.open.id), ['a file']);
        assert.deepEqual(await told(), []);
    });

    it('a file that does not come keeps its conversation waiting for a while, and no other one', async () => {
        await workers.drain();
        workers = await work({ fileWithinMs: 300 });
        kept.set('never.png', () => new Promise(() => undefined));
        await sends(APP, 'Look', file('never.png'));
        await writes(APP, 'after it');
        await writes(PHONE, 'beside it');
        await until(() => arrived(SEEDED.sms.id).length === 1, 'the other conversation');
        assert.deepEqual(arrived(SEEDED.open.id), []);
        // What a minute later looks like.
        await database().query(`update bridge_entries set received_at = received_at - interval '1 minute'`);
        await settled(3);
        assert.deepEqual(arrived(SEEDED.open.id), ['Look\n[The file never.png could not be sent.]', 'after it']);
        assert.match(
            (await told()).join(),
            /^FileNotSent: .*never\.png was not sent: it could not be fetched in time\./
        );
    });

    it('a file that Genesys Cloud does not take is named to the customer in its place, and the rep is told', async () => {
        keep('all.zip', PICTURE, 'application/zip');
        keep('b.png');
        await sends(APP, 'Two', file('all.zip', 'application/zip'), file('b.png'));
        await settled(1);
        assert.deepEqual(arrived(SEEDED.open.id), ['Two', '[The file all.zip could not be sent.]', 'a file']);
        assert.match(
            (await told()).join('|'),
            /^FileNotSent: .*all\.zip.*Genesys Cloud does not take such a file[^|]*$/
        );
    });

    it('a file whose message was refused is named instead, once', async () => {
        keep('a.png');
        let refusals = 0;
        happens = async (request, answer) => {
            const isMessage = /\/communications\/[^/]+\/messages$/.test(new URL(request.url).pathname);
            if (!isMessage || !(await request.clone().text()).includes('mediaIds') || refusals > 0) return answer();
            refusals += 1;
            return Response.json({ code: 'bad.request', message: 'not on this channel' }, { status: 400 });
        };
        await sends(APP, 'One', file('a.png'));
        await settled(1);
        assert.deepEqual(arrived(SEEDED.open.id), ['One', '[The file a.png could not be sent.]']);
        assert.match((await told()).join('|'), /^FileNotSent: .*refused it \(400 bad\.request\)[^|]*$/);
    });

    it('a file that arrived while its answer was lost is found there, and not sent again', async () => {
        keep('a.png');
        let lost = 0;
        happens = async (request, answer) => {
            const done = await answer();
            if (/\/communications\/[^/]+\/messages$/.test(new URL(request.url).pathname) && (lost += 1) === 1)
                throw new ConnectionLost();
            return done;
        };
        await sends(APP, undefined, file('a.png'));
        await writes(APP, 'next');
        await settled(2);
        assert.deepEqual(arrived(SEEDED.open.id), ['a file', 'next']);
        assert.deepEqual(await told(), []);
    });

    it('an upload that breaks, or that Genesys Cloud cannot begin now, is made anew; a message that has to go later is not uploaded twice', async () => {
        keep('a.png');
        const broken = { uploads: 0, put: 0, message: 0 };
        happens = async (request, answer) => {
            const { pathname } = new URL(request.url);
            if (pathname.endsWith('/media/uploads') && (broken.uploads += 1) === 1)
                return Response.json({}, { status: 503 });
            if (request.method === 'PUT' && (broken.put += 1) === 1) throw new ConnectionLost();
            if (/\/communications\/[^/]+\/messages$/.test(pathname) && (broken.message += 1) <= 3)
                return Response.json({}, { status: 429, headers: { 'retry-after': '0' } });
            return answer();
        };
        await sends(APP, undefined, file('a.png'));
        await settled(1);
        assert.deepEqual(arrived(SEEDED.open.id), ['a file']);
        assert.deepEqual(await told(), []);
        assert.equal(seen.filter((one) => one.endsWith('media/uploads')).length, 3);
        assert.equal(seen.filter((one) => one.startsWith('PUT')).length, 2);
    });

    it('an upload whose process was killed goes again; a message that may have left with its file does not', async () => {
        await workers.drain();
        keep('a.png');
        for (const [conversation, isLeaving] of [
            [APP, false],
            [PHONE, true]
        ] as const) {
            await sends(conversation, undefined, file('a.png'));
            const [entry] = await database().query<{ seq: string; key: string; lane: string }>(
                `select seq, key, lane from bridge_entries where kind = 'message' order by seq desc limit 1`
            );
            assert.ok(entry);
            await database().transaction((statements) =>
                keepFile(statements, { message: entry.key, number: 0, lane: entry.lane }, { bytes: PICTURE })
            );
            await setLeaving(database(), { message: entry.key, number: 0 }, isLeaving);
            const part = { file: { number: 0, name: 'a.png', url: '', mediaType: 'image/png' }, messageId: 'm' };
            await database().query(
                `insert into bridge_parts (seq, part, body, state, started_at)
                 values ($1, 0, $2, 'started', clock_timestamp() - interval '1 minute')`,
                [entry.seq, JSON.stringify(part)]
            );
        }
        workers = await work();
        await settled(2);
        assert.deepEqual([arrived(SEEDED.open.id), arrived(SEEDED.sms.id)], [['a file'], []]);
        assert.match((await told()).join('|'), /^MayNotBeDelivered: [^|]*$/);
    });

    it('a file that arrived before its database was put back to an earlier state is not sent again', async () => {
        keep('a.png');
        await sends(APP, undefined, file('a.png'));
        await settled(1);
        await workers.drain();
        await database().query(`update bridge_files set media = null, communication = null, is_leaving = false`);
        await database().query(`update bridge_parts set state = 'waiting', remote_id = null`);
        await database().query(`update bridge_entries set state = 'waiting', settled_at = null where kind = 'message'`);
        await database().query(`update bridge_lanes set due_at = clock_timestamp()`);
        workers = await work({ unbrokenSince: () => performance.now() });
        await settled(1);
        assert.deepEqual(arrived(SEEDED.open.id), ['a file']);
        assert.deepEqual(await told(), []);
    });

    it('an agent of Genesys Cloud on the far side gets the address of a file that can be had', async () => {
        const open = INTEGRATIONS.find(({ messengerType }) => messengerType === 'open');
        assert.ok(open);
        const link = { topology: 'openMessaging', messenger: 'other', customer: 'edna' } as const;
        await setLink(database(), FAR, { ...link, integrationId: open.id });
        keep('a.png');
        const bodies: unknown[] = [];
        happens = async (request, answer) => {
            if (request.url.includes('/inbound/open/message')) bodies.push(await request.clone().json());
            return answer();
        };
        await sends(FAR, 'See', file('a.png'), file('gone.png'));
        await settled(1);
        const attachment = { mediaType: 'Image', url: at('a.png'), mime: 'image/png', filename: 'a.png' };
        assert.deepEqual(
            bodies.map((body) => {
                const { channel: _, ...said } = body as Record<string, unknown>;
                return said;
            }),
            [
                { text: 'See\n[The file gone.png could not be sent.]' },
                { content: [{ contentType: 'Attachment', attachment }] }
            ]
        );
        assert.equal((await told()).length, 1);
    });
});
