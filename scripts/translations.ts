/** npm run translations [-- PACKAGE …]: writes the languages of these packages to build/translations, to be deployed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTranslations } from '../local/lightning/bundle/translations.ts';
import { packagesWithLabels, unknownPackages, writeTranslations } from './translations/deployable.ts';

const root = path.resolve(import.meta.dirname, '..');
const app = path.join(root, 'force-app');
const folder = path.join(root, 'build/translations');
const given = process.argv.slice(2);
const known = packagesWithLabels(app);

const HELP = `npm run translations [-- PACKAGE ...]
Writes the languages of these folders of force-app to build/translations; without any, of all: ${known.join(', ')}.
Name the packages that are in the org: it refuses a translation of a label that it has not.`;

if (given.includes('--help') || given.includes('-h')) {
    console.log(HELP);
    process.exit();
}
const unknown = unknownPackages(app, given);
if (unknown.length > 0) {
    console.error(`No labels are in force-app/${unknown.join(', force-app/')}.\n${HELP}`);
    process.exit(2);
}
const { sourceApiVersion } = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    sourceApiVersion: string;
};
const languages = readTranslations(app, given.length > 0 ? given : known);
if (languages.size === 0) {
    console.error('Nothing is translated yet: force-app/<package>/translations has no file.');
    process.exit(1);
}
const counts = writeTranslations(folder, languages, sourceApiVersion);
console.log([...counts].map(([code, count]) => `${code}: ${count} labels`).join(', '));
console.log('sf project deploy start --metadata-dir build/translations --single-package');
