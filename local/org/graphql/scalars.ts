import type { ValueNode } from 'graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay, readMoment } from '../data/moments.ts';

/** Values are left out of the sentence: they may be a customer's. */
function refuse(name: string, needs: string): never {
    throw new GraphQLError(`Expected a value that can be converted to type '${name}': ${needs}`);
}

function textScalar(name: string, fits: (text: string) => boolean = () => true, needs = 'a text'): GraphQLScalarType {
    const parse = (value: unknown): string => (typeof value === 'string' && fits(value) ? value : refuse(name, needs));
    return new GraphQLScalarType({
        name,
        serialize: String,
        parseValue: parse,
        parseLiteral: (node: ValueNode) => (node.kind === Kind.STRING ? parse(node.value) : refuse(name, needs))
    });
}

function numberScalar(name: string): GraphQLScalarType {
    const parse = (value: unknown): number =>
        typeof value === 'number' && Number.isFinite(value) ? value : refuse(name, 'a number');
    return new GraphQLScalarType({
        name,
        serialize: Number,
        parseValue: parse,
        parseLiteral: (node: ValueNode) =>
            node.kind === Kind.INT || node.kind === Kind.FLOAT ? parse(Number(node.value)) : refuse(name, 'a number')
    });
}

export const IdOrRef = textScalar('IdOrRef', undefined, 'an id, or @{alias} of an operation before');
export const Picklist = textScalar('Picklist');
export const MultiPicklist = textScalar('MultiPicklist');
export const TextArea = textScalar('TextArea');
export const LongTextArea = textScalar('LongTextArea');
export const PhoneNumber = textScalar('PhoneNumber');
export const Email = textScalar('Email');
export const Url = textScalar('Url');
export const DateTime = textScalar(
    'DateTime',
    (text) => readMoment(text) !== undefined,
    'a date-time with a zone, e.g. 2026-01-31T09:30:00.000Z'
);
export const Day = textScalar('Date', isDay, 'a date, e.g. 2026-01-31');
export const Double = numberScalar('Double');
export const Currency = numberScalar('Currency');
export const Percent = numberScalar('Percent');
export const Long = numberScalar('Long');
