import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { realClock } from '@switchboard/genesys-api';
import fc from 'fast-check';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { json, serverForTests } from '../../genesys-api/serverForTests.ts';
import { CallError } from './callError.ts';
import { callingForTests, resultIn } from './callingForTests.ts';
import { createTurns, LONGEST_WAIT_MS, MOST_WAITING } from './turns.ts';
import type { InTurn } from './turns.ts';

/** A call that is under way until it is told to end. */
interface Held {
    readonly done: Promise<unknown>;
    readonly gone: AbortController;
    readonly state: () => 'waits' | 'underWay' | 'ended';
    end(): void;
}

function held(inTurn: InTurn, pcid = 'support', fails = false): Held {
    const gone = new AbortController();
    const over = Promise.withResolvers<void>();
    let state: ReturnType<Held['state']> = 'waits';
    const done = inTurn(pcid, gone.signal, async () => {
        state = 'underWay';
        await over.promise;
        if (fails) throw new Error('failed');
    })
        .catch((error: unknown) => error)
        .finally(() => (state = 'ended'));
    return { done, gone, state: () => state, end: over.resolve };
}

async function reasonOf({ done }: Held): Promise<string> {
    const error = await done;
    assert.ok(error instanceof CallError, String(error));
    assert.match(error.message, /Nothing was done/);
    return error.facts.reason;
}

test('never more calls of a connection are under way than may be, in the order of coming, whoever fails or goes', async () => {
    const act = fc.record({ what: fc.constantFrom('call', 'call', 'end', 'go'), at: fc.nat(20), fails: fc.boolean() });
    await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(act, { maxLength: 60 }), async (most, acts) => {
            const inTurn = createTurns({ clock: realClock, atOnce: () => most });
            const all: Held[] = [];
            const are = (state: string): Held[] => all.filter((one) => one.state() === state);
            for (const { at, fails, what } of acts) {
                if (what === 'call') all.push(held(inTurn, 'support', fails));
                else if (what === 'end') are('underWay')[at % most]?.end();
                else are('waits')[at % 5]?.gone.abort();
                await soon();
                const [underWay, waiting] = [are('underWay'), are('waits')];
                assert.ok(underWay.length <= most);
                assert.ok(waiting.length === 0 || underWay.length === most, 'nobody waits while there is room');
                for (const one of waiting)
                    for (const other of underWay) assert.ok(all.indexOf(other) < all.indexOf(one));
            }
            for (const one of all) one.end();
            await Promise.all(all.map(({ done }) => done));
        }),
        { numRuns: 60 }
    );
});

test('a connection does not wait for another one', async () => {
    const inTurn = createTurns({ clock: realClock, atOnce: () => 1 });
    const [one, other] = [held(inTurn, 'support'), held(inTurn, 'sales')];
    await soon();
    assert.deepEqual([one.state(), other.state()], ['underWay', 'underWay']);
    for (const call of [one, other]) call.end();
});

test('a call that waited too long, or whose client went, is told so and leaves its place to the next one', async () => {
    let late = (): void => undefined;
    const clock = {
        ...realClock,
        wait: (ms: number, signal?: AbortSignal) => {
            assert.equal(ms, LONGEST_WAIT_MS);
            return new Promise<void>((resolve, reject) => {
                late = resolve;
                signal?.addEventListener('abort', () => reject(signal.reason as Error));
            });
        }
    };
    const inTurn = createTurns({ clock, atOnce: () => 1 });
    const [first, second] = [held(inTurn), held(inTurn)];
    await soon();
    late();
    assert.equal(await reasonOf(second), 'tooManyCalls');
    const [third, fourth] = [held(inTurn), held(inTurn)];
    await soon();
    third.gone.abort();
    assert.equal(await reasonOf(third), 'cancelled');
    first.end();
    await soon();
    assert.equal(fourth.state(), 'underWay');
    fourth.end();
    const gone = held(inTurn);
    gone.gone.abort();
    await gone.done;
    const never = createTurns({ clock, atOnce: () => 1 })('support', AbortSignal.abort(), () => assert.fail('it ran'));
    await assert.rejects(never, /client went/);
});

test('where too many wait, the next one is refused at once', async () => {
    const inTurn = createTurns({
        clock: { ...clockForTests(), wait: () => new Promise(() => undefined) },
        atOnce: () => 1
    });
    const all = Array.from({ length: MOST_WAITING + 1 }, () => held(inTurn));
    assert.equal(await reasonOf(held(inTurn)), 'tooManyCalls');
    for (const one of all) one.end();
    await Promise.all(all.map(({ done }) => done));
});

test('an operator says how many calls of a connection are under way at once; ten unless said otherwise', async () => {
    const server = await serverForTests();
    let [most, atOnce] = [0, 0];
    const underWay: (() => void)[] = [];
    // As many as there may be are answered when all of them are there, and one more has had some time to come.
    server.replies((received, response) => {
        underWay.push(() => json(200, {})(received, response));
        most = Math.max(most, underWay.length);
        if (underWay.length === atOnce)
            setTimeout(() => {
                for (const answer of underWay.splice(0)) answer();
            }, 100);
    });
    const grant = { type: 'accessToken', token: { env: 'GENESYS_SECRET' } };
    const support = { baseUrl: server.url, grant };
    const clock = { ...clockForTests(), now: realClock.now, wait: realClock.wait };
    try {
        for (const [settings, allowed] of [
            [support, 10],
            [{ ...support, callsAtOnce: 2 }, 2]
        ] as const) {
            [most, atOnce] = [0, allowed];
            const { call } = callingForTests(server, { clock, more: { connections: { support: settings } } });
            for (const outcome of await Promise.all(Array.from({ length: atOnce * 2 }, () => call('get_emails', {}))))
                resultIn(outcome);
            assert.equal(most, atOnce);
        }
    } finally {
        await server.close();
    }
});
