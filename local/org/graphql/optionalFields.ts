import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Takes out the fields marked `@optional` that this user's schema does not have, and what is left empty by it. */
export function withoutHiddenOptionalFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
    const typeInfo = new TypeInfo(schema);
    return visit(
        document,
        visitWithTypeInfo(typeInfo, {
            Field: {
                enter(node) {
                    const optional = node.directives?.some((directive) => directive.name.value === 'optional') === true;
                    const hidden = typeInfo.getParentType() != null && typeInfo.getFieldDef() == null;
                    return optional && hidden ? null : undefined;
                },
                leave(node) {
                    const emptied =
                        node.selectionSet?.kind === Kind.SELECTION_SET && node.selectionSet.selections.length === 0;
                    return emptied ? null : undefined;
                }
            }
        })
    );
}
