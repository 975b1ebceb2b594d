import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTrace } from './trace.ts';

/** Ranges that ACMA and Ofcom keep for drama: mobile, Melbourne, London. */
const FREE_FOR_DRAMA = /^\+?(614915701\d\d|6149157000\d|6137010\d{4}|442079460\d{3})$/;
const TRACES = path.join(import.meta.dirname, 'traces');

describe('reading a trace', () => {
    test('the developer gets the entries of a good trace', () => {
        assert.deepEqual(readTrace('[{"atMs":0,"message":{"type":"InitialSetup"}},{"atMs":12.5,"message":null}]'), {
            entries: [
                { atMs: 0, message: { type: 'InitialSetup' } },
                { atMs: 12.5, message: null }
            ]
        });
    });

    test('the developer gets a trace of a whole week', () => {
        assert.ok('entries' in readTrace('[{"atMs":604800000,"message":1}]'));
    });

    const wrong: readonly [what: string, text: string, entry: number | undefined, says: RegExp][] = [
        ['a file that is no JSON', 'hello', undefined, /not JSON/],
        ['an object', '{"type":"Interaction"}', undefined, /holds an object/],
        ['an empty list', '[]', undefined, /no entries/],
        ['an entry that is no object', '[{"atMs":0,"message":1},7]', 1, /^Entry 1 .*it is a number/],
        ['a missing time', '[{"message":1}]', 0, /^Entry 0 .*"atMs" is missing/],
        ['a time that is text', '[{"atMs":"soon","message":1}]', 0, /"atMs" is a string/],
        ['a time before the beginning', '[{"atMs":-1,"message":1}]', 0, /"atMs" is -1/],
        [
            'a time of day',
            '[{"atMs":1772442005000,"message":1}]',
            0,
            /1772442005000, more than a week: .*not the time of day/
        ],
        ['a time just beyond a week', '[{"atMs":604800001,"message":1}]', 0, /more than a week/],
        ['a time that goes back', '[{"atMs":5,"message":1},{"atMs":4,"message":1}]', 1, /the entry before it is at 5/],
        ['a missing message', '[{"atMs":0}]', 0, /"message" is missing/],
        ['an inherited message', '[{"atMs":0,"__proto__":{"message":1}}]', 0, /"message" is missing/]
    ];
    for (const [what, text, entry, says] of wrong) {
        test(`the developer reads what is wrong with ${what}`, () => {
            const reading = readTrace(text);
            assert.ok('error' in reading);
            assert.match(reading.error, says);
            assert.equal(reading.entry, entry);
        });
    }

    test('the developer never sees a value of a message in an error', () => {
        const reading = readTrace('[{"atMs":"+61491570006","message":"+61491570006"}]');
        assert.ok('error' in reading);
        assert.doesNotMatch(reading.error, /61491570006/);
    });

    test('no text makes the reader throw', () => {
        fc.assert(
            fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
                const reading = readTrace(text);
                assert.ok('error' in reading ? reading.error.length > 0 : reading.entries.length > 0);
            })
        );
    });
});

describe('the traces of this project', () => {
    for (const file of readdirSync(TRACES).filter((name) => name.endsWith('.json'))) {
        test(`the developer can play ${file}`, () => {
            const reading = readTrace(readFileSync(path.join(TRACES, file), 'utf8'));
            assert.ok('entries' in reading, 'error' in reading ? reading.error : '');
        });
    }

    test('no number in them can belong to anybody, and no mail address', () => {
        const text = readdirSync(TRACES)
            .filter((name) => name.endsWith('.json') && name !== 'hostile.json')
            .map((file) => readFileSync(path.join(TRACES, file), 'utf8'))
            .join('');
        const numbers = [...text.matchAll(/"(?:phone|ani|calledNumber|displayAddress)":"(?:tel:)?(\+?\d+)"/g)];
        const real = new Set(numbers.flatMap(([, number = '']) => (FREE_FOR_DRAMA.test(number) ? [] : [number])));
        assert.ok(numbers.length > 100);
        assert.deepEqual([...real], []);
        assert.deepEqual([...new Set([...text.matchAll(/[\w.]+@([\w.]+)/g)].map(([, host]) => host))], ['example.com']);
    });

    test('the recorded call has 23 messages, 14 of its 19 changes say nothing new', () => {
        const reading = readTrace(readFileSync(path.join(TRACES, 'inbound-call.json'), 'utf8'));
        assert.ok('entries' in reading);
        const changes = reading.entries
            .map(({ message }) => message as { category: string; data: { old: unknown; new: unknown } })
            .filter(({ category }) => category === 'change');
        const noOps = changes.filter(({ data }) => JSON.stringify(data.old) === JSON.stringify(data.new));
        assert.deepEqual([reading.entries.length, changes.length, noOps.length], [23, 19, 14]);
    });
});
