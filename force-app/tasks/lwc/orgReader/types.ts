import type { GraphQLDocument } from 'lightning/graphql';

/** A parsed query, made by `gql`. */
export type QueryDocument = GraphQLDocument;

/** Asks the org, one query at a time. Closures, so that it crosses a component boundary whole. */
export interface OrgReader {
    /**
     * Always the org's present answer, never a cached one. Rejects with ReadError: a failed read is not an empty one.
     * `data` is outside data: check it.
     */
    query(document: QueryDocument, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export type ReadFailure = 'offline' | 'sessionExpired' | 'refused' | 'timeout';
