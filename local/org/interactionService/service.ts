import type { Faults } from './faults.ts';
import type { AttachedFile, FlowAnswer, OutboundEvent, UploadOutcome } from './org.ts';
import type { Channel, Conversation, Rep } from './state.ts';
import type { App } from './tokens.ts';

export interface InteractionServiceOptions {
    /** With 15 or 18 characters. */
    readonly organizationId: string;
    readonly channels: readonly Channel[];
    readonly apps: readonly App[];
    readonly reps?: readonly Rep[];
    readonly queues?: readonly string[];
    /** What each flow answers; one that is not named here falls back to its queue. */
    readonly flows?: Readonly<Record<string, FlowAnswer>>;
    /** Gets what the service tells by platform event, after the answer of the call. */
    readonly publish?: (event: OutboundEvent) => void;
    readonly now?: () => number;
    readonly rules?: Partial<ServiceRules>;
    /** 0 for any. */
    readonly port?: number;
}

export interface ServiceRules {
    /** How long a token is taken; two hours. */
    readonly tokenMs: number;
    /** What an assertion may be meant for. */
    readonly audiences: readonly string[];
    /** How long an upload takes. */
    readonly uploadMs: number;
    readonly uploadOutcome: (file: { readonly name: string; readonly mimeType: string }) => UploadOutcome;
    /** Whether an interaction with the same id is taken once. Salesforce does not say that it does: off. */
    readonly knowsInteractionsAgain: boolean;
}

/** A call that was accepted. */
export interface Accepted {
    readonly at: number;
    /** `POST /route` */
    readonly call: string;
    readonly channel: string;
    readonly requestId: string;
    readonly body: unknown;
    readonly file?: AttachedFile;
    readonly answer: object;
}

export interface InteractionService {
    /** Of both: the login, and `/api/v1`. */
    readonly url: string;
    readonly port: number;
    readonly faults: Faults;
    /** Everything that was accepted, in its order; also where the answer was lost; not what it knew again. */
    readonly accepted: readonly Accepted[];
    /** `POST /route 10030`, in their order. */
    readonly refused: readonly string[];
    readonly conversations: readonly Conversation[];
    isToken(accessToken: string): boolean;
    revokeTokens(): void;
    close(): Promise<void>;
}
