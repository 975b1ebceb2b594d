import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Content } from '../content/content.ts';
import { typedChoice } from './typedChoice.ts';

const list = (...titles: readonly string[]): Content => ({
    messageType: 'ChoicesMessage',
    formatType: 'Buttons',
    text: 'Which one?',
    optionItems: titles.map((title, at) => ({
        itemType: 'TitleOptionItem',
        optionIdentifier: `option-${at + 1}`,
        titleItem: { itemType: 'TitleItem', title }
    }))
});
const chosen = (text: string, ...titles: readonly string[]): string | undefined =>
    typedChoice(text, list(...titles))?.optionIdentifier;

test('a customer chooses by the number, the title or the whole line that they read', () => {
    for (const text of ['2', ' 2', '2.', '2)', 'Next week', 'next  week', '2. Next week'])
        assert.equal(chosen(text, 'Today', 'Next week'), 'option-2', text);
});

test('a customer who says more than that, or what could be two options, has said a text', () => {
    for (const text of ['', '0', '3', '22', '2 of them', 'week', '-2', '1 2', '२'])
        assert.equal(chosen(text, 'Today', 'Next week'), undefined, text);
    assert.equal(chosen('2', '4', '2'), 'option-2', 'its number and its title');
    assert.equal(chosen('2', '2', '4'), undefined, 'the number of one and the title of another');
    assert.equal(chosen('Today', 'Today', 'today'), undefined);
    const text: Content = { messageType: 'StaticContentMessage', formatType: 'Text', text: '1. One' };
    assert.equal(typedChoice('1', text), undefined);
});

test('a customer who types one of many titles gets that one, or none', () => {
    fc.assert(
        fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 12 }), fc.nat(11), (titles, at) => {
            const title = titles[at % titles.length] ?? '';
            const number = titles.indexOf(title) + 1;
            const named = chosen(title, ...titles);
            assert.ok(named === undefined || named === `option-${number}`, named);
        })
    );
});
