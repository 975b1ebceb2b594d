import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argumentHash, meantOf } from './argumentHash.ts';

const hash = (given: object): string => argumentHash('support', 'tool', given as Record<string, unknown>);

test('the same arguments in another order are the same call', () => {
    assert.equal(hash({ a: 1, b: { c: [1, 2], d: 2 } }), hash({ b: { d: 2, c: [1, 2] }, a: 1 }));
});

test('a word of ours beside the arguments does not make another call', () => {
    const more = { PCID: 'support', dryRun: true, confirmation: 'w', sendAgain: true, restOf: '', restFrom: 1 };
    assert.equal(hash({ a: 1 }), hash({ a: 1, ...more }));
    assert.deepEqual(meantOf({ a: 1, ...more }), { a: 1 });
});

test('another connection, tool, value, order in a list, or kind of value is another call', () => {
    const hashes = [
        hash({ a: ['x', 'y'] }),
        hash({ a: ['y', 'x'] }),
        hash({ a: 'x,y' }),
        hash({ b: ['x', 'y'] }),
        hash({ a: { b: 1 } }),
        hash({ a: [['b', 1]] }),
        hash({ a: 1 }),
        hash({ a: '1' }),
        hash({ a: true }),
        hash({ a: null }),
        hash({}),
        argumentHash('sales', 'tool', {}),
        argumentHash('support', 'another', {})
    ];
    assert.equal(new Set(hashes).size, hashes.length);
});

test('two calls share a word only where they send the same JSON', () => {
    const turned = (value: unknown): unknown =>
        Array.isArray(value)
            ? value.map(turned)
            : typeof value === 'object' && value !== null
              ? Object.fromEntries(
                    Object.entries(value)
                        .reverse()
                        .map(([name, one]) => [name, turned(one)])
                )
              : value;
    fc.assert(
        fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (given, other) => {
            assert.equal(hash(given), hash(turned(given) as object));
            const changed = { ...given, changed: other };
            const again = { ...given, changed: [other] };
            assert.notEqual(hash(changed), hash(again));
        })
    );
});

test('nothing of an argument can be read from the word', () => {
    assert.match(hash({ toAddress: '+13175550100' }), /^[\w-]{43}$/);
});
