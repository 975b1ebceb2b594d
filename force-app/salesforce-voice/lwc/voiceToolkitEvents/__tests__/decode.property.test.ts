import { types } from 'node:util';
import fc from 'fast-check';
import { decodeVoiceEvent, isTelephonyEvent, TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import { brittle, deepFrozen, proxied } from '../../../../../test/fakes/strangeObjects.ts';

const NAMES = [
    ...['callId', 'callType', 'participant', 'stats', 'inputChannelStats', 'outputChannelStats', 'packetsLost'],
    ...['packetsCount', 'jitterBufferMillis', 'roundTripTimeMillis', 'statsCount', 'id', 'clientSentTimestamp'],
    ...['serverReceivedTimestamp', 'content', 'formatType', 'text', 'sender', 'role', 'displayName', 'voiceCallId']
];
const name = fc.constantFrom(...NAMES, 'type', 'detail', '__proto__', 'constructor', 'toString', 'reason');
const said = fc.oneof(
    fc.string(),
    fc.constantFrom('inputChannelStats', 'outputChannelStats', ' Agent', 'EndUser', '+1 (415) 999-0000', '\ud800', ' ')
);
const value = fc.oneof(
    said,
    fc.double(),
    fc.integer({ min: -2, max: 2_000 }),
    fc.anything({ withNullPrototype: true })
);
const fields = (of: fc.Arbitrary<unknown>): fc.Arbitrary<object> => fc.dictionary(name, of, { maxKeys: 8 });
const inner = fields(fc.oneof(value, fields(value)));
/** Often one that could be understood. */
const detail = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(inner, said).map(([all, callId]) => ({ ...all, callId: `c${callId}` })) },
    { weight: 2, arbitrary: messageLike() },
    { weight: 1, arbitrary: inner },
    { weight: 1, arbitrary: value }
);
const type = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<string>(...TELEPHONY_EVENTS) },
    { weight: 1, arbitrary: value }
);
const likeAnEvent = fc.record({ type, detail }, { noNullPrototype: true });

function messageLike(): fc.Arbitrary<object> {
    const stats = fc.record({ inputChannelStats: inner, outputChannelStats: inner }, { requiredKeys: [] });
    return fc.record(
        {
            callId: said,
            content: fc.record({ text: said, formatType: value, other: value }, { requiredKeys: ['text'] }),
            sender: fc.record({ role: said, displayName: value, other: value }, { requiredKeys: [] }),
            clientSentTimestamp: value,
            stats: fc.oneof(fc.array(stats, { maxLength: 2 }), stats)
        },
        { requiredKeys: ['callId', 'content'] }
    );
}

/** Every value within, itself first. */
function within(given: unknown, seen = new Set<unknown>()): Set<unknown> {
    if (seen.has(given)) return seen;
    seen.add(given);
    if (typeof given === 'object' && given !== null)
        for (const key of Reflect.ownKeys(given)) within((given as Record<PropertyKey, unknown>)[key], seen);
    return seen;
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

it('whatever a listener is given is answered, never with an error', () => {
    fc.assert(
        fc.property(fc.oneof(likeAnEvent, fc.anything({ withNullPrototype: true })), (event) => {
            const answer = decodeVoiceEvent(event);
            const [name, call] = answer.ok ? [answer.event.type, answer.event.callId] : [answer.type, 'none'];
            expect(isTelephonyEvent(name) || (!answer.ok && name === '')).toBe(true);
            expect(call).toMatch(/^\S/);
        })
    );
});

it('nothing is told that did not come: every text and figure stands in the detail', () => {
    fc.assert(
        fc.property(likeAnEvent, (event) => {
            const answer = decodeVoiceEvent(event);
            if (!answer.ok) return;
            const came = [...within(event)];
            const texts = came.filter((one): one is string => typeof one === 'string');
            const may = new Set<unknown>([
                ...came,
                ...texts.flatMap((one) => [one.trim(), one.trim().toLowerCase()]),
                'unknown'
            ]);
            const invented = [...within(answer.event)].filter((one) => !isObject(one) && !may.has(one));
            expect(invented).toEqual([]);
        })
    );
});

it('only what the guide names is told, in new plain objects', () => {
    const told = new Set([
        ...['type', 'callId', 'callType', 'raw', 'folded', 'participant', 'input', 'output', 'packetsLost'],
        ...['packetsCount', 'jitterBufferMillis', 'roundTripTimeMillis', 'id', 'clientSentAt', 'serverReceivedAt'],
        ...['text', 'formatType', 'sender', 'role', 'displayName', 'voiceCallId']
    ]);
    fc.assert(
        fc.property(likeAnEvent, (event) => {
            const came = within(event);
            const objects = [...within(decodeVoiceEvent(proxied(event)))].filter(isObject);
            const [, ...parts] = objects;
            expect(parts.flatMap((part) => Object.keys(part)).filter((key) => !told.has(key))).toEqual([]);
            expect(objects.filter((part) => Object.getPrototypeOf(part) !== Object.prototype)).toEqual([]);
            expect(objects.filter((part) => came.has(part) || types.isProxy(part))).toEqual([]);
        })
    );
});

it("an event of the page is read like the guide's plain example of it", () => {
    fc.assert(
        fc.property(fc.constantFrom(...TELEPHONY_EVENTS), detail, (of, carried) => {
            const event = new CustomEvent(of, { detail: carried });
            // A detail that is not given is null in a real event.
            expect(decodeVoiceEvent(event)).toEqual(decodeVoiceEvent({ type: of, detail: carried ?? null }));
        })
    );
});

it('an event behind a membrane of Proxies is read like the event itself', () => {
    fc.assert(
        fc.property(likeAnEvent, (event) => {
            expect(decodeVoiceEvent(proxied(event))).toEqual(decodeVoiceEvent(event));
        })
    );
});

it('an event that throws at any access is answered: as if it had not, or as unreadable', () => {
    fc.assert(
        fc.property(likeAnEvent, fc.nat(40), (event, at) => {
            const answer = decodeVoiceEvent(brittle(event, at));
            if (!answer.ok && answer.code === 'UNREADABLE') return;
            expect(answer).toEqual(decodeVoiceEvent(event));
        })
    );
});

it('an event is not changed, and one that cannot be changed is read the same', () => {
    const json = fc.record({ type, detail: fields(fc.jsonValue()) }, { noNullPrototype: true });
    fc.assert(
        fc.property(json, (event) => {
            const before = JSON.stringify(event);
            const answer = decodeVoiceEvent(event);
            expect(JSON.stringify(event)).toBe(before);
            expect(decodeVoiceEvent(deepFrozen(event))).toEqual(answer);
        })
    );
});

it('an event that was turned into text is refused, whatever it said', () => {
    fc.assert(
        fc.property(fc.constantFrom(...TELEPHONY_EVENTS), fields(fc.jsonValue()), (of, carried) => {
            const asText = JSON.stringify({ type: of, detail: carried });
            expect(decodeVoiceEvent(asText)).toEqual({ ok: false, code: 'NOT_AN_EVENT', type: '' });
        })
    );
});

it('what all objects inherit adds nothing to an event', () => {
    const polluted = Object.prototype as Record<string, unknown>;
    const bait = Object.fromEntries(NAMES.map((one) => [one, 'Bait']));
    fc.assert(
        fc.property(likeAnEvent, (event) => {
            const before = JSON.stringify(decodeVoiceEvent(event));
            Object.assign(polluted, bait);
            try {
                expect(JSON.stringify(decodeVoiceEvent(event))).toBe(before);
            } finally {
                for (const one of Object.keys(bait)) delete polluted[one];
            }
        })
    );
});
