/** What Salesforce is told of the rep's messages: delivered, read, failed. Real databases, real HTTP on both sides. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, it } from 'node:test';
import type { Workers } from '../../services/messaging-bridge/delivery/workers.ts';
import { genesysForTests } from '../../services/messaging-bridge/genesys/genesysForTests.ts';
import { createMessageSender } from '../../services/messaging-bridge/genesys/messageSender.ts';
import { acknowledgementEntries } from '../../services/messaging-bridge/inbound/acknowledgement.ts';
import { createAcknowledgementSender } from '../../services/messaging-bridge/inbound/acknowledgementSender.ts';
import {
    createGenesysReceiptSender,
    genesysReceiptEntry
} from '../../services/messaging-bridge/inbound/genesysReceipt.ts';
import type { GenesysReceipt } from '../../services/messaging-bridge/inbound/genesysReceipt.ts';
import type { MessageBody } from '../../services/messaging-bridge/delivery/messageEntry.ts';
import type { NewEntry } from '../../services/messaging-bridge/store/batches.ts';
import type { Database } from '../../services/messaging-bridge/store/database.ts';
import { onBothDatabases } from '../../services/messaging-bridge/store/databasesForTests.ts';
import { setLink } from '../../services/messaging-bridge/store/links.ts';
import { createUndeliveredSender } from '../../services/messaging-bridge/telling/undeliveredSender.ts';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import { SEEDED } from '../genesys/platformApi/seed.ts';
import { call, CHANNEL, message, serviceForTests, tokenOf } from '../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import { serve } from '../server.ts';
import type { LocalServer } from '../server.ts';
import { add, salesforceAt, states, until, workersFor } from './wayBackForTests.ts';

const { id: clientId, secret } = OAUTH_CLIENTS.service;
const genesys = createPlatformApi({ requestsPerMinute: 1_000_000 });
let api: LocalServer;
before(async () => void (api = await serve(genesys.fetch, { port: 0 })));
after(() => api.close());

onBothDatabases((database: () => Database) => {
    let service: ServiceForTests;
    let workers: Workers | undefined;
    let conversation: string;

    beforeEach(async () => {
        genesys.control.reset();
        service = await serviceForTests();
        const token = await tokenOf(service.url);
        const { body } = await call(service.url, 'POST /interactions', message(), { token });
        conversation = String(body['conversationIdentifier']);
        await setLink(database(), conversation, {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'meu003',
            conversationId: SEEDED.open.id,
            communicationId: SEEDED.open.agentCommunication
        });
    });
    afterEach(async () => {
        await workers?.drain();
        workers = undefined;
        await service.close();
    });

    async function start(): Promise<void> {
        const salesforce = salesforceAt(service.url);
        workers = await workersFor(database(), {
            message: createMessageSender({
                database: database(),
                genesys: genesysForTests(api.url, { clientId, secret })
            }),
            undelivered: createUndeliveredSender(salesforce),
            acknowledgement: createAcknowledgementSender(salesforce, database()),
            genesysReceipt: createGenesysReceiptSender(database())
        });
    }

    const bodyOf = (identifier: string, text = 'Good morning'): MessageBody => ({
        conversation,
        conversationIdentifier: conversation,
        channelAddress: CHANNEL,
        recipient: { appType: 'custom', role: 'EndUser', subject: 'meu003' },
        sender: { appType: 'agent', role: 'Agent', subject: '005000000000002AAA' },
        identifier,
        content: { messageType: 'StaticContentMessage', formatType: 'Text', text },
        createdAt: Date.now()
    });
    const writes = (identifier: string, text?: string): NewEntry => ({
        lane: `out:${conversation}`,
        key: `entry:${identifier}`,
        kind: 'message',
        body: bodyOf(identifier, text),
        createdAt: Date.now()
    });
    const receipt = (status: GenesysReceipt['status'], messageId: string): NewEntry =>
        genesysReceiptEntry({ genesysConversationId: SEEDED.open.id, messageId, status, at: Date.now() });

    /** Each receipt that Salesforce has taken, by calls: `Delivered e-1`. */
    const receipts = (): string[][] =>
        service.accepted
            .filter(({ call: name }) => name === 'POST /acknowledgement')
            .map(({ body }) =>
                (body as { acknowledgements: Record<string, unknown>[] }).acknowledgements.map(
                    (one) => `${one['acknowledgementType']} ${one['acknowledgedConversationEntryIdentifier']}`
                )
            );
    const failed = (): string[] =>
        service.accepted.flatMap(
            ({ body }) => /"failedConversationEntryIdentifier":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? []
        );
    const remoteIds = async (identifier: string): Promise<string[]> => {
        const rows = await database().query<{ remote_id: string }>(
            'select remote_id from bridge_parts join bridge_entries using (seq) where key = $1 order by part',
            [`entry:${identifier}`]
        );
        return rows.map(({ remote_id: id }) => id);
    };
    const quiet = (): Promise<void> =>
        until(async () => (await states(database())).every((state) => !state.includes('waiting')));

    it('a rep sees that a message was delivered when Genesys Cloud has taken it', async () => {
        await start();
        await add(database(), writes('e-1'));
        await quiet();
        assert.deepEqual(receipts(), [['Delivered e-1']]);
    });

    it('a rep is told of a message that was not delivered, and sees no receipt for it', async () => {
        await start();
        await setLink(database(), conversation, {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'meu003',
            conversationId: SEEDED.open.id,
            communicationId: SEEDED.sms.agentCommunication
        });
        await add(database(), writes('e-1'));
        await quiet();
        assert.deepEqual([receipts(), failed()], [[], ['e-1']]);
    });

    it('receipts that wait go 25 in one call, in their order', async () => {
        const names = Array.from({ length: 60 }, (_, at) => `e-${at}`);
        await add(
            database(),
            ...names.flatMap((name) => acknowledgementEntries(bodyOf(name), 'Delivered', Date.now()))
        );
        await start();
        await quiet();
        assert.deepEqual(
            receipts().map(({ length }) => length),
            [25, 25, 10]
        );
        assert.deepEqual(
            receipts().flat(),
            names.map((name) => `Delivered ${name}`)
        );
        assert.equal((await states(database())).length, 60);
    });

    it('receipts whose answer was lost are told again, and none is left out', async () => {
        const names = Array.from({ length: 30 }, (_, at) => `e-${at}`);
        await add(database(), ...names.flatMap((name) => acknowledgementEntries(bodyOf(name), 'Read', Date.now())));
        service.faults.next({ kind: 'lostAnswer' });
        await start();
        await quiet();
        assert.deepEqual(new Set(receipts().flat()), new Set(names.map((name) => `Read ${name}`)));
        assert.deepEqual(receipts()[0], receipts()[1]);
    });

    it('a receipt that Salesforce refuses does not take the others with it', async () => {
        const entries = ['e-1', 'e-2', 'e-3'].flatMap((name) =>
            acknowledgementEntries(bodyOf(name), 'Delivered', Date.now())
        );
        const [, second] = entries;
        assert.ok(second);
        Object.assign(second.body, { at: 1e15 });
        await add(database(), ...entries);
        await start();
        await quiet();
        assert.deepEqual(receipts().flat(), ['Delivered e-1', 'Delivered e-3']);
        assert.deepEqual(
            (await states(database())).map((state) => state.split(' ')[1]),
            ['delivered', 'dead', 'delivered']
        );
    });

    it('a rep sees that the customer has read a message when its last part was read', async () => {
        await start();
        await add(database(), writes('e-1', 'long '.repeat(700)));
        await quiet();
        const [first = '', last = ''] = await remoteIds('e-1');
        await add(database(), receipt('Read', first));
        await quiet();
        assert.deepEqual(receipts().flat(), ['Delivered e-1']);
        await add(database(), receipt('Read', last), receipt('Read', last));
        await quiet();
        assert.deepEqual(receipts().flat(), ['Delivered e-1', 'Read e-1']);
    });

    it('a rep is told when Genesys Cloud could not deliver a message that it had taken', async () => {
        await start();
        await add(database(), writes('e-1'));
        await quiet();
        const [id = ''] = await remoteIds('e-1');
        await add(database(), receipt('Failed', id));
        await quiet();
        assert.deepEqual(failed(), ['e-1']);
    });

    it('a receipt that comes before the answer to its send waits for it', async () => {
        await start();
        await add(database(), writes('e-1'));
        await quiet();
        const [id = ''] = await remoteIds('e-1');
        await database().query('update bridge_parts set remote_id = null');
        await add(database(), receipt('Read', id));
        await until(async () => {
            const [lane] = await database().query<{ reason: string | null }>(
                `select reason from bridge_lanes where lane = 'receipts:${SEEDED.open.id}'`
            );
            return lane?.reason === 'nobody knows that message yet';
        });
        await database().query(`update bridge_parts set remote_id = $1 where part = 0`, [id]);
        await until(() => receipts().flat().includes('Read e-1'));
    });

    it('what an agent wrote in Genesys Cloud itself is no business of the rep', async () => {
        await start();
        const entry = receipt('Read', 'somebody-elses');
        await add(database(), { ...entry, createdAt: Date.now() - 30_000 });
        await quiet();
        assert.deepEqual([receipts(), failed(), await states(database())], [[], [], ['genesysReceipt delivered']]);
    });
});
