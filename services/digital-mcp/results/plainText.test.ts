import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
// First, so that it counts what the others do.
import { assertGrowsAsLong } from '../../../test/work.ts';
import fc from 'fast-check';
import { readable, readMarkup } from './plainText.ts';

const plainText = (html: string): string => readMarkup(html).text;

test('an AI client reads an HTML mail as its reader does', () => {
    const html = `<!DOCTYPE html><html><head><title>Mail</title><style>p { color: red }</style></head><body>
        <h1>Hello</h1><p>Your order &amp; bill:</p><ul><li>one</li><li>two</li></ul>
        <p>See <a href="https://example.com/a?b=c">our page</a>.</p></body></html>`;
    const text = plainText(html);
    for (const words of ['HELLO', 'Your order & bill:', '* one', 'our page [https://example.com/a?b=c]'])
        assert.ok(text.includes(words), `${words} in ${text}`);
    assert.doesNotMatch(text, /<|color|Mail/);
});

describe('words that no reader of the mail sees do not reach the AI client', () => {
    for (const hidden of [
        '<script>SECRET</script>',
        '<SCRIPT type="x">SECRET</SCRIPT>',
        '<style>SECRET</style>',
        '<!-- SECRET -->',
        '<img alt="SECRET" src="https://example.com/pixel">',
        '<iframe src="x">SECRET</iframe>',
        '<object>SECRET</object>',
        '<template>SECRET</template>',
        '<p hidden>SECRET</p>',
        '<p aria-hidden="true">SECRET</p>',
        '<p style="display:none">SECRET</p>',
        '<P STYLE="Display : None">SECRET</P>',
        "<p style='color:red;\n display:\tnone !important'>SECRET</p>",
        '<p style=display:none>SECRET</p>',
        '<p class="x" style="font-family:\'Arial\';visibility: hidden">SECRET</p>',
        '<p style="font-size:0">SECRET</p>',
        '<p style="font-size: 0.0px; color: white">SECRET</p>',
        '<p style="opacity:0">SECRET</p>',
        '<p style="max-height:0px;overflow:hidden">SECRET</p>',
        '<p style="mso-hide:all">SECRET</p>',
        '<div style="display:none"><p>SECRET</p></div>'
    ])
        it(hidden, () =>
            assert.equal(plainText(`<p>Before</p>${hidden}<p>After</p>`).replace(/\s+/g, ' '), 'Before After')
        );
});

describe('words that a reader sees are kept', () => {
    for (const shown of [
        '<p style="font-size:0.9em">SEEN</p>',
        '<p style="font-size:09px">SEEN</p>',
        '<p style="opacity: 0.5">SEEN</p>',
        '<p title="style=display:none">SEEN</p>',
        '<p>SEEN',
        '<td>SEEN</td>',
        '<unknown-tag>SEEN</unknown-tag>',
        '<b>SE</b>EN'
    ])
        it(shown, () => assert.match(plainText(shown), /SEEN/));
    it('also where they speak of styles', () => {
        assert.equal(plainText('<p>a  style="display : none" b &lt; c</p>'), 'a style="display : none" b < c');
    });
});

/** Each made of so many pieces. */
const HOSTILE: readonly ((pieces: number) => string)[] = [
    (pieces) => '<div>'.repeat(pieces),
    (pieces) => '<a '.repeat(pieces),
    (pieces) => '<'.repeat(pieces),
    (pieces) => '<p></q>'.repeat(pieces),
    (pieces) => `<p ${'a '.repeat(pieces)}>x</p>`,
    (pieces) => '&'.repeat(pieces),
    (pieces) => `<table>${'<tr><td>'.repeat(pieces)}`,
    (pieces) => `${'<ul><li>'.repeat(pieces)}x`,
    (pieces) => '<!--'.repeat(pieces)
];
describe('a customer cannot stop the server with a mail', () => {
    for (const mail of HOSTILE) it(mail(3), () => assertGrowsAsLong((pieces) => plainText(mail(pieces)), 500));
});

test('an AI client is told where a mail has more markup than can be shown', () => {
    assert.match(plainText(`<p>Hello</p>${'<b>x</b>'.repeat(60_000)}`), /^Hello[^]*too much markup to be shown\.\]$/);
});

test('any text can be read, and nothing of a script is', () => {
    const piece = fc.oneof(
        fc.string(),
        fc.constantFrom(
            '<p>',
            '</p>',
            '<div style="',
            '"',
            "'",
            '>',
            '<',
            '&amp;',
            '&#0;',
            '<script>',
            '</script>',
            '<!--',
            '-->',
            '<![CDATA['
        )
    );
    fc.assert(
        fc.property(fc.array(piece), (pieces) => {
            assert.equal(typeof plainText(pieces.join('')), 'string');
        })
    );
});

test('markup is read in the body of a mail, wherever it stands, and other texts stay as they are', () => {
    const value = {
        htmlBody: '<p>Hi</p>',
        textBody: '1 < 2 and <b>',
        list: [{ body: '<div>Hi</div>' }, null, 5],
        html: 'a &amp; b',
        other: '<p>as it is</p>'
    };
    assert.deepEqual(readable(value).value, {
        htmlBody: 'Hi',
        textBody: '1 < 2 and <b>',
        list: [{ body: 'Hi' }, null, 5],
        html: 'a & b',
        other: '<p>as it is</p>'
    });
});
