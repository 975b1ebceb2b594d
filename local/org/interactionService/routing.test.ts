/** The bridge finds reps for the local Salesforce, over real HTTP, and each sequence is what Salesforce asks for. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import type { Workers } from '../../../services/messaging-bridge/delivery/workers.ts';
import { onBothDatabases } from '../../../services/messaging-bridge/store/databasesForTests.ts';
import { setWorkItem, workItemOf } from '../../../services/messaging-bridge/store/workItems.ts';
import {
    begin,
    clientOf,
    ended,
    happened,
    heldUp,
    requested,
    routedBy,
    routing,
    settled,
    store
} from './routingForTests.ts';
import type { Begun, Published } from './routingForTests.ts';
import { QUEUE, REP, serviceForTests, until } from './serviceForTests.ts';
import type { ServiceForTests } from './serviceForTests.ts';

const FLOW = '300000000000004';
const CLOSED_FLOW = '300000000000005';
const WITHOUT_PERMISSION = '005000000000009AAA';

onBothDatabases((database) => {
    let service: ServiceForTests;
    let begun: Begun;
    let workers: Workers | undefined;
    beforeEach(async () => {
        service = await serviceForTests({
            flows: {
                [FLOW]: { userId: REP },
                [CLOSED_FLOW]: { reasonForNotRouting: 'Closed today.' },
                '300000000000006': { userId: WITHOUT_PERMISSION }
            }
        });
        begun = await begin(service);
        await setWorkItem(database(), begun.conversation, begun.workItemId);
    });
    afterEach(async () => {
        await workers?.drain();
        workers = undefined;
        await service.close();
    });

    /** Stores the events, and works until nothing waits. */
    async function play(...events: Published[]): Promise<{ states: readonly string[]; calls: [string, object][] }> {
        workers ??= await routing(database(), clientOf(service));
        await store(database(), ...events);
        const states = await settled(database());
        return { states, calls: routedBy(service).calls() as [string, object][] };
    }

    const work = (routingType: string, routingCorrelationId: unknown): object => ({
        userId: REP,
        workItemId: begun.workItemId,
        capacityWeight: 1,
        routingContext: { conversationIdentifier: begun.conversation, routingType, routingCorrelationId }
    });
    const result = (routingType: string, more: object = {}): object => ({
        workItemId: begun.workItemId,
        conversationIdentifier: begun.conversation,
        routingType,
        success: true,
        externallyRouted: false,
        ...more
    });
    const correlationId = (): unknown =>
        service.accepted
            .filter((one) => one.call === 'POST /route')
            .map((one) => (one.answer as Record<string, unknown>)['routingCorrelationId'])
            .at(-1);
    const works = () => service.conversations.flatMap(({ sessions }) => sessions).flatMap((one) => one.work);
    const searches = () => service.conversations.flatMap(({ sessions }) => sessions).map((one) => one.pendingRouting);

    for (const routingType of ['Transfer', 'Conference', 'Initial'])
        it(`a rep who is named gets the work, and then Salesforce hears that routing succeeded (${routingType})`, async () => {
            const event = requested(begun, routingType, { userId: REP });
            const { calls, states } = await play(event);
            assert.deepEqual(calls, [
                ['POST /agentWork', work(routingType, event.eventId)],
                ['POST /routingResult', result(routingType)]
            ]);
            assert.deepEqual(states, ['delivered']);
        });

    it('for a queue Salesforce looks for a rep, and then hears that routing succeeded', async () => {
        const { calls } = await play(requested(begun, 'Transfer', { queueId: QUEUE }));
        const asked = {
            conversationIdentifier: begun.conversation,
            routingType: 'Transfer',
            routingInfo: { queueId: QUEUE }
        };
        assert.deepEqual(calls, [
            ['POST /route', asked],
            ['POST /routingResult', result('Transfer')]
        ]);
    });

    it('a rep whom a flow finds gets the work under the name that the flow’s search has', async () => {
        const { calls } = await play(requested(begun, 'Transfer', { flowId: FLOW, queueId: QUEUE }));
        const asked = {
            conversationIdentifier: begun.conversation,
            routingType: 'Transfer',
            routingInfo: { flow: { flowId: FLOW, queueId: QUEUE } }
        };
        assert.deepEqual(calls, [
            ['POST /route', asked],
            ['POST /agentWork', work('Transfer', correlationId())],
            ['POST /routingResult', result('Transfer')]
        ]);
    });

    it('a flow that falls back to its queue gives work to nobody, and routing succeeds', async () => {
        await play(requested(begun, 'Transfer', { flowId: 'unknown', queueId: QUEUE }));
        assert.deepEqual(routedBy(service).names(), ['POST /route', 'POST /routingResult']);
    });

    it('a flow that finds nobody fails the routing, and the rep hears why in the flow’s words', async () => {
        const { calls, states } = await play(requested(begun, 'Transfer', { flowId: CLOSED_FLOW, queueId: QUEUE }));
        const [, [name, answer] = ['', {}]] = calls;
        assert.equal(name, 'POST /routingResult');
        assert.match(String((answer as { errorMessage: string }).errorMessage), /Closed today\.$/);
        assert.equal((answer as { success: boolean }).success, false);
        assert.equal(calls.length, 2);
        assert.deepEqual(states, ['dead']);
        const [{ reason } = { reason: '' }] = await database().query<{ reason: string }>(
            'select reason from bridge_entries'
        );
        assert.doesNotMatch(reason, /Closed/);
    });

    it('for a contact outside Salesforce nobody is looked for, and the answer says so', async () => {
        const { calls } = await play(requested(begun, 'Transfer'));
        assert.deepEqual(calls, [['POST /routingResult', result('Transfer', { externallyRouted: true })]]);
    });

    it('a new conversation for which nobody is named is routed as its channel is set up', async () => {
        const { calls } = await play(requested(begun, 'Initial'));
        assert.deepEqual(calls, [
            ['POST /route', { conversationIdentifier: begun.conversation, routingType: 'Initial' }],
            ['POST /routingResult', result('Initial')]
        ]);
    });

    it('a bot is given nothing, and the rep hears why', async () => {
        const { calls } = await play(requested(begun, 'Transfer', { botId: '0Xx000000000001' }));
        const errorMessage = 'The bridge gives no conversation to a bot.';
        assert.deepEqual(calls, [['POST /routingResult', result('Transfer', { success: false, errorMessage })]]);
    });

    it('a rep who may not take it gets nothing; the rep who asked hears why, and the flow’s search ends', async () => {
        const { calls, states } = await play(requested(begun, 'Transfer', { userId: WITHOUT_PERMISSION }));
        assert.deepEqual(states, ['dead']);
        const errorMessage = 'The rep cannot have the conversation (startWork, 15105). ';
        const [[name, answer] = ['', {}]] = calls;
        assert.equal(name, 'POST /routingResult');
        assert.ok(String((answer as { errorMessage: string }).errorMessage).startsWith(errorMessage.trim()));
        await play(requested(begun, 'Transfer', { flowId: '300000000000006', queueId: QUEUE }));
        assert.deepEqual(routedBy(service).names().slice(1), ['POST /route', 'POST /routingResult', 'DELETE /route']);
        assert.deepEqual(searches(), [undefined]);
    });

    it('what was asked for more than a minute ago is never routed, and Salesforce is not called', async () => {
        const { calls, states } = await play(requested(begun, 'Transfer', { userId: REP }, Date.now() - 61_500));
        assert.deepEqual(calls, []);
        assert.deepEqual(states, ['dead']);
    });

    it('with five seconds left nothing is begun, and the failure is told', async () => {
        const now = Date.now();
        workers = await routing(database(), { ...clientOf(service), now: () => now });
        const { calls } = await play(requested(begun, 'Transfer', { queueId: QUEUE }, now - 56_500));
        const errorMessage = 'Nobody could be found in time.';
        assert.deepEqual(calls, [['POST /routingResult', result('Transfer', { success: false, errorMessage })]]);
    });

    for (const [behindMs, agoMs, names] of [
        [58_000, 3_000, ['POST /agentWork', 'POST /routingResult']],
        [-58_000, 61_500, []]
    ] as const)
        it(`the minute is that of Salesforce’s clock, also where it is ${behindMs} ms behind`, async () => {
            await service.close();
            const now = (): number => Date.now() - behindMs;
            service = await serviceForTests({ now });
            begun = await begin(service);
            await setWorkItem(database(), begun.conversation, begun.workItemId);
            const client = clientOf(service);
            // The stream is read with a token of Salesforce’s: its answer has told what time it is there.
            await client.service('acknowledgement', {});
            workers = await routing(database(), client);
            await play(requested(begun, 'Transfer', { userId: REP }, now() - agoMs));
            assert.deepEqual(routedBy(service).names(), names);
        });

    it('a rep is given work though its work item becomes known only after the request', async () => {
        await database().query('truncate bridge_work_items');
        workers = await routing(database(), clientOf(service));
        await store(database(), requested(begun, 'Transfer', { userId: REP }));
        await setWorkItem(database(), begun.conversation, begun.workItemId);
        await settled(database());
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /routingResult']);
    });

    it('a search names the work item, so that what follows need not wait for it', async () => {
        await database().query('truncate bridge_work_items');
        await play(requested(begun, 'Transfer', { flowId: FLOW, queueId: QUEUE }));
        assert.deepEqual(routedBy(service).names(), ['POST /route', 'POST /agentWork', 'POST /routingResult']);
        assert.equal(await workItemOf(database(), begun.conversation), begun.workItemId);
    });

    it('a routing that is cancelled in the middle goes no further, and what was begun is undone', async () => {
        const client = heldUp(clientOf(service), 'route');
        workers = await routing(database(), client);
        await store(database(), requested(begun, 'Transfer', { flowId: FLOW, queueId: QUEUE }));
        await until(() => client.hasLeft);
        await store(database(), ended(begun, 'Transfer'));
        client.letGo();
        await settled(database());
        assert.deepEqual(routedBy(service).names(), ['POST /route', 'DELETE /route']);
        assert.deepEqual(searches(), [undefined]);
    });

    it('the end of another kind of routing stops nothing', async () => {
        await play(requested(begun, 'Transfer', { userId: REP }), ended(begun, 'Conference'));
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /routingResult']);
        assert.equal(works()[0]?.status, 'Assigned');
    });

    it('work that a rep has not accepted is taken back when Salesforce ends the routing', async () => {
        await play(requested(begun, 'Transfer', { userId: REP }));
        const { calls } = await play(ended(begun, 'Transfer', 'RoutingError'));
        const workId = works()[0]?.id;
        assert.deepEqual(calls.at(-1), ['PATCH /agentWork', { workId, contextType: 'Agent', status: 'Cancel' }]);
        assert.equal(works()[0]?.status, 'Canceled');
    });

    it('a search that has found nobody yet ends when Salesforce ends the routing, and is ended once', async () => {
        await play(requested(begun, 'Initial', { queueId: QUEUE }));
        assert.notEqual(searches()[0], undefined);
        await play(ended(begun, 'Initial'), ended(begun, 'Initial'));
        assert.deepEqual(searches(), [undefined]);
        assert.equal(
            routedBy(service)
                .names()
                .filter((name) => name === 'DELETE /route').length,
            1
        );
    });

    it('a request that begins after another one was cancelled is not stopped by that', async () => {
        await play(
            requested(begun, 'Transfer', { queueId: QUEUE }),
            ended(begun, 'Transfer'),
            requested(begun, 'Transfer', { userId: REP })
        );
        assert.deepEqual(
            works().map(({ status }) => status),
            ['Assigned']
        );
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /routingResult']);
    });

    it('work whose answer was lost is given once, and a rep is named success', async () => {
        service.faults.next({ kind: 'lostAnswer' });
        const { calls, states } = await play(requested(begun, 'Transfer', { userId: REP }));
        assert.deepEqual(
            calls.map(([name]) => name),
            ['POST /agentWork', 'POST /routingResult']
        );
        assert.deepEqual(service.refused, ['POST /agentWork 15109']);
        assert.deepEqual(
            works().map(({ status }) => status),
            ['Assigned']
        );
        assert.deepEqual(states, ['delivered']);
    });

    it('a search whose answer was lost is ended before another one begins', async () => {
        service.faults.next({ kind: 'lostAnswer' });
        await play(requested(begun, 'Transfer', { queueId: QUEUE }));
        assert.deepEqual(routedBy(service).names(), [
            'POST /route',
            'DELETE /route',
            'POST /route',
            'POST /routingResult'
        ]);
    });

    it('an answer of the bridge that was lost is given once more', async () => {
        workers = await routing(database(), clientOf(service));
        service.faults.next({ kind: 'slow', ms: 0 });
        service.faults.next({ kind: 'lostAnswer' });
        const { states } = await play(requested(begun, 'Transfer', { userId: REP }));
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /routingResult', 'POST /routingResult']);
        assert.deepEqual(states, ['delivered']);
    });

    it('a rep who has the work already is given it no second time, and the rep who asked hears why', async () => {
        await play(requested(begun, 'Transfer', { userId: REP }));
        const { calls, states } = await play(requested(begun, 'Transfer', { userId: REP }));
        assert.deepEqual(states, ['delivered', 'dead']);
        assert.match(JSON.stringify(calls.at(-1)), /"success":false/);
        assert.deepEqual(
            works().map(({ status }) => status),
            ['Assigned']
        );
    });

    it('work of which nobody heard is taken from the rep when the routing is cancelled meanwhile', async () => {
        const client = heldUp(clientOf(service), 'startWork', 1);
        workers = await routing(database(), client);
        service.faults.next({ kind: 'lostAnswer' });
        await store(database(), requested(begun, 'Transfer', { userId: REP }));
        await until(() => client.hasLeft);
        assert.equal(works().length, 1);
        await store(database(), ended(begun, 'Transfer', 'RoutingError'));
        client.letGo();
        await settled(database());
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /participant']);
        assert.deepEqual(
            works().map(({ status }) => status),
            ['Closed']
        );
    });

    const worked = (workType: string, workId: string, routingType = 'Transfer'): Published =>
        happened(begun, 'RoutingWorkResult', {
            workId,
            workType,
            workTargetId: begun.workItemId,
            routingType,
            errorMessages: []
        });
    const kept = async (kind: string): Promise<readonly unknown[]> =>
        (await database().query<{ body: unknown }>('select body from bridge_entries where kind = $1', [kind])).map(
            ({ body }) => body
        );

    it('a rep who has accepted keeps the work, whatever Salesforce says of the routing, and serves the customer', async () => {
        await play(requested(begun, 'Transfer', { userId: REP }));
        const [{ id: workId } = { id: '' }] = works();
        await play(worked('Accepted', workId), ended(begun, 'Transfer', 'RoutingError'));
        assert.deepEqual(routedBy(service).names(), ['POST /agentWork', 'POST /routingResult']);
        const { conversation } = begun;
        assert.deepEqual(await kept('presence'), [
            { conversation, conversationIdentifier: conversation, joined: [REP], left: [] }
        ]);
    });

    it('work whose name comes to light after its routing was cancelled is taken back', async () => {
        service.faults.next({ kind: 'lostAnswer' });
        const client = heldUp(clientOf(service), 'startWork', 1);
        workers = await routing(database(), {
            ...client,
            // Salesforce does not let anybody remove a rep who has not joined.
            service: async (name, body, options) =>
                name === 'removeParticipant'
                    ? { kind: 'refused', reason: 'removeParticipant, 10036', requestId: '' }
                    : client.service(name, body, options)
        });
        await store(database(), requested(begun, 'Transfer', { userId: REP }));
        await until(() => client.hasLeft);
        await store(database(), ended(begun, 'Transfer'));
        client.letGo();
        await settled(database());
        const [work] = works();
        assert.ok(work);
        assert.equal(work.status, 'Assigned');
        await play(worked('Assigned', `${work.id}AAA`));
        assert.equal(work.status, 'Canceled');
    });

    it('closed work ends the conversation at Genesys Cloud, but not while another rep is looked for', async () => {
        await play(requested(begun, 'Initial', { userId: REP }));
        const [{ id: workId } = { id: '' }] = works();
        await play(worked('Accepted', workId, 'Initial'), requested(begun, 'Transfer', { queueId: QUEUE }));
        await play(worked('Closed', workId, 'Initial'));
        assert.deepEqual(await kept('sessionEnded'), []);
        await play(worked('Accepted', '0Bz000000000077'), worked('Closed', '0Bz000000000077'));
        assert.deepEqual(await kept('sessionEnded'), [{ conversation: begun.conversation, closedBy: '' }]);
    });
});
