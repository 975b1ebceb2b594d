import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { clockForTests } from '../../genesys-api/clockForTests.ts';
import { CallError } from '../calling/callError.ts';
import type { ErrorFacts } from '../calling/callError.ts';
import { createSentBefore, REPEATED_SECONDS } from './sentBefore.ts';
import type { Kept } from './sentBefore.ts';
import { memoryStore } from '../state/stateStore.ts';

let clock = clockForTests();
let sent = createSentBefore(memoryStore(clock));

beforeEach(() => {
    clock = clockForTests(Date.UTC(2026, 10, 2, 9));
    sent = createSentBefore(memoryStore(clock));
});

const attempt = (again = false): Promise<Kept> => sent.attempt('h', clock.now(), again, 'call-1');

async function refusal(): Promise<ErrorFacts> {
    try {
        await attempt();
    } catch (error) {
        assert.ok(error instanceof CallError);
        return error.facts;
    }
    assert.fail('it was let through');
}

test('a customer does not get the same message twice within ten minutes, and afterwards does', async () => {
    assert.equal(REPEATED_SECONDS, 600);
    await attempt();
    await sent.is('h', clock.now(), { state: 'sent', callId: 'call-1', correlationId: 'corr-1' });
    clock.set(clock.now() + 599_999);
    const { reason, earlier, hint } = await refusal();
    assert.equal(reason, 'repeated');
    assert.deepEqual(earlier, {
        at: '2026-11-02T09:00:00.000Z',
        state: 'sent',
        callId: 'call-1',
        correlationId: 'corr-1'
    });
    assert.match(hint ?? '', /sendAgain/);
    clock.set(clock.now() + 1);
    await attempt();
});

test('of two who send the same at once, the second is told that it is under way', async () => {
    const [one, other] = await Promise.allSettled([attempt(), attempt()]);
    assert.equal(one.status, 'fulfilled');
    assert.equal(other.status, 'rejected');
    assert.match((await refusal()).message, /is being sent/);
});

test('a message whose arrival nobody knows is not sent again', async () => {
    await attempt();
    await sent.is('h', clock.now(), { state: 'unknown', callId: 'call-1' });
    assert.match((await refusal()).message, /nobody knows whether it arrived/);
});

test('a message that was not sent after all may be sent', async () => {
    await sent.undo('h', await attempt());
    await attempt();
});

test('a second sending on purpose that came to nothing leaves the first one known', async () => {
    await attempt();
    await sent.is('h', clock.now(), { state: 'sent', callId: 'call-1', correlationId: 'corr-1' });
    await sent.undo('h', await attempt(true));
    assert.deepEqual((await refusal()).earlier, {
        at: '2026-11-02T09:00:00.000Z',
        state: 'sent',
        callId: 'call-1',
        correlationId: 'corr-1'
    });
});
