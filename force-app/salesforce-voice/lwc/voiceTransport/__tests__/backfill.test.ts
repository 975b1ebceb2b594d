import type { InteractionEvent, InteractionFacts } from 'c/interactions';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { createKeptCalls, createVoiceTransport } from 'c/voiceTransport';
import type { CallLookUp } from 'c/voiceTransport';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const ADA = '005000000000001AAA';
const EDNA = '+14155550101';
const RECORD: InteractionFacts = {
    connectedTime: '2026-01-15T08:55:00.000Z',
    startTime: '2026-01-15T08:54:00.000Z',
    queueName: 'Billing',
    acdSeconds: 40,
    direction: 'inbound',
    ani: EDNA,
    phone: EDNA,
    displayAddress: EDNA
};

interface Page {
    readonly clock: ReturnType<typeof createTestClock>;
    readonly asked: readonly string[];
    says(event: VoiceEvent): Promise<void>;
    call(): Interaction | undefined;
    close(): void;
}

function page(lookUp: CallLookUp, storage = createMemoryStorage()): Page {
    const clock = createTestClock();
    const asked: string[] = [];
    let heard: (event: VoiceEvent) => void = () => undefined;
    let ledger = emptyLedger();
    const transport = createVoiceTransport({
        bridge: {
            call: () => undefined,
            diagnostics: () => ({
                attached: true,
                received: 0,
                unknown: 0,
                otherCalls: 0,
                listenerErrors: 0,
                methodErrors: 0,
                told: {},
                refused: {},
                reasons: []
            }),
            onEvent(listener) {
                heard = listener;
                return () => undefined;
            },
            onRefused: () => () => undefined
        },
        clock,
        kept: createKeptCalls(storage, clock, 'acme', ADA),
        lookUp: (callId) => {
            asked.push(callId);
            return lookUp(callId);
        }
    });
    transport.events((event: InteractionEvent) => {
        ledger = applyEvent(ledger, event).ledger;
    });
    return {
        clock,
        asked,
        async says(event): Promise<void> {
            heard(event);
            await clock.settle();
        },
        call: () => ledger.interactions['call-1'],
        close: transport.close
    };
}

const HOLD: VoiceEvent = { type: 'hold', callId: 'call-1' };
const ENDED: VoiceEvent = { type: 'callended', callId: 'call-1' };
const RINGS: VoiceEvent = {
    type: 'callstarted',
    callId: 'call-1',
    callType: { raw: 'Inbound', folded: 'inbound' },
    participant: '+14155550199'
};
const ANSWERED: VoiceEvent = { ...RINGS, type: 'callconnected' };

describe('a call whose beginning nobody heard', () => {
    it('has from its record when it began, its queue, and who calls', async () => {
        const { call, says } = page(() => Promise.resolve(RECORD));
        await says(HOLD);
        expect(call()).toMatchObject({ ...RECORD, state: 'held', handled: true });
    });

    it('keeps the time of its record when the toolkit tells again that it is connected', async () => {
        const { call, clock, says } = page(() => Promise.resolve(RECORD));
        await says(HOLD);
        await clock.pass(60_000);
        await says(ANSWERED);
        expect(call()?.connectedTime).toBe(RECORD.connectedTime);
    });

    it('keeps the time that an earlier page of this browser heard, whatever its record says', async () => {
        const storage = createMemoryStorage();
        const first = page(() => Promise.resolve(undefined), storage);
        await first.says(ANSWERED);
        const second = page(() => Promise.resolve(RECORD), storage);
        await second.clock.pass(60_000);
        await second.says(HOLD);
        expect(second.call()).toMatchObject({ connectedTime: '2026-01-15T09:00:00.000Z', queueName: 'Billing' });
    });

    it('keeps the time of its record through the next reload', async () => {
        const storage = createMemoryStorage();
        await page(() => Promise.resolve(RECORD), storage).says(HOLD);
        const next = page(() => Promise.resolve(undefined), storage);
        await next.clock.pass(60_000);
        await next.says(ANSWERED);
        expect(next.call()?.connectedTime).toBe(RECORD.connectedTime);
    });

    it('has the time that an earlier page heard, without its record', async () => {
        const storage = createMemoryStorage();
        await page(() => Promise.resolve(undefined), storage).says(ANSWERED);
        const second = page(() => Promise.resolve(undefined), storage);
        await second.clock.pass(60_000);
        await second.says(HOLD);
        expect(second.call()?.connectedTime).toBe('2026-01-15T09:00:00.000Z');
    });

    it('has the time that another tab heard while its record was read', async () => {
        const storage = createMemoryStorage();
        let answer: (facts: InteractionFacts) => void = () => undefined;
        const first = page(() => new Promise((resolve) => (answer = resolve)), storage);
        await first.says(HOLD);
        await page(() => Promise.resolve(undefined), storage).says(ANSWERED);
        answer(RECORD);
        await first.clock.settle();
        expect(first.call()?.connectedTime).toBe('2026-01-15T09:00:00.000Z');
    });

    it('measures the wrap-up once its record told when it was connected', async () => {
        const { call, clock, says } = page(() => Promise.resolve(RECORD));
        await says({ type: 'swap', callId: 'call-1' });
        await says(ENDED);
        await clock.pass(30_000);
        await says({ type: 'wrapupended', callId: 'call-1' });
        expect(call()).toMatchObject({ wrapUpSeconds: 30, done: true });
    });

    it('goes on as it was heard where the record cannot be read', async () => {
        const { call, says } = page(() => Promise.reject(new Error('refused')));
        await says(HOLD);
        expect(call()).toMatchObject({ state: 'held', handled: true, complete: false });
        expect(call()).not.toHaveProperty('connectedTime');
    });

    it('is asked for once more at its end where the org did not answer', async () => {
        const answers = [undefined, RECORD];
        const { asked, call, says } = page(() => Promise.resolve(answers.shift()));
        await says(HOLD);
        await says(ENDED);
        expect(asked).toEqual(['call-1', 'call-1']);
        expect(call()).toMatchObject({
            queueName: 'Billing',
            connectedTime: RECORD.connectedTime,
            state: 'disconnected'
        });
    });
});

describe('a call that was heard from its beginning', () => {
    it('has its queue and start from its record, and all else as it was heard', async () => {
        const { asked, call, says } = page(() => Promise.resolve(RECORD));
        await says(RINGS);
        expect(asked).toEqual([]);
        await says(ANSWERED);
        expect(call()).toMatchObject({
            queueName: 'Billing',
            startTime: RECORD.startTime,
            acdSeconds: 40,
            connectedTime: '2026-01-15T09:00:00.000Z',
            ani: '+14155550199',
            phone: '+14155550199'
        });
    });

    it('keeps the time that was heard where the browser was emptied before its record was read', async () => {
        const storage = createMemoryStorage();
        let answer: (facts: InteractionFacts) => void = () => undefined;
        const { call, clock, says } = page(() => new Promise((resolve) => (answer = resolve)), storage);
        await says(ANSWERED);
        storage.entries.clear();
        answer(RECORD);
        await clock.settle();
        await says(HOLD);
        expect(call()).toMatchObject({ connectedTime: '2026-01-15T09:00:00.000Z', queueName: 'Billing' });
    });

    it('is asked for once where the record told everything', async () => {
        const { asked, says } = page(() => Promise.resolve(RECORD));
        await says(ANSWERED);
        await says(ANSWERED);
        await says(HOLD);
        await says(ENDED);
        expect(asked).toEqual(['call-1']);
    });

    it('gets what its record has only at the end', async () => {
        const answers: InteractionFacts[] = [{ startTime: '2026-01-15T08:54:00.000Z' }, RECORD];
        const { call, says } = page(() => Promise.resolve(answers.shift()));
        await says(ANSWERED);
        expect(call()).not.toHaveProperty('queueName');
        await says(ENDED);
        expect(call()).toMatchObject({ queueName: 'Billing', acdSeconds: 40, state: 'disconnected', done: true });
    });

    it.each(['queueName', 'startTime', 'acdSeconds'] as const)(
        'is asked for once more at its end where the record had no %s yet',
        async (missing) => {
            const { [missing]: _missing, ...first } = RECORD;
            const { asked, says } = page(() => Promise.resolve(first));
            await says(ANSWERED);
            await says(ENDED);
            expect(asked).toHaveLength(2);
        }
    );

    it('is asked for no more once two answers together told everything', async () => {
        const { queueName, ...rest } = RECORD;
        const answers: InteractionFacts[] = [{ queueName }, rest];
        const { asked, call, says } = page(() => Promise.resolve(answers.shift() ?? {}));
        await says({ type: 'mute', callId: 'call-1' });
        await says(ANSWERED);
        await says(ENDED);
        expect(asked).toHaveLength(2);
        expect(call()).toMatchObject({ queueName, startTime: RECORD.startTime });
    });

    it('is forgotten with fifty more, and then asked for again', async () => {
        const { asked, says } = page(() => Promise.resolve(RECORD));
        await says(ANSWERED);
        for (let other = 1; other <= 50; other += 1) {
            await says({ ...ANSWERED, callId: `other-${other}` });
            await says({ ...ENDED, callId: `other-${other}` });
        }
        await says(ENDED);
        expect(asked.filter((id) => id === 'call-1')).toHaveLength(2);
    });

    it('that was forgotten before the org answered does not come back', async () => {
        let answer: (facts: InteractionFacts) => void = () => undefined;
        const first = new Promise<InteractionFacts>((resolve) => (answer = resolve));
        const { call, clock, says } = page((id) => (id === 'call-1' ? first : Promise.resolve(RECORD)));
        await says(ANSWERED);
        await says(ENDED);
        for (let other = 1; other <= 60; other += 1) {
            await says({ ...ANSWERED, callId: `other-${other}` });
            await says({ ...ENDED, callId: `other-${other}` });
        }
        answer(RECORD);
        await clock.settle();
        expect(call()).toBeUndefined();
    });

    it('that only rang is not asked for', async () => {
        const { asked, says } = page(() => Promise.resolve(RECORD));
        await says(RINGS);
        await says(ENDED);
        expect(asked).toEqual([]);
    });
});

it('an answer that comes after the panel is gone tells nobody anything', async () => {
    let answer: (facts: InteractionFacts) => void = () => undefined;
    const { call, clock, close, says } = page(() => new Promise((resolve) => (answer = resolve)));
    await says(HOLD);
    close();
    answer(RECORD);
    await clock.settle();
    expect(call()).not.toHaveProperty('queueName');
});
