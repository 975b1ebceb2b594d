import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Text by label name. */
export type Translated = ReadonlyMap<string, string>;

/** Throws an Error that names the file for broken XML, and for a label without a name or a text. */
export function readTranslation(file: string): Map<string, string> {
    const content = readFileSync(file, 'utf8');
    const valid = XMLValidator.validate(content);
    if (valid !== true) throw new Error(`${file}:${valid.err.line}: ${valid.err.msg}`);
    const parser = new XMLParser({
        parseTagValue: false,
        trimValues: false,
        isArray: (name) => name === 'customLabels'
    });
    const { Translations } = parser.parse(content) as {
        Translations?: { customLabels?: { name?: unknown; label?: unknown }[] };
    };
    return new Map(
        (Translations?.customLabels ?? []).map(({ name, label }) => {
            if (typeof name !== 'string' || typeof label !== 'string')
                throw new Error(`${file}: a label has no name or no text; npm run validate says which.`);
            return [name.trim(), label];
        })
    );
}

/** The languages of these packages of `product` (force-app), by Salesforce's code. Throws as `readTranslation`. */
export function readTranslations(product: string, packages: readonly string[] = ['*']): Map<string, Translated> {
    const merged = new Map<string, Map<string, string>>();
    const files = packages.flatMap((name) => globSync(`${name}/translations/*.translation-meta.xml`, { cwd: product }));
    for (const file of files.sort()) {
        const code = path.basename(file).split('.')[0] ?? '';
        const language = merged.get(code) ?? new Map<string, string>();
        for (const [name, text] of readTranslation(path.join(product, file))) language.set(name, text);
        merged.set(code, language);
    }
    return merged;
}
