/** Reads a GraphQL document. */
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';

/** The document names what this org does not know. */
export class Undefined extends Error {}

const documents = new Map<string, DocumentNode>();

export function operationOf(text: string): OperationDefinitionNode {
    let document = documents.get(text);
    if (document === undefined) {
        document = parse(text, { noLocation: true });
        documents.set(text, document);
    }
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (operation === undefined) throw new Error('The document holds no operation.');
    return operation;
}

export function fieldsIn(selection: SelectionSetNode | undefined): readonly FieldNode[] {
    return (selection?.selections ?? []).filter((one) => one.kind === Kind.FIELD);
}

export function child(
    node: { readonly selectionSet?: SelectionSetNode | undefined } | undefined,
    name: string
): FieldNode | undefined {
    return fieldsIn(node?.selectionSet).find((one) => one.name.value === name);
}

export function argumentsOf(node: FieldNode, variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
        (node.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value, { ...variables })])
    );
}
