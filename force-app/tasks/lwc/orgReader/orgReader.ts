import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLDocument } from 'lightning/graphql';
import { createQueryQueue } from './queryQueue.ts';
import type { QueryQueue, WireAnswer } from './queryQueue.ts';
import type { OrgReader } from './types.ts';

export { readSettings, readTaskSetup, DEFAULT_SETTINGS } from './taskSetup.ts';
export type { OrgSettings, TaskSetup } from './taskSetup.ts';
export { readTaskFields } from './taskFields.ts';
export { MAPPING_QUERY, MAPPING_TYPE, SETTINGS_QUERY, SETTINGS_TYPE } from './setupQueries.ts';
export { STATUSES_QUERY, STATUSES_TYPE, TARGETS_QUERY, TARGETS_TYPE } from './directoryQueries.ts';
export { everyRow } from './everyRow.ts';
export { recordsQuery } from './recordsQuery.ts';
export { at, rowsOf } from './graphqlRows.ts';
export type { Row } from './graphqlRows.ts';
export { ReadError, readErrorOf } from './readError.ts';
export type { OrgReader, QueryDocument, ReadFailure } from './types.ts';

/**
 * Draws nothing. Owns the wire through which this package reads, and hands out a reader: event `ready`, detail
 * `{ reader: OrgReader }`.
 */
export default class OrgReaderElement extends LightningElement {
    document: GraphQLDocument | undefined;
    variables: Readonly<Record<string, unknown>> = {};
    private queue: QueryQueue | undefined;

    @wire(graphql, { query: '$document', variables: '$variables' })
    protected receive(answer: WireAnswer): void {
        this.queue?.answered(answer);
    }

    connectedCallback(): void {
        const queue = createQueryQueue((document, variables) => {
            this.variables = variables;
            this.document = document;
        });
        this.queue = queue;
        const reader: OrgReader = { query: (document, variables) => queue.query(document, variables) };
        this.dispatchEvent(new CustomEvent('ready', { detail: { reader } }));
    }

    disconnectedCallback(): void {
        this.queue?.close();
        this.queue = undefined;
    }
}
