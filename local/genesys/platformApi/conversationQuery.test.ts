/** The one list of conversations that a client without a user has, through the vendor's own SDK and by the bridge. */
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { genesysForTests } from '../../../services/messaging-bridge/genesys/genesysForTests.ts';
import { begunBetween } from '../../../services/messaging-bridge/notifications/begun.ts';
import { OAUTH_CLIENTS } from './clients.ts';
import { DIGITAL_QUEUES } from './directory.ts';
import { SEEDED } from './seed.ts';
import { given, refusal, servedForSdk } from './sdkForTests.ts';
import { readVendorModels } from './vendorModelsForTests.ts';

const served = await servedForSdk();
after(() => served.close());
const { control } = served.api;
beforeEach(() => control.reset());

const models = readVendorModels();
const [care, other] = DIGITAL_QUEUES.map(({ id }) => id) as [string, string];
const HOUR_MS = 3_600_000;
const between = (from: number, to: number): string =>
    `${new Date(served.clock.now + from).toISOString()}/${new Date(served.clock.now + to).toISOString()}`;
const inQueue = (value: string) => [{ type: 'or', predicates: [{ dimension: 'queueId', operator: 'matches', value }] }];

describe('a developer who asks for conversations by when they began', () => {
    it('finds those of a queue, in the shape of the SDK’s model, and of them those that go on', async () => {
        const ids = async (body: object): Promise<(string | undefined)[]> => {
            const answer = await served.service.postAnalyticsConversationsDetailsQuery({
                interval: between(-HOUR_MS, HOUR_MS),
                ...body
            });
            assert.deepEqual(models.faults('AnalyticsConversationQueryResponse', answer), []);
            return answer.conversations?.map(({ conversationId }) => conversationId) ?? [];
        };
        assert.ok((await ids({ segmentFilters: inQueue(care) })).includes(SEEDED.open.id));
        assert.deepEqual(await ids({ segmentFilters: inQueue(other) }), []);
        const media = [{ type: 'and', predicates: [{ dimension: 'mediaType', value: 'email' }] }];
        assert.ok(!(await ids({ segmentFilters: [...inQueue(care), ...media] })).includes(SEEDED.open.id));
        await served.agent.patchConversationsMessage(SEEDED.open.id, { state: 'disconnected' } as never);
        const open = [{ type: 'and', predicates: [{ dimension: 'conversationEnd', operator: 'notExists' }] }];
        const left = await ids({ segmentFilters: inQueue(care), conversationFilters: open });
        assert.deepEqual([left.includes(SEEDED.open.id), left.includes(SEEDED.sms.id)], [false, true]);
        assert.deepEqual(await ids({ interval: between(-HOUR_MS, -1) }), []);
    });

    it('is told what is wrong with the question, and what is not answered here', async () => {
        const asked = (body: object): Promise<unknown> =>
            served.service.postAnalyticsConversationsDetailsQuery({ interval: between(-1, 1), ...body });
        assert.equal((await refusal(asked({ interval: 'yesterday' }))).details[0]?.fieldName, 'interval');
        assert.equal((await refusal(asked({ paging: { pageSize: 101, pageNumber: 1 } }))).status, 400);
        const byFlow = [{ type: 'and', predicates: [{ dimension: 'flowId', value: 'x' }] }];
        assert.match((await refusal(asked({ segmentFilters: byFlow }))).message, /queueId and mediaType/);
        const reader = served.reader.postAnalyticsConversationsDetailsQuery({ interval: between(-1, 1) });
        assert.equal((await refusal(reader)).code, 'missing.any.permissions');
    });

    it('gets all pages by the bridge, of messages only', async () => {
        const begun = Array.from({ length: 130 }, (_, at) => control.customerTexts({ from: `c${at}`, text: 'Hi' }));
        control.customerMails({ from: 'edna@customer.example', subject: 'Hi', text: 'Hi' });
        const { id: clientId, secret } = OAUTH_CLIENTS.service;
        const { client } = genesysForTests(served.url, { clientId, secret, timeoutMs: 60_000, budgetMs: 20_000 });
        const { now } = served.clock;
        const found = await begunBetween(client, {
            queueIds: [other, care],
            from: now - HOUR_MS,
            to: now + HOUR_MS,
            signal: new AbortController().signal
        });
        assert.deepEqual(found.slice(-130), begun);
        assert.ok(!found.includes(given(control.conversations().at(-1)).id));
    });
});
