import type { Entry } from './entries.ts';
import type { Problem } from './problem.ts';
import type { RoutingRequested } from './routing.ts';

/** Who takes part, in Salesforce's words. All of them are kept as they come: there are more than are documented. */
export interface Participant {
    /** A user's id for a rep; for a customer what the channel calls them, which may be a phone number. */
    readonly subject?: string;
    /** EndUser, Chatbot, Agent, Supervisor, System, Router. */
    readonly role?: string;
    /** custom, agent, chatbot, conversation, live_message, iamessage. */
    readonly appType?: string;
}

export interface Sender extends Participant {
    readonly name?: string;
}

/** How Salesforce wrapped the entry: the current form, the one of Spring '24, and the one before. */
export type Wrapping = 'nested' | 'flat' | 'three-field';

/** What every event tells, whatever it is about. */
export interface Envelope {
    /** What tells a repetition: the entry's identifier, or the routing's event id. Absent: use the id of the event. */
    readonly key?: string;
    /**
     * The conversation that this belongs to; order holds within it. The conversation's identifier; where there is
     * none, the channel address with a digest of the recipient, so that no name or number stands in it.
     */
    readonly conversation: string;
    /** What the Interaction Service calls the conversation; the older wrappings do not tell it. */
    readonly conversationIdentifier?: string;
    readonly channelAddress?: string;
    readonly recipient?: Participant;
    /** When Salesforce published the event, in milliseconds since 1970. */
    readonly createdAt?: number;
    /** What is not as documented, though the event could be kept. */
    readonly problems: readonly Problem[];
}

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
