import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { ALLOW, ANNA, callingForTests, END, errorIn, resultIn, SEND, SMS } from './callingForTests.ts';
import type { ToolCall } from './toolCall.ts';

const server = await serverForTests();
after(() => server.close());
beforeEach(() => server.replies(json(200, {})));

/** Another text each time: none is a repetition. */
let number = 0;
const sms = (more: object = {}): object => ({ ...SMS, textBody: `Your order ${(number += 1)}`, ...more });

describe('an operator limits how many messages reach customers in a minute', () => {
    it('and the AI client reads when the next one may go', async () => {
        const { call, clock } = callingForTests(server, { policy: { ...ALLOW, sendsPerMinute: 2 } });
        for (const _ of [1, 2]) resultIn(await call(SEND, sms()));
        await clock.wait(20_000);
        const sent = server.received.length;
        const facts = errorIn(await call(SEND, sms()));
        assert.deepEqual([facts.reason, facts['retryAfterSeconds']], ['tooManyCalls', 40]);
        assert.match(facts.message, /messages to customers.*Nothing was sent/);
        assert.equal(server.received.length, sent);
        await clock.wait(40_000);
        resultIn(await call(SEND, sms()));
    });

    it('and what only reads or ends something goes on', async () => {
        const { call } = callingForTests(server, { policy: { ...ALLOW, sendsPerMinute: 1 } });
        resultIn(await call(SEND, sms()));
        assert.equal(errorIn(await call(SEND, sms())).reason, 'tooManyCalls');
        resultIn(await call('get_messages', {}));
        resultIn(await call(...END));
    });

    it('and what was only asked, shown or held back is not counted', async () => {
        const { call } = callingForTests(server, { policy: { sendsPerMinute: 2 } });
        const confirmed = async (given: object): Promise<unknown> => {
            const confirmation = errorIn(await call(SEND, given))['confirmation'];
            return call(SEND, { ...given, confirmation });
        };
        const first = sms();
        for (let round = 0; round < 3; round += 1) {
            resultIn(await call(SEND, sms({ dryRun: true })));
            assert.equal(errorIn(await call(SEND, sms())).reason, 'confirmationNeeded');
        }
        await confirmed(first);
        for (let round = 0; round < 3; round += 1) {
            const again = (await confirmed(first)) as Awaited<ReturnType<typeof call>>;
            assert.equal(errorIn(again).reason, 'repeated');
        }
        await confirmed(sms());
        assert.equal(errorIn(await call(SEND, sms())).reason, 'tooManyCalls');
    });

    it('and nobody is asked to confirm what could not go, nor is a confirmation used up', async () => {
        const { call, clock } = callingForTests(server, { policy: { sendsPerMinute: 1 } });
        const [one, other] = [sms(), sms()];
        const words = [];
        for (const given of [one, other]) words.push(errorIn(await call(SEND, given))['confirmation']);
        resultIn(await call(SEND, { ...one, confirmation: words[0] }));
        assert.equal(errorIn(await call(SEND, { ...other, confirmation: words[1] })).reason, 'tooManyCalls');
        const asks: Partial<ToolCall> = { canAsk: true };
        assert.equal(errorIn(await call(SEND, sms(), asks)).reason, 'tooManyCalls');
        await clock.wait(60_000);
        resultIn(await call(SEND, { ...other, confirmation: words[1] }));
    });

    it('and of several that are sent at once no more go out, and one that did not go is not taken for sent', async () => {
        const { call, clock } = callingForTests(server, { policy: { ...ALLOW, sendsPerMinute: 3 } });
        const all = Array.from({ length: 10 }, () => sms());
        const sent = server.received.length;
        const outcomes = await Promise.all(all.map((given) => call(SEND, given)));
        assert.equal(outcomes.filter(({ kind }) => kind === 'result').length, 3);
        assert.equal(server.received.length - sent, 3);
        await clock.wait(60_000);
        const refused = all.find((_, index) => outcomes[index]?.kind === 'error');
        resultIn(await call(SEND, refused ?? {}));
    });

    it('of one caller and of the whole server as well', async () => {
        const { call } = callingForTests(server, {
            policy: ALLOW,
            more: { narrowedTo: { ...ALLOW, sendsPerMinute: 2 } }
        });
        const caller = { ...ANNA, policy: { ...ALLOW, sendsPerMinute: 1 } };
        resultIn(await call(SEND, sms(), { caller }));
        for (const _ of [1, 2]) assert.equal(errorIn(await call(SEND, sms(), { caller })).reason, 'tooManyCalls');
        resultIn(await call(SEND, sms()));
        assert.equal(errorIn(await call(SEND, sms())).reason, 'tooManyCalls');
    });
});
