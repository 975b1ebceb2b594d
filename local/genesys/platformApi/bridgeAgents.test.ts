/** The local Genesys Cloud follows the reps of Salesforce: the bridge's part of it, over real HTTP. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { createBreaker } from '../../../services/messaging-bridge/delivery/breaker.ts';
import { startWorkers } from '../../../services/messaging-bridge/delivery/workers.ts';
import type { Workers } from '../../../services/messaging-bridge/delivery/workers.ts';
import { genesysForTests } from '../../../services/messaging-bridge/genesys/genesysForTests.ts';
import { ROUTING_ENDED } from '../../../services/messaging-bridge/routing/requestedRouting.ts';
import { createRoutingEndedSender } from '../../../services/messaging-bridge/routing/routingEndedSender.ts';
import { agentSenders } from '../../../services/messaging-bridge/routing/routingSenders.ts';
import { onBothDatabases } from '../../../services/messaging-bridge/store/databasesForTests.ts';
import { linkOf, setLink } from '../../../services/messaging-bridge/store/links.ts';
import { setWorkItem } from '../../../services/messaging-bridge/store/workItems.ts';
import { happened, settled, store } from '../../org/interactionService/routingForTests.ts';
import type { Published } from '../../org/interactionService/routingForTests.ts';
import { serve } from '../../server.ts';
import { OAUTH_CLIENTS } from './clients.ts';
import { isLive } from './conversation.ts';
import { USERS } from './directory.ts';
import { createPlatformApi } from './platformApi.ts';
import type { PlatformApi } from './platformApi.ts';
import { SEEDED } from './seed.ts';
import { servedForSdk } from './sdkForTests.ts';

const [AMIRA = '', JONAS = ''] = USERS.map(({ id }) => id);
const [ADA, BEN, UNKNOWN] = ['005000000000001AAA', '005000000000002AAA', '005000000000003AAA'];
const REPS = [
    { salesforceUserId: ADA, genesysUserId: AMIRA },
    { salesforceUserId: BEN, genesysUserId: JONAS }
];
const SESSION = '0MwRM0000000AbC';
const begun = { conversation: 'here', workItemId: SESSION };

const changes = (operation: string, subject: string, role = 'Agent'): Published =>
    happened(begun, 'ParticipantChanged', {
        entries: [{ operation, participant: { appType: 'agent', subject, role }, displayName: 'Somebody' }]
    });
const joins = (subject: string): Published => changes('add', subject);
const leaves = (subject: string): Published => changes('remove', subject);
const sessionIs = (sessionStatus: string, sessionId = SESSION): Published =>
    happened(begun, 'SessionStatusChanged', {
        sessionId,
        sessionStatus,
        conversationIdentifier: 'here',
        channelAddressIdentifier: 'channel',
        sessionStartTime: 1
    });

onBothDatabases((database) => {
    let api: PlatformApi;
    let server: Awaited<ReturnType<typeof serve>>;
    let workers: Workers;
    beforeEach(async () => {
        api = createPlatformApi({ requestsPerMinute: 1_000_000 });
        server = await serve(api.fetch, { port: 0 });
        const { id: clientId, secret } = OAUTH_CLIENTS.service;
        const genesys = genesysForTests(server.url, { clientId, secret, timeoutMs: 10_000 });
        const service = (): never => assert.fail('nothing was begun in Salesforce that could be undone');
        const senders = new Map([
            ...agentSenders({ database: database(), genesys, reps: REPS }),
            [ROUTING_ENDED, createRoutingEndedSender({ database: database(), service })]
        ]);
        const breaker = createBreaker(20);
        workers = await startWorkers({
            database: database(),
            name: `agents ${Math.random()}`,
            lanes: 2,
            leaseMs: 5_000,
            senderOf: (kind) => senders.get(kind),
            breakerOf: () => breaker,
            maxAgeMs: 3_600_000,
            settleMs: 200,
            firstWaitMs: 5,
            onSettled: () => undefined,
            onFault: (error) => console.error(error)
        });
    });
    afterEach(async () => {
        await workers.drain();
        await server.close();
    });

    async function linkedTo(conversationId: string): Promise<void> {
        await setLink(database(), 'here', {
            topology: 'genesysChannel',
            messenger: 'other',
            customer: 'edna-77',
            conversationId
        });
    }
    async function play(...events: Published[]): Promise<readonly string[]> {
        await store(database(), ...events);
        return (await settled(database())).filter((state) => state !== 'delivered');
    }
    /** Who serves it now, and how. */
    const serving = (id: string): readonly (readonly [string | undefined, string])[] =>
        api.control
            .conversation(id)
            .participants.filter((one) => one.purpose === 'agent' && isLive(one))
            .map(({ communication, userId }) => [userId, communication.state]);

    it('a first rep is given what waits in the queue, though it rings at somebody else, and it is accepted', async () => {
        const waiting = api.control.customerTexts({ from: 'edna-78', text: 'Hello' });
        assert.deepEqual(serving(waiting), [[AMIRA, 'alerting']]);
        await linkedTo(waiting);
        assert.deepEqual(await play(joins(BEN)), []);
        assert.deepEqual(serving(waiting), [[JONAS, 'connected']]);
    });

    it('a rep at whom it rings already has it accepted, and who serves it already is left alone', async () => {
        const waiting = api.control.customerTexts({ from: 'edna-78', text: 'Hello' });
        await linkedTo(waiting);
        await play(joins(ADA));
        assert.deepEqual(serving(waiting), [[AMIRA, 'connected']]);
        const before = api.control.conversation(waiting).participants.length;
        await play(joins(ADA));
        assert.equal(api.control.conversation(waiting).participants.length, before);
    });

    it('after a transfer the other rep serves, once the first one has left', async () => {
        const { id } = SEEDED.open;
        await linkedTo(id);
        await play(joins(ADA), joins(BEN));
        assert.deepEqual(serving(id), [[AMIRA, 'connected']]);
        await play(leaves(ADA));
        assert.deepEqual(serving(id), [[JONAS, 'connected']]);
        const [transfer] = api.control.conversation(id).transfers;
        assert.equal(transfer?.transferType, 'Unattended');
        assert.equal(api.control.conversation(id).transfers.length, 1);
    });

    it('a conference changes nothing, and neither does who looks on, or a rep who is nobody at Genesys Cloud', async () => {
        const { id } = SEEDED.open;
        await linkedTo(id);
        await play(joins(ADA), joins(BEN), leaves(BEN), changes('add', BEN, 'Supervisor'));
        assert.deepEqual(serving(id), [[AMIRA, 'connected']]);
        assert.deepEqual(await play(leaves(ADA), joins(UNKNOWN)), []);
        assert.deepEqual(serving(id), [[AMIRA, 'connected']]);
        assert.equal(api.control.conversation(id).transfers.length, 0);
    });

    it('a transfer of which nobody heard is not made twice', async () => {
        const { id } = SEEDED.open;
        await linkedTo(id);
        // The token, and who serves; then the transfer is made, and the connection closes.
        api.control.faults.next({ kind: 'slow', ms: 0 }, { times: 2 });
        api.control.faults.next({ kind: 'close' }, { afterDoing: true });
        await play(joins(BEN));
        assert.deepEqual(serving(id), [[JONAS, 'connected']]);
        assert.equal(api.control.conversation(id).transfers.length, 1);
    });

    it('a session that has ended ends the conversation at Genesys Cloud; one that rests does not', async () => {
        const { id } = SEEDED.open;
        await linkedTo(id);
        await setWorkItem(database(), 'here', `${SESSION}YAW`);
        await play(sessionIs('Inactive'));
        assert.equal(api.control.conversation(id).endTime, undefined);
        assert.equal((await linkOf(database(), 'here'))?.hasEnded, undefined);
        await play(sessionIs('Ended'), sessionIs('Ended'));
        assert.notEqual(api.control.conversation(id).endTime, undefined);
        assert.equal((await linkOf(database(), 'here'))?.hasEnded, true);
    });

    it('a conversation is not ended for a session that another one has followed', async () => {
        const { id } = SEEDED.open;
        await linkedTo(id);
        await setWorkItem(database(), 'here', '0MwRM0000000AbD');
        await play(sessionIs('Ended'));
        assert.equal(api.control.conversation(id).endTime, undefined);
    });

    it('a conversation without a link has nothing to be done for', async () => {
        assert.deepEqual(await play(joins(ADA), leaves(ADA), sessionIs('Ended')), []);
    });
});

it('the vendor’s own SDK assigns what waits in a queue, and is refused what waits in none', async () => {
    const served = await servedForSdk();
    try {
        const waiting = served.api.control.customerTexts({ from: 'edna-78', text: 'Hello' });
        await served.service.postConversationAssign(waiting, { id: JONAS });
        const last = served.api.control.conversation(waiting).participants.at(-1);
        assert.deepEqual([last?.userId, last?.communication.state], [JONAS, 'alerting']);
        await assert.rejects(served.service.postConversationAssign(SEEDED.open.id, { id: JONAS }));
    } finally {
        await served.close();
    }
});
