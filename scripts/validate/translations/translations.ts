/** Translations: each language has each label of its package once, and nothing that is wrong on the page. */
import { elements, nameOf, text } from '../metadata.ts';
import type { Check, Problem, Project } from '../problem.ts';
import { faultsOfText } from './faults.ts';
import type { EnglishText } from './faults.ts';
import { COMPLETE, LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';

const check = 'translation';
const LABELS = /^force-app\/([^/]+)\/labels\/[^/]+\.labels-meta\.xml$/;
const TRANSLATION = /^force-app\/([^/]+)\/translations\/[^/]+\.translation-meta\.xml$/;

const languageOf = (file: string): Language | undefined => LANGUAGES.find((language) => language === nameOf(file));

function englishTexts(project: Project, folder: string): EnglishText[] {
    return project.files
        .filter((file) => LABELS.exec(file)?.[1] === folder)
        .flatMap((file) => elements(project.xml(file), 'CustomLabels'))
        .flatMap((root) => elements(root, 'labels'))
        .map((label) => ({
            name: text(label, 'fullName') ?? '',
            value: text(label, 'value') ?? '',
            use: text(label, 'shortDescription') ?? ''
        }));
}

function namesFaults(names: readonly string[], english: readonly EnglishText[]): string[] {
    const known = new Set(english.map(({ name }) => name));
    const faults: string[] = [];
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
        if (!known.has(name)) faults.push(`${name}: this package has no such label; take it out.`);
        if (seen.has(name)) faults.push(`${name} is translated twice; keep one.`);
        else if (index > 0 && name < (names[index - 1] ?? ''))
            faults.push(`${name} stands after ${names[index - 1]}; sort by name.`);
        seen.add(name);
    }
    for (const { name } of english) if (!seen.has(name)) faults.push(`${name} is not translated.`);
    return faults;
}

function faultsOfFile(project: Project, file: string, english: readonly EnglishText[]): string[] {
    const language = languageOf(file);
    if (!language) return [`The project is translated into ${LANGUAGES.join(', ')}; this is none of them.`];
    const [root] = elements(project.xml(file), 'Translations');
    if (!root) return ['It has no Translations element.'];
    const translated = elements(root, 'customLabels').map((label) => ({
        name: text(label, 'name') ?? '',
        value: text(label, 'label') ?? ''
    }));
    const byName = new Map(english.map((one) => [one.name, one]));
    return [
        ...namesFaults(
            translated.map(({ name }) => name),
            english
        ),
        ...translated.flatMap(({ name, value }) => {
            const source = byName.get(name);
            return source ? faultsOfText(source, value, language) : [];
        })
    ];
}

function missingFiles(project: Project, complete: readonly Language[]): Problem[] {
    const folders = new Set(project.files.flatMap((file) => LABELS.exec(file)?.[1] ?? []));
    return [...folders].flatMap((folder) =>
        complete
            .map((language) => `force-app/${folder}/translations/${language}.translation-meta.xml`)
            .filter((file) => !project.files.includes(file))
            .map((file) => ({ check, file, message: `The labels of ${folder} are not translated into this language.` }))
    );
}

/** As `translations`, with the languages that must be there. */
export function translationFaults(project: Project, complete: readonly Language[]): Problem[] {
    const texts = new Map<string, EnglishText[]>();
    const found = project.files.flatMap((file) => {
        const folder = TRANSLATION.exec(file)?.[1];
        if (folder === undefined) return [];
        const english = texts.get(folder) ?? englishTexts(project, folder);
        texts.set(folder, english);
        return faultsOfFile(project, file, english).map((message) => ({ check, file, message }));
    });
    return [...missingFiles(project, complete), ...found];
}

export const translations: Check = (project) => translationFaults(project, COMPLETE);
