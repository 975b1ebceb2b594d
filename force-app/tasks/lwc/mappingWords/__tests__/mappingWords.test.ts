import type { MappingDetail } from 'c/attributeMapping';
import { createFile, detailText, findingText, ruleText, setupLinks, typesText } from 'c/mappingWords';

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
    expect(findingText({ code: 'textCut', level: 'warning', words: [{ kind: 'characters', count: 40 }] })).toBe(
        'Longer texts are cut: the field takes at most 40 characters'
    );
    expect(findingText({ code: 'switchedOff', level: 'note', words: [] })).toBe('Switched off');
    expect(findingText({ code: 'switchedOff', level: 'note', words: ['Mine'] })).toContain('Mine');
});

/** One of each; a kind that is missing here does not compile. */
const DETAILS: { readonly [Kind in MappingDetail['kind']]: Omit<MappingDetail, 'kind'> } = {
    attributeName: {},
    characters: { count: 255 },
    choice: { count: 255 },
    date: {},
    digits: { count: 8 },
    editableField: {},
    email: { count: 80 },
    emptyText: {},
    fieldName: {},
    flag: {},
    freeField: {},
    interactionType: { names: ['fax'] },
    interactionTypes: { names: ['call', 'email'] },
    knownAttribute: {},
    listed: { count: 3 },
    notEmpty: {},
    notMappable: { names: ['Location'] },
    nothing: {},
    number: {},
    objectName: { names: ['Account'] },
    objectNames: { names: ['Task', 'Case'] },
    oneRule: { names: ['Queue'] },
    openField: { names: ['Description'] },
    phone: { count: 40 },
    recordId: {},
    recordOf: { names: ['Contact', 'Lead'] },
    seenField: {},
    spelling: { names: ['Call.Ani'] },
    text: { count: 312 },
    time: {},
    transcript: { count: 131_072 },
    url: { count: 255 }
};

describe('what was given and what is allowed', () => {
    it.each(Object.entries(DETAILS))('has words for the kind %s, with all that it names', (kind, more) => {
        const text = detailText({ kind, ...more } as MappingDetail);
        const { count, names = [] } = more as { count?: number; names?: string[] };
        for (const part of [...names, ...(count === undefined ? [] : [count.toLocaleString('en-US')])])
            expect(text).toContain(part);
        expect(text).toMatch(/^\S.*\S$/);
        expect(text).not.toMatch(/[{}]|undefined|[a-z][A-Z]/);
    });

    it('has other words for every kind', () => {
        const texts = Object.entries(DETAILS).map(([kind, more]) => detailText({ kind, ...more } as MappingDetail));
        expect(new Set(texts).size).toBe(texts.length);
    });

    it.each<[MappingDetail, string]>([
        [{ kind: 'text', count: 312 }, 'text of 312 characters'],
        [{ kind: 'characters', count: 255 }, 'at most 255 characters'],
        [{ kind: 'recordOf', names: ['Contact', 'Lead'] }, 'the id of one of: Contact; Lead'],
        [{ kind: 'oneRule', names: ['Queue'] }, 'one rule for a field; Queue is used'],
        [{ kind: 'spelling', names: ['Participant.{0}'] }, 'the spelling Participant.{0}']
    ])('an admin reads %j as %j', (detail, text) => {
        expect(detailText(detail)).toBe(text);
    });
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
