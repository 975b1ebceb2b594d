import assert from 'node:assert/strict';
import { after, beforeEach, describe, it, test } from 'node:test';
import { breakOff, hangUp, json, serverForTests, text } from '../../genesys-api/serverForTests.ts';
import { ALLOW, ANNA, argumentsFor, callingForTests, END, errorIn, resultIn, SEND, SMS } from './callingForTests.ts';
import type { CallingForTests, CallingSettings } from './callingForTests.ts';
import { memoryStore } from '../state/stateStore.ts';
import { TOOLS } from '../tools/tools.ts';

let server = await serverForTests();
after(() => server.close());
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

const calling = (settings: CallingSettings = {}): CallingForTests => callingForTests(server, settings);
const allowed = (settings: CallingSettings = {}): CallingForTests => calling({ policy: ALLOW, ...settings });

describe('a customer does not get a message twice by mistake', () => {
    it('within ten minutes, and the AI client reads when it was sent and under which id', async () => {
        const { call, clock } = allowed();
        clock.set(Date.UTC(2026, 10, 2, 9));
        const { callId } = resultIn(await call(SEND, SMS))['_call'] as { callId: string };
        clock.set(Date.UTC(2026, 10, 2, 9, 9, 59));
        const facts = errorIn(await call(SEND, { ...SMS }));
        assert.equal(facts.reason, 'repeated');
        const at = '2026-11-02T09:00:00.000Z';
        assert.deepEqual(facts['earlier'], { at, state: 'sent', callId, correlationId: 'corr-1' });
        assert.equal(server.received.length, 1);
        clock.set(Date.UTC(2026, 10, 2, 9, 10));
        resultIn(await call(SEND, SMS));
        assert.equal(server.received.length, 2);
    });
    it('but on purpose', async () => {
        const { call } = allowed();
        resultIn(await call(SEND, SMS));
        resultIn(await call(SEND, { ...SMS, sendAgain: true }));
        assert.equal(server.received.length, 2);
        assert.equal(server.received[1]?.body, server.received[0]?.body);
    });
    it('and on purpose it is confirmed once more', async () => {
        const { call } = calling();
        const confirmation = String(errorIn(await call(SEND, SMS))['confirmation']);
        resultIn(await call(SEND, { ...SMS, confirmation }));
        assert.equal(errorIn(await call(SEND, { ...SMS, confirmation, sendAgain: true })).reason, 'notConfirmed');
        assert.equal(errorIn(await call(SEND, { ...SMS, sendAgain: true })).reason, 'confirmationNeeded');
        assert.equal(server.received.length, 1);
    });
    it('and another message, or one through another connection, goes', async () => {
        const { call } = allowed();
        const both = { ...ANNA, connections: ['support', 'sales'], policy: ALLOW };
        resultIn(await call(SEND, SMS));
        resultIn(await call(SEND, { ...SMS, textBody: 'Another' }));
        const asked = await call(SEND, { ...SMS, PCID: 'sales' }, { caller: both });
        resultIn(asked);
        assert.equal(server.received.length, 3);
    });
    it('nor where a page came with success: the AI client is told that it is not certain, and where to look', async () => {
        const { call } = allowed();
        server.replies(text(200, '<html>Welcome</html>'));
        const about = resultIn(await call(SEND, SMS))['_call'] as Record<string, unknown>;
        assert.match(String(about['warning']), /Most likely it was done: look/);
        assert.deepEqual(about['howToCheck'], {
            tool: 'genesys_conversations_digital_get_messages',
            arguments: { PCID: 'support' }
        });
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
        assert.equal(server.received.length, 1);
    });
    for (const [what, reply] of [
        ['the connection broke', hangUp],
        ['a gateway failed', text(502, '<html>Bad gateway</html>')],
        ['the API took too long', json(504, { code: 'request.timeout' })],
        ['the answer sends elsewhere', text(302, '', { location: 'http://127.0.0.1:1/' })]
    ] as const)
        it(`nor where nobody knows, because ${what}`, async () => {
            const { call, lines } = allowed();
            server.replies(reply);
            const facts = errorIn(await call(SEND, SMS));
            assert.equal(facts.reason, 'outcomeUnknown');
            assert.match(facts.hint ?? '', /Do not send it again before/);
            assert.deepEqual(facts['howToCheck'], {
                tool: 'genesys_conversations_digital_get_messages',
                arguments: { PCID: 'support' }
            });
            server.replies(json(200, {}));
            const second = errorIn(await call(SEND, SMS));
            assert.equal(second.reason, 'repeated');
            assert.equal((second['earlier'] as { state: string }).state, 'unknown');
            assert.equal(server.received.length, 1);
            assert.deepEqual(
                lines.map(({ outcome, reason }) => outcome ?? reason),
                [undefined, 'outcomeUnknown', 'repeated']
            );
        });
    it('where it was sent and the answer broke off, it counts as sent', async () => {
        const { call } = allowed();
        server.replies(breakOff(200, '{"id":'));
        assert.match(JSON.stringify(resultIn(await call(SEND, SMS))), /do not do it again before/);
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
    });
    for (const [status, code, reason] of [
        [400, 'bad.request', 'refused'],
        [403, 'missing.permissions', 'notAllowed'],
        [429, 'too.many.requests', 'tooManyRequests'],
        [401, 'bad.credentials', 'signInFailed']
    ] as const)
        it(`and what Genesys Cloud refused with ${status} may be sent again`, async () => {
            const { call } = allowed();
            server.replies(json(status, { code, message: 'No.' }, { 'retry-after': '1' }));
            assert.equal(errorIn(await call(SEND, SMS)).reason, reason);
            server.replies(json(200, { id: 'm' }));
            resultIn(await call(SEND, SMS));
        });
    it('and a second sending on purpose that was refused does not open the way for a third', async () => {
        const { call } = allowed();
        resultIn(await call(SEND, SMS));
        server.replies(json(400, { code: 'bad.request' }));
        assert.equal(errorIn(await call(SEND, { ...SMS, sendAgain: true })).reason, 'refused');
        server.replies(json(200, {}));
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
        assert.equal(server.received.length, 2);
    });
    it('and a first sending that is refused does not open the way beside a second on purpose that is under way', async () => {
        const { call } = allowed();
        const open: ((status: number) => void)[] = [];
        server.replies((received, response) => void open.push((status) => json(status, {})(received, response)));
        const first = call(SEND, SMS);
        while (open.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
        const second = call(SEND, { ...SMS, sendAgain: true });
        while (open.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        open[0]?.(400);
        assert.equal(errorIn(await first).reason, 'refused');
        server.replies(json(200, {}));
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
        open[1]?.(200);
        resultIn(await second);
    });
    it('of two calls at once, one is sent', async () => {
        const { call } = allowed();
        const outcomes = await Promise.all([call(SEND, SMS), call(SEND, SMS), call(SEND, SMS)]);
        assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['error', 'error', 'result']);
        assert.equal(server.received.length, 1);
    });
    it('where the sign-in failed, nothing was sent, and it may be tried again', async () => {
        const { call } = allowed();
        server.signInReplies(json(400, { error: 'invalid_client' }));
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'signInFailed');
        resultIn(await call(SEND, SMS));
        assert.equal(server.received.length, 1);
    });
    it('who goes before it is sent may come back', async () => {
        const { call } = allowed();
        assert.equal(errorIn(await call(SEND, SMS, { signal: AbortSignal.abort() })).reason, 'cancelled');
        resultIn(await call(SEND, SMS));
        assert.equal(server.received.length, 1);
    });
});

describe('each change is recorded before it is sent', () => {
    it('with who, through what, which tool and how it ended', async () => {
        const { call, lines } = allowed();
        server.replies((received, response) => {
            assert.equal(lines.length, 1, 'the attempt is there before the request');
            json(200, {})(received, response);
        });
        resultIn(await call(SEND, SMS));
        const [attempt, outcome] = lines;
        assert.deepEqual(
            [attempt?.['event'], attempt?.['caller'], attempt?.['pcid'], attempt?.['tool']],
            ['attempt', 'anna', 'support', SEND]
        );
        assert.deepEqual(
            [outcome?.['event'], outcome?.['outcome'], outcome?.['status'], outcome?.['correlationId']],
            ['outcome', 'done', 200, 'corr-1']
        );
        assert.equal(outcome?.['hash'], attempt?.['hash']);
    });
    it('and nothing is sent where that fails, and it may be tried again', async () => {
        let isBroken = true;
        const write = (): void => {
            if (isBroken) throw new Error('disk full');
        };
        const { call } = allowed({ write });
        const facts = errorIn(await call(SEND, SMS));
        assert.equal(facts.reason, 'notRecorded');
        assert.match(facts.message, /^Nothing was done: it could not be written to the log/);
        assert.ok(!JSON.stringify(facts).includes('disk full'));
        assert.equal(server.received.length, 0);
        isBroken = false;
        resultIn(await call(SEND, SMS));
    });
    it('and once it is sent, a log that fails is no reason to call it undone', async () => {
        let count = 0;
        const write = (): void => {
            count += 1;
            if (count > 1) throw new Error('disk full');
        };
        const { call } = allowed({ write });
        const { _call: about } = resultIn(await call(SEND, SMS)) as { _call: { notes: string[]; status: number } };
        assert.equal(about.status, 200);
        assert.match(about.notes.join(), /could not be written to the log.*do not do it again/);
        assert.equal(errorIn(await call(SEND, SMS)).reason, 'repeated');
    });
    it('and an outcome that nobody knows and nobody can record is told with both', async () => {
        let count = 0;
        const write = (): void => {
            count += 1;
            if (count > 1) throw new Error('disk full');
        };
        server.replies(hangUp);
        const facts = errorIn(await allowed({ write }).call(SEND, SMS));
        assert.equal(facts.reason, 'outcomeUnknown');
        assert.match(String(facts['warning']), /could not be written to the log/);
    });
    it('and who goes while it is being recorded has sent nothing, and may come back', async () => {
        const goes = new AbortController();
        const { call } = allowed({ write: () => goes.abort() });
        assert.equal(errorIn(await call(SEND, SMS, { signal: goes.signal })).reason, 'cancelled');
        assert.equal(server.received.length, 0);
        resultIn(await call(SEND, SMS));
    });
    it('and before a second attempt too, which does not make the first one unknown', async () => {
        let count = 0;
        const write = (): void => {
            count += 1;
            if (count === 2) throw new Error('disk full');
        };
        server.replies(json(429, {}, { 'retry-after': '1' }), json(200, {}));
        const { call } = allowed({ write });
        const facts = errorIn(await call(SEND, SMS));
        assert.equal(facts.reason, 'notRecorded');
        assert.equal(server.received.length, 1);
        resultIn(await call(SEND, SMS));
    });
    it('and a change that no customer reads of is not sent either where that fails, and reads go on', async () => {
        const write = (): void => {
            throw new Error('disk full');
        };
        assert.equal(errorIn(await allowed({ write }).call(...END)).reason, 'notRecorded');
        assert.equal(server.received.length, 0);
        resultIn(await allowed({ write }).call('get_email', { conversationId: 'c' }));
    });
    it('and a question is not', async () => {
        const { call, lines } = calling();
        resultIn(await call('get_email', { conversationId: 'c' }));
        assert.deepEqual(lines, []);
    });
});

test('several copies without a store that they share send nothing to a customer, and do all else', async () => {
    const { call } = allowed({ more: { replicas: 2 } });
    for (const tool of TOOLS) {
        const outcome = await call(tool.name, argumentsFor(tool));
        assert.equal(outcome.kind, tool.customerFacing ? 'error' : 'result', tool.shortName);
        if (outcome.kind === 'error') assert.match(outcome.facts.message, /Nothing was sent\. Several copies/);
    }
    const clock = calling().clock;
    const shared = allowed({ more: { replicas: 2 }, store: { ...memoryStore(clock), isShared: true }, clock });
    resultIn(await shared.call(SEND, SMS));
});
