import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { hangUp, json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { ALLOW, callingForTests, END, errorIn, resultIn, SEND, SMS } from './callingForTests.ts';
import type { CallingForTests } from './callingForTests.ts';
import type { Policy } from '../connections/configuration.ts';
import { memoryStore } from '../state/stateStore.ts';
import type { StateStore } from '../state/stateStore.ts';

let server = await serverForTests();
after(() => server.close());
beforeEach(async () => {
    await server.close();
    server = await serverForTests();
});

interface Failing extends CallingForTests {
    repair(): void;
    fail(): void;
}

function failingFor(policy: Policy, ...methods: readonly (keyof StateStore)[]): Failing {
    let isBroken = true;
    const { clock } = callingForTests(server);
    const store = new Proxy(memoryStore(clock), {
        get: (target, name: keyof StateStore) =>
            isBroken && methods.includes(name) ? () => Promise.reject(new Error('store away')) : target[name]
    });
    return {
        ...callingForTests(server, { policy, store, clock }),
        repair(): void {
            isBroken = false;
        },
        fail(): void {
            isBroken = true;
        }
    };
}
const failing = (...methods: readonly (keyof StateStore)[]): Failing => failingFor(ALLOW, ...methods);

const NOTHING_DONE = ['internal', 'This server failed. Nothing was done.'];

describe('where the store fails', () => {
    it('before a message is sent, nothing is sent', async () => {
        const flow = failing('add');
        const facts = errorIn(await flow.call(SEND, SMS));
        assert.deepEqual([facts.reason, facts.message], NOTHING_DONE);
        assert.equal(server.received.length, 0);
        assert.equal(flow.lines.at(-1)?.['event'], 'fault');
        assert.ok(!JSON.stringify([facts, flow.lines]).includes('store away'));
    });
    for (const [how, more] of [
        ['by a question', { canAsk: true }],
        ['by a word', {}]
    ] as const)
        it(`before somebody is asked ${how}, nobody is asked, nothing is sent, and both go when it is back`, async () => {
            for (const method of ['get', 'set'] as const) {
                const flow = failingFor({}, method);
                const facts = errorIn(await flow.call(SEND, { ...SMS, textBody: method }, more));
                assert.deepEqual([facts.reason, facts.message, facts['confirmation']], [...NOTHING_DONE, undefined]);
                assert.equal(flow.lines.at(-1)?.['event'], 'fault');
                flow.repair();
                const asked = await flow.call(SEND, { ...SMS, textBody: method }, more);
                assert.ok(asked.kind === 'ask' || errorIn(asked).reason === 'confirmationNeeded');
            }
            assert.equal(server.received.length, 0);
        });
    it('when a word comes back, nothing is sent, and the word is good once when the store is back', async () => {
        const flow = failingFor({}, 'take');
        const confirmation = String(errorIn(await flow.call(SEND, SMS))['confirmation']);
        const confirmed = { ...SMS, confirmation };
        for (const given of [confirmed, { ...confirmed, sendAgain: true }]) {
            const facts = errorIn(await flow.call(SEND, given));
            assert.deepEqual([facts.reason, facts.message], NOTHING_DONE);
        }
        assert.equal(server.received.length, 0);
        flow.repair();
        resultIn(await flow.call(SEND, confirmed));
        flow.fail();
        assert.equal(errorIn(await flow.call(SEND, confirmed)).reason, 'internal');
        flow.repair();
        assert.equal(errorIn(await flow.call(SEND, confirmed)).reason, 'notConfirmed');
        assert.equal(server.received.length, 1);
    });
    it('when a user has answered, nothing is sent, whatever the answer', async () => {
        const flow = failingFor({}, 'take');
        const asked = await flow.call(SEND, SMS, { canAsk: true });
        assert.ok(asked.kind === 'ask');
        for (const goesAhead of [false, true]) {
            const answered = { word: asked.word, goesAhead };
            const facts = errorIn(await flow.call(SEND, SMS, { canAsk: true, answered }));
            assert.deepEqual([facts.reason, facts.message], NOTHING_DONE);
        }
        const destructive = failingFor({}, 'take');
        const word = String(errorIn(await destructive.call(...END))['confirmation']);
        const facts = errorIn(await destructive.call(END[0], { ...END[1], confirmation: word }));
        assert.deepEqual([facts.reason, facts.message], NOTHING_DONE);
        assert.equal(server.received.length, 0);
    });
    it('after a message was sent, it was sent, and is still not sent twice', async () => {
        const flow = failing('set');
        resultIn(await flow.call(SEND, SMS));
        assert.ok(flow.lines.some(({ event }) => event === 'storeFailed'));
        flow.repair();
        assert.equal(errorIn(await flow.call(SEND, SMS)).reason, 'repeated');
        assert.equal(server.received.length, 1);
    });
    it('after a refusal, the refusal is told', async () => {
        const flow = failing('replace');
        server.replies(json(400, { code: 'invalid.value' }));
        assert.equal(errorIn(await flow.call(SEND, SMS)).reason, 'refused');
    });
    it('after an unknown outcome, that is told, and it is not sent twice', async () => {
        const flow = failing('set');
        server.replies(hangUp);
        assert.equal(errorIn(await flow.call(SEND, SMS)).reason, 'outcomeUnknown');
        flow.repair();
        assert.equal(errorIn(await flow.call(SEND, SMS)).reason, 'repeated');
    });
});
