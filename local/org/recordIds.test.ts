import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalId, recordId, withSuffix } from './recordIds.ts';

const DIGITS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const id15 = fc.array(fc.constantFrom(...DIGITS), { minLength: 15, maxLength: 15 }).map((digits) => digits.join(''));

test('an id gets the suffix that a public example of the platform has', () => {
    assert.equal(withSuffix('001D000000IqhSL'), '001D000000IqhSLIAZ');
});

test('a 15 character id is read as its 18 character form', () => {
    assert.equal(normalId('001D000000IqhSL'), '001D000000IqhSLIAZ');
});

test('an 18 character id with a wrong suffix is no id', () => {
    assert.equal(normalId('001D000000IqhSLAAA'), undefined);
});

test('the suffix tells ids apart that differ in case only', () => {
    fc.assert(
        fc.property(id15, id15, (one, other) => {
            const same = withSuffix(one).toLowerCase() === withSuffix(other).toLowerCase();
            assert.equal(same, one === other);
        })
    );
    assert.notEqual(withSuffix('001D000000IqhSL').toLowerCase(), withSuffix('001D000000iqhSL').toLowerCase());
});

test('every running number gives another id with the prefix of its object', () => {
    fc.assert(
        fc.property(fc.nat(), fc.nat(), (one, other) => {
            assert.match(recordId('00T', one), /^00T[0-9A-Za-z]{15}$/);
            assert.equal(recordId('00T', one) === recordId('00T', other), one === other);
        })
    );
});
