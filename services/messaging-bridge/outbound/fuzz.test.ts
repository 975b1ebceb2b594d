import assert from 'node:assert/strict';
import { test } from 'node:test';
// First, so that it counts what the others do.
import { assertGrowsAsLong } from '../../../test/work.ts';
import fc from 'fast-check';
import { decodeOutbound } from './decodeOutbound.ts';
import {
    CONSTRUCTED,
    constructedPayload,
    constructedRecord,
    NAMES,
    publishedRecord,
    PUBLISHED,
    recordOf
} from './fixtures/fixtures.ts';
import { isForTheCustomer } from './isForTheCustomer.ts';
import { partsOf } from './text/partsOf.ts';

/** All that the bridge does with a record before it stores anything; the texts that it would store. */
function handled(record: unknown, names = NAMES): string {
    const decoded = decodeOutbound(record, names);
    if (!decoded.ok) return decoded.reason;
    const { event } = decoded;
    const stored = JSON.stringify(event);
    if (isForTheCustomer(event) && event.entry.entryType === 'Message') {
        for (const part of partsOf(event.entry.content, { text: 765 })) {
            if (part.kind === 'text') assert.ok(part.text.length <= 765);
        }
    }
    return stored;
}

/** PostgreSQL would refuse it in a text or jsonb column. */
const refused = (stored: string): boolean =>
    /\\u0000|\0/.test(stored) || /\\ud[89a-f]/i.test(stored) || !stored.isWellFormed();

const texts = [...CONSTRUCTED.map((name) => JSON.stringify(constructedPayload(name)))];
const records = [...CONSTRUCTED.map(constructedRecord), ...PUBLISHED.map(publishedRecord)];
const eventTypes = fc.constantFrom('Interaction', 'RoutingRequested', null, 'Other', '');

test('whatever a record is, it is read or set aside', () => {
    fc.assert(
        fc.property(
            fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true, withDate: true }),
            (record) => {
                decodeOutbound(record, NAMES);
                decodeOutbound(record, {});
            }
        ),
        { numRuns: 1000 }
    );
});

test('whatever JSON a payload is, it is read or set aside', () => {
    fc.assert(
        fc.property(fc.json({ stringUnit: 'binary', maxDepth: 6 }), eventTypes, (json, type) => {
            assert.equal(refused(handled(recordOf(json, type))), false);
        }),
        { numRuns: 1000 }
    );
});

test('an event whose members are anything at all is read or set aside', () => {
    const anything = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 });
    fc.assert(
        fc.property(
            fc.constantFrom(...texts),
            fc.array(fc.tuple(fc.nat(), anything), { maxLength: 6 }),
            (text, changes) => {
                let members = 0;
                JSON.stringify(JSON.parse(text), (_name, value: unknown) => ((members += 1), value));
                const by = new Map(changes.map(([at, value]) => [1 + (at % members), value]));
                let at = 0;
                const changed = JSON.stringify(JSON.parse(text), (_name, value: unknown) => {
                    const instead = by.get(at);
                    at += 1;
                    return instead === undefined ? value : instead;
                });
                assert.equal(refused(handled(recordOf(changed))), false);
            }
        ),
        { numRuns: 1500 }
    );
});

test('a payload that was cut off is set aside, wherever the cut is', () => {
    for (const text of texts) {
        for (let end = 0; end < text.length; end += 37) {
            assert.equal(decodeOutbound(recordOf(text.slice(0, end)), NAMES).ok, false);
        }
    }
});

test('a payload with flipped bits is read or set aside', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 8 });
    fc.assert(
        fc.property(fc.constantFrom(...texts), flips, eventTypes, (text, at, type) => {
            const bytes = Buffer.from(text);
            for (const [place, bit] of at) bytes[place % bytes.length]! ^= 1 << bit;
            assert.equal(refused(handled(recordOf(bytes.toString('utf8'), type))), false);
        }),
        { numRuns: 2000 }
    );
});

test('fields that were exchanged are read or set aside', () => {
    fc.assert(
        fc.property(fc.constantFrom(...records), fc.nat(), (record, turn) => {
            const values = Object.values(record);
            const turned = Object.keys(record).map((name, index) => [name, values[(index + turn) % values.length]]);
            handled(Object.fromEntries(turned));
        })
    );
});

test('a member named __proto__ changes nothing, at any depth', () => {
    for (const text of texts) {
        for (const spelled of ['__proto__', '\\u005f_proto__', 'constructor', 'prototype']) {
            const laced = text.replaceAll(
                /(?<!")\{/g,
                `{"${spelled}":{"role":"EndUser","entryType":"Message","text":"owned"},`
            );
            const stored = handled(recordOf(laced));
            assert.equal(({} as { role?: unknown }).role, undefined);
            assert.doesNotMatch(stored, /"__proto__"/);
            const plain = decodeOutbound(recordOf(text), NAMES);
            const decoded = decodeOutbound(recordOf(laced), NAMES);
            assert.ok(plain.ok && decoded.ok);
            assert.equal(decoded.event.kind, plain.event.kind);
            if (decoded.event.kind === 'Interaction') assert.equal(decoded.event.key, plain.event.key);
        }
    }
});

test('half characters and U+0000 are not in what is stored, and the rest of the text is', () => {
    const text = texts[CONSTRUCTED.indexOf('message.text')] ?? '';
    for (const odd of ['\\ud83d', '\\udc00', '\\u0000', '\ud83d']) {
        const stored = handled(recordOf(text.replace('Your parcel', `Your ${odd} parcel`)));
        assert.equal(refused(stored), false);
        assert.match(stored, / parcel is on the van\./);
    }
});

/** Hostile payloads of about that many characters. */
const LARGE: Readonly<Record<string, (size: number) => string>> = {
    'one text': (size) => (texts[CONSTRUCTED.indexOf('message.text')] ?? '').replace('Your', 'x'.repeat(size)),
    'a text of escapes': (size) =>
        (texts[CONSTRUCTED.indexOf('message.text')] ?? '').replace('Your', '\\u0301'.repeat(size / 6)),
    options: (size) =>
        (texts[CONSTRUCTED.indexOf('message.buttons')] ?? '').replace(
            '"optionItems":[',
            `"optionItems":[${'7,'.repeat(size / 2)}`
        ),
    'unknown members': (size) =>
        (texts[CONSTRUCTED.indexOf('message.unknown-type')] ?? '').replace(
            '"lines":[',
            `"lines":[${'{"text":"a"},'.repeat(size / 13)}`
        ),
    nesting: (size) => '{"payload":'.repeat(size / 11),
    quotes: (size) => '"\\'.repeat(size / 2),
    spaces: (size) => ' '.repeat(size)
};
for (const [what, make] of Object.entries(LARGE)) {
    test(`a payload of ${what} that is ten times as long is ten times the work`, () => {
        assertGrowsAsLong((size) => {
            const record = recordOf(make(size));
            handled(record);
            handled(record, {} as typeof NAMES);
        }, 10_000);
    });
}
