import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction } from 'c/interactions';
import { createKeptCalls, createVoiceTransport } from 'c/voiceTransport';
import { TELEPHONY_EVENTS, decodeVoiceEvent } from 'c/voiceToolkitEvents';
import type { TelephonyEventName, VoiceEvent } from 'c/voiceToolkitEvents';
import fc from 'fast-check';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';

const ADA = '005000000000001AAA';
const CALLS = ['call-1', 'call-2'] as const;

interface Page {
    hears(event: VoiceEvent): void;
    call(id: string): Interaction | undefined;
}

function page(clock: ReturnType<typeof createTestClock>, storage: ReturnType<typeof createMemoryStorage>): Page {
    const listeners = new Set<(event: VoiceEvent) => void>();
    const transport = createVoiceTransport({
        bridge: {
            onEvent(listener): () => void {
                listeners.add(listener);
                return () => listeners.delete(listener);
            },
            onRefused: () => () => undefined,
            call: () => undefined,
            diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }) as never
        },
        clock,
        kept: createKeptCalls(storage, clock, 'acme', ADA)
    });
    let ledger = emptyLedger();
    transport.events((event) => {
        ledger = applyEvent(ledger, event).ledger;
    });
    return {
        hears: (event) => listeners.forEach((listener) => listener(event)),
        call: (id) => ledger.interactions[id]
    };
}

/** Told once, twice, or as a replay. */
const told = fc.record({
    type: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...TELEPHONY_EVENTS) },
        { weight: 1, arbitrary: fc.constant<TelephonyEventName>('callconnected') }
    ),
    callId: fc.constantFrom(...CALLS),
    // Whom a page does not know it cannot tell from the customer (V6).
    participant: fc.constantFrom('+14155550101', undefined),
    isReplayedCall: fc.boolean(),
    times: fc.constantFrom(1, 1, 2)
});

const stands = ({ connectedTime, disconnected, endTime, state }: Interaction): unknown => ({
    connectedTime,
    disconnected,
    endTime,
    state
});

it('a page that is loaded anew in the middle of a call, once it hears of it, stands as one that heard everything', async () => {
    let judged = 0;
    await fc.assert(
        fc.asyncProperty(
            fc.array(told, { maxLength: 15 }),
            fc.array(told, { maxLength: 15 }),
            async (before, after) => {
                const clock = createTestClock();
                const storage = createMemoryStorage();
                const all = page(clock, createMemoryStorage());
                let heard = page(clock, storage);
                const tell = async (events: typeof before): Promise<void> => {
                    for (const { times, type, ...detail } of events) {
                        const content = { text: 'Hello' };
                        const decoded = decodeVoiceEvent({ type, detail: { ...detail, callType: 'Inbound', content } });
                        if (!decoded.ok) throw new Error(decoded.code);
                        await clock.pass(1_000);
                        for (let time = 0; time < times; time += 1) {
                            for (const one of [all, heard]) one.hears(decoded.event);
                        }
                    }
                };
                await tell(before);
                const goOn = CALLS.filter((id) => all.call(id)?.connectedTime && !all.call(id)?.disconnected);
                heard = page(clock, storage);
                await tell(after);
                for (const id of goOn) {
                    const [whole, anew] = [all.call(id), heard.call(id)];
                    if (whole === undefined || anew === undefined) continue;
                    judged += 1;
                    expect(stands(anew)).toEqual(stands(whole));
                }
            }
        ),
        { numRuns: 300 }
    );
    expect(judged).toBeGreaterThan(100);
}, 60_000);
