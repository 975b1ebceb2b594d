import { COLUMNS, cellsOf, recordFrom } from './records.ts';
import type { Column } from './records.ts';
import type { FileProblem, MappingRecord } from './types.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Columns that stand in the record's values; name and label stand elsewhere. */
const VALUES: Readonly<Partial<Record<Column, string>>> = {
    Attribute__c: 'string',
    Task_Field__c: 'string',
    Active__c: 'boolean',
    Interaction_Types__c: 'string',
    Order__c: 'double',
    Overwrite__c: 'string'
};

/** One record as the Metadata API takes it (type CustomMetadata). */
export function recordXml(record: MappingRecord): string {
    const cells = cellsOf(record);
    const values = COLUMNS.flatMap((column) => {
        const type = VALUES[column];
        return type === undefined ? [] : [valueXml(column, type, cells[column])];
    });
    return `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>${escaped(record.label)}</label>
    <protected>false</protected>
${values.join('\n')}
</CustomMetadata>
`;
}

function valueXml(column: Column, type: string, text: string): string {
    const value = text === '' ? '<value xsi:nil="true"/>' : `<value xsi:type="xsd:${type}">${escaped(text)}</value>`;
    return `    <values>
        <field>${column}</field>
        ${value}
    </values>`;
}

/** What XML 1.0 cannot hold at all is left out. */
export function escaped(text: string): string {
    return (
        text
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;')
            // A parser turns bare line ends into blanks or line feeds.
            .replaceAll('\r', '&#13;')
    );
}

/** Reads what the Metadata API hands out. `name` is the developer name that the file's name tells. */
export function readRecordXml(text: string, name: string, at: string): MappingRecord | FileProblem {
    const plain = outside(text, '<!--', '-->');
    if (!/<CustomMetadata[\s>]/.test(plain) || /<!(?:DOCTYPE|ENTITY|\[CDATA)/i.test(plain)) {
        return { code: 'notReadable', at, name };
    }
    const values = new Map(
        inside(plain, '<values>', '</values>').map((body) => [
            element(body, 'field') ?? '',
            element(body, 'value') ?? ''
        ])
    );
    const cells = Object.fromEntries(COLUMNS.map((column) => [column, values.get(column) ?? ''])) as Record<
        Column,
        string
    >;
    const label = element(outside(plain, '<values>', '</values>'), 'label') ?? '';
    return recordFrom({ ...cells, DeveloperName: name, MasterLabel: label }, at);
}

/** The bodies between each `from` and the next `to`. Looks at each character once, whatever the file holds. */
function inside(text: string, from: string, to: string): string[] {
    return text
        .split(from)
        .slice(1)
        .flatMap((part) => (part.includes(to) ? [part.slice(0, part.indexOf(to))] : []));
}

/** What is left without these bodies. One that never ends takes the rest with it. */
function outside(text: string, from: string, to: string): string {
    const [first = '', ...parts] = text.split(from);
    return first + parts.map((part) => (part.includes(to) ? part.slice(part.indexOf(to) + to.length) : '')).join('');
}

function element(text: string, name: string): string | undefined {
    const found = new RegExp(`<${name}(?:\\s[^>]*[^/>])?>([^<]*)</${name}>`).exec(text)?.[1];
    return found === undefined ? undefined : unescaped(found);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
    return text.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
        (whole, hex?: string, decimal?: string, word?: string) => {
            if (word !== undefined) return ENTITIES[word] ?? whole;
            const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
            return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
        }
    );
}
