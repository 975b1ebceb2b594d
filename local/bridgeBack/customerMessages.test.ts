/** What a customer says at Genesys Cloud, to the rep in Salesforce: a real database, real HTTP, a file server. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { createBreaker } from '../../services/messaging-bridge/delivery/breaker.ts';
import type { Workers } from '../../services/messaging-bridge/delivery/workers.ts';
import type { Channel } from '../../services/messaging-bridge/genesys/channels.ts';
import { customerMessageEntry } from '../../services/messaging-bridge/inbound/customerMessage.ts';
import type { CustomerSaid } from '../../services/messaging-bridge/inbound/customerMessage.ts';
import { createCustomerMessageSender } from '../../services/messaging-bridge/inbound/customerMessageSender.ts';
import { createFetchFile } from '../../services/messaging-bridge/inbound/fetchFile.ts';
import type { NewEntry } from '../../services/messaging-bridge/store/batches.ts';
import type { Database } from '../../services/messaging-bridge/store/database.ts';
import { endLink, linkOf, setLink } from '../../services/messaging-bridge/store/links.ts';
import { embeddedFolder } from '../../services/messaging-bridge/store/embeddedForTests.ts';
import { openStore } from '../../services/messaging-bridge/store/store.ts';
import { workItemOf } from '../../services/messaging-bridge/store/workItems.ts';
import { CHANNEL, serviceForTests } from '../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import { add, salesforceAt, states, until, workersFor } from './wayBackForTests.ts';

const QUEUE_CHANNEL: Channel = {
    topology: 'genesysChannel',
    channelAddress: CHANNEL,
    messenger: 'sms',
    queueId: '7d5a3b52-2f0c-4b0e-9a55-0e8a5f0d2c11'
};
const PICTURE = Buffer.from('a picture');

const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-way-back-'));
let files: ReturnType<typeof createServer>;
let filesUrl: string;
let filesAreDown = false;
let database: Database;
let service: ServiceForTests;
let workers: Workers;

before(async () => {
    database = await openStore({ folder: await embeddedFolder(path.join(folder, 'data')) });
    files = createServer((request, response) => {
        if (filesAreDown) return void response.writeHead(503).end();
        if (request.url === '/elsewhere')
            return void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
        if (request.url === '/moved') return void response.writeHead(302, { location: '/picture.png' }).end();
        if (request.url === '/gone.png') return void response.writeHead(404).end();
        const type = request.url === '/bytes' ? 'application/octet-stream' : 'image/png';
        response.writeHead(200, { 'content-type': type });
        if (request.url !== '/endless') return void response.end(PICTURE);
        const chunk = Buffer.alloc(1_048_576);
        const more = (): void => {
            while (!response.destroyed && response.write(chunk));
            response.once('drain', more);
        };
        more();
    });
    await new Promise<void>((resolve) => void files.listen(0, '127.0.0.1', resolve));
    filesUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
after(async () => {
    await database.close();
    files.closeAllConnections();
    await new Promise((resolve) => files.close(resolve));
    rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
    filesAreDown = false;
    await database.query(
        'truncate bridge_entries, bridge_lanes, bridge_seen, bridge_links, bridge_work_items restart identity cascade'
    );
    service = await serviceForTests();
    workers = await start();
});
afterEach(async () => {
    await workers.drain();
    await service.close();
});

function start(breaker = createBreaker(20)): Promise<Workers> {
    const sender = createCustomerMessageSender({
        service: salesforceAt(service.url),
        database,
        channels: [QUEUE_CHANNEL],
        fetchFile: createFetchFile({ hosts: [], isHere: true })
    });
    return workersFor(database, { customerMessage: sender }, breaker);
}

let messages = 0;
function said(content: CustomerSaid['content'], changes: Partial<CustomerSaid> = {}): CustomerSaid {
    messages += 1;
    return {
        genesysConversationId: 'conversation-1',
        messageId: `message-${messages}`,
        channelAddress: CHANNEL,
        customer: '+61491570006',
        at: Date.now(),
        content,
        ...changes
    };
}

const tell = (...given: readonly CustomerSaid[]): Promise<number> =>
    add(database, ...given.map((one) => customerMessageEntry(one)));
const settled = async (count: number): Promise<void> =>
    until(async () => {
        const ended = await states(database);
        return ended.length === count && ended.every((state) => !state.includes('waiting'));
    });

/** What Salesforce has taken: the text of each message, the name and bytes of each file. */
const taken = (): string[] =>
    service.accepted.map(({ body, file }) =>
        file === undefined
            ? String(/"(?:text|optionIdentifier)":"([^"]*)"/.exec(JSON.stringify(body))?.[1])
            : `${file.name} ${file.mimeType} ${file.bytes.byteLength}`
    );

test('a rep reads what the customer says, in its order', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `text ${at}`);
    await tell(...texts.map((text) => said({ text })));
    await settled(12);
    assert.deepEqual(taken(), texts);
    assert.equal(service.conversations.length, 1);
});

test('the first answer links the conversation, names its work, and a later one leaves the agent where it was', async () => {
    await tell(said({ text: 'Hello' }, { communicationId: 'leg-1' }));
    await settled(1);
    const [conversation] = service.conversations;
    assert.ok(conversation);
    const link = {
        topology: 'genesysChannel',
        messenger: 'sms',
        customer: '+61491570006',
        conversationId: 'conversation-1'
    } as const;
    assert.deepEqual(await linkOf(database, conversation.id), { ...link, communicationId: 'leg-1' });
    assert.equal(await workItemOf(database, conversation.id), conversation.sessions[0]?.workItemId);

    await setLink(database, conversation.id, { ...link, communicationId: 'leg-2' });
    await tell(said({ text: 'Are you there?' }));
    await settled(2);
    assert.deepEqual(await linkOf(database, conversation.id), { ...link, communicationId: 'leg-2' });

    await tell(said({ text: 'Another question' }, { genesysConversationId: 'conversation-2' }));
    await settled(3);
    assert.deepEqual(await linkOf(database, conversation.id), { ...link, conversationId: 'conversation-2' });
});

test('a conversation that Salesforce ended goes on when something is said in it again', async () => {
    await tell(said({ text: 'Hello' }));
    await settled(1);
    const { id = '' } = service.conversations[0] ?? {};
    await endLink(database, id);
    assert.equal((await linkOf(database, id))?.hasEnded, true);
    await tell(said({ text: 'Hello again' }));
    await settled(2);
    const link = await linkOf(database, id);
    assert.ok(link);
    assert.equal(link.hasEnded, undefined);
});

test('a message that Genesys Cloud tells twice is one for the rep', async () => {
    const one = said({ text: 'Only once' });
    await tell(one);
    await settled(1);
    assert.equal(await tell(one, { ...one }), 0);
    assert.deepEqual(taken(), ['Only once']);
});

test('a message whose answer was lost is told again with the same ids', async () => {
    service.faults.next({ kind: 'lostAnswer' });
    await tell(said({ text: 'Did it arrive?' }), said({ text: 'And this?' }));
    await settled(2);
    const ids = service.accepted.map(({ body }) => /"id":"([^"]+)"/.exec(JSON.stringify(body))?.[1]);
    assert.deepEqual(taken(), ['Did it arrive?', 'Did it arrive?', 'And this?']);
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[1], ids[2]);
});

test('a rep gets what was said and then each file, one at a time', async () => {
    await tell(
        said({
            text: 'Two pictures',
            files: [
                { url: `${filesUrl}/picture.png`, name: 'a/b.png' },
                { url: `${filesUrl}/moved`, name: 'second.png' }
            ]
        })
    );
    await settled(1);
    const size = PICTURE.byteLength;
    assert.deepEqual(taken(), ['Two pictures', `a_b.png image/png ${size}`, `second.png image/png ${size}`]);
    assert.deepEqual(
        new Uint8Array(service.accepted[1]?.file?.bytes ?? []),
        new Uint8Array(PICTURE),
        'the file is the one that the customer sent'
    );
});

test('a rep is told of a file that cannot be had, and why, and the conversation goes on', async () => {
    const name = 'f.png';
    await tell(
        said({ files: [{ url: `${filesUrl}/gone.png`, name }] }),
        said({ files: [{ url: 'http://169.254.169.254/latest/meta-data', name }] }),
        said({ files: [{ url: `${filesUrl}/elsewhere`, name }] }),
        said({ files: [{ url: `${filesUrl}/bytes`, name }] }),
        said({ files: [{ url: `${filesUrl}/endless`, name }] }),
        said({ files: [{ url: `${filesUrl}/picture.png`, name, bytes: 30_000_000 }] }),
        said({ text: 'Never mind' })
    );
    await settled(7);
    const of = (why: string): string => `[The customer sent a file that could not be passed on: f.png. Why: ${why}.]`;
    assert.deepEqual(taken(), [
        of('it answered 404'),
        of('it lies where the bridge may not fetch it'),
        of('it lies where the bridge may not fetch it'),
        of('nobody says of which kind it is'),
        of('it has more than 25 MB'),
        of('it has more than 25 MB'),
        'Never mind'
    ]);
});

test('a file whose server is down is waited for, and other customers are not', async () => {
    filesAreDown = true;
    await workers.drain();
    // A breaker that opens here would keep everybody waiting for longer than this test does.
    workers = await start(createBreaker(20_000));
    await tell(said({ files: [{ url: `${filesUrl}/picture.png` }] }));
    await until(async () => {
        const [lane] = await database.query<{ failures: number }>('select failures from bridge_lanes');
        return (lane?.failures ?? 0) >= 5;
    });
    await tell(said({ text: 'Me too' }, { genesysConversationId: 'conversation-2', customer: 'somebody else' }));
    await until(() => taken().includes('Me too'));
    filesAreDown = false;
    await settled(2);
    assert.deepEqual(taken(), ['Me too', `picture.png image/png ${PICTURE.byteLength}`]);
});

test('a choice of the customer answers the message with the options; where that one is unknown its title is read', async () => {
    const choice = { optionIdentifier: 'option-2', title: 'Tomorrow' };
    await tell(said({ choice: { ...choice, inReplyTo: 'entry-9' } }), said({ choice }));
    await settled(2);
    assert.deepEqual(taken(), ['option-2', 'Tomorrow']);
    assert.match(JSON.stringify(service.accepted[0]?.body), /"inReplyToMessageId":"entry-9"/);
});

test('a choice finds the message of the rep that had the option, the last one where several had it', async () => {
    await tell(said({ text: 'Which day?' }));
    await settled(1);
    const conversation = service.conversations[0]?.id ?? '';
    const asks = (messageId: string, ...options: readonly string[]): NewEntry =>
        question(conversation, messageId, ...options.map((option) => [option, 'A day'] as const));
    await add(database, asks('first', 'today', 'tomorrow'), asks('second', 'tomorrow'), asks('third', 'never'));
    await database.query(`update bridge_entries set state = 'delivered' where kind = 'message'`);
    await tell(
        said({ choice: { optionIdentifier: 'tomorrow', title: 'Tomorrow' } }),
        said({ choice: { optionIdentifier: 'today', title: 'Today' } }),
        said({ choice: { optionIdentifier: 'unknown', title: 'Something else' } })
    );
    await until(() => taken().includes('Something else'));
    assert.deepEqual(
        service.accepted.slice(1).map(({ body }) => /"inReplyToMessageId":"([^"]+)"/.exec(JSON.stringify(body))?.[1]),
        ['second', 'first', undefined]
    );
});

const repsEntry = (conversation: string, messageId: string, content: object): NewEntry => ({
    lane: `out:${conversation}`,
    key: messageId,
    kind: 'message',
    createdAt: Date.now(),
    body: { conversation, messageId, content }
});
const question = (
    conversation: string,
    messageId: string,
    ...options: readonly (readonly [string, string])[]
): NewEntry =>
    repsEntry(conversation, messageId, {
        messageType: 'ChoicesMessage',
        formatType: 'Buttons',
        text: 'When?',
        optionItems: options.map(([optionIdentifier, title]) => ({ optionIdentifier, titleItem: { title } }))
    });

/** What the rep wrote last has gone to the customer. */
async function wasSent(...entries: readonly NewEntry[]): Promise<void> {
    await add(database, ...entries);
    await database.query(`update bridge_entries set state = 'delivered' where kind = 'message'`);
    await database.query(
        `insert into bridge_parts (seq, part, body, state, started_at)
         select seq, 0, '{}', 'sent', clock_timestamp() from bridge_entries where kind = 'message' on conflict do nothing`
    );
}
/** Each message that Salesforce took, and what it answers. */
const answers = (): unknown[] =>
    service.accepted.map(({ body }, at) => [
        taken()[at],
        /"inReplyToMessageId":"([^"]+)"/.exec(JSON.stringify(body))?.[1]
    ]);

test('a customer who types the number or the title of an option has chosen it, as long as the list is what was said last', async () => {
    await tell(said({ text: 'Which day?' }));
    await settled(1);
    const conversation = service.conversations[0]?.id ?? '';
    await wasSent(question(conversation, 'list', ['option-1', 'Today'], ['option-2', 'Next week']));
    const [before, after] = [Date.now() - 60_000, Date.now() + 1_000];
    const typed = (text: string, at = after): CustomerSaid => said({ text }, { at });
    await tell(typed('2'), typed(' 2. '), typed('next  WEEK'), typed('1. Today'));
    await tell(typed('3'), typed('2 please'), typed('1', before), typed('2 1'));
    await until(() => taken().includes('2 1'));
    await wasSent(
        repsEntry(conversation, 'text', {
            messageType: 'StaticContentMessage',
            formatType: 'Text',
            text: 'For how many?'
        })
    );
    await tell(typed('2'));
    await settled(12);
    assert.deepEqual(answers().slice(1), [
        ['option-2', 'list'],
        ['option-2', 'list'],
        ['option-2', 'list'],
        ['option-1', 'list'],
        ['3', undefined],
        ['2 please', undefined],
        ['1', undefined],
        ['2 1', undefined],
        ['2', undefined]
    ]);
});

test('a customer whose choice Salesforce does not take is read as they wrote it', async () => {
    await tell(said({ text: 'Which day?' }));
    await settled(1);
    const conversation = service.conversations[0]?.id ?? '';
    await wasSent(question(conversation, 'list', ['option-1', 'Today'], ['option-2', 'Next week']));
    service.faults.next({ kind: 'error', code: 10060 });
    await tell(said({ text: '2' }, { at: Date.now() + 1_000 }));
    await settled(3);
    assert.deepEqual(answers().at(-1), ['2', undefined]);
});

test('a message that Salesforce would never take is set aside, and the next one goes', async () => {
    await tell(said({}), said({ text: ' ' }), said({ text: 'Too long a name' }, { customer: 'c'.repeat(241) }));
    await tell(said({ text: 'Next' }));
    await settled(4);
    assert.deepEqual(await states(database), [
        'customerMessage dead there is nothing in it',
        'customerMessage dead there is nothing in it',
        'customerMessage dead customer must have 1 to 240 characters; it has 241',
        'customerMessage delivered'
    ]);
    assert.deepEqual(taken(), ['Next']);
});

test('what cannot be told for now goes later, in its order', async () => {
    service.faults.next({ kind: 'error', code: 10019 }, { times: 2 });
    service.faults.next({ kind: 'offline' });
    await tell(said({ text: 'one' }), said({ text: 'two' }));
    await settled(2);
    assert.deepEqual(taken(), ['one', 'two']);
});
