import { badRequest, invalidValue, missingField } from './vendorError.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface Rule {
    readonly kind: 'text' | 'flag' | 'whole' | 'time' | 'texts' | 'textMap' | 'object' | 'objects';
    readonly required?: true;
    /** Of an object, or of each object in a list. */
    readonly shape?: Shape;
    /** The only words of a text, whatever their case. */
    readonly words?: readonly string[];
}

export type Shape = Readonly<Record<string, Rule>>;

export const text: Rule = { kind: 'text' };
export const flag: Rule = { kind: 'flag' };
export const whole: Rule = { kind: 'whole' };
export const time: Rule = { kind: 'time' };
export const texts: Rule = { kind: 'texts' };
export const textMap: Rule = { kind: 'textMap' };
export const word = (...words: readonly string[]): Rule => ({ kind: 'text', words });
export const object = (shape: Shape = {}): Rule => ({ kind: 'object', shape });
export const objects = (shape: Shape = {}): Rule => ({ kind: 'objects', shape });
export const required = (rule: Rule): Rule => ({ ...rule, required: true });

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

const isObject = (value: unknown): value is Body =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body, once each field of the shape is of its kind. Other fields pass. Throws VendorError naming the field. */
export function checkedBody(body: unknown, shape: Shape): Body {
    if (!isObject(body)) throw badRequest('The body is no JSON object.');
    check(body, shape, '');
    return body;
}

function check(value: Body, shape: Shape, prefix: string): void {
    for (const [name, rule] of Object.entries(shape)) {
        const given = Object.hasOwn(value, name) ? value[name] : undefined;
        const field = `${prefix}${name}`;
        if (given === undefined || given === null) {
            if (rule.required) throw missingField(field);
        } else checkValue(given, rule, field);
    }
}

function checkValue(given: unknown, rule: Rule, field: string): void {
    const refuse = (what: string): never => {
        throw invalidValue(field, `The field {fieldName} must be ${what}.`);
    };
    switch (rule.kind) {
        case 'text':
            if (typeof given !== 'string') return refuse('a text');
            if (rule.required && given.trim() === '') throw missingField(field);
            if (rule.words && !rule.words.some((one) => one.toLowerCase() === given.toLowerCase()))
                return refuse(`one of ${rule.words.join(', ')}`);
            return;
        case 'flag':
            return typeof given === 'boolean' ? undefined : refuse('true or false');
        case 'whole':
            return Number.isInteger(given) ? undefined : refuse('a whole number');
        case 'time':
            return typeof given === 'string' && TIME.test(given) && !Number.isNaN(Date.parse(given))
                ? undefined
                : refuse('a time in ISO 8601');
        case 'texts':
            return isTexts(given) ? undefined : refuse('a list of texts');
        case 'textMap':
            return isObject(given) && Object.values(given).every((one) => one === null || typeof one === 'string')
                ? undefined
                : refuse('an object of texts');
        case 'object':
            return isObject(given) ? check(given, rule.shape ?? {}, `${field}.`) : refuse('an object');
        case 'objects':
            if (!Array.isArray(given)) return refuse('a list of objects');
            if (rule.required && given.length === 0) throw missingField(field);
            return (given as unknown[]).forEach((one, at) =>
                isObject(one) ? check(one, rule.shape ?? {}, `${field}[${at}].`) : refuse('a list of objects')
            );
    }
}

const isTexts = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.every((one) => typeof one === 'string');

/** An empty text counts as none. */
export function textOf(body: Body, name: string): string | undefined {
    const value = body[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}

export const textsOf = (body: Body, name: string): readonly string[] => {
    const value = body[name];
    return isTexts(value) ? value : [];
};

export const numberOf = (body: Body, name: string): number | undefined =>
    typeof body[name] === 'number' ? body[name] : undefined;

export const objectOf = (body: Body, name: string): Body => (isObject(body[name]) ? body[name] : {});

export const objectsOf = (body: Body, name: string): readonly Body[] =>
    Array.isArray(body[name]) ? (body[name] as unknown[]).filter(isObject) : [];

export const textMapOf = (body: Body, name: string): Record<string, string> =>
    Object.fromEntries(
        Object.entries(objectOf(body, name)).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    );
