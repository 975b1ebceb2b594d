import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MetadataMistake } from '../orgError.ts';

const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute
});

/** One element of a metadata file: children by tag, attributes, text. */
export class MetadataElement {
    readonly file: string;
    private readonly node: Readonly<Record<string, unknown>>;

    constructor(file: string, node: unknown) {
        this.file = file;
        this.node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : { '#text': node };
    }

    all(tag: string): MetadataElement[] {
        const children = this.node[tag];
        return Array.isArray(children) ? children.map((child) => new MetadataElement(this.file, child)) : [];
    }

    /** The names of its children, each once. */
    get tags(): string[] {
        return Object.keys(this.node).filter((name) => !name.startsWith('@_') && name !== '#text');
    }

    first(tag: string): MetadataElement | undefined {
        return this.all(tag)[0];
    }

    get text(): string {
        const text = this.node['#text'];
        return text === undefined ? '' : String(text);
    }

    attribute(name: string): string | undefined {
        const value = this.node['@_' + name];
        return typeof value === 'string' ? value : undefined;
    }

    textOf(tag: string): string | undefined {
        return this.first(tag)?.text;
    }

    requiredText(tag: string): string {
        const text = this.textOf(tag);
        if (text === undefined || text === '') {
            throw new MetadataMistake(this.file, `<${tag}> is missing or empty`);
        }
        return text;
    }

    flag(tag: string, otherwise: boolean): boolean {
        const text = this.textOf(tag);
        if (text === undefined) {
            return otherwise;
        }
        if (text !== 'true' && text !== 'false') {
            throw new MetadataMistake(this.file, `<${tag}> is "${text}"; it must be true or false`);
        }
        return text === 'true';
    }

    number(tag: string): number | undefined {
        const text = this.textOf(tag);
        if (text === undefined) {
            return undefined;
        }
        if (!/^\d+$/.test(text)) {
            throw new MetadataMistake(this.file, `<${tag}> is "${text}"; it must be a whole number`);
        }
        return Number(text);
    }
}

/** Reads a metadata file whose root must be `root`. */
export function readMetadataFile(path: string, shownAs: string, root: string): MetadataElement {
    const text = readFileSync(path, 'utf8');
    const validity = XMLValidator.validate(text);
    if (validity !== true) {
        throw new MetadataMistake(shownAs, `not well-formed XML, line ${validity.err.line}: ${validity.err.msg}`);
    }
    const element = new MetadataElement(shownAs, parser.parse(text)).first(root);
    if (element === undefined) {
        throw new MetadataMistake(shownAs, `the root element must be <${root}>`);
    }
    return element;
}
