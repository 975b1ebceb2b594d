import { attributesOf } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import { applyVoiceEvent, noCalls } from 'c/voiceTransport';
import { TELEPHONY_EVENTS, decodeVoiceEvent } from 'c/voiceToolkitEvents';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import fc from 'fast-check';

const NEVER_BEGIN = [
    'callended',
    'wrapupended',
    'audiostats',
    'participantadded',
    'participantremoved',
    'note',
    'transcript',
    'flagraise',
    'flaglower'
];

const told = fc
    .record({
        type: fc.constantFrom(...TELEPHONY_EVENTS),
        detail: fc.record(
            {
                callId: fc.constantFrom('a', 'b', 'c'),
                callType: fc.constantFrom('inbound', 'OUTBOUND', 'Consult', 7),
                participant: fc.constantFrom('+1 415 555 0101', '+14155550101', 'Support', '', null),
                content: fc.constant({ text: 'Hello' })
            },
            { requiredKeys: ['callId', 'content'] }
        )
    })
    .map((event) => decodeVoiceEvent(event))
    .map((decoded) => (decoded.ok ? decoded.event : undefined))
    .filter((event): event is VoiceEvent => event !== undefined);

type Call = ReturnType<ReturnType<typeof noCalls>['calls']['get']>;

function broken(before: Call, event: VoiceEvent, after: Call): string[] {
    const begins = before === undefined && after !== undefined && NEVER_BEGIN.includes(event.type);
    const comesBack = before?.state === 'ended' && after?.state !== 'ended';
    const moves = (['connectedAt', 'endedAt'] as const).filter(
        (time) => before?.[time] !== undefined && before[time] !== after?.[time]
    );
    return [...(begins ? [`${event.type} begins a call`] : []), ...(comesBack ? ['comes back'] : []), ...moves];
}

it('in whatever order events come, no call begins of itself, ends twice, comes back, or moves its times', () => {
    fc.assert(
        fc.property(fc.array(told, { maxLength: 60 }), (events) => {
            let calls = noCalls();
            let ledger = emptyLedger();
            events.forEach((event, index) => {
                const at = new Date(Date.UTC(2026, 0, 15, 9, 0, index)).toISOString();
                const before = calls.calls.get(event.callId);
                const applied = applyVoiceEvent(calls, event, { at, kept: {} });
                calls = applied.calls;
                if (applied.event) ledger = applyEvent(ledger, applied.event).ledger;
                const call = calls.calls.get(event.callId);
                expect(broken(before, event, call)).toEqual([]);
                // The same again is no news.
                const again = applyVoiceEvent(calls, event, { at, kept: {} });
                expect(again.event).toBeUndefined();
            });
            for (const call of calls.calls.values()) {
                const interaction = ledger.interactions[call.id];
                expect(interaction?.disconnected).toBe(call.state === 'ended');
                expect(interaction?.segment).toBe(1);
                const attributes = interaction ? attributesOf(interaction) : {};
                expect(Object.hasOwn(attributes, 'Salesforce.CallDuration')).toBe(
                    call.connectedAt !== undefined && call.endedAt !== undefined
                );
                expect(Object.hasOwn(attributes, 'Interaction.Transcript')).toBe(false);
            }
        }),
        { numRuns: 300 }
    );
});
