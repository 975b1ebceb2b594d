import { randomUUID } from 'node:crypto';
import type { Conversation, TextMessage } from './conversation.ts';

export interface Meeting {
    readonly id: string;
    readonly ephemeral: boolean;
    readonly conferenceId?: string;
    /** In milliseconds since 1970. */
    readonly expiresAt: number;
}

/** What reached somebody outside: a test counts these. */
export interface Delivery {
    readonly by: 'email' | 'message' | 'social' | 'fax';
    readonly to: readonly string[];
    readonly conversationId?: string;
    readonly text?: string;
    readonly subject?: string;
    readonly mediaIds?: readonly string[];
    readonly attachments?: readonly string[];
    readonly agentless: boolean;
    /** ISO 8601. */
    readonly time: string;
}

export interface Typing {
    readonly conversationId: string;
    readonly by: 'agent' | 'customer';
    readonly type: string;
    /** Epoch milliseconds. */
    readonly at: number;
}

/** A file on its way: where the bytes go, and what has become of them. */
export interface Upload {
    readonly id: string;
    readonly kind: 'media' | 'fax';
    readonly name: string;
    /** With a signature: who knows it may put the bytes, for some minutes. */
    readonly path: string;
    /** To be sent along. */
    readonly headers: Readonly<Record<string, string>>;
    readonly expectedBytes?: number;
    readonly expectedMd5?: string;
    readonly conversationId?: string;
    readonly communicationId?: string;
    /** Of a fax, where it goes once the bytes are there. */
    readonly faxNumbers?: readonly string[];
    /** In milliseconds since 1970. */
    readonly expiresAt: number;
    status: 'uploading' | 'valid' | 'invalid';
    bytes?: number;
    mediaType?: string;
    content?: Uint8Array;
}

/** All that changes while the local Platform API runs. */
export interface State {
    readonly conversations: Conversation[];
    readonly messages: TextMessage[];
    readonly uploads: Upload[];
    readonly meetings: Meeting[];
    readonly deliveries: Delivery[];
    readonly typing: Typing[];
}

export interface Centre {
    readonly state: State;
    /** Milliseconds since 1970. */
    now(): number;
    /** ISO 8601. */
    time(): string;
    newId(): string;
    /** Says that something about a conversation is new; or that somebody types there, of which nothing stays. */
    changed(conversationId: string, typing?: Typing): void;
    /** Tells the listener of each change from now on. */
    onChanged(listener: Centre['changed']): void;
}

export const emptyState = (): State => ({
    conversations: [],
    messages: [],
    uploads: [],
    meetings: [],
    deliveries: [],
    typing: []
});

export function createCentre(now: () => number): Centre {
    const listeners: Centre['changed'][] = [];
    return {
        state: emptyState(),
        now,
        time: () => new Date(now()).toISOString(),
        newId: () => randomUUID(),
        changed: (conversationId, typing) => listeners.forEach((listener) => listener(conversationId, typing)),
        onChanged: (listener) => void listeners.push(listener)
    };
}
