import { createFile, findingText, ruleText, setupLinks, typesText } from 'c/mappingWords';

describe('links to Setup', () => {
    it('lead to the record, its list and a new one', () => {
        const links = setupLinks(new Map([['Queue', { id: 'm0A000000000002AAA', label: 'Queue' }]]));
        const page = '/lightning/setup/CustomMetadata/page?address=';
        expect([links.record('Queue'), links.manage, links.create]).toEqual([
            `${page}%2Fm0A000000000002AAA`,
            `${page}%2Fm0A`,
            `${page}%2Fm0A%2Fe`
        ]);
    });

    it('lead to the list of types where no id is known', () => {
        const links = setupLinks(new Map());
        expect([links.record('Queue'), links.manage, links.create]).toEqual([
            undefined,
            '/lightning/setup/CustomMetadata/home',
            '/lightning/setup/CustomMetadata/home'
        ]);
    });

    it('never lead where an id is no id', () => {
        const links = setupLinks(new Map([['Queue', { id: '//example.com/', label: 'Queue' }]]));
        expect(links.record('Queue')).toBeUndefined();
    });
});

it('an admin reads a finding as a sentence with its facts', () => {
    expect(findingText({ code: 'textCut', level: 'warning', words: ['at most 40 characters'] })).toBe(
        'Longer texts are cut: the field takes at most 40 characters'
    );
    expect(findingText({ code: 'switchedOff', level: 'note', words: [] })).toBe('Switched off');
    expect(findingText({ code: 'switchedOff', level: 'note', words: ['Mine'] })).toContain('Mine');
});

it.each([
    ['PICKLIST', 'the values of its picklist'],
    ['Int', 'a whole number'],
    ['REFERENCE', 'the id of a record that it may link to'],
    ['Boolean', 'true or false'],
    ['LOCATION', 'nothing from a rule']
])('an admin reads what a field of the type %s takes in plain words', (type, words) => {
    const text = findingText({ code: 'onlySome', level: 'warning', words: [type] });
    expect(text).toContain(words);
    expect(text).not.toContain(type);
    expect(findingText({ code: 'typeDoesNotFit', level: 'error', words: [type] })).toContain(words);
});

it('an admin reads where an attribute comes in the words that a record takes', () => {
    const text = findingText({ code: 'otherTypes', level: 'error', words: ['call', 'outboundDialing'] });
    expect(text).toContain('call; outbound dialing');
});

it('an admin reads of a rule without a record that it is built in', () => {
    expect([ruleText('Queue'), ruleText('default:Description')]).toEqual(['Queue', 'Built in']);
});

it('an admin reads interaction types in the words that a record takes', () => {
    expect([typesText('all'), typesText(['call', 'outboundDialing'])]).toEqual(['All', 'call; outbound dialing']);
});

it('a page that may make no file says so instead of breaking', () => {
    Object.assign(URL, {
        createObjectURL: () => {
            throw new Error('blocked');
        }
    });
    expect(createFile('a.csv', 'a', 'text/csv')).toBeUndefined();
});
