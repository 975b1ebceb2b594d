/** The translations of several packages as one Metadata API package: an org takes one file for each language. */
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Translated } from '../../local/lightning/bundle/translations.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Names of the packages of `app` (force-app) that have labels. */
export function packagesWithLabels(app: string): string[] {
    const folders = globSync('*/labels/*.labels-meta.xml', { cwd: app }).map((file) => file.split(/[\\/]/)[0] ?? '');
    return [...new Set(folders)].sort();
}

function translationXml(texts: Translated): string {
    const labels = [...texts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
            ([name, text]) =>
                `    <customLabels>\n        <label>${escaped(text)}</label>\n        <name>${name}</name>\n    </customLabels>\n`
        );
    return `${HEAD}<Translations xmlns="${NAMESPACE}">\n${labels.join('')}</Translations>\n`;
}

function manifest(codes: readonly string[], apiVersion: string): string {
    const members = codes.map((code) => `        <members>${code}</members>\n`).join('');
    const types = `    <types>\n${members}        <name>Translations</name>\n    </types>\n`;
    return `${HEAD}<Package xmlns="${NAMESPACE}">\n${types}    <version>${apiVersion}</version>\n</Package>\n`;
}

/** Writes the package into `folder`, which is emptied first. Returns how many labels each language has. */
export function writeTranslations(
    folder: string,
    languages: ReadonlyMap<string, Translated>,
    apiVersion: string
): ReadonlyMap<string, number> {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.join(folder, 'translations'), { recursive: true });
    for (const [code, texts] of languages)
        writeFileSync(path.join(folder, 'translations', `${code}.translation`), translationXml(texts));
    writeFileSync(path.join(folder, 'package.xml'), manifest([...languages.keys()].sort(), apiVersion));
    return new Map([...languages].map(([code, texts]) => [code, texts.size]));
}

/** Those that are no package with labels. */
export const unknownPackages = (app: string, names: readonly string[]): string[] =>
    names.filter((name) => !existsSync(path.join(app, name, 'labels')));
