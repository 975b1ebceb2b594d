/**
 * Proves that the ambient typings are strict. Each `@ts-expect-error` is a mistake that tsc must refuse; a typing that
 * lets one through makes the directive itself an error ("Unused '@ts-expect-error' directive").
 */
import { LightningElement, wire } from 'lwc';
import { executeMutation, gql, graphql } from 'lightning/graphql';
import type { GraphQLDocument, GraphQLResult } from 'lightning/graphql';
import { APPLICATION_SCOPE, MessageContext, publish, subscribe } from 'lightning/messageService';
import type { MessageContextValue } from 'lightning/messageService';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';
import LABEL from '@salesforce/label/c.Switchboard_Any';
import CHANNEL from '@salesforce/messageChannel/Any__c';

const TASKS: GraphQLDocument = gql`
    query {
        uiapi {
            query {
                Task {
                    totalCount
                }
            }
        }
    }
`;

/** What is right passes. */
export class Right extends NavigationMixin(LightningElement) {
    recordId: string | undefined;
    variables: Record<string, unknown> = {};
    document: GraphQLDocument | undefined = TASKS;

    @wire(MessageContext) context: MessageContextValue | undefined;
    @wire(CurrentPageReference) page: PageReference | null | undefined;
    @wire(EnclosingUtilityId) utilityId: string | undefined;
    @wire(getRecord, { recordId: '$recordId', fields: ['Contact.Name'] } as const) record: RecordResult | undefined;
    @wire(graphql, { query: '$document', variables: '$variables' } as const) result: GraphQLResult | undefined;
    @wire(graphql, { query: '$document' } as const)
    received(result: GraphQLResult): void {
        this.result = result;
    }

    async go(): Promise<void> {
        if (this.context) {
            publish(this.context, CHANNEL, { type: LABEL });
            subscribe(this.context, CHANNEL, () => undefined, { scope: APPLICATION_SCOPE });
        }
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage' });
        await updateUtility(this.utilityId ?? '', { highlighted: true });
        await executeMutation({ query: TASKS, variables: {} });
    }
}

export class WrongWires extends LightningElement {
    count = 1;
    recordId: string | undefined;

    // @ts-expect-error the wired member gets a record, not a string
    @wire(getRecord, { recordId: '$recordId' } as const) asText: string | undefined;
    // @ts-expect-error recordId is missing
    @wire(getRecord, { fields: ['Contact.Name'] } as const) withoutId: RecordResult | undefined;
    // @ts-expect-error recordId is a number here
    @wire(getRecord, { recordId: '$count' } as const) byNumber: RecordResult | undefined;
    // @ts-expect-error a query is a document made by gql, not text
    @wire(graphql, { query: 'query { uiapi }' } as const) byText: GraphQLResult | undefined;
    // @ts-expect-error the query is missing
    @wire(graphql, { variables: {} } as const) withoutQuery: GraphQLResult | undefined;
    // @ts-expect-error the context is no { data }
    @wire(MessageContext) context: { data: unknown } | undefined;
    // @ts-expect-error a wired method takes the result
    @wire(graphql, { query: TASKS } as const)
    received(result: string): void {
        this.recordId = result;
    }
}

export function wrongCalls(context: MessageContextValue, result: GraphQLResult): void {
    // @ts-expect-error a channel is not a string
    publish(context, 'purecloud', {});
    // @ts-expect-error a message is an object
    publish(context, CHANNEL, 'text');
    // @ts-expect-error a message is unknown until it is checked
    subscribe(context, CHANNEL, (message: { id: string }) => message.id);
    // @ts-expect-error one object, not two arguments
    void executeMutation(TASKS, {});
    // @ts-expect-error the answer is unknown until it is checked
    void result.data.uiapi;
    // @ts-expect-error updateUtility has no such property
    void updateUtility('1', { blinking: true });
}
