import assert from 'node:assert/strict';
import { after, beforeEach, describe, it, test } from 'node:test';
import { breakOff, hangUp, json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { callingForTests, ALLOW, errorIn, resultIn, SEND, SMS } from './callingForTests.ts';
import type { CallingForTests, CallingSettings } from './callingForTests.ts';
import type { Structured } from '../results/results.ts';

let server = await serverForTests();
after(() => server.close());
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const READ = ['get_email', { conversationId: 'c' }] as const;

const calling = (settings: CallingSettings = {}): CallingForTests => callingForTests(server, settings);
const allowed = (): CallingForTests => calling({ policy: ALLOW });
const about = (structured: Structured): Structured => structured['_call'] as Structured;

/** The lines of the log, each of which must be of the call. */
function eventsOf({ lines }: CallingForTests, callId: unknown): unknown[] {
    assert.deepEqual(
        lines.filter((line) => line['callId'] !== callId),
        []
    );
    return lines.map(({ event }) => event);
}

describe('a developer finds in each result an id of the call, beside the one of Genesys Cloud', () => {
    it('of a question', async () => {
        const { callId, correlationId } = about(resultIn(await calling().call(...READ)));
        assert.match(String(callId), UUID);
        assert.equal(correlationId, 'corr-1');
    });
    it('of a change, in each of its log lines', async () => {
        const one = allowed();
        const { callId, correlationId } = about(resultIn(await one.call(SEND, SMS)));
        assert.match(String(callId), UUID);
        assert.deepEqual([correlationId, eventsOf(one, callId)], ['corr-1', ['attempt', 'outcome']]);
    });
    it('of a dry run, where the id of the call is the only one', async () => {
        const { callId, correlationId } = about(resultIn(await calling().call(SEND, { ...SMS, dryRun: true })));
        assert.match(String(callId), UUID);
        assert.equal(correlationId, callId);
    });
    it('of a list, and no two calls have the same', async () => {
        server.replies(json(200, []));
        const { call } = calling();
        const list = ['get_email_participant_wrapupcodes', { conversationId: 'c', participantId: 'p' }] as const;
        const [one, other] = [about(resultIn(await call(...list))), about(resultIn(await call(...list)))];
        assert.match(String(one['callId']), UUID);
        assert.notEqual(one['callId'], other['callId']);
    });
});

describe('an operator finds the log line of a call that was refused by the id in its error, and no argument in it', () => {
    for (const [what, reason, name, given, settings] of [
        ['a wrong argument', 'badArgument', 'get_email', { conversationId: 'c', secretNote: '+13175550100' }, {}],
        ['no such connection', 'connection', 'get_email', { ...READ[1], PCID: 'another' }, {}],
        ['no such tool', 'unknownTool', 'get_+13175550100', {}, {}],
        ['a policy', 'notAllowed', SEND, SMS, { policy: { readOnly: true } }],
        ['nobody who confirmed it', 'confirmationNeeded', SEND, SMS, {}],
        ['a secret that is missing', 'signInFailed', ...READ, { env: {} }]
    ] as const)
        it(what, async () => {
            const one = calling(settings);
            const facts = errorIn(await one.call(name, given));
            assert.equal(facts.reason, reason);
            assert.match(String(facts['callId']), UUID);
            assert.equal(facts['correlationId'], facts['callId']);
            assert.equal(eventsOf(one, facts['callId']).at(-1), 'notDone');
            const { time, level, ...line } = one.lines.at(-1) ?? {};
            assert.deepEqual([typeof time, level], ['number', 30]);
            const tool = reason === 'unknownTool' ? {} : { tool: name };
            assert.deepEqual(line, { event: 'notDone', callId: facts['callId'], caller: 'anna', ...tool, reason });
            assert.doesNotMatch(JSON.stringify(one.lines), /317555/);
        });
    it('a question that Genesys Cloud refused, with its own id', async () => {
        server.replies(json(404, { code: 'not.found', message: 'No.' }));
        const one = calling();
        const { callId, correlationId } = errorIn(await one.call(...READ));
        assert.equal(correlationId, 'corr-1');
        assert.deepEqual(eventsOf(one, callId), ['notDone']);
        assert.deepEqual([one.lines[0]?.['correlationId'], one.lines[0]?.['status']], ['corr-1', 404]);
    });
    it('a change that has its line already leaves no second one', async () => {
        server.replies(json(400, { code: 'bad.request', message: 'No.' }));
        const one = allowed();
        assert.deepEqual(eventsOf(one, errorIn(await one.call(SEND, SMS))['callId']), ['attempt', 'outcome']);
    });
});

test('a lost answer has the id of its log lines, and whoever is held back later reads that id', async () => {
    server.replies(hangUp);
    const one = allowed();
    const lost = errorIn(await one.call(SEND, SMS));
    assert.match(String(lost['callId']), UUID);
    assert.deepEqual([lost.reason, lost['correlationId']], ['outcomeUnknown', lost['callId']]);
    assert.deepEqual(eventsOf(one, lost['callId']), ['attempt', 'outcome']);
    const held = errorIn(await one.call(SEND, SMS));
    assert.equal(held.reason, 'repeated');
    assert.notEqual(held['callId'], lost['callId']);
    assert.equal((held['earlier'] as { callId?: string }).callId, lost['callId']);
});

test('a fault of the server is found by the id in its error, and so is a store that failed', async () => {
    const gone = (): never => {
        throw new TypeError('+13175550100');
    };
    const { store } = allowed();
    const one = calling({ policy: ALLOW, store: { ...store, add: gone } });
    const { callId, reason } = errorIn(await one.call(SEND, SMS));
    assert.deepEqual([reason, eventsOf(one, callId)], ['internal', ['fault']]);
    const other = calling({ policy: ALLOW, store: { ...store, set: () => Promise.reject(new Error('gone')) } });
    const sent = about(resultIn(await other.call(SEND, SMS)));
    assert.deepEqual(eventsOf(other, sent['callId']), ['attempt', 'storeFailed', 'outcome']);
});

test('an answer that broke off after a change has both ids', async () => {
    server.replies(breakOff(200, '{"id":'));
    const { callId, correlationId } = about(resultIn(await allowed().call(SEND, SMS)));
    assert.match(String(callId), UUID);
    assert.equal(correlationId, 'corr-1');
});
