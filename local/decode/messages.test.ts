import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readMessages } from './messages.ts';

const setup = { type: 'InitialSetup' };
const text = JSON.stringify(setup);
const entry = JSON.stringify({ atMs: 20, message: setup });

describe('what support is sent', () => {
    for (const [kind, content, found] of [
        ['one message', text, [{ message: setup }]],
        ['one message over several lines', JSON.stringify(setup, null, 2), [{ message: setup }]],
        ['a list of messages', `[${text}, null, 5]`, [{ message: setup }, { message: null }, { message: 5 }]],
        ['a trace', `[${entry}]`, [{ atMs: 20, message: setup }]],
        ['one trace entry', entry, [{ atMs: 20, message: setup }]],
        ['a message a line', `${text}\n${text}\n`, [{ message: setup }, { message: setup }]],
        ['a trace entry a line', `${entry}\n${text}`, [{ atMs: 20, message: setup }, { message: setup }]],
        ['lines that Windows ended', `${text}\r\n\r\n${text}\r\n`, [{ message: setup }, { message: setup }]],
        ['a file with a byte order mark', `\uFEFF${text}`, [{ message: setup }]]
    ] as const) {
        it(`can be ${kind}`, () => {
            assert.deepEqual(readMessages(content), { found });
        });
    }

    it('may hold bad lines: each is named by its number, and the others count', () => {
        assert.deepEqual(readMessages(`${text}\nGET /\n\n5\n{"atMs":-1,"message":{}}\n${text}`), {
            found: [
                { message: setup },
                { line: 2, error: 'Line 2 is not JSON.' },
                { line: 4, error: 'Line 4 holds a number, but a message or a trace entry is needed.' },
                {
                    line: 5,
                    error:
                        'Line 5 holds a trace entry whose "atMs" is no number of milliseconds, or that has no ' +
                        '"message", but a message or a trace entry is needed.'
                },
                { message: setup }
            ]
        });
    });
});

describe('what is none', () => {
    for (const [kind, content, message] of [
        ['an empty file', '', /^The file is empty\. Give a message such as/],
        ['blank lines', ' \r\n\n', /^The file is empty/],
        ['an empty list', '[]', /^The list has no entries/],
        ['a number', '5', /^The file holds a number\. Give/],
        ['null', 'null', /^The file holds null/],
        ['plain text', 'hello', /^The file is not JSON\. Give/],
        ['a list that was cut off', `[\n${text},\n`, /^The list is not JSON: it was cut off\. Give/],
        [
            'a list with a slip in it',
            `[\n  ${text},\n  {"a":1,}\n]`,
            /^The list is not JSON at line 3, column 10\. Give/
        ],
        [
            'a trace with a wrong entry',
            `[${entry}, {"atMs":"1","message":{}}]`,
            /^Entry 1 of the trace: "atMs" is a string/
        ]
    ] as const) {
        it(`${kind} is refused with what is allowed`, () => {
            const read = readMessages(content);
            assert.ok('error' in read);
            assert.match(read.error, message);
        });
    }

    it('no error repeats anything of the file, which may hold customers', () => {
        const secret = '0491570006';
        for (const content of [secret, `{"phone":"${secret}`, `["${secret}"`, `{"a":1}\n${secret} x\n"${secret}"`]) {
            assert.doesNotMatch(JSON.stringify(readMessages(content)), new RegExp(secret), content);
        }
    });

    it('any text gives messages or an error, and never throws', () => {
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.string(),
                    fc.json(),
                    fc.array(fc.json()).map((all) => all.join('\n'))
                ),
                (content) => {
                    const read = readMessages(content);
                    assert.ok('error' in read || read.found.length > 0);
                }
            )
        );
    });
});
