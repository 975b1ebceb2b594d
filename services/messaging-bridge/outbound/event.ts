import type { Entry } from './entries.ts';
import type { Envelope } from './envelope.ts';
import type { Sender } from './participant.ts';
import type { RoutingRequested } from './routing.ts';

/** How Salesforce wrapped the entry: the current form, the one of Spring '24, and the one before. */
export type Wrapping = 'nested' | 'flat' | 'three-field';

/** Somebody wrote, typed, joined, left, read: one entry of a conversation. */
export interface Interaction extends Envelope {
    readonly kind: 'Interaction';
    readonly wrapping: Wrapping;
    readonly sender: Sender;
    /** When the sender's page made the entry, in milliseconds since 1970, by that computer's clock. */
    readonly clientTimestamp?: number;
    /** When Salesforce wrote the entry down, in milliseconds since 1970. */
    readonly transcriptedTimestamp?: number;
    readonly entry: Entry;
}

/** An event that this bridge does not know, or cannot act on. It is kept and counted, and nothing is done. */
export interface UnknownEvent extends Omit<Envelope, 'conversation'> {
    readonly kind: 'UnknownEvent';
    readonly conversation?: string;
    /** The names that were unknown. Empty: the names are known, and `problems` tells what is missing. */
    readonly unknown: { readonly eventType?: string; readonly entryType?: string };
    /** The event's JSON. Holds what people wrote. */
    readonly raw: unknown;
}

export type OutboundEvent = Interaction | RoutingRequested | UnknownEvent;

export type Decoded =
    { readonly ok: true; readonly event: OutboundEvent } | { readonly ok: false; readonly reason: string };
