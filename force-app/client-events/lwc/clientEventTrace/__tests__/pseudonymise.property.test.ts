import fc from 'fast-check';
import { pseudonymise } from 'c/clientEventTrace';
import type { TraceEntry } from 'c/clientEventTrace';
import { CONTAINERS, MEMBERS } from '../knownWords.ts';

const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';
const digits = (min: number, max: number): fc.Arbitrary<string> =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''));

const phone = fc.tuple(fc.constantFrom('', '+', 'tel:+'), digits(7, 15)).map((parts) => parts.join(''));
const name = fc
    .string({ unit: fc.constantFrom(..."abcdeorstABCRS 'é"), minLength: 4, maxLength: 20 })
    .filter((text) => text.trim().length > 3);
const email = fc
    .tuple(fc.stringMatching(/^[a-z]{4,9}$/), fc.stringMatching(/^[a-z]{4,9}$/))
    .map(([who, where]) => `${who}@${where}.test`);
const secret = fc.oneof(
    phone,
    name,
    email,
    fc.uuid(),
    fc.string({ minLength: 4, maxLength: 40 }).filter((text) => text.trim().length > 3)
);
const anything = fc.oneof(secret, fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }));

/** Where values stand in messages: members of the contract and others. */
const body = fc.record(
    {
        id: fc.constant(CALL),
        state: fc.oneof(fc.constant('CONNECTED'), secret),
        name: secret,
        phone: secret,
        ani: secret,
        queueName: secret,
        startTime: secret,
        disposition: secret,
        attributes: fc.dictionary(fc.constantFrom('Participant.a', 'state', 'b', 'type', '__proto__'), anything),
        transferTarget: secret,
        userData: secret,
        transcripts: fc.array(fc.record({ alternatives: fc.array(fc.record({ transcript: secret })) })),
        other: anything
    },
    { requiredKeys: [] }
);
/** Each member whose name the contract knows, with a value that it does not. */
const known = fc.dictionary(fc.constantFrom(...[...MEMBERS].filter((member) => !CONTAINERS.has(member))), secret);
const message = fc.oneof(
    fc.record({
        type: fc.constantFrom('Interaction', 'Notification', 'UserAction'),
        category: fc.constantFrom('add', 'change', 'status'),
        data: fc.oneof(known, fc.record({ new: known, old: known }), fc.record({ messages: fc.array(known) }))
    }),
    fc.record({
        type: fc.constantFrom('Interaction', 'Notification', 'UserAction'),
        category: fc.constantFrom('add', 'change', 'status'),
        data: fc.oneof(body, secret)
    }),
    fc.record({
        type: fc.constant('Interaction'),
        category: fc.constant('change'),
        data: fc.record({ old: body, new: body })
    }),
    fc.record({
        type: fc.constant('PureCloud.Interaction.updateState'),
        data: fc.record({ action: fc.constant('secureSession'), secureSessionContext: body })
    }),
    anything
);
const trace: fc.Arbitrary<TraceEntry[]> = fc.array(
    message.map((one) => ({ atMs: 0, message: one })),
    { maxLength: 6 }
);

/** Each text and number of a message with the name of the member that holds it. */
function leaves(value: unknown, member = ''): [member: string, text: string][] {
    if (typeof value === 'string')
        return /^\s*[[{]/.test(value) ? [[member, value], ...leaves(parsed(value), member)] : [[member, value]];
    if (typeof value === 'number') return [[member, String(value)]];
    if (Array.isArray(value)) return value.flatMap((item) => leaves(item, member));
    if (typeof value === 'object' && value !== null)
        return Object.entries(value).flatMap(([name, held]) => leaves(held, name));
    return [];
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

/** The words of the contract that this test's messages use. */
const CONTRACT =
    /^(interaction|notification|useraction|add|change|status|purecloud\.interaction\.updatestate|securesession|connected)$/i;
/** Nothing but punctuation says nothing. */
const says = (text: string): boolean =>
    text.length > 3 && /[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text);

describe('a developer who shares any trace', () => {
    it('shares none of its values', () => {
        fc.assert(
            fc.property(trace, fc.string(), (entries, salt) => {
                const out = leaves(pseudonymise(entries, salt))
                    .map(([, text]) => text)
                    .filter((text) => !CONTRACT.test(text));
                const values = leaves(entries.map((one) => one.message)).map(([, text]) => text);
                const telling = values.filter((text) => says(text) && !CONTRACT.test(text));
                for (const value of telling) expect(out.filter((text) => text.includes(value))).toEqual([]);
            }),
            { numRuns: 400 }
        );
    });

    it('shares no run of seven digits of it', () => {
        fc.assert(
            fc.property(phone, name, (number, who) => {
                const run = number.replaceAll(/\D/g, '');
                const entries = [
                    {
                        atMs: 0,
                        message: {
                            type: 'Interaction',
                            category: 'add',
                            data: { id: CALL, phone: number, attributes: { note: `${who} ${number} ${who}` } }
                        }
                    }
                ];
                const out = JSON.stringify(pseudonymise(entries, 'salt'));
                // 55501 is what the invented ones share.
                fc.pre(!run.includes('55501') && !run.includes('000000'));
                expect(out).not.toContain(run.slice(-8));
            })
        );
    });

    it('shares a trace that is a trace again, of as many messages, each of the same kind', () => {
        fc.assert(
            fc.property(trace, (entries) => {
                const out = pseudonymise(entries, 'salt');
                expect(out).toHaveLength(entries.length);
                expect(JSON.parse(JSON.stringify(out))).toEqual(out);
                for (const [index, { message: shared }] of out.entries())
                    expect(kindOf(shared)).toBe(kindOf(entries[index]?.message));
            })
        );
    });
});

function kindOf(value: unknown): string {
    return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}
