import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import type { Project } from '../problem.ts';
import { faultsOfText, widestFor, widthOf } from './faults.ts';
import type { EnglishText } from './faults.ts';
import { translationFaults } from './translations.ts';

const GERMAN = 'force-app/tasks/translations/de.translation-meta.xml';
const LABELS = 'force-app/tasks/labels/CustomLabels.labels-meta.xml';

const label = (name: string, value: string, use = 'Text'): string =>
    `<labels><fullName>${name}</fullName><shortDescription>${use}</shortDescription><value>${value}</value></labels>`;
const translated = (name: string, value: string): string =>
    `<customLabels><label>${value}</label><name>${name}</name></customLabels>`;

/** A project of one package whose labels say that a Task is saved and how many wait. */
function projectWith(files: Readonly<Record<string, string>>): Project {
    const all: Readonly<Record<string, string>> = {
        [LABELS]: `<CustomLabels>${label('A_Saved', 'The Task is saved')}${label('B_Wait', '{0} wait')}</CustomLabels>`,
        ...files
    };
    const parser = new XMLParser({ parseTagValue: false });
    return {
        root: '.',
        apiVersion: '66.0',
        files: Object.keys(all),
        bundles: [],
        text: (file) => all[file] ?? '',
        xml: (file) => parser.parse(all[file] ?? '') as Record<string, unknown>
    };
}

const germanOf = (...labels: string[]): string => `<Translations>${labels.join('')}</Translations>`;
const SAVED = translated('A_Saved', 'Die Aufgabe ist gespeichert');
const WAIT = translated('B_Wait', '{0} warten');

const faultsWith = (german: string): readonly string[] =>
    translationFaults(projectWith({ [GERMAN]: german }), ['de']).map(({ file, message }) => {
        assert.equal(file, GERMAN);
        return message;
    });

test('an admin of a German org gets every label in German', () => {
    assert.deepEqual(faultsWith(germanOf(SAVED, WAIT)), []);
});

for (const [what, german, message] of [
    ['forgot a label', germanOf(SAVED), 'B_Wait is not translated.'],
    [
        'kept a label that is gone',
        germanOf(SAVED, WAIT, translated('C_Gone', 'Weg')),
        'C_Gone: this package has no such label; take it out.'
    ],
    ['translated one twice', germanOf(SAVED, SAVED, WAIT), 'A_Saved is translated twice; keep one.'],
    ['did not sort', germanOf(WAIT, SAVED), 'A_Saved stands after B_Wait; sort by name.'],
    ['wrote no translations', '<CustomLabels></CustomLabels>', 'It has no Translations element.']
] as const)
    test(`a translator who ${what} is told its name`, () => assert.ok(faultsWith(german).includes(message)));

test('a translator who wrote a language that the project has not is told which it has', () => {
    const file = 'force-app/tasks/translations/fr.translation-meta.xml';
    const [problem] = translationFaults(projectWith({ [file]: germanOf(SAVED, WAIT) }), []);
    assert.equal(problem?.file, file);
    assert.match(problem.message, /de, es, ja/);
});

test('a package that nobody translated is named once its language is said to be complete', () => {
    assert.deepEqual(translationFaults(projectWith({}), []), []);
    const [problem] = translationFaults(projectWith({}), ['ja']);
    assert.equal(problem?.file, 'force-app/tasks/translations/ja.translation-meta.xml');
});

const of = (value: string, use = 'Text'): EnglishText => ({ name: 'X', value, use });

for (const [what, english, text, language, fault] of [
    ['lost a placeholder', of('{0} of {1}'), '{0} von', 'de', /placeholders \{0\}; the English has \{0\} \{1\}/],
    ['invented a placeholder', of('Waiting'), '{0} warten', 'de', /placeholders \{0\}; the English has \(none\)/],
    ['left a text empty', of('Waiting'), ' ', 'es', /empty/],
    ['wrote more than an org takes', of('Waiting '.repeat(120)), 'y'.repeat(1001), 'es', /1001 characters/],
    ['left English', of('The call is over'), 'The call is over', 'de', /is English/],
    ['left an English word', of('Waiting'), 'Waiting', 'es', /is English/],
    ['left Latin letters in Japanese', of('Waiting for the phone'), 'Matte imasu', 'ja', /is English/],
    [
        'translated the name of a field',
        of('Set Queue__c first'),
        'Setzen Sie Warteschlange__c',
        'de',
        /Queue__c is gone/
    ],
    [
        'wrote a button that no panel has room for',
        of('Hold', 'Button: puts the caller on hold'),
        'Gespräch in die Warteschleife legen',
        'de',
        /room for 16/
    ],
    ['wrote a text far too long', of('No calls yet.'), 'Es sind '.repeat(12), 'de', /Shorten it/]
] as const)
    test(`a translator who ${what} is told what to do`, () => {
        assert.ok(faultsOfText(english, text, language).some((message) => fault.test(message)));
    });

test('names, numbers and words that are the same in both languages may stay', () => {
    assert.deepEqual(faultsOfText(of('Genesys Cloud'), 'Genesys Cloud', 'ja'), []);
    assert.deepEqual(faultsOfText(of('{0}: {1}'), '{0}: {1}', 'de'), []);
    assert.deepEqual(faultsOfText(of('Status'), 'Status', 'de'), []);
    assert.equal(faultsOfText(of('Status'), 'Status', 'es').length, 1);
});

test("the order of placeholders is the language's own", () => {
    assert.deepEqual(faultsOfText(of('{0} of {1}'), '{1} 件中 {0} 件', 'ja'), []);
});

test('a Japanese character takes the room of two', () => {
    assert.equal(widthOf('保留 ok'), 7);
    assert.equal(widestFor(of('Hold', 'Button')), 16);
    assert.ok(widestFor(of('Hold')) > 16);
});
