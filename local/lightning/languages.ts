import { readLabels } from './bundle/labels.ts';
import { inPseudoLanguage } from './bundle/pseudoLanguage.ts';
import { readTranslations } from './bundle/translations.ts';

/** A language that the page can be read in. */
export interface PageLanguage {
    /** As Salesforce and the address name it: `de`. */
    readonly code: string;
    /** As HTML names it: `de`, `en-US`. */
    readonly lang: string;
    /** How dates and numbers are written; the user's own way where it is absent. */
    readonly locale?: string;
    /** Texts by label; a label that is not there is read in English. */
    readonly labels: Readonly<Record<string, string>>;
}

export const PSEUDO = 'pseudo';
const LOCALES: Readonly<Record<string, string>> = { de: 'de-DE', es: 'es-ES', ja: 'ja-JP' };

/** `en-XA` is what browsers and libraries call such a language. */
const pseudoLanguage = (product: string): PageLanguage => ({
    code: PSEUDO,
    lang: 'en-XA',
    labels: Object.fromEntries([...readLabels(product)].map(([name, text]) => [name, inPseudoLanguage(text)]))
});

const ENGLISH: PageLanguage = { code: 'en', lang: 'en-US', labels: {} };

/** The language of this code as the files have it now; English for one that the project has not. */
export function languageOf(product: string, code: string | undefined): PageLanguage {
    if (code === undefined || code === ENGLISH.code) return ENGLISH;
    if (code === PSEUDO) return pseudoLanguage(product);
    const texts = readTranslations(product).get(code);
    const locale = LOCALES[code];
    if (!texts) return ENGLISH;
    return {
        code,
        lang: code.replace('_', '-'),
        ...(locale === undefined ? {} : { locale }),
        labels: Object.fromEntries(texts)
    };
}
