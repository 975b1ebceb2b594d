import type { InteractionType } from 'c/interactions';
import { readField, TARGET_OBJECTS } from './fieldNames.ts';
import type { MappingDetail, MappingProblemCode, MappingRule, ReadRules, RowProblem } from './types.ts';

/** Developer name of the record that is shipped with the mapping type and proves that this user may read it. */
export const SENTINEL = 'Switchboard_Sentinel';

/** Where a row gives no order. */
const LAST = 99_999;

const TYPES: Readonly<Record<string, InteractionType>> = {
    call: 'call',
    callback: 'callback',
    outbounddialing: 'outboundDialing',
    chat: 'chat',
    email: 'email',
    message: 'message',
    voicemail: 'voicemail',
    acdvoicemail: 'voicemail'
};

/** As the help of a record's field lists them: the same in every language. */
const TYPE_WORDS = ['call', 'callback', 'outbound dialing', 'chat', 'email', 'message', 'voicemail'];

/**
 * Checks the rows of the mapping type: an array of nodes, or a GraphQL connection, whose columns are plain values or
 * `{ value }`. Never throws; a row that cannot be used is named in `problems` and left out.
 */
export function readRules(rows: unknown): ReadRules {
    const rules: MappingRule[] = [];
    const problems: RowProblem[] = [];
    let sentinel = false;
    nodesOf(rows).forEach((node, index) => {
        const id = text(node, 'DeveloperName') || `#${index + 1}`;
        if (id === SENTINEL) {
            sentinel = true;
            return;
        }
        const result = readRow(node, id);
        if ('code' in result) {
            problems.push(result);
        } else {
            rules.push(result);
        }
    });
    return { rules, problems, sentinel };
}

function readRow(node: unknown, id: string): MappingRule | RowProblem {
    const attribute = text(node, 'Attribute__c');
    const words = text(node, 'Task_Field__c');
    const named = readField(words);
    const of = 'odd' in named ? { field: words } : named;
    const refuse = (code: MappingProblemCode, given: MappingDetail, allowed: MappingDetail): RowProblem => ({
        code,
        rule: id,
        attribute,
        ...of,
        given,
        allowed
    });
    if (!attribute) {
        return refuse('unknownAttribute', { kind: 'nothing' }, { kind: 'attributeName' });
    }
    if ('odd' in named) {
        const given = { kind: 'objectName', names: [named.odd] } as const;
        return refuse('unknownField', given, { kind: 'objectNames', names: TARGET_OBJECTS });
    }
    if (!named.field) {
        return refuse('unknownField', { kind: 'nothing' }, { kind: 'fieldName' });
    }
    const interactionTypes = readTypes(text(node, 'Interaction_Types__c'));
    if (typeof interactionTypes === 'object' && 'odd' in interactionTypes) {
        const given = { kind: 'interactionType', names: [interactionTypes.odd] } as const;
        return refuse('valueDoesNotFit', given, { kind: 'interactionTypes', names: TYPE_WORDS });
    }
    return {
        id,
        attribute,
        ...named,
        active: column(node, 'Active__c') === true,
        interactionTypes,
        order: number(node, 'Order__c') ?? LAST,
        overwrite: simple(text(node, 'Overwrite__c')) === 'onlywhenempty' ? 'onlyWhenEmpty' : 'always',
        source: 'record',
        ...(text(node, 'Id') === '' ? {} : { recordId: text(node, 'Id') })
    };
}

function readTypes(words: string): 'all' | InteractionType[] | { readonly odd: string } {
    const found = new Set<InteractionType>();
    for (const word of words.split(/[;,]/).filter((part) => part.trim() !== '')) {
        if (simple(word) === 'all') {
            return 'all';
        }
        const type = Object.hasOwn(TYPES, simple(word)) ? TYPES[simple(word)] : undefined;
        if (!type) {
            return { odd: word.trim() };
        }
        found.add(type);
    }
    return found.size === 0 ? 'all' : [...found];
}

function simple(word: string): string {
    return word.toLowerCase().replace(/[\s_-]/g, '');
}

function nodesOf(rows: unknown): unknown[] {
    const list = property(rows, 'edges') ?? rows;
    if (!Array.isArray(list)) {
        return [];
    }
    return list.map((entry: unknown) => property(entry, 'node') ?? entry);
}

function property(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
}

function column(node: unknown, name: string): unknown {
    const value = property(node, name);
    return typeof value === 'object' ? property(value, 'value') : value;
}

function text(node: unknown, name: string): string {
    const value = column(node, name);
    return typeof value === 'string' ? value.trim() : '';
}

function number(node: unknown, name: string): number | undefined {
    const value = column(node, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
