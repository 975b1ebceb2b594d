/** The pictures of the guides: a page shows each, a browser test makes it, and what it says is still what we say. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readTranslations } from '../../local/lightning/bundle/translations.ts';
import { labelTexts } from './messages.ts';
import { prose } from './pages.ts';
import type { Fault, Page } from './pages.ts';

const FOLDER = 'docs/pictures';
const AGAIN = 'run the browser tests with SWITCHBOARD_PICTURES=1';

export interface Picture {
    readonly name: string;
    /** The labels on it, as they were when it was made; undefined where nobody wrote them down. */
    readonly labels: readonly string[] | undefined;
}

/**
 * Every label that a person can read on a picture in that language, the names of tabs included; `…` stands where a name is
 * filled in. `lang` as HTML names it; without one, English.
 */
export function readableLabels(root: string, lang = 'en-US'): string[] {
    const app = path.join(root, 'force-app');
    const texts = lang.startsWith('en') ? labelTexts(root) : translatedTexts(app, lang);
    const tabs = readdirSync(app, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.tab-meta.xml'))
        .flatMap((file) => /<label>(.+)<\/label>/.exec(readFileSync(path.join(app, file), 'utf8'))?.[1] ?? []);
    return [...texts, ...tabs];
}

function translatedTexts(app: string, lang: string): string[] {
    const texts = readTranslations(app).get(lang.replace('-', '_')) ?? new Map<string, string>();
    return [...texts.values()].map((text) => text.replaceAll(/\{\d\}/g, '…'));
}

/** Those of every language of the project. */
export function labelsInAllLanguages(root: string): string[] {
    const languages = readTranslations(path.join(root, 'force-app')).keys();
    return ['en', ...languages].flatMap((lang) => readableLabels(root, lang));
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Those of the labels that stand among these texts, in the order of the alphabet. */
export function labelsAmong(texts: readonly string[], labels: readonly string[]): string[] {
    const whole = new Set(texts);
    const isThere = (label: string): boolean => {
        if (!label.includes('…')) return whole.has(label);
        const parts = label.split('…');
        if (!parts.some((part) => /\p{L}{2}/u.test(part))) return false;
        const pattern = new RegExp(`^${parts.map(literally).join('.+')}$`, 's');
        return texts.some((text) => pattern.test(text));
    };
    return [...new Set(labels)].filter((label) => label !== '' && isThere(label)).sort();
}

export function readPictures(root: string): Picture[] {
    const files = readdirSync(path.join(root, FOLDER));
    return files
        .filter((file) => file.endsWith('.png'))
        .map((file) => path.basename(file, '.png'))
        .map((name) => ({
            name,
            labels: files.includes(`${name}.txt`)
                ? readFileSync(path.join(root, FOLDER, `${name}.txt`), 'utf8')
                      .split('\n')
                      .filter(Boolean)
                : undefined
        }));
}

/** Names of the pictures that the browser tests make. */
export function madeByTests(root: string): string[] {
    const folder = path.join(root, 'e2e');
    return readdirSync(folder)
        .filter((file) => file.endsWith('.test.ts'))
        .flatMap((file) => [
            ...readFileSync(path.join(folder, file), 'utf8').matchAll(/\w+Picture\([^;]*?'([\w-]+)'\s*\);/g)
        ])
        .map(([, name = '']) => name);
}

/** What is wrong with the pictures. `made` are the names that the tests make, `labels` those of the product today. */
export function pictureFaults(
    pictures: readonly Picture[],
    pages: readonly Page[],
    made: readonly string[],
    labels: readonly string[]
): Fault[] {
    const shown = new Set(
        pages
            .flatMap((page) => [...prose(page).matchAll(/!\[[^\]]*\]\([^)]*?pictures\/([\w-]+)\.png/g)])
            .map(([, name]) => name)
    );
    const today = new Set(labels);
    const faults = pictures.flatMap(({ name, labels: then }) => [
        ...(shown.has(name) ? [] : [[name, 'no page shows it']]),
        ...(made.includes(name) ? [] : [[name, 'no browser test makes it']]),
        ...(then === undefined ? [[name, `nobody knows its words: ${AGAIN}`]] : []),
        ...(then ?? [])
            .filter((label) => !today.has(label))
            .map((label) => [name, `it says "${label}", which is no label any more: ${AGAIN}`])
    ]);
    const missing = made.filter((name) => !pictures.some((picture) => picture.name === name));
    return [...faults, ...missing.map((name) => [name, `a browser test makes it, and it is not there: ${AGAIN}`])].map(
        ([name = '', what = '']) => ({ file: `${FOLDER}/${name}.png`, what })
    );
}
