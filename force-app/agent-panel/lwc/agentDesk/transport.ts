import type { Interaction, InteractionEvent } from 'c/interactions';

/** `hold` and `securePause` go to the other state of the two; where the phone tells the state, to the one that is wanted. */
export type PanelCommand =
    | 'pickup'
    | 'hold'
    | 'mute'
    | 'securePause'
    | 'blindTransfer'
    | 'consultTransfer'
    | 'concludeTransfer'
    | 'secureSession'
    /** Everybody on the line talks with everybody. */
    | 'conference'
    /** Who is on hold and who is talked to change places. */
    | 'swap'
    | 'disconnect';

/** Whom a conversation is passed to. */
export interface TransferTarget {
    /** `phone`: a number, left as it is written. `flow`: an Architect flow's name or id. */
    readonly kind: 'user' | 'queue' | 'phone' | 'flow';
    /** The id of a user or queue, a phone number, a flow's name or id. */
    readonly address: string;
}

/** A customer handed to a secure flow. */
export interface SecureFlow {
    readonly flowId: string;
    /** For the flow; holds no card or other secure data. A likely card number is refused. */
    readonly data: string;
    /** Ends the agent's part once the flow has begun. */
    readonly disconnect: boolean;
    /** The agent says that what looks like a card number is none. */
    readonly noCard?: boolean;
}

/** What a command needs beside the conversation. */
export interface CommandDetail {
    /** For the two transfers. */
    readonly to?: TransferTarget;
    /** For secureSession. */
    readonly secureFlow?: SecureFlow;
}

/** What happened to a command: there is no acknowledgement on some channels, so never `failed` by guess (T16). */
export type CommandOutcome = 'confirmed' | 'unconfirmed';

/** A command was not sent, because the phone would not understand it. */
export interface RefusedCommand {
    readonly name: 'RefusedCommand';
    /** What was wrong, for the words that the agent reads. */
    readonly reason: 'noTarget' | 'badTarget' | 'noFlow' | 'likelyCardNumber' | 'notTheActiveCall' | 'other';
}

/** A vendor's side of the panel. Closures, so that it survives a membrane. */
export interface Transport {
    readonly vendor: string;
    events(listener: (event: InteractionEvent) => void): () => void;
    /**
     * Rejects only with RefusedCommand, for an argument that the phone would not understand: then nothing was sent.
     */
    readonly commands: Readonly<Record<PanelCommand, (id: string, detail?: CommandDetail) => Promise<CommandOutcome>>>;
    /** Whether it makes sense for this conversation's medium and state, and the phone can do it. */
    can(command: PanelCommand, interaction: Interaction): boolean;
    /** What `can` is true of for no conversation at all: the panel does not speak of it. */
    readonly lacks?: readonly PanelCommand[];
    /** What the vendor tells beside the conversations; left out where it tells nothing. */
    readonly agent?: AgentPresencePort;
    /** Which conversation the agent looks at in the phone; undefined when none, or nobody told. */
    onSelection?(listener: (id: string | undefined) => void): () => void;
    onUtterance?(listener: (id: string, utterances: readonly Utterance[]) => void): () => void;
    /** What is known of a conversation beside what goes to its Task; left out where the vendor tells nothing of it. */
    readonly details?: CallDetailsPort;
    /** Counts for diagnostics: what came, what was not understood (no payloads). */
    diagnostics(): TransportDiagnostics;
    onDiagnostics(listener: () => void): () => void;
}

export interface TransportDiagnostics {
    readonly received: number;
    readonly unknown: number;
    /** Newest last, at most 20: why a message was not understood; holds no payload. */
    readonly reasons: readonly string[];
}

/** The agent's own state, as far as the phone told it since this page began to listen. */
export interface AgentPresence {
    /** The vendor's word, such as `ON_QUEUE`. */
    readonly status?: string;
    readonly statusId?: string;
    /** Free text below the status. */
    readonly subStatus?: string;
    /** Whether calls are offered, such as `IDLE`, `OFF_QUEUE`. */
    readonly routingStatus?: string;
}

export interface AgentPresencePort {
    read(): AgentPresence;
    onChange(listener: () => void): () => void;
    /** By id, name or constant, as the admin wrote it. Rejects only with RefusedCommand, for an empty one. */
    setStatus(status: string): Promise<CommandOutcome>;
}

/** One thing that was said. */
export interface Utterance {
    /** The same for the same words of a conversation, however often they are told. */
    readonly id: string;
    /** Absent where the phone did not tell who spoke. */
    readonly speaker?: 'customer' | 'agent';
    readonly text: string;
    /** ISO 8601. */
    readonly at: string;
}

/** Somebody on the line beside the agent. */
export interface CallParticipant {
    /** A number, or a name, as it was told. */
    readonly name: string;
    /** Absent while nobody knows it. */
    readonly held?: boolean;
}

/** A note, or a call for help, that was sent beside the conversation. */
export interface SideMessage {
    readonly id: string;
    readonly kind: 'note' | 'flagRaised' | 'flagLowered';
    readonly from: 'agent' | 'supervisor' | 'unknown';
    readonly name?: string;
    readonly text?: string;
    /** ISO 8601. */
    readonly at: string;
}

/** How good the line is, and by which figures: milliseconds, and percent of what was sent. */
export interface LineQuality {
    readonly word: 'good' | 'fair' | 'poor';
    readonly lossPercent?: number;
    readonly jitterMs?: number;
    readonly roundTripMs?: number;
}

/** What was never told is absent. */
export interface CallDetails {
    /** The customer first. */
    readonly participants: readonly CallParticipant[];
    readonly muted?: boolean;
    readonly recordingPaused?: boolean;
    readonly flagRaised?: boolean;
    /** Oldest first, each once. */
    readonly messages: readonly SideMessage[];
    readonly line?: LineQuality;
}

export interface CallDetailsPort {
    /** The same object until something of it changes; undefined for a call that nothing was told of. */
    of(id: string): CallDetails | undefined;
    onChange(listener: () => void): () => void;
}
