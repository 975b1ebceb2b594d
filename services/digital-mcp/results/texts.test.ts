import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withTexts } from './texts.ts';

/** Another way to the same: a copy of everything. */
function copied(value: unknown, change: (text: string, name: string) => string, name = ''): unknown {
    if (typeof value === 'string') return change(value, name);
    if (Array.isArray(value)) return (value as unknown[]).map((one) => copied(one, change, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one, change, key)]));
}

test('each text becomes what it is to become, by the name of its field, and the answer itself stays as it was', () => {
    fc.assert(
        fc.property(fc.jsonValue(), (value) => {
            const before = JSON.stringify(value);
            const change = (text: string, name: string): string => (text.length % 2 === 0 ? text : `${name}: ${text}`);
            assert.deepEqual(withTexts(value, change), copied(value, change));
            assert.equal(JSON.stringify(value), before);
        })
    );
});

test('a field that bears the name of what every object has is a field like the others', () => {
    const value: unknown = JSON.parse('{"__proto__":{"constructor":"a"},"toString":["b"]}');
    const shown = withTexts(value, (text, name, path) => `${text} ${name} ${path.join('/')}`);
    assert.equal(
        JSON.stringify(shown),
        '{"__proto__":{"constructor":"a constructor __proto__/constructor"},"toString":["b toString toString/0"]}'
    );
    assert.equal(Object.getPrototypeOf(shown), Object.prototype);
});

test('an answer in which nothing changes is not copied, and of another only what leads to the change', () => {
    const value = { id: 'c1', participants: [{ subject: 'long' }, { subject: 'short' }] };
    assert.equal(
        withTexts(value, (text) => text),
        value
    );
    const shown = withTexts(value, (text) => (text === 'long' ? 'l…' : text)) as typeof value;
    assert.deepEqual(shown, { id: 'c1', participants: [{ subject: 'l…' }, { subject: 'short' }] });
    assert.equal(shown.participants[1], value.participants[1]);
});
