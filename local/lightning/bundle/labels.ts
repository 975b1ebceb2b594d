import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/**
 * Custom labels of every package by name, entities decoded. Throws an Error that names the file for broken XML, a label
 * without name or value, and a name that two packages define.
 */
export function readLabels(product: string): Map<string, string> {
    const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => name === 'labels' });
    const labels = new Map<string, string>();
    for (const file of globSync('*/labels/*.labels-meta.xml', { cwd: product }).sort()) {
        const text = readFileSync(path.join(product, file), 'utf8');
        const valid = XMLValidator.validate(text);
        if (valid !== true) throw new Error(`${file}:${valid.err.line}: ${valid.err.msg}`);
        const { CustomLabels } = parser.parse(text) as { CustomLabels?: { labels?: Record<string, string>[] } };
        for (const { fullName = '', value } of CustomLabels?.labels ?? []) {
            const name = fullName.trim();
            if (!name || value === undefined) {
                throw new Error(`${file}: the label ${JSON.stringify(name)} needs a fullName and a value.`);
            }
            if (labels.has(name)) throw new Error(`${file}: the label ${name} is defined twice; rename one.`);
            labels.set(name, value);
        }
    }
    return labels;
}
