import { createVoiceObservations } from 'c/voiceObservations';
import { TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import fc from 'fast-check';
import { toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';

const element = document.createElement('x-toolkit') as unknown as VoiceToolkitElement;
/** Found in no word of ours. */
const SECRET = 'qzx7';
const secret = fc.string().map((text) => `${SECRET}${text}`);
const value = fc.oneof(secret, fc.integer(), fc.constant(null), fc.array(secret), fc.dictionary(secret, secret));
const event = fc.record({
    name: fc.constantFrom(...TELEPHONY_EVENTS),
    more: fc.record(
        {
            callId: fc.oneof(secret, value),
            callType: value,
            participant: value,
            id: value,
            content: fc.oneof(value, fc.record({ text: secret, formatType: secret })),
            sender: fc.oneof(value, fc.record({ role: secret, displayName: secret })),
            stats: value,
            extra: value
        },
        { requiredKeys: [] }
    ),
    odd: fc.dictionary(secret, value)
});

describe('whatever the toolkit tells', () => {
    it('V14 no number, name, id or word of it stands in what an admin reads or sends', () => {
        fc.assert(
            fc.property(fc.array(event, { maxLength: 30 }), (events) => {
                const seen = createVoiceObservations();
                for (const { more, name, odd } of events) {
                    const detail = { ...toolkitEvent(name).detail, ...more, ...odd };
                    seen.heard({ type: name, detail }, element);
                }
                expect(JSON.stringify(seen.observations())).not.toContain(SECRET);
            })
        );
    });

    it('what is kept of twenty thousand events is as long as what is kept of a few', () => {
        const seen = createVoiceObservations();
        const length = (): number => JSON.stringify(seen.observations()).length;
        const tell = (from: number, to: number): void => {
            for (let nth = from; nth < to; nth += 1) {
                const name = TELEPHONY_EVENTS[nth % TELEPHONY_EVENTS.length] ?? 'mute';
                const keys = Object.fromEntries([...'abcdefg'].slice(0, nth % 7).map((key) => [`${key}${key}`, nth]));
                seen.heard(
                    { type: name, detail: { ...toolkitEvent(name).detail, callId: `call-${nth}`, ...keys } },
                    element
                );
            }
        };
        tell(0, 2000);
        const before = length();
        tell(2000, 20_000);
        // Counts alone have grown: a digit or two for each.
        expect(length()).toBeLessThan(before + 200);
    });
});
