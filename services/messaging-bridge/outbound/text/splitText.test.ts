import assert from 'node:assert/strict';
import { test } from 'node:test';
// First, so that it counts what the others do.
import { assertGrowsAsLong } from '../../../../test/work.ts';
import fc from 'fast-check';
import { contentNamed } from '../fixtures/fixtures.ts';
import { partsOf } from './partsOf.ts';
import { MESSAGE_LIMIT, SMS_LIMIT, splitText } from './splitText.ts';

const graphemes = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');

const WORDS = [
    'a',
    'parcel',
    'https://example.com/very/long/address?with=members',
    'Straße',
    '👩‍👩‍👧‍👦',
    '🇨🇭🇦🇺',
    'é',
    '寒い日です',
    'ภาษาไทยไม่มีช่องว่าง',
    '\u00A0',
    '\r\n',
    ' ',
    '\n\n',
    '👍🏽',
    '́'
];
const text = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 200 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 200 }).map((words) => words.join('')),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 })
);

test('a short text stays as it is, and a blank one is none', () => {
    assert.deepEqual(splitText('Hello  there \n', 765), ['Hello  there \n']);
    assert.deepEqual(splitText('', 765), []);
    assert.deepEqual(splitText(' \n ', 2), []);
    assert.deepEqual(splitText(' '.repeat(900), 765), []);
});

test('a long text of any script keeps every character, and no part is too long or blank', () => {
    fc.assert(
        fc.property(text, fc.integer({ min: 2, max: 60 }), (given, limit) => {
            const parts = splitText(given, limit);
            assert.equal(withoutSpace(parts.join('')), withoutSpace(given));
            for (const part of parts) {
                assert.ok(part.length <= limit, `${part.length} > ${limit}`);
                assert.notEqual(part.trim(), '');
            }
        }),
        { numRuns: 400 }
    );
});

test('no cut goes through a visible character that fits into a part', () => {
    fc.assert(
        fc.property(text, fc.integer({ min: 2, max: 60 }), (given, limit) => {
            const visible = graphemes(given).filter((one) => withoutSpace(one) !== '');
            fc.pre(visible.every((one) => one.length <= limit));
            assert.deepEqual(
                splitText(given, limit)
                    .flatMap(graphemes)
                    .filter((one) => withoutSpace(one) !== ''),
                visible
            );
        }),
        { numRuns: 400 }
    );
});

test('no cut goes through a word that fits into a part', () => {
    const plain = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefé'), minLength: 1, maxLength: 12 }), {
        maxLength: 80
    });
    fc.assert(
        fc.property(
            plain,
            fc.integer({ min: 12, max: 40 }),
            fc.constantFrom(' ', '\n', '  '),
            (words, limit, space) => {
                const parts = splitText(words.join(space), limit);
                assert.deepEqual(
                    parts.flatMap((part) => part.split(/\s+/).filter(Boolean)),
                    words
                );
            }
        )
    );
});

test('no part could have taken the next word too', () => {
    const words = 'The van is late because the bridge over the harbour is closed until noon'.split(' ');
    const parts = splitText(words.join(' '), 20);
    for (const [index, part] of parts.slice(0, -1).entries()) {
        const next = parts[index + 1]?.split(' ')[0] ?? '';
        assert.ok(`${part} ${next}`.length > 20, part);
    }
});

test('a family is not torn apart, and a flag is not made into another', () => {
    assert.deepEqual(splitText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15), ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
    assert.deepEqual(splitText('🇨🇭🇦🇺🇨🇭', 6), ['🇨🇭', '🇦🇺', '🇨🇭']);
});

test('a visible character that is longer than a message is cut between code points', () => {
    const stacked = `a${'\u0301'.repeat(2000)}😀`;
    const parts = splitText(stacked, SMS_LIMIT);
    assert.equal(parts.join(''), stacked);
    assert.ok(parts.every((part) => part.length <= SMS_LIMIT && part.isWellFormed()));
});

test('Thai, which has no spaces, is cut between words', () => {
    const thai = 'ภาษาไทยไม่มีช่องว่างระหว่างคำ'.repeat(4);
    const words = new Set(
        [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)].map(({ index }) => index)
    );
    let at = 0;
    for (const part of splitText(thai, 40)) {
        assert.ok(words.has(at), `a cut at ${at}`);
        at += part.length;
    }
});

for (const [what, long] of [
    ['letters', (units) => 'x'.repeat(units)],
    ['words', (units) => 'word '.repeat(units / 5)],
    ['spaces', (units) => `a${' '.repeat(units)}b`],
    ['emoji', (units) => '👩‍👩‍👧‍👦'.repeat(units / 11)],
    ['accents', (units) => `a${'\u0301'.repeat(units)}`],
    ['Thai letters', (units) => 'ภาษาไทยไม่มีช่องว่าง'.repeat(units / 20)],
    ['half characters', (units) => '\ud800'.repeat(units)]
] as readonly (readonly [string, (units: number) => string])[]) {
    test(`ten times as many ${what} are ten times the work`, () => {
        assertGrowsAsLong((units) => splitText(long(units), SMS_LIMIT), 10_000);
    });
}

test('a message with two files is a text and two sends more', () => {
    const parts = partsOf(contentNamed('attachments'), { text: SMS_LIMIT });
    assert.deepEqual(
        parts.map((part) => (part.kind === 'text' ? part.text : part.attachment.name)),
        ['Please sign this.', 'contract.pdf', 'map.png']
    );
});

test('a long text is sent in parts, fewer where more fits into one', () => {
    const content = { messageType: 'StaticContentMessage', formatType: 'Text', text: 'word '.repeat(400) } as const;
    assert.equal(partsOf(content, { text: SMS_LIMIT }).length, 3);
    assert.equal(partsOf(content, { text: MESSAGE_LIMIT }).length, 1);
});

test('what cannot be said in words has no part', () => {
    assert.deepEqual(partsOf(contentNamed('form-definition'), { text: SMS_LIMIT }), []);
});
