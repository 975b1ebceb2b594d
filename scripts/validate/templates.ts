/** What templates name and what they say. */
import { kebabcaseToCamelcase, parse } from '@lwc/template-compiler';
import { PLATFORM_MODULES } from './platformModules.ts';
import type { Check, Problem } from './problem.ts';

/** Attributes that a person reads or hears. */
const READ_BY_PEOPLE =
    /^(label|title|placeholder|alternative-?text|alt|tooltip|header|heading|description|value-?label|field-?level-?help|message-?when-?.+|aria-?(label|description|placeholder|roledescription|valuetext))$/i;
const HAS_WORDS = /\p{L}/u;

interface Node {
    readonly type: string;
    readonly name?: unknown;
    readonly value?: unknown;
    readonly children?: readonly Node[];
    readonly attributes?: readonly Node[];
    readonly properties?: readonly (Node & { readonly attributeName?: string })[];
    readonly location?: { readonly startLine: number };
}

/** The words of a literal; undefined for a binding. */
function literal(node: Node): string | undefined {
    const value = node.value as { type?: unknown; value?: unknown } | undefined;
    return value?.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
}

function walk(node: Node, visit: (node: Node) => void): void {
    visit(node);
    for (const child of node.children ?? []) walk(child, visit);
}

function hardCoded(node: Node): readonly { line: number | undefined; words: string; where: string }[] {
    if (node.type === 'Text') {
        const words = literal(node);
        return words !== undefined && HAS_WORDS.test(words)
            ? [{ line: node.location?.startLine, words: words.trim(), where: 'text' }]
            : [];
    }
    return [...(node.attributes ?? []), ...(node.properties ?? [])].flatMap((attribute) => {
        const name = 'attributeName' in attribute ? String(attribute.attributeName) : String(attribute.name);
        const words = literal(attribute);
        if (words === undefined || !READ_BY_PEOPLE.test(name) || !HAS_WORDS.test(words)) return [];
        return [{ line: node.location?.startLine, words, where: name }];
    });
}

export const templates: Check = (project) => {
    const bundleNames = new Set(project.bundles.map(({ name }) => name));
    return project.files
        .filter((file) => /\/lwc\/.*\.html$/.test(file) && !file.includes('/__tests__/'))
        .flatMap((file) => {
            const problems: Problem[] = [];
            const { root } = parse(project.text(file));
            if (!root) return [{ check: 'template', file, message: 'It cannot be parsed.' }];
            walk(root as Node, (node) => {
                for (const { line, words, where } of hardCoded(node))
                    problems.push({
                        check: 'hard-coded text',
                        file,
                        message: `Line ${line ?? '?'}: ${where} says ${JSON.stringify(words)}; bind a custom label.`
                    });
                const tag = String(node.name ?? '');
                const [namespace, component = ''] = kebabcaseToCamelcase(tag).split('/');
                if (namespace !== 'c' && namespace !== 'lightning') return;
                if (!(namespace === 'c' ? bundleNames : PLATFORM_MODULES).has(component))
                    problems.push({
                        check: 'unknown component',
                        file,
                        message: `Line ${node.location?.startLine ?? '?'}: there is no ${tag}.`
                    });
            });
            return problems;
        });
};
