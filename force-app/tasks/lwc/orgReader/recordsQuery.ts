import { gql } from 'lightning/graphql';
import type { QueryDocument } from './types.ts';

/** They have no `value` inside. */
const BARE: readonly string[] = ['Id', 'DisplayValue'];

/** A question for records of one object. Names get into its text: they are ours, or were checked. */
export interface RecordsQuestion {
    /** As the org's logs show it, with its variables: `SwitchboardLead($id: ID)`. */
    readonly name: string;
    readonly object: string;
    /** Which records, in GraphQL's words: `first: 50`. */
    readonly which: string;
    /** API names; a field of a record that is named as `Account.Name`. */
    readonly fields: readonly string[];
    /** Asks where the next page begins. */
    readonly paged?: boolean;
}

/** Answers are read by `rowsOf`. */
export function recordsQuery({ fields, name, object, paged, which }: RecordsQuestion): QueryDocument {
    return gql`
        query ${name} {
            uiapi {
                query {
                    ${object}(${which}) {
                        edges {
                            node {
                                ${fields.map(asked).join(' ')}
                            }
                        }
                        ${paged === true ? 'pageInfo { hasNextPage endCursor }' : ''}
                    }
                }
            }
        }
    `;
}

function asked(field: string): string {
    const [first = '', ...others] = field.split('.');
    if (others.length > 0) {
        return `${first} { ${asked(others.join('.'))} }`;
    }
    return BARE.includes(first) ? first : `${first} { value }`;
}
