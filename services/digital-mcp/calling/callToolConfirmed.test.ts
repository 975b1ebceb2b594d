import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { serverForTests } from '../../genesys-api/serverForTests.ts';
import { ALLOW, ANNA, argumentsFor, callingForTests, END, errorIn, resultIn, SEND, SMS } from './callingForTests.ts';
import type { CallingForTests, CallingSettings } from './callingForTests.ts';
import type { Outcome, ToolCall } from './toolCall.ts';
import { TOOLS } from '../tools/tools.ts';

let server = await serverForTests();
after(() => server.close());
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

const calling = (settings: CallingSettings = {}): CallingForTests => callingForTests(server, settings);
const allowed = (settings: CallingSettings = {}): CallingForTests => calling({ policy: ALLOW, ...settings });

describe('what reaches a customer or ends something wants a confirmation', () => {
    const confirmationIn = (outcome: Outcome): string => {
        const facts = errorIn(outcome);
        assert.equal(facts.reason, 'confirmationNeeded');
        assert.equal(facts['expiresInSeconds'], 300);
        return String(facts['confirmation']);
    };
    it('of each such tool, and of no other', async () => {
        for (const tool of TOOLS) {
            const outcome = await calling().call(tool.name, argumentsFor(tool));
            const isAsked = outcome.kind === 'error' && outcome.facts.reason === 'confirmationNeeded';
            assert.equal(
                isAsked,
                tool.destructive || tool.customerFacing,
                `${tool.shortName} ${JSON.stringify(outcome)}`
            );
        }
    });
    it('and the AI client sees what would be sent, and nothing has been', async () => {
        const facts = errorIn(await calling().call(SEND, SMS));
        assert.deepEqual(facts['wouldSend'], {
            method: 'POST',
            path: '/api/v2/conversations/messages/agentless',
            body: SMS
        });
        assert.match(facts.message, /reaches a customer/);
        assert.match(errorIn(await calling().call(...END)).message, /ends or overwrites/);
        assert.equal(server.received.length + server.signIns.length, 0);
    });
    it('and it is good for one call', async () => {
        const { call } = calling();
        const confirmation = confirmationIn(await call(...END));
        resultIn(await call(END[0], { ...END[1], confirmation }));
        assert.equal(server.received.length, 1);
        assert.equal(errorIn(await call(END[0], { ...END[1], confirmation })).reason, 'notConfirmed');
        assert.equal(server.received.length, 1);
    });
    for (const [what, change] of [
        ['another caller', { caller: { name: 'ben', connections: ['support'] } }],
        ['another connection', { caller: { name: 'anna', connections: ['sales'] }, PCID: 'sales' }],
        ['another tool', { name: 'patch_message_participant' }],
        ['other arguments', { conversationId: 'another' }],
        ['one argument more', { held: true }],
        ['after five minutes', { ms: 300_000 }]
    ] as const)
        it(`and is not good for ${what}`, async () => {
            const { call, clock } = calling();
            const confirmation = confirmationIn(await call(...END));
            const {
                caller = ANNA,
                name = END[0],
                ms = 0,
                ...given
            } = change as {
                caller?: typeof ANNA;
                name?: string;
                ms?: number;
            };
            clock.set(clock.now() + ms);
            const facts = errorIn(await call(name, { ...END[1], ...given, confirmation }, { caller }));
            assert.equal(facts.reason, 'notConfirmed');
            assert.equal(server.received.length, 0);
        });
    for (const [what, first, then] of [
        ['one sending is not good for a second on purpose', {}, { sendAgain: true }],
        ['a second sending on purpose is not good for a first', { sendAgain: true }, {}]
    ] as const)
        it(`and a word for ${what}, also where both were asked about before anything was sent`, async () => {
            const { call } = calling();
            const [one, other] = [
                confirmationIn(await call(SEND, SMS)),
                confirmationIn(await call(SEND, { ...SMS, ...first }))
            ];
            resultIn(await call(SEND, { ...SMS, confirmation: one }));
            const facts = errorIn(await call(SEND, { ...SMS, ...then, confirmation: other }));
            assert.equal(facts.reason, 'notConfirmed');
            assert.equal(server.received.length, 1);
        });
    it('and whoever is asked reads that it is once more', async () => {
        const { call } = calling();
        const again = { ...SMS, sendAgain: true };
        assert.match(errorIn(await call(SEND, again)).message, /once more where the same was sent a short time ago/);
        const asked = await call(SEND, again, { canAsk: true });
        assert.ok(asked.kind === 'ask');
        assert.match(asked.question, /^"Send an agentless message" reaches a customer, once more/);
    });
    it('and a word that was made up is not good for anything', async () => {
        const { call } = calling();
        for (const confirmation of ['yes', '', 'x'.repeat(24)])
            assert.equal(errorIn(await call(SEND, { ...SMS, confirmation })).reason, 'notConfirmed');
        assert.equal(errorIn(await call(SEND, { ...SMS, confirmation: true })).field, 'confirmation');
        assert.equal(server.received.length, 0);
    });
    it('and an operator may have it refused, or do without', async () => {
        const refusing = calling({ policy: { withoutAsking: 'refuse' } });
        assert.equal(errorIn(await refusing.call(SEND, SMS)).reason, 'notConfirmed');
        resultIn(await allowed().call(SEND, SMS));
        const stricter = { ...ANNA, policy: { withoutAsking: 'guard' } as const };
        assert.equal(errorIn(await allowed().call(SEND, SMS, { caller: stricter })).reason, 'confirmationNeeded');
    });
});

describe('what was sent a short time ago is told before anybody is asked', () => {
    const asks = [
        ['by a question', { canAsk: true }],
        ['by a word', {}]
    ] as const;
    for (const [how, more] of asks) {
        it(`${how}`, async () => {
            const { call, lines } = calling();
            const confirmation = String(errorIn(await call(SEND, SMS))['confirmation']);
            resultIn(await call(SEND, { ...SMS, confirmation }));
            const facts = errorIn(await call(SEND, SMS, more));
            assert.equal(facts.reason, 'repeated');
            assert.equal((facts['earlier'] as { state: string }).state, 'sent');
            assert.equal(server.received.length, 1);
            const events = ['notDone', 'attempt', 'outcome', 'notDone'];
            assert.deepEqual(
                lines.map(({ event }) => event),
                events,
                'the look is no attempt'
            );
        });
        it(`${how}, and on purpose the user is asked`, async () => {
            const { call } = calling();
            const confirmation = String(errorIn(await call(SEND, SMS))['confirmation']);
            resultIn(await call(SEND, { ...SMS, confirmation }));
            const again = await call(SEND, { ...SMS, sendAgain: true }, more);
            assert.ok(again.kind === 'ask' || errorIn(again).reason === 'confirmationNeeded');
        });
    }
    it('and the look keeps nothing: two who are asked at once may both be asked, and one sends', async () => {
        const { call } = calling();
        const asked = [await call(SEND, SMS, { canAsk: true }), await call(SEND, SMS, { canAsk: true })];
        const answers = asked.map((one) => {
            assert.ok(one.kind === 'ask');
            return call(SEND, SMS, { canAsk: true, answered: { word: one.word, goesAhead: true } });
        });
        const kinds = (await Promise.all(answers)).map((one) => (one.kind === 'error' ? one.facts.reason : one.kind));
        assert.deepEqual(kinds.sort(), ['repeated', 'result']);
        assert.equal(server.received.length, 1);
    });
    it('and what ends something, which no customer reads of, may be asked about again', async () => {
        const { call } = calling();
        const confirmation = String(errorIn(await call(...END))['confirmation']);
        resultIn(await call(END[0], { ...END[1], confirmation }));
        assert.equal((await call(...END, { canAsk: true })).kind, 'ask');
    });
});

describe('a client that can ask its user does', () => {
    const ask = async ({ call }: CallingForTests, more: Partial<ToolCall> = {}): Promise<Outcome> =>
        call(SEND, SMS, { canAsk: true, ...more });
    it('with what would be sent, and sends it after a yes', async () => {
        const flow = allowed();
        const outcome = await ask(flow);
        assert.ok(outcome.kind === 'ask');
        assert.match(outcome.question, /reaches a customer\. Go ahead\?[^]*"toAddress": "\+13175550100"/);
        assert.equal(server.received.length, 0);
        resultIn(await ask(flow, { answered: { word: outcome.word, goesAhead: true } }));
        assert.equal(server.received.length, 1);
        assert.equal(
            errorIn(await ask(flow, { answered: { word: outcome.word, goesAhead: true } })).reason,
            'notConfirmed'
        );
    });
    it('and sends nothing after a no, and that question cannot be answered again', async () => {
        const flow = calling();
        const outcome = await ask(flow);
        assert.ok(outcome.kind === 'ask');
        for (const goesAhead of [false, true]) {
            const facts = errorIn(await ask(flow, { answered: { word: outcome.word, goesAhead } }));
            assert.equal(facts.reason, 'notConfirmed');
        }
        assert.equal(server.received.length, 0);
    });
    it('and a yes to one sending is none to a second on purpose', async () => {
        const flow = calling();
        const [one, other] = [await ask(flow), await ask(flow)];
        assert.ok(one.kind === 'ask' && other.kind === 'ask');
        resultIn(await ask(flow, { answered: { word: one.word, goesAhead: true } }));
        const answered = { word: other.word, goesAhead: true };
        const outcome = await flow.call(SEND, { ...SMS, sendAgain: true }, { canAsk: true, answered });
        assert.equal(errorIn(outcome).reason, 'notConfirmed');
        assert.equal(server.received.length, 1);
    });
    it('and a yes to another question sends nothing', async () => {
        const facts = errorIn(await ask(calling(), { answered: { word: 'a'.repeat(24), goesAhead: true } }));
        assert.equal(facts.reason, 'notConfirmed');
    });
    it('and a question of any length names the connection and who gets it', async () => {
        const outcome = await calling().call(
            'post_email_messages',
            { conversationId: 'c', to: [{ email: 'a' }], from: { email: 'b' }, textBody: 'x'.repeat(10_000) },
            { canAsk: true }
        );
        assert.ok(outcome.kind === 'ask');
        assert.match(outcome.question, /PCID\): support\n[^]*x… and \d+ more characters\n"to": [^]*"email": "a"/);
    });
});
