import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import '../sf/noLogFile.ts';
import { ForceIgnore } from '@salesforce/source-deploy-retrieve';
import { XMLValidator } from 'fast-xml-parser';
import { readTranslation, readTranslations } from '../../local/lightning/bundle/translations.ts';
import { packagesWithLabels, unknownPackages, writeTranslations } from './deployable.ts';

let app = '';
beforeEach(() => {
    app = mkdtempSync(path.join(tmpdir(), 'switchboard-translations-'));
});
afterEach(() => rmSync(app, { recursive: true, force: true }));

function write(file: string, content: string): string {
    const whole = path.join(app, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
}
const translation = (folder: string, code: string, name: string, text: string): string =>
    write(
        `${folder}/translations/${code}.translation-meta.xml`,
        `<Translations><customLabels><label>${text}</label><name>${name}</name></customLabels></Translations>`
    );

test('an admin deploys the languages of two packages at once, and none of them is lost', () => {
    translation('tasks', 'de', 'B_Saved', 'Sichern &amp; schließen');
    translation('agent-panel', 'de', 'A_Hold', 'Halten');
    translation('tasks', 'ja', 'B_Saved', '保存');
    const out = path.join(app, 'out');
    const counts = writeTranslations(out, readTranslations(app, ['tasks', 'agent-panel']), '66.0');
    assert.deepEqual(
        [...counts],
        [
            ['de', 2],
            ['ja', 1]
        ]
    );
    const german = path.join(out, 'translations/de.translation');
    assert.equal(XMLValidator.validate(readFileSync(german, 'utf8')), true);
    assert.deepEqual(
        [...readTranslation(german)],
        [
            ['A_Hold', 'Halten'],
            ['B_Saved', 'Sichern & schließen']
        ]
    );
    assert.match(
        readFileSync(path.join(out, 'package.xml'), 'utf8'),
        /<members>de<\/members>\s*<members>ja<\/members>\s*<name>Translations<\/name>[^]*<version>66\.0<\/version>/
    );
});

test('an admin without Salesforce Voice deploys no text of a label that the org has not', () => {
    translation('tasks', 'de', 'B_Saved', 'Sichern');
    translation('salesforce-voice', 'de', 'C_Voice', 'Stimme');
    assert.deepEqual([...(readTranslations(app, ['tasks']).get('de') ?? [])], [['B_Saved', 'Sichern']]);
});

test('an admin who misspells a package is told so', () => {
    write('tasks/labels/CustomLabels.labels-meta.xml', '<CustomLabels></CustomLabels>');
    assert.deepEqual(packagesWithLabels(app), ['tasks']);
    assert.deepEqual(unknownPackages(app, ['tasks', 'task']), ['task']);
});

test('a translator who broke the XML is told the file', () => {
    const file = write('tasks/translations/de.translation-meta.xml', '<Translations><customLabels></Translations>');
    assert.throws(() => readTranslation(file), /de\.translation-meta\.xml:1/);
    const empty = write('tasks/translations/es.translation-meta.xml', '<Translations><customLabels/></Translations>');
    assert.throws(() => readTranslation(empty), /no name or no text/);
});

test('an admin of an org without Translation Workbench deploys a package without its languages', () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const ignored = ForceIgnore.findAndCreate(root);
    assert.equal(ignored.accepts(path.join(root, 'force-app/tasks/translations/de.translation-meta.xml')), false);
    assert.equal(ignored.accepts(path.join(root, 'force-app/tasks/labels/CustomLabels.labels-meta.xml')), true);
});
