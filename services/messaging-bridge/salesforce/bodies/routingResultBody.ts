import { text, workItemId } from './allowed.ts';
import { MOST_CONVERSATION } from './people.ts';

export type RoutingType = 'Initial' | 'Transfer' | 'Conference';

export interface RoutingOutcome {
    readonly conversation: string;
    readonly workItemId: string;
    readonly routingType: RoutingType;
    /** The target is nobody of Salesforce's. */
    readonly isExternal: boolean;
    /** Why it failed, for the rep; absent where it did not. Each in the wrong place is refused (10033, 10034). */
    readonly failure?: string;
}

export function routingResultBody({ conversation, failure, isExternal, routingType, ...given }: RoutingOutcome) {
    return {
        workItemId: workItemId(given.workItemId),
        conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
        routingType,
        success: failure === undefined,
        externallyRouted: isExternal,
        ...(failure === undefined ? {} : { errorMessage: text('failure', failure.trim(), 1_000) })
    };
}
