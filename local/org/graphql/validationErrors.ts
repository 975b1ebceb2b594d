import type { ASTNode, DocumentNode, GraphQLError } from 'graphql';
import { BREAK, Kind, visit } from 'graphql';
import type { OrgProfile } from '../profile.ts';
import type { AnsweredError } from './answers.ts';
import { answeredError } from './answers.ts';

/** The response names from the root to a node of the document. */
function pathTo(document: DocumentNode, node: ASTNode | undefined): string[] {
    const stack: string[] = [];
    let found: string[] = [];
    visit(document, {
        enter(current) {
            if (current.kind === Kind.FIELD) {
                stack.push(current.alias?.value ?? current.name.value);
            }
            if (current === node) {
                found = [...stack];
                return BREAK;
            }
            return undefined;
        },
        leave(current) {
            if (current.kind === Kind.FIELD) {
                stack.pop();
            }
        }
    });
    return found;
}

type Rewrite = (parts: readonly string[], at: string) => string;

/** What graphql-js says, and how the platform (whose engine is graphql-java) says it. */
const SENTENCES: readonly (readonly [RegExp, Rewrite])[] = [
    [
        /^Cannot query field "(\w+)" on type "(\w+)"/,
        ([field, type], at) =>
            `Validation error (FieldUndefined@[${at}]) : Field '${field}' in type '${type}' is undefined`
    ],
    [/^Unknown type "(\w+)"/, ([type]) => `Validation error (UnknownType) : Unknown type '${type}'`],
    [
        /^Field "(\w+)" is not defined by type "(\w+)"/,
        ([field, type], at) =>
            `Validation error (WrongType@[${at}]) : argument value contains a field not in '${type}': '${field}'`
    ],
    [
        /^Field "([\w.]+)" of required type "(\S+)" was not provided/,
        ([field, type], at) =>
            `Validation error (WrongType@[${at}]) : argument value is missing required field '${field}' of type '${type}'`
    ],
    [
        /^Unknown argument "(\w+)"/,
        ([name], at) => `Validation error (UnknownArgument@[${at}]) : Unknown field argument '${name}'`
    ],
    [
        /^Variable "\$(\w+)" of type "(\S+)" used in position expecting type "(\S+)"/,
        ([name, given, expected], at) =>
            `Validation error (VariableTypeMismatch@[${at}]) : Variable '${name}' of type '${given}' used in position expecting type '${expected}'`
    ],
    [
        /^Variable "\$(\w+)" is not defined/,
        ([name], at) => `Validation error (UndefinedVariable@[${at}]) : Undefined variable '${name}'`
    ],
    [/^Variable "\$(\w+)" is never used/, ([name]) => `Validation error (UnusedVariable) : Unused variable '${name}'`],
    [
        /^Field "(\w+)" of type "(\S+)" must have a selection of subfields/,
        ([field, type], at) =>
            `Validation error (SubselectionRequired@[${at}]) : Subselection required for type '${type}' of field '${field}'`
    ],
    [
        /^Field "(\w+)" must not have a selection since type "(\S+)" has no subfields/,
        ([field, type], at) =>
            `Validation error (SubselectionNotAllowed@[${at}]) : Subselection not allowed on leaf type '${type}' of field '${field}'`
    ]
];

function sentence(message: string, at: string): string {
    for (const [pattern, rewrite] of SENTENCES) {
        const match = pattern.exec(message);
        if (match !== null) {
            return rewrite(match.slice(1), at);
        }
    }
    return `Validation error : ${message}`;
}

const ID_TYPES: ReadonlySet<string> = new Set(['ID', 'IdOrRef']);

/** Whether the platform tells ID and IdOrRef variables apart is not documented: either is taken. */
function mixesIdTypes(error: GraphQLError): boolean {
    const match = /of type "(\S+)" used in position expecting type "(\S+)"/.exec(error.message);
    return match !== null && match.slice(1).every((type) => ID_TYPES.has(type.replace(/[![\]]/g, '')));
}

/** The errors of a document that does not fit the schema, in the platform's words. */
export function validationErrors(
    profile: OrgProfile,
    document: DocumentNode,
    errors: readonly GraphQLError[]
): AnsweredError[] {
    return errors
        .filter((error) => !mixesIdTypes(error))
        .map((error) => {
            const path = pathTo(document, error.nodes?.[0]);
            return answeredError(profile, 'ValidationError', sentence(error.message, path.join('/')), {
                locations: error.locations,
                path
            });
        });
}
