import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';
import type { OrgProfile } from '../profile.ts';
import type { AnsweredError } from './answers.ts';
import { answeredError } from './answers.ts';

export type Variables = Readonly<Record<string, unknown>>;

interface UnknownField {
    readonly field: string;
    readonly type: string;
    readonly error: GraphQLError;
    /** From the variable to the object that holds the field, e.g. ['input', 'Task']. */
    readonly path: readonly string[];
}

function unknownField(error: GraphQLError): UnknownField | undefined {
    const match =
        /^Variable "\$(\w+)" got invalid value [^]*?(?: at "([^"]*)")?; Field "(\w+)" is not defined by type "(\w+)"/.exec(
            error.message
        );
    if (match === null) {
        return undefined;
    }
    const [, variable = '', at, field = '', type = ''] = match;
    return { field, type, error, path: (at ?? variable).split('.') };
}

function without(value: unknown, path: readonly string[], field: string): unknown {
    const [step, ...rest] = path;
    const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
    if (step === undefined) {
        delete copy[field];
        return copy;
    }
    return { ...copy, [step]: without(copy[step], rest, field) };
}

/** Says what is wrong without repeating the value. */
function sentence(message: string): string {
    const missing = /Variable "\$(\w+)" of required type "(\S+)" was not provided/.exec(message);
    if (missing !== null) {
        return `Variable '${missing[1]}' has coerced Null value for NonNull type '${missing[2]}'`;
    }
    const field = /Variable "\$(\w+)"[^]*; Field "(\w+)" of required type "(\S+)" was not provided/.exec(message);
    if (field !== null) {
        return `Field '${field[2]}' of variable '${field[1]}' has coerced Null value for NonNull type '${field[3]}'`;
    }
    const name = /Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
    const at = / at "([\w.[\]]+)";/.exec(message)?.[1];
    const expected =
        /(Expected a value that can be converted to type '\w+': [^"]*)/.exec(message)?.[1] ??
        /; (\w+) cannot represent/
            .exec(message)?.[1]
            ?.replace(/^/, 'Expected a value that can be converted to type ') ??
        /; (Expected [^"]*"[\w!\]]+"[^"]*)/.exec(message)?.[1]?.replaceAll('"', "'") ??
        'Expected another type';
    return `Variable '${name}' has an invalid value${at === undefined ? '' : ` at '${at}'`}: ${expected}`;
}

/**
 * Fits the variables to their types. A field that the user may not write is named, told without its name, or dropped
 * without a word, as the org's profile says.
 */
export function fitVariables(
    profile: OrgProfile,
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    variables: Variables
): { variables: Variables } | { error: AnsweredError } {
    const answer = profile.answer('forbidden-field-error');
    let given = variables;
    for (;;) {
        const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...given });
        if (errors === undefined || errors.length === 0) {
            return { variables: given };
        }
        const unknown = errors.map(unknownField).find((found) => found !== undefined);
        if (unknown === undefined) {
            const error = errors[0] as GraphQLError;
            return { error: answeredError(profile, 'ValidationError', sentence(error.message), error) };
        }
        if (answer === 'dropped') {
            given = without(given, unknown.path, unknown.field) as Variables;
            continue;
        }
        const named = answer === 'named' ? `a field name '${unknown.field}'` : 'a field';
        const message = `The variables input contains ${named} that is not defined for input object type '${unknown.type}'`;
        return { error: answeredError(profile, 'ValidationError', message, unknown.error) };
    }
}
