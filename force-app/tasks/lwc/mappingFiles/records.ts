import { readRules, writeField } from 'c/attributeMapping';
import type { MappingRule, ReadRules, RowProblem } from 'c/attributeMapping';
import type { InteractionType } from 'c/interactions';
import type { FileProblem, FileProblemCode, MappingRecord } from './types.ts';

/** Columns by the API names that the org gives them, in the order of a file. */
export const COLUMNS = [
    'DeveloperName',
    'MasterLabel',
    'Attribute__c',
    'Task_Field__c',
    'Active__c',
    'Interaction_Types__c',
    'Order__c',
    'Overwrite__c'
] as const;

export type Column = (typeof COLUMNS)[number];

/** The record's columns as text. */
export type Cells = Readonly<Record<Column, string>>;

const TYPE_WORDS: Readonly<Record<string, string>> = { outboundDialing: 'outbound dialing' };
const NEVER_ORDERED = 99_999;
const LONGEST_LABEL = 40;

/** A type in the word that a record takes: the same in every language. */
export function typeWord(type: InteractionType): string {
    return TYPE_WORDS[type] ?? type;
}

/** The record that a rule was read from. Without a label of its own it takes its name. */
export function recordOf(rule: MappingRule, label = rule.id): MappingRecord {
    const types = rule.interactionTypes === 'all' ? [] : rule.interactionTypes;
    return {
        developerName: rule.id,
        label: label.slice(0, LONGEST_LABEL),
        attribute: rule.attribute,
        field: writeField(rule),
        active: rule.active,
        interactionTypes: types.map(typeWord).join('; '),
        ...(rule.order < NEVER_ORDERED ? { order: rule.order } : {}),
        overwrite: rule.overwrite === 'onlyWhenEmpty' ? 'Only when empty' : 'Always'
    };
}

/** The rule that the org would read from a record; undefined when it could not use it. */
export function ruleOf(record: MappingRecord): MappingRule | undefined {
    return readByOrg(record).rules[0];
}

/** Why the org could not use a record; undefined when it could. */
export function rowProblemOf(record: MappingRecord): RowProblem | undefined {
    return readByOrg(record).problems[0];
}

function readByOrg(record: MappingRecord): ReadRules {
    const { Active__c, Order__c, ...texts } = cellsOf(record);
    const order = Order__c === '' ? null : Number(Order__c);
    return readRules([{ ...texts, Active__c: Active__c === 'true', Order__c: order }]);
}

export function cellsOf(record: MappingRecord): Cells {
    return {
        DeveloperName: record.developerName,
        MasterLabel: record.label,
        Attribute__c: record.attribute,
        Task_Field__c: record.field,
        Active__c: String(record.active),
        Interaction_Types__c: record.interactionTypes,
        Order__c: record.order === undefined ? '' : String(record.order),
        Overwrite__c: record.overwrite
    };
}

/** Checks one record as Setup would. `at` says where it stood in its file. */
export function recordFrom(cells: Cells, at: string): MappingRecord | FileProblem {
    const name = cells.DeveloperName;
    if (!isRecordName(name)) return { code: 'badName', at, given: name };
    const refuse = (code: FileProblemCode, column: Column): FileProblem => ({ code, at, given: cells[column], name });
    const label = cells.MasterLabel || name;
    if (label.length > LONGEST_LABEL) return refuse('badLabel', 'MasterLabel');
    if (cells.Attribute__c === '') return refuse('noAttribute', 'Attribute__c');
    if (cells.Task_Field__c === '') return refuse('noField', 'Task_Field__c');
    if (cells.Attribute__c.length > 255) return refuse('tooLong', 'Attribute__c');
    if (cells.Task_Field__c.length > 80) return refuse('tooLong', 'Task_Field__c');
    const active = flag(cells.Active__c);
    if (active === undefined) return refuse('notTrueOrFalse', 'Active__c');
    const order = cells.Order__c === '' ? undefined : Number(cells.Order__c);
    if (order !== undefined && !(Number.isInteger(order) && Math.abs(order) <= 99_999)) {
        return refuse('notANumber', 'Order__c');
    }
    const overwrite = overwriteOf(cells.Overwrite__c);
    if (overwrite === undefined) return refuse('badOverwrite', 'Overwrite__c');
    const record: MappingRecord = {
        developerName: name,
        label,
        attribute: cells.Attribute__c,
        field: cells.Task_Field__c,
        active,
        interactionTypes: cells.Interaction_Types__c,
        ...(order === undefined ? {} : { order }),
        overwrite
    };
    const problem = rowProblemOf(record);
    if (problem?.given.kind === 'objectName') return refuse('unknownObject', 'Task_Field__c');
    if (problem?.code === 'unknownField') return refuse('noField', 'Task_Field__c');
    return problem ? refuse('unknownType', 'Interaction_Types__c') : record;
}

/** Salesforce: letters, digits, single underscores, a letter first, no underscore last. */
export function isRecordName(name: string): boolean {
    return /^[a-z](?:_?[a-z0-9])*$/i.test(name) && name.length <= 40;
}

function flag(word: string): boolean | undefined {
    const plain = word.toLowerCase();
    if (plain === 'true' || plain === '1') return true;
    return plain === 'false' || plain === '0' || plain === '' ? false : undefined;
}

function overwriteOf(word: string): string | undefined {
    const plain = word.toLowerCase().replace(/\s+/g, ' ');
    if (plain === '' || plain === 'always') return 'Always';
    return plain === 'only when empty' ? 'Only when empty' : undefined;
}

/** One column as a file has it. */
export function columnText(record: MappingRecord, column: Column): string {
    return cellsOf(record)[column];
}
