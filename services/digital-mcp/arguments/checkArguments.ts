import type { Param } from '@switchboard/genesys-api';
import { CallError } from '../calling/callError.ts';
import { additionsOf, ADDITIONS } from '../tools/inputSchema.ts';
import type { DigitalTool } from '../tools/tools.ts';

export type Given = Readonly<Record<string, unknown>>;

type Shape = Pick<Param, 'type' | 'items' | 'enum' | 'objectRequired' | 'additionalProperties' | 'maxLength'>;

/** Deeper than any model of the API. */
const DEEPEST = 20;
const LONGEST_TEXT = 1_000_000;

/**
 * Throws CallError with the field's name for what the page's table does not allow: an unknown or a missing argument, a
 * value of another type. A word that no list has is only told, because the API learns new ones and folds their case.
 * @returns what to tell beside the answer
 */
export function checkArguments(tool: DigitalTool, given: Given, apiOnly = false): readonly string[] {
    const { params } = tool.operation;
    const shapes = shapesOf(tool, apiOnly);
    for (const name of Object.keys(given)) {
        if (!shapes.has(name)) throw bad(name, 'no argument of this tool', [...shapes.keys()].join(', '));
    }
    const missing = params.find(({ name, required }) => required && isAbsent(given, name));
    if (missing !== undefined) throw bad(missing.name, 'missing', wordsFor(missing));
    const unlisted: string[] = [];
    for (const [name, shape] of shapes) {
        if (isAbsent(given, name)) continue;
        const value = given[name];
        if (value === null) throw bad(name, 'null', `${wordsFor(shape)}, or leave it out`);
        checkValue(name, value, shape, 0);
        const { enum: words } = shape;
        if (words !== undefined && !words.some((word) => word.toLowerCase() === String(value).toLowerCase())) {
            unlisted.push(`${name} is a word that the API's page does not list: ${words.join(', ')}`);
        }
    }
    return unlisted;
}

type Shapes = ReadonlyMap<string, Shape>;

const shapesOfTools = { all: new WeakMap<DigitalTool, Shapes>(), published: new WeakMap<DigitalTool, Shapes>() };

/** Made once for each tool. */
function shapesOf(tool: DigitalTool, apiOnly: boolean): Shapes {
    const held = shapesOfTools[apiOnly ? 'all' : 'published'];
    const known = held.get(tool);
    if (known !== undefined) return known;
    const { params, apiOnlyParams = [] } = tool.operation;
    const named = [...params, ...(apiOnly ? apiOnlyParams : [])];
    const made = new Map<string, Shape>([
        ['PCID', { type: 'string' }],
        ...named.map((param): [string, Shape] => [param.name, param]),
        ...additionsOf(tool).map((name): [string, Shape] => [name, ADDITIONS[name]])
    ]);
    held.set(tool, made);
    return made;
}

const isAbsent = (given: Given, name: string): boolean => !Object.hasOwn(given, name) || given[name] === undefined;

const WORDS: Readonly<Record<Shape['type'], string>> = {
    string: 'a text',
    boolean: 'true or false',
    integer: 'a whole number',
    array: 'a list',
    object: 'an object'
};

function wordsFor({ type, items, enum: words, objectRequired }: Shape): string {
    if (words !== undefined) return `one of ${words.join(', ')}`;
    if (type === 'array' && items !== undefined) return `a list, each ${WORDS[items.type]}`;
    if (objectRequired !== undefined) return `an object with ${objectRequired.join(' and ')}`;
    return WORDS[type];
}

/** Of a name that the caller made up. */
const LONGEST_NAME = 200;

function bad(named: string, given: string, allowed: string): CallError {
    const field = named.length > LONGEST_NAME ? `${named.slice(0, LONGEST_NAME)}…`.toWellFormed() : named;
    const message = `${field} is ${given}. Allowed: ${allowed}.`;
    return new CallError({ reason: 'badArgument', field, given, allowed, message });
}

export { bad as badArgument };

function checkValue(field: string, value: unknown, shape: Shape, depth: number): void {
    const wrong = (): CallError => bad(field, kindOf(value), wordsFor(shape));
    switch (shape.type) {
        case 'string':
            if (typeof value !== 'string') throw wrong();
            checkText(field, value, shape.maxLength);
            return;
        case 'boolean':
            if (typeof value !== 'boolean') throw wrong();
            return;
        case 'integer':
            if (!Number.isInteger(value)) throw wrong();
            if (!Number.isSafeInteger(value)) throw bad(field, 'a number of too many digits', 'at most 15 digits');
            return;
        case 'array':
            if (!Array.isArray(value)) throw wrong();
            (value as unknown[]).forEach((item, index) =>
                checkValue(`${field}[${index}]`, item, shape.items ?? { type: 'object' }, depth + 1)
            );
            return;
        case 'object':
            if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong();
            checkObject(field, value as Given, shape, depth);
    }
}

function checkObject(
    field: string,
    value: Given,
    { objectRequired = [], additionalProperties }: Shape,
    depth: number
): void {
    const missing = objectRequired.find((name) => isAbsent(value, name));
    if (missing !== undefined) throw bad(`${field}.${missing}`, 'missing', 'a value');
    if (additionalProperties !== undefined) {
        for (const [name, one] of Object.entries(value))
            checkValue(`${field}.${name}`, one, additionalProperties, depth + 1);
    }
    checkContent(field, value, depth);
}

/** What the table does not describe: anything that JSON can say, of a size that the API may take. */
function checkContent(field: string, value: unknown, depth: number): void {
    if (depth > DEEPEST) throw bad(field, 'nested too deeply', `at most ${DEEPEST} levels`);
    if (typeof value === 'string') return checkText(field, value);
    if (typeof value === 'boolean' || value === null || value === undefined || Number.isFinite(value)) return;
    if (typeof value !== 'object') throw bad(field, 'nothing that JSON can say', 'a JSON value');
    for (const [name, one] of Object.entries(value)) {
        checkContent(Array.isArray(value) ? `${field}[${name}]` : `${field}.${name}`, one, depth + 1);
    }
}

function checkText(field: string, value: string, most = LONGEST_TEXT): void {
    if (value.length > most) throw bad(field, `${value.length} characters long`, `at most ${most}`);
    if (!value.isWellFormed()) throw bad(field, 'a text with half a character', 'Unicode text');
}

/** Never the value: it may be a customer's. */
/** `a text`, `a list`: what it is, and nothing of what it says. */
export function kindOf(value: unknown): string {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'a list';
    switch (typeof value) {
        case 'string':
            return 'a text';
        case 'number':
            return Number.isInteger(value) ? 'a whole number' : 'a number';
        case 'boolean':
            return 'true or false';
        default:
            return 'an object';
    }
}
