import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { isRecipient, recipientEntry } from './recipients.ts';

describe('an operator allows recipients, and a call may write them as people do', () => {
    for (const [entry, given] of [
        ['anna@example.com', 'anna@EXAMPLE.com'],
        [' anna@Example.com ', '  anna@example.com'],
        ['@example.com', 'anyone.at+all@Example.COM'],
        ['@BÜCHER.example', 'leo@bücher.example'],
        ['@bücher.example', 'leo@xn--bcher-kva.example'],
        ['+13175550100', '+1 (317) 555-0100'],
        ['+49 151*', '+49 (151) 23/45.67-8'],
        ['+49*', '+49'],
        ['open-customer-7', ' open-customer-7 '],
        ['3175550100', '3175550100']
    ] as const)
        it(`${entry} allows ${given}`, () => assert.ok(isRecipient([entry], given)));
});

describe('nothing that could reach somebody else is taken for an allowed recipient', () => {
    const list = ['anna@example.com', '@example.com', '+49*', '+13175550100', 'open-7'];
    for (const given of [
        '',
        ' ',
        'anna@example.org',
        'anna@sub.example.com',
        'anna@notexample.com',
        'anna@example.com.evil.example',
        'eve@evil.example@example.com',
        'eve@evil.example, anna@example.com',
        'anna@example.com;eve@evil.example',
        'anna@example.com eve@evil.example',
        'Anna <eve@evil.example>',
        '<eve@evil.example>anna@example.com',
        '"eve@evil.example"@example.com',
        'eve%evil.example@example.com',
        'evil.example!eve@example.com',
        'eve(@example.com',
        'anna@example.com\r\nBcc: eve@evil.example',
        'anna@example.com\n',
        'anna@ex%61mple.com',
        'anna@ｅxample.com',
        'anna@exam\u00adple.com',
        'anna@example.com\u200b',
        'anna@example.com.',
        'anna@example.com/@evil.example',
        '@example.com',
        'anna@',
        '+1317555010',
        '+131755501000',
        '13175550100',
        '004915112345',
        '+49*',
        '+49,+19005550100',
        '+49151@evil.example',
        '+４９151',
        '+',
        'Open-7',
        'open-77',
        'constructor',
        '__proto__'
    ])
        it(JSON.stringify(given), () => assert.ok(!isRecipient(list, given)));
    it('a domain whose letters two programs turn into two domains', () => {
        assert.equal(recipientEntry('@straße.example'), undefined);
        assert.ok(!isRecipient(['@xn--strae-oqa.example', '@strasse.example'], 'leo@straße.example'));
        assert.ok(isRecipient(['@xn--strae-oqa.example'], 'leo@xn--strae-oqa.example'));
    });
});

test('an entry that could be meant otherwise is none', () => {
    for (const entry of [
        '',
        ' ',
        '@',
        '@*',
        '*',
        '*@example.com',
        '@localhost',
        '@a b.example',
        '+',
        '+*',
        '+49…',
        '+49x'
    ])
        assert.equal(recipientEntry(entry), undefined, entry);
    for (const entry of ['@127.0.0.1', '@[127.0.0.1]', 'a@b@c.example', 'Anna <anna@example.com>', 'a\nb'])
        assert.equal(recipientEntry(entry), undefined, entry);
});

test('whatever a call names, a domain allows only what ends in that domain, and a beginning only what begins so', () => {
    const sign = fc.constantFrom(
        ...'@.+*49 ()<>,;:"%!-xnabe\u00ad\u0000ß/\\',
        'example.com',
        'evil.example',
        '@example.com'
    );
    fc.assert(
        fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
            const given = signs.join('');
            if (isRecipient(['@example.com'], given)) assert.match(given, /^\s*[^@\s<>,;:"%!()]+@example\.com\s*$/i);
            if (isRecipient(['+49*'], given)) assert.match(given.replaceAll(/[\s().\-/]/g, ''), /^\+49\d*$/);
            assert.ok(!isRecipient([], given));
        }),
        { numRuns: 5_000 }
    );
});
