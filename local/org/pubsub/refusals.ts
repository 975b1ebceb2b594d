import { randomUUID } from 'node:crypto';
import { Metadata, status } from '@grpc/grpc-js';
import type { StatusObject } from '@grpc/grpc-js';

/** Salesforce's error strings without their beginning, the gRPC status that goes with each, and what is said. */
const REFUSALS = {
    'service.unavailable': [status.UNAVAILABLE, 'The service is unavailable.'],
    'service.auth.error': [status.UNAUTHENTICATED, 'An authentication exception occurred.'],
    'service.auth.headers.invalid': [status.UNAUTHENTICATED, 'An authentication header is missing or blank.'],
    'topic.validation.empty': [status.INVALID_ARGUMENT, 'The topic name is blank.'],
    'topic.not.found': [status.NOT_FOUND, 'The topic was not found.'],
    'subscription.topic.cannot.subscribe': [status.PERMISSION_DENIED, 'The user cannot subscribe to this topic.'],
    'subscription.fetch.requested.events.invalid': [status.INVALID_ARGUMENT, 'More than 0 events must be requested.'],
    'subscription.fetch.topic.mismatch': [status.INVALID_ARGUMENT, 'The topic is not that of the first request.'],
    'subscription.fetch.replayid.corrupted': [status.INVALID_ARGUMENT, 'The replay id is not valid, or is too old.'],
    'subscription.fetch.replayid.validation.failed': [status.INVALID_ARGUMENT, 'CUSTOM needs a replay id.'],
    'subscription.limit.exceeded': [status.RESOURCE_EXHAUSTED, 'The event delivery allocation is used up.'],
    'subscription.internal.error': [status.INTERNAL, 'An internal error occurred.'],
    'schema.validation.failed': [status.INVALID_ARGUMENT, 'The schema id is blank or unknown.'],
    'publish.event.count.invalid': [status.INVALID_ARGUMENT, 'At least one event must be published.']
} as const;

export type Refusal = keyof typeof REFUSALS;

/** As Salesforce ends a call: status, text with the rpc id, and both trailers. */
export function refusal(error: Refusal, detail?: string): Partial<StatusObject> {
    const [code, text] = REFUSALS[error];
    return withTrailers(code, detail ?? text, `sfdc.platform.eventbus.grpc.${error}`);
}

/** Where an org id is not one of this org, Salesforce names it and sends no string. */
export function otherOrg(organizationId: string): Partial<StatusObject> {
    return withTrailers(status.PERMISSION_DENIED, `Access to the org ${organizationId} is denied.`);
}

function withTrailers(code: status, text: string, error?: string): Partial<StatusObject> {
    const metadata = new Metadata();
    const rpcId = randomUUID();
    if (error !== undefined) metadata.set('error-code', error);
    metadata.set('rpc-id', rpcId);
    return { code, details: `${text} rpcId: ${rpcId}`, metadata };
}
