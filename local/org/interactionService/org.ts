import { Refusal } from './refusal.ts';
import type { Members } from './members.ts';
import { text } from './members.ts';
import type { Channel, Conversation, Rep, State } from './state.ts';

/** What a flow answers: whom it found, or why nobody. */
export type FlowAnswer =
    { readonly userId: string } | { readonly queueId: string } | { readonly reasonForNotRouting: string };

/** What becomes of a file that was accepted. */
export type UploadOutcome =
    | 'completed'
    | 'pending'
    | 'StorageLimitExceeded'
    | 'AttachmentTooLarge'
    | 'AttachmentNotFound'
    | 'AttachmentUploadNotEnabled'
    | 'AttachmentUploadNotAllowed'
    | 'InternalServerError';

/** One platform event of the channel, before it is put into its fields. */
export interface OutboundEvent {
    readonly eventType: 'Interaction' | 'RoutingRequested';
    readonly payload: object;
}

/** What a call sees of the org. */
export interface Org {
    readonly state: State;
    readonly channels: readonly Channel[];
    readonly reps: readonly Rep[];
    readonly queues: readonly string[];
    readonly flows: Readonly<Record<string, FlowAnswer>>;
    now(): number;
    /** After the answer. */
    publishLater(event: OutboundEvent): void;
    uploadOutcome(file: { readonly name: string; readonly mimeType: string }): UploadOutcome;
    /** Off: Salesforce does not say that it knows an interaction again. */
    readonly knowsInteractionsAgain: boolean;
    readonly seenInteractions: Set<string>;
}

export interface Asked {
    readonly body: unknown;
    /** Of a multipart body. */
    readonly files: readonly AttachedFile[];
    readonly channel: Channel;
}

export interface AttachedFile {
    readonly name: string;
    readonly mimeType: string;
    readonly bytes: Uint8Array;
}

export interface Answered {
    readonly status: 200 | 202;
    readonly body: object;
    /** It was taken before. */
    readonly isKnown?: true;
}

export type Call = (org: Org, asked: Asked) => Answered;

export const sameId = (one: string, other: string): boolean => one.slice(0, 15) === other.slice(0, 15);

export function channelAddressOf(
    org: Org,
    channel: Channel,
    given: Members,
    name: string,
    code: 10027 | 10089
): string {
    const address = text(given, name, code, 240);
    const owner = org.channels.find(({ addresses }) => addresses.includes(address));
    if (owner === undefined) throw new Refusal(10017);
    if (owner !== channel) throw new Refusal(10001);
    if (channel.inactive?.includes(address)) throw new Refusal(10031);
    return address;
}

export function conversationOf({ state }: Org, channel: Channel, given: Members): Conversation {
    const found = state.byId(text(given, 'conversationIdentifier', 10018, 240));
    if (found === undefined || !channel.addresses.includes(found.channelAddress)) throw new Refusal(10018);
    return found;
}

/** Only the partner of a channel that routes for itself asks for this. Which code Salesforce gives is not published. */
export function mustRoute({ routingOwner }: Channel): void {
    if (routingOwner !== 'Partner') throw new Refusal(10005, 'routing is owned by Salesforce');
}

/** The session of a work item with exactly 15 characters, and its conversation. */
export function workItemOf({ state }: Org, channel: Channel, given: Members) {
    const workItemId = text(given, 'workItemId', 10012);
    if (!/^0Mw[0-9A-Za-z]{12}$/.test(workItemId)) throw new Refusal(10012);
    const found = state.workItem(workItemId);
    if (found === undefined || found.session.status === 'Ended') throw new Refusal(15111);
    if (!channel.addresses.includes(found.conversation.channelAddress)) throw new Refusal(10005);
    return found;
}

export const ROUTING_TYPES = ['Initial', 'Transfer', 'Conference'] as const;
