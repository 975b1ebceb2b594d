import type { GraphQLError } from 'graphql';
import { OrgError } from '../orgError.ts';
import type { OrgProfile } from '../profile.ts';

export type ErrorType =
    'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported' | 'ExecutionAborted';

/** One error as the platform writes it: its place stands under `paths` or `path`, by the org's profile. */
export interface AnsweredError {
    readonly message: string;
    readonly locations: readonly { readonly line: number; readonly column: number }[];
    readonly path?: readonly (string | number)[];
    readonly paths?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
}

export interface GraphqlAnswer {
    readonly data: unknown;
    readonly errors: readonly AnsweredError[];
}

export function answeredError(
    profile: OrgProfile,
    type: ErrorType,
    message: string,
    error: Pick<GraphQLError, 'locations' | 'path'>,
    extensions: Readonly<Record<string, unknown>> = {}
): AnsweredError {
    const place = error.path ?? [];
    return {
        message,
        locations: error.locations ?? [],
        ...(profile.answer('error-path-name') === 'paths' ? { paths: place } : { path: place }),
        extensions: { ErrorType: type, ...extensions }
    };
}

/** A rule that names fields has them behind its words, in the form of the platform's other APIs. */
function wordsOf({ code, message, fields }: OrgError): string {
    const named = code === 'FIELD_CUSTOM_VALIDATION_EXCEPTION' && fields.length > 0;
    return named ? `${message}: [${fields.join(', ')}]` : message;
}

/** An error that a resolver threw. A refused save tells its status code where the profile says. */
export function executionError(profile: OrgProfile, error: GraphQLError): AnsweredError {
    const cause = error.originalError;
    if (cause instanceof OrgError) {
        return profile.answer('save-error-code') === 'message'
            ? answeredError(profile, 'DataFetchingException', `${cause.code}: ${wordsOf(cause)}`, error)
            : answeredError(profile, 'DataFetchingException', wordsOf(cause), error, { errorCode: cause.code });
    }
    return answeredError(profile, 'DataFetchingException', error.message, error);
}
