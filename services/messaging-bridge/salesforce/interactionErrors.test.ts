import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorInAnswer, kindOf, readInteractionError } from './interactionErrors.ts';

test("the number is read whether it is a number or a text, and a gateway's page has none", () => {
    assert.deepEqual(readInteractionError('{"message":"Enter a valid header.","code":10016}'), {
        code: 10016,
        said: 'Enter a valid header.'
    });
    assert.deepEqual(readInteractionError('{"code":"10016"}'), { code: 10016 });
    for (const text of ['<html>', '', 'null', '[]', '"10016"', '{"code":"10016x"}', '{"code":1.5}', '{"code":{}}'])
        assert.deepEqual(readInteractionError(text), {}, text);
});

test('only `success: false` makes an answer of 200 an error', () => {
    for (const body of [{ success: true }, {}, { errorDetail: { code: 1 } }, null, 'false', { success: 'false' }])
        assert.equal(errorInAnswer(body), undefined);
    assert.deepEqual(errorInAnswer({ success: false }), {});
});

test('whatever a server answers, it is read without a throw', () => {
    fc.assert(
        fc.property(fc.oneof(fc.json(), fc.string()), fc.integer({ min: 300, max: 599 }), (text, status) => {
            const error = readInteractionError(text);
            assert.match(kindOf(status, error), /^(later|setup|refused|unknown)$/);
        })
    );
});

test('nothing but a certain "not done" is said to be for later', () => {
    fc.assert(
        fc.property(fc.integer({ min: 500, max: 599 }), (status) => {
            assert.equal(kindOf(status, {}), 'unknown');
        })
    );
});
