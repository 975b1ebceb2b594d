import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTaken, kindOf, typeOf, USUAL_TYPES } from './mediaTypes.ts';

test('a file is what Salesforce announced, else what its server says, and a page in its place is no file', () => {
    for (const [announced, came, expected] of [
        ['image/png', 'application/octet-stream', 'image/png'],
        ['Image/PNG; a=b', undefined, 'image/png'],
        [undefined, 'image/gif', 'image/gif'],
        [undefined, 'binary/octet-stream', 'application/octet-stream'],
        [undefined, undefined, 'application/octet-stream'],
        ['image/png', 'text/html', undefined],
        [undefined, 'text/html', undefined],
        ['text/html', 'text/html', 'text/html']
    ] as const)
        assert.equal(typeOf(announced, came), expected);
});

test('an operator names the types that are sent, one by one or all of a kind', () => {
    assert.ok(isTaken('image/png', ['image/*']) && isTaken('image/png', ['image/png']));
    assert.ok(!isTaken('image/png', ['image/pn']) && !isTaken('application/x-msdownload', USUAL_TYPES));
    assert.ok(isTaken('application/vnd.oasis.opendocument.text', USUAL_TYPES));
    assert.deepEqual(['image/png', 'video/mp4', 'audio/mpeg', 'text/csv'].map(kindOf), [
        'Image',
        'Video',
        'Audio',
        'File'
    ]);
});
