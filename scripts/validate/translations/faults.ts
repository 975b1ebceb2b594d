/** What is wrong with one translated text. Pure: the English and the other text in, sentences out. */
import { NAMES, SAME_WORDS } from './languages.ts';
import type { Language } from './languages.ts';

const LONGEST_VALUE = 1000;

/** Kinds of texts with little room, as the label's description begins. */
const SHORT =
    /^(?:Phone messages: )?(?:Button|Column|Heading|Tab|State|Status|Setting|Field|Link|Term|Verdict|Type)\b/i;

export interface EnglishText {
    readonly name: string;
    readonly value: string;
    /** The label's shortDescription: what the text is for. */
    readonly use: string;
}

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

/** Names of fields, types, permission sets and components, as code writes them. */
const identifiers = (text: string): readonly string[] => [
    ...new Set(text.match(/\b\w+__(?:c|e|mdt)\b|\bSwitchboard_\w+|\blightning__\w+|https?:\/\/[^\s,)]+/g) ?? [])
];

/** Columns on the screen: a Japanese character is as wide as two Latin ones. */
export const widthOf = (text: string): number =>
    [...text].reduce(
        (sum, character) =>
            sum +
            (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
                character
            )
                ? 2
                : 1),
        0
    );

/** The widest that a translation may be, in columns. */
export function widestFor({ value, use }: Pick<EnglishText, 'value' | 'use'>): number {
    const english = widthOf(value);
    return SHORT.test(use) && english <= 40 ? Math.max(16, english * 2 + 6) : Math.round(english * 1.9) + 30;
}

/** What is left of a text when names, placeholders and code are taken out. */
function words(text: string): string {
    let rest = text.replace(/\{\d+\}/g, ' ');
    for (const identifier of identifiers(rest)) rest = rest.replaceAll(identifier, ' ');
    for (const name of NAMES) rest = rest.replace(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'), ' ');
    return rest.replace(/[^\p{L}]+/gu, ' ').trim();
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

function isStillEnglish(english: string, translated: string, language: Language): boolean {
    const left = words(english);
    if (!/\p{L}{2}/u.test(left)) return false;
    if (language === 'ja') return !JAPANESE.test(translated);
    return english.trim() === translated.trim() && !SAME_WORDS[language].includes(left);
}

/** Sentences that say what to do, each about one fault of the text; none when it is right. */
export function faultsOfText(english: EnglishText, translated: string, language: Language): string[] {
    const faults: string[] = [];
    const { name, value } = english;
    if (translated.trim() === '') return [`${name}: the text is empty; write one.`];
    if (translated.length > LONGEST_VALUE)
        faults.push(`${name}: the text has ${translated.length} characters; an org takes ${LONGEST_VALUE}.`);
    const wanted = placeholders(value).join(' ');
    const given = placeholders(translated).join(' ');
    if (wanted !== given)
        faults.push(`${name}: it has the placeholders ${given || '(none)'}; the English has ${wanted || '(none)'}.`);
    for (const identifier of identifiers(value))
        if (!translated.includes(identifier)) faults.push(`${name}: ${identifier} is gone; it stays as it is.`);
    if (isStillEnglish(value, translated, language))
        faults.push(
            `${name}: "${translated}" is English. Translate it, or name it in scripts/validate/translations/languages.ts.`
        );
    const widest = widestFor(english);
    const width = widthOf(translated);
    if (width > widest)
        faults.push(
            `${name}: "${translated}" is ${width} columns wide, and there is room for ${widest} beside "${value}". Shorten it.`
        );
    return faults;
}
