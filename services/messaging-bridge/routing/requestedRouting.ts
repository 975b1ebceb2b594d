import { storableJson, storableName } from '../delivery/storable.ts';
import type { Interaction, RoutingRequested, RoutingTarget } from '../outbound/outbound.ts';
import type { RoutingType } from '../salesforce/bodies/routingResultBody.ts';
import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';

/** The body of an entry of kind `routing`: whom Salesforce wants to have found. JSON. */
export interface RequestedRouting {
    /** As lanes and links name it. */
    readonly conversation: string;
    /** As the Interaction Service names it. */
    readonly conversationIdentifier: string;
    readonly routingType: RoutingType;
    readonly target: RoutingTarget;
    /** Names this routing towards POST /agentWork. */
    readonly eventId?: string;
    readonly workItemId?: string;
    /** Epoch milliseconds, by Salesforce's clock: the 60 seconds run from here. */
    readonly requestedAt: number;
}

/** The body of an entry of kind `routingEnded`: Salesforce ended a routing that did not succeed. JSON. */
export interface EndedRouting {
    readonly conversation: string;
    readonly conversationIdentifier: string;
    readonly routingType: string;
    /** Unknown, SubmissionError, RoutingError, Cancelled. */
    readonly failureType: string;
}

export const ROUTING = 'routing';
export const ROUTING_ENDED = 'routingEnded';

export const routingLane = (conversation: string): string => `routing:${conversation}`;

export const routingIn = ({ body }: Entry): RequestedRouting => body as RequestedRouting;
export const endedIn = ({ body }: Entry): EndedRouting => body as EndedRouting;

/** What all that is kept of one event says. */
export interface Said {
    readonly conversation: string;
    readonly createdAt: number;
    readonly key: string;
}

const ROUTING_TYPES: readonly string[] = ['Initial', 'Transfer', 'Conference'] satisfies RoutingType[];
const isRoutingType = (type: string): type is RoutingType => ROUTING_TYPES.includes(type);

/** What a RoutingRequested asks to be done; why nobody can act on it. */
export function routingEntry(
    { channelData, conversationIdentifier, routingType, target, workRecordId }: RoutingRequested,
    { conversation, createdAt, key }: Said
): readonly NewEntry[] | { readonly reason: string } {
    if (conversationIdentifier === undefined)
        return { reason: 'conversationIdentifier is absent. Allowed: text that is not empty.' };
    if (!isRoutingType(routingType))
        return { reason: 'routingType is another word. Allowed: Initial, Transfer, Conference.' };
    const body: RequestedRouting = {
        conversation,
        conversationIdentifier,
        routingType,
        target,
        requestedAt: createdAt,
        ...(channelData.eventId === undefined ? {} : { eventId: channelData.eventId }),
        ...(isWorkItem(workRecordId) ? { workItemId: workRecordId } : {})
    };
    return [{ lane: routingLane(conversation), key, kind: ROUTING, body: storableJson(body), createdAt }];
}

/** The id of a messaging session, with 15 characters or 18. */
const isWorkItem = (id: string | undefined): id is string => /^0Mw[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$/.test(id ?? '');

/** What a RoutingResult asks to be done: nothing where the routing succeeded. */
export function routingEndedEntry(
    { conversationIdentifier, entry }: Interaction,
    { conversation, createdAt, key }: Said
): readonly NewEntry[] | { readonly drop: string } {
    if (entry.entryType !== 'RoutingResult' || entry.failureType === 'None' || conversationIdentifier === undefined)
        return { drop: entry.entryType };
    const body: EndedRouting = {
        conversation,
        conversationIdentifier,
        routingType: entry.routingType,
        failureType: storableName(entry.failureType)
    };
    return [{ lane: routingLane(conversation), key, kind: ROUTING_ENDED, body: storableJson(body), createdAt }];
}
