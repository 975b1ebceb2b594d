import { createHash } from 'node:crypto';
import type { Target } from './rows.ts';

const TARGET = 'Switchboard_Transfer_Target';
const STATUS = 'Switchboard_Agent_Status';
/** Salesforce's limit for a record's developer name. */
const LONGEST = 40;

export function typeOf({ kind }: Target): string {
    return kind === 'Status' ? STATUS : TARGET;
}

/**
 * A developer name made of kind and name. `taken` says which are in use: then the address makes the difference, so that a
 * second run gives the same name.
 */
export function developerName({ kind, name, address }: Target, taken: (name: string) => boolean): string {
    const words = `${kind} ${name.normalize('NFKD').replaceAll(/\p{M}/gu, '')}`;
    const plain = words.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '');
    const readable = plain.length > kind.length && plain.length <= LONGEST;
    if (readable && !taken(plain)) return plain;
    const mark = createHash('sha256').update(address).digest('hex').slice(0, 8);
    const begins = plain.slice(0, LONGEST - mark.length - 1).replace(/_+$/, '');
    return `${begins}_${mark}`;
}

/** The record as source format has it. */
export function recordXml(target: Target): string {
    const { kind, name, address, pinned, order, active } = target;
    const values =
        kind === 'Status'
            ? [text('Status__c', address), number('Order__c', order), flag('Active__c', active)]
            : [
                  text('Kind__c', kind),
                  text('Address__c', address),
                  flag('Pinned__c', pinned),
                  number('Order__c', order),
                  flag('Active__c', active)
              ];
    return `<?xml version="1.0" encoding="UTF-8" ?>
<CustomMetadata
    xmlns="http://soap.sforce.com/2006/04/metadata"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema"
>
    <label>${escaped(name)}</label>
    <protected>false</protected>
${values.join('\n')}
</CustomMetadata>
`;
}

function value(field: string, type: string, content: string): string {
    return [
        '    <values>',
        `        <field>${field}</field>`,
        `        <value xsi:type="xsd:${type}">${escaped(content)}</value>`,
        '    </values>'
    ].join('\n');
}
const text = (field: string, content: string): string => value(field, 'string', content);
const flag = (field: string, content: boolean): string => value(field, 'boolean', String(content));
const number = (field: string, content: number): string => value(field, 'double', content.toFixed(1));

function escaped(content: string): string {
    return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
