import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { OrgUser } from '../org/orgTypes.ts';
import { CLOSING, inPseudoLanguage, OPENING } from './bundle/pseudoLanguage.ts';
import { languageOf } from './languages.ts';
import { localPageOf, pageHtml } from './page/pageHtml.ts';

const user: OrgUser = {
    name: 'agent',
    id: '005000000000001AAA',
    label: 'Ada Agent',
    profile: 'Standard User',
    permissionSets: [],
    timeZone: 'Australia/Sydney',
    locale: 'en-AU'
};
const settings = { navigation: 'console', phones: 'genesys', answers: {} } as const;

let product = '';
before(() => {
    product = mkdtempSync(path.join(tmpdir(), 'switchboard-languages-'));
    const write = (file: string, text: string): void => {
        mkdirSync(path.dirname(path.join(product, file)), { recursive: true });
        writeFileSync(path.join(product, file), text);
    };
    write(
        'tasks/labels/CustomLabels.labels-meta.xml',
        '<CustomLabels><labels><fullName>Waiting</fullName><value>{0} wait</value></labels></CustomLabels>'
    );
    for (const [folder, name, text] of [
        ['tasks', 'Waiting', '{0} warten'],
        ['agent-panel', 'Hold', 'Halten &amp; warten']
    ] as const)
        write(
            `${folder}/translations/de.translation-meta.xml`,
            `<Translations><customLabels><label>${text}</label><name>${name}</name></customLabels></Translations>`
        );
});
after(() => rmSync(product, { recursive: true, force: true }));

test('a person who asks for German reads every package in German, and dates as Germans write them', () => {
    const page = localPageOf(user, { ...settings, language: languageOf(product, 'de') });
    assert.deepEqual(page.labels, { Waiting: '{0} warten', Hold: 'Halten & warten' });
    assert.deepEqual([page.lang, page.locale], ['de', 'de-DE']);
});

test('a screen reader is told the language of the words, whatever way the user writes dates', () => {
    assert.match(pageHtml(user, 'Demo', settings), /<html lang="en-US">/);
    assert.match(pageHtml(user, 'Demo', { ...settings, language: languageOf(product, 'de') }), /<html lang="de">/);
    assert.equal(localPageOf(user, settings).locale, 'en-AU');
});

test('a person who asks for a language that the project has not reads English', () => {
    for (const code of ['fr', '__proto__', 'en', undefined]) {
        const { lang, labels } = languageOf(product, code);
        assert.deepEqual([lang, labels], ['en-US', {}]);
    }
    assert.equal('labels' in localPageOf(user, settings), false);
});

test('a developer sees in the pseudo-language what is a label, and has room for two fifths more', () => {
    const { lang, labels } = languageOf(product, 'pseudo');
    assert.equal(lang, 'en-XA');
    const text = labels['Waiting'] ?? '';
    assert.ok(text.startsWith(`${OPENING}{0} ŵ`) && text.endsWith(CLOSING), text);
    const long = 'The Task is saved as soon as Salesforce answers.';
    const more = inPseudoLanguage(long).length - 2;
    assert.ok(more >= long.length * 1.4 && more < long.length * 1.4 + 1, String(more));
    assert.doesNotMatch(inPseudoLanguage(long), /Task|saved/);
    assert.match(inPseudoLanguage('{0} of {1}'), /\{0\} öf \{1\}/);
});
