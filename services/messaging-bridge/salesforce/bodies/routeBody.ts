import { text } from './allowed.ts';
import { MOST_CONVERSATION } from './people.ts';
import type { RoutingType } from './routingResultBody.ts';

/** A flow needs the queue for when it finds nobody (10024); both at once are refused (10030). */
export type RouteTarget = { readonly queueId: string } | { readonly flowId: string; readonly fallbackQueueId: string };

export interface Route {
    readonly conversation: string;
    readonly routingType: RoutingType;
    /** Absent: as the messaging channel is set up. */
    readonly to?: RouteTarget;
    /** By the name of the channel's variable. */
    readonly attributes?: Readonly<Record<string, string>>;
}

/** Salesforce looks for a rep. */
export function routeBody({ attributes, conversation, routingType, to }: Route) {
    const routingInfo = {
        ...(to === undefined ? {} : targetOf(to)),
        ...(attributes === undefined ? {} : { routingAttributes: attributes })
    };
    return {
        conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
        routingType,
        ...(Object.keys(routingInfo).length === 0 ? {} : { routingInfo })
    };
}

function targetOf(to: RouteTarget) {
    if ('queueId' in to) return { queueId: text('queueId', to.queueId, 18) };
    return {
        flow: { flowId: text('flowId', to.flowId, 240), queueId: text('fallbackQueueId', to.fallbackQueueId, 18) }
    };
}

export type CancelReason = 'Unknown' | 'Unavailable' | 'Decline' | 'Cancel';

/** Salesforce looks no more. An org that is not ready for a reason refuses it (10076): leave it out then. */
export const cancelRouteBody = (conversation: string, cancelReason?: CancelReason) => ({
    conversationIdentifier: text('conversation', conversation, MOST_CONVERSATION),
    ...(cancelReason === undefined ? {} : { cancelReason })
});
