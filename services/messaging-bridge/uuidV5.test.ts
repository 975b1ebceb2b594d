import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidV5 } from './uuidV5.ts';

test('a name has the UUID that RFC 9562 gives as its example', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    assert.equal(uuidV5('www.example.com', dns), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});
