/** What the agent is doing with one conversation, whatever the vendor. */
export type InteractionState = 'alerting' | 'dialing' | 'connected' | 'held' | 'disconnected';

/** The interaction types of the vendor's attribute table; web messaging arrives as a message. */
export type InteractionType = 'call' | 'callback' | 'outboundDialing' | 'chat' | 'email' | 'message' | 'voicemail';

export type Direction = 'inbound' | 'outbound';

/** A value of participant data as it arrived. */
export type ParticipantValue = string | number | boolean | null;

/**
 * What one message said about an interaction. A field that the message did not carry is absent, never `undefined`,
 * `''` or `0` by guess. Times are ISO 8601 strings as the vendor sent them; durations are seconds.
 */
export interface InteractionFacts {
    readonly state?: InteractionState;
    readonly type?: InteractionType;
    readonly direction?: Direction;
    readonly internal?: boolean;
    readonly connected?: boolean;
    readonly disconnected?: boolean;
    /** True once wrap-up is complete. Disconnected and not done means that wrap-up is open (T20). */
    readonly done?: boolean;
    /** As the vendor sent it, without `tel:`; it may be a name, a SIP address or digits (T13). */
    readonly phone?: string;
    readonly displayAddress?: string;
    readonly ani?: string;
    readonly calledNumber?: string;
    readonly name?: string;
    readonly remoteName?: string;
    readonly queueName?: string;
    readonly recordingState?: string;
    readonly securePause?: boolean;
    readonly startTime?: string;
    readonly connectedTime?: string;
    readonly endTime?: string;
    readonly ivrSeconds?: number;
    readonly acdSeconds?: number;
    readonly durationSeconds?: number;
    readonly wrapUpCode?: string;
    readonly wrapUpSeconds?: number;
    readonly participantId?: string;
    /**
     * Names this agent's part where the vendor's id is that of the part itself, as of a leg of a call: the Task's key is made
     * of it, and not of a connected time that each page would measure by itself. No attribute.
     */
    readonly part?: string;
    /** Email subject, message type and so on: attribute values that a transport knows under their catalogue name. */
    readonly known?: Readonly<Record<string, ParticipantValue>>;
    /** Participant data under the vendor's own keys (T12). */
    readonly participantData?: Readonly<Record<string, ParticipantValue>>;
}

export interface Interaction extends InteractionFacts {
    /** The conversation id. */
    readonly id: string;
    /** 1 the first time this agent has the conversation, 2 when it came back after a transfer, and so on. */
    readonly segment: number;
    /** Rises by one with each change that is visible; equal versions are equal interactions. */
    readonly version: number;
    /** False when it was first seen in the middle, by a message that carried only its id. */
    readonly complete: boolean;
    readonly state: InteractionState;
    readonly type: InteractionType;
    readonly connected: boolean;
    readonly disconnected: boolean;
    readonly done: boolean;
    /** True once it was connected to this agent at any time: only then it gets a Task. */
    readonly handled: boolean;
    readonly transferred?: 'blind' | 'consult';
    /**
     * A consult was begun and nothing told yet that it is over. There is no message for calling it off, so it may be
     * over already.
     */
    readonly consulting?: true;
    /** The phone started anew then, and has not spoken of this interaction since (T19). */
    readonly doubtedSince?: string;
    /** The agent put it away after nothing was heard of it for long. The next message about it brings it back. */
    readonly dismissed?: true;
    /** What the agent typed. */
    readonly notes?: string;
    /** When this page first heard of it, and last heard of it (to within 20 s), ISO 8601. */
    readonly firstSeenAt: string;
    readonly lastSeenAt: string;
}

export type InteractionEvent =
    /** The vendor described the interaction: newly offered, replayed after a reload, changed, ended. */
    | { readonly kind: 'described'; readonly at: string; readonly id: string; readonly facts: InteractionFacts }
    /** Only the id is known (a category without a body). `facts` says what the category alone tells. */
    | { readonly kind: 'mentioned'; readonly at: string; readonly id: string; readonly facts: InteractionFacts }
    | {
          readonly kind: 'transferred';
          readonly at: string;
          readonly id: string;
          readonly transfer: 'blind' | 'consult' | 'consultCompleted';
      }
    /** The phone started anew while this was going on. It tells again what still is; this page waits for that (T19). */
    | { readonly kind: 'phoneStarted'; readonly at: string; readonly id: string }
    /** The agent puts away what is stale. It is not ended: nobody knows that. */
    | { readonly kind: 'dismissed'; readonly at: string; readonly id: string }
    /** It left the agent's client. */
    | { readonly kind: 'left'; readonly at: string; readonly id: string }
    /** The agent typed notes. */
    | { readonly kind: 'noted'; readonly at: string; readonly id: string; readonly notes: string };

/** Plain data, so that it can be stored, compared and copied. Keyed by conversation id. */
export interface Ledger {
    readonly interactions: Readonly<Record<string, Interaction>>;
    /** Conversation ids, oldest first. */
    readonly order: readonly string[];
    /**
     * Segments that ended and whose conversation came back to this agent, oldest first: a wrap-up that arrives late
     * still finds its own segment. They are not shown again.
     */
    readonly earlier: readonly Interaction[];
}

export interface Applied {
    readonly ledger: Ledger;
    /** The interaction after the event; absent when the event was about nothing that is known or can be shown. */
    readonly interaction?: Interaction;
    /** Names of the fields that really changed, by our own comparison (T8); empty for a no-op. `lastSeenAt` alone: still spoken of. */
    readonly changes: readonly string[];
}
