import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { listsIn, partAt, pointerTo } from './parts.ts';

test('each part of any answer is found again by its name', () => {
    const each = (value: unknown, path: string, see: (part: unknown, path: string) => void): void => {
        see(value, path);
        if (typeof value !== 'object' || value === null) return;
        for (const [name, part] of Object.entries(value)) each(part, pointerTo(path, name), see);
    };
    fc.assert(
        fc.property(fc.jsonValue(), (value) => {
            each(value, '', (part, path) => assert.deepEqual(partAt(value, path), part, path));
        })
    );
});

test('a name that leads nowhere finds nothing, nor does one that every object has', () => {
    const value = { list: ['a'], 'a/b': { '~': 'odd' } };
    for (const path of ['list', '/list/1', '/list/-1', '/list/length', '/constructor', '/__proto__', '/list/0/0', '//'])
        assert.equal(partAt(value, path), undefined, path);
    assert.equal(partAt(value, '/a~1b/~0'), 'odd');
});

test('the longest lists of an answer are named', () => {
    assert.deepEqual(listsIn([{ a: [1, 2, 3] }, { b: [] }]), [
        { path: '/0/a', items: 3 },
        { path: '', items: 2 },
        { path: '/1/b', items: 0 }
    ]);
});
