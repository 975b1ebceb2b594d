import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readConfigurationText } from './configurationText.ts';

const SECRET = 'a-secret-that-nobody-may-read';

describe('an operator reads where the configuration is no JSON', () => {
    for (const [what, text, words] of [
        [
            'a comma too much',
            `{\n    "secret": "${SECRET}",\n}`,
            /not JSON: look at line 3, column 1, and just before it\.$/
        ],
        ['a comma too few', `{\n    "secret": "${SECRET}"\n    "more": 1\n}`, /not JSON: look at line 3, column 5/],
        ['a remark', `{\n    // ${SECRET}\n}`, /not JSON: look at line 2, column 5/],
        ['a name without its quotes', '{ region: 1 }', /not JSON: look at line 1, column 3/],
        ['a quote that is not closed', `{ "secret": "${SECRET} }`, /not JSON: look at line 1, column/],
        ['the end missing', `{ "secret": "${SECRET}", "more": tru`, /not JSON: it ends too early\.$/],
        ['nothing in it', ' \n', /not JSON: the file is empty\.$/],
        ['other text', SECRET, /not JSON/]
    ] as const)
        test(what, () => {
            assert.throws(
                () => readConfigurationText(text),
                (error: Error) => words.test(error.message) && !error.message.includes(SECRET.slice(0, 10))
            );
        });
});

test('an operator may save the file with an editor that begins it with a byte order mark', () => {
    assert.deepEqual(readConfigurationText('\uFEFF{"a":1}'), { a: 1 });
});

test('an operator is told of a name that would be left out', () => {
    assert.throws(() => readConfigurationText('{"callers":{"__proto__":{}}}'), /"__proto__"/);
});
