import { text, workItemId } from './allowed.ts';
import { MOST_CONVERSATION } from './people.ts';
import type { RoutingType } from './routingResultBody.ts';

/** One of the two; both or none are refused (10013). */
export type Capacity = { readonly weight: number } | { readonly percentage: number };

export interface NewWork {
    /** The rep's user id in Salesforce. */
    readonly userId: string;
    readonly workItemId: string;
    readonly capacity: Capacity;
    readonly conversation: string;
    readonly routingType: RoutingType;
    /** `eventId` of the channel data of the RoutingRequested, or what POST /route gave. */
    readonly routingCorrelationId: string;
}

/** Gives the work to a rep. Throws a RangeError for a capacity that Salesforce refuses (10014, 10015). */
export function agentWorkBody({
    capacity,
    conversation,
    routingCorrelationId,
    routingType,
    userId,
    ...given
}: NewWork) {
    return {
        userId: text('userId', userId, 240),
        workItemId: workItemId(given.workItemId),
        ...capacityOf(capacity),
        routingContext: {
            conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
            routingType,
            routingCorrelationId: text('routingCorrelationId', routingCorrelationId, 240)
        }
    };
}

function capacityOf(capacity: Capacity) {
    if ('weight' in capacity) {
        if (!(Number.isFinite(capacity.weight) && capacity.weight >= 0))
            throw new RangeError(`capacity.weight must be 0 or more; it is ${capacity.weight}`);
        return { capacityWeight: capacity.weight };
    }
    if (!(capacity.percentage >= 0 && capacity.percentage <= 100))
        throw new RangeError(`capacity.percentage must be 0 to 100; it is ${capacity.percentage}`);
    return { capacityPercentage: capacity.percentage };
}

export type WorkStatus = 'Accept' | 'Close' | 'Decline' | 'Cancel';

/** What a rep did with the work, where it is not the rep who says so. `workId` is the agentWorkId of the answer above. */
export const changeWorkBody = (workId: string, status: WorkStatus) => ({
    workId: text('workId', workId, 18),
    contextType: 'Agent' as const,
    status
});
