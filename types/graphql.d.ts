/** `lightning/graphql`, the successor of `lightning/uiGraphQLApi`: with mutations and `errors` as an array. */
declare module 'lightning/graphql' {
    import type { WireAdapterConstructor } from 'lwc';
    const brand: unique symbol;
    export interface GraphQLDocument {
        readonly [brand]: 'document';
    }
    export interface GraphQLError {
        readonly message: string;
        readonly locations?: readonly { readonly line: number; readonly column: number }[];
        readonly path?: readonly (string | number)[];
        readonly paths?: readonly (string | number)[];
        readonly extensions?: Readonly<Record<string, unknown>>;
    }
    export interface GraphQLRequest {
        /** `undefined`: the wire does not run. */
        readonly query: GraphQLDocument | undefined;
        readonly variables?: Readonly<Record<string, unknown>> | undefined;
        readonly operationName?: string | undefined;
    }
    /** All members absent until the first answer. */
    export interface GraphQLResult {
        readonly data?: unknown;
        readonly errors?: readonly GraphQLError[] | undefined;
        /** Resolves after the fresh data were delivered to the wire. */
        readonly refresh?: () => Promise<void>;
    }
    export interface GraphQLMutation {
        readonly query: GraphQLDocument;
        readonly variables?: Readonly<Record<string, unknown>>;
        readonly operationName?: string;
    }
    export interface GraphQLMutationResult {
        readonly data?: unknown;
        readonly errors?: readonly GraphQLError[] | undefined;
    }
    export const graphql: WireAdapterConstructor<GraphQLRequest, GraphQLResult>;
    export function gql(
        literals: TemplateStringsArray,
        ...substitutions: (string | GraphQLDocument)[]
    ): GraphQLDocument;
    /** Rejects when the org cannot be reached or refuses the session. */
    export function executeMutation(mutation: GraphQLMutation): Promise<GraphQLMutationResult>;
}
