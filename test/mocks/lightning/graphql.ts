/** `lightning/graphql` in a component test: the test answers for the org. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { GraphQLError, GraphQLMutation, GraphQLMutationResult } from 'lightning/graphql';

export const graphql = createTestWireAdapter();

/** A document is its own text, so that a test can say which query it answers. */
export function gql(literals: TemplateStringsArray, ...substitutions: unknown[]): string {
    return literals.reduce((text, literal, i) => text + String(substitutions[i - 1]) + literal);
}

export const executeMutation = jest.fn<Promise<GraphQLMutationResult>, [GraphQLMutation]>();

type ForQuery = (config: Record<string, unknown>) => boolean;

export function emitData(
    data: unknown,
    which?: ForQuery,
    refresh: () => Promise<void> = () => Promise.resolve()
): void {
    graphql.emit({ data, errors: undefined, refresh }, which);
}

export function emitErrors(
    errors: readonly GraphQLError[],
    which?: ForQuery,
    refresh: () => Promise<void> = () => Promise.resolve()
): void {
    graphql.emit({ data: undefined, errors, refresh }, which);
}
