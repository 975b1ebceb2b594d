import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { OrgProfile } from '../profile.ts';
import type { GraphqlAnswer } from './answers.ts';
import { answeredError, executionError } from './answers.ts';
import type { UnitOfWork } from './mutations.ts';
import { rolledBack } from './mutations.ts';
import { withoutHiddenOptionalFields } from './optionalFields.ts';
import { validationErrors } from './validationErrors.ts';
import { fitVariables } from './variables.ts';

export interface GraphqlRequest {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly operationName?: string;
}

export interface RunOptions {
    readonly schema: GraphQLSchema;
    readonly profile: OrgProfile;
    /** Runs in a transaction that is undone when `run` throws. */
    readonly transaction: <T>(run: () => T) => T;
}

class Undo extends Error {
    readonly result: ExecutionResult;

    constructor(result: ExecutionResult) {
        super('undo');
        this.result = result;
    }
}

/** The body of a GraphQL request; undefined when it is none. */
export function readGraphqlRequest(body: unknown): GraphqlRequest | undefined {
    const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string') {
        return undefined;
    }
    return {
        query,
        variables: typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
        ...(typeof operationName === 'string' && operationName !== '' ? { operationName } : {})
    };
}

function chosenOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    return name === undefined
        ? operations.length === 1
            ? operations[0]
            : undefined
        : operations.find((operation) => operation.name?.value === name);
}

/** True when the request holds a mutation; a text that cannot be parsed holds none. */
export function isMutation({ query, operationName }: GraphqlRequest): boolean {
    try {
        return chosenOperation(parse(query), operationName)?.operation === OperationTypeNode.MUTATION;
    } catch {
        return false;
    }
}

function runMutation(
    run: (unit: UnitOfWork) => ExecutionResult,
    transaction: RunOptions['transaction']
): ExecutionResult {
    const unit: UnitOfWork = { allOrNone: true, failed: false, ids: new Map() };
    try {
        return transaction(() => {
            const result = run(unit);
            if (unit.failed && unit.allOrNone) {
                throw new Undo(result);
            }
            return result;
        });
    } catch (error) {
        if (error instanceof Undo) {
            return undone(error.result);
        }
        throw error;
    }
}

/** After a rollback no operation has an answer, and each that had one is told why. */
function undone({ data, errors }: ExecutionResult): ExecutionResult {
    const uiapi = (data?.['uiapi'] ?? {}) as Record<string, unknown>;
    const lost = Object.keys(uiapi).filter((name) => uiapi[name] !== null);
    return {
        data: { uiapi: Object.fromEntries(Object.keys(uiapi).map((name) => [name, null])) },
        errors: [
            ...(errors ?? []),
            ...lost.map(
                (name) => new GraphQLError('rolled back', { path: ['uiapi', name], originalError: rolledBack() })
            )
        ]
    };
}

/** Answers one GraphQL request of one user. Never throws for what the request holds. */
export function runRequest(request: GraphqlRequest, { schema, profile, transaction }: RunOptions): GraphqlAnswer {
    let parsed: DocumentNode;
    try {
        parsed = parse(request.query);
    } catch (error) {
        const syntax = error as GraphQLError;
        return {
            data: {},
            errors: [answeredError(profile, 'InvalidSyntax', `Invalid Syntax : ${syntax.message}`, syntax)]
        };
    }
    const document = withoutHiddenOptionalFields(schema, parsed);
    const operation = chosenOperation(document, request.operationName);
    if (operation === undefined) {
        const message = 'Must provide operation name if query contains multiple operations.';
        return { data: {}, errors: [answeredError(profile, 'ValidationError', message, { locations: [], path: [] })] };
    }
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
        const message = 'Subscriptions are not supported.';
        return {
            data: {},
            errors: [answeredError(profile, 'OperationNotSupported', message, { locations: [], path: [] })]
        };
    }
    const invalid = validationErrors(profile, document, validate(schema, document));
    if (invalid.length > 0) {
        return { data: {}, errors: invalid };
    }
    const fitted = fitVariables(profile, schema, operation, request.variables);
    if ('error' in fitted) {
        return { data: {}, errors: [fitted.error] };
    }
    const run = (contextValue: unknown): ExecutionResult =>
        execute({
            schema,
            document,
            variableValues: fitted.variables,
            operationName: request.operationName ?? null,
            contextValue
        }) as ExecutionResult;
    const result = operation.operation === OperationTypeNode.MUTATION ? runMutation(run, transaction) : run({});
    return { data: result.data ?? {}, errors: (result.errors ?? []).map((error) => executionError(profile, error)) };
}
