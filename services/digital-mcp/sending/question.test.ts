import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { questionFor } from './question.ts';
import { toolNamed } from '../tools/tools.ts';
import type { DigitalTool } from '../tools/tools.ts';

const MAIL = toolNamed('post_email_messages') as DigitalTool;
const ask = (body: object): string =>
    questionFor(MAIL, 'support-eu', { method: 'POST', path: '/emails/c', body }, false);

describe('a person who is asked sees', () => {
    it('what happens, through which connection, and the request', () => {
        assert.equal(
            ask({ subject: 'Hello', to: [{ email: 'anna@example.com' }] }),
            '"Send an email reply" reaches a customer. Go ahead?\n\n' +
                'Connection (PCID): support-eu\nPOST /emails/c\n"subject": "Hello"\n' +
                '"to": [\n  {\n    "email": "anna@example.com"\n  }\n]'
        );
    });
    it('to whom a long email goes, and of which text there is more', () => {
        const question = ask({
            cc: [{ email: 'copy@example.com' }],
            htmlBody: 'h'.repeat(50_000),
            subject: 'Hello',
            textBody: 't'.repeat(50_000),
            to: [{ email: 'anna@example.com' }]
        });
        for (const seen of ['copy@example.com', '"Hello"', 'anna@example.com'])
            assert.ok(question.includes(seen), seen);
        assert.match(question, /"htmlBody": "h+… and \d+ more characters\n"subject"/);
        assert.match(question, /"textBody": "t+… and \d+ more characters\n"to"/);
        assert.ok(question.length < 5_000, `${question.length}`);
    });
    it('each argument, however many there are and however long', () => {
        const { params } = MAIL.operation;
        const names = params.filter((param) => param.in === 'body').map(({ name }) => name);
        fc.assert(
            fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 9_000 })), (body) => {
                const question = ask(body);
                for (const name of Object.keys(body)) assert.ok(question.includes(`\n"${name}": `), name);
                assert.ok(question.length < 6_000, `${question.length}`);
            })
        );
    });
    it('characters that have no shape, or turn the order of others', () => {
        const question = ask({ to: [{ email: 'anna@example\u200b.com' }], subject: '\u202edlrow' });
        assert.ok(question.includes('anna@example\\u200b.com'));
        assert.ok(question.includes('"\\u202edlrow"'));
        assert.doesNotMatch(question, /[\u200b\u202e]/);
    });
    it('letters and emoji of every language as they are', () => {
        const text = 'Grüße, می‌خواهم 👨‍👩‍👧 日本';
        assert.ok(ask({ subject: text }).includes(`"${text}"`));
    });
});
