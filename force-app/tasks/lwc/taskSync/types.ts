import type { Attributes } from 'c/interactionAttributes';
import type { TaskPatch } from 'c/attributeMapping';

/** Which Task: one for each time an agent handles a conversation. */
export interface TaskKey {
    /** Unique; what is kept in SwitchboardKey__c. Conversation + user + connected time. */
    readonly id: string;
    readonly conversationId: string;
    readonly userId: string;
    /** ISO 8601 with milliseconds. */
    readonly connectedTime: string;
}

export type WriteMode = 'follow' | 'own' | 'phone';

export interface TaskSyncSettings {
    readonly mode: WriteMode;
    /** How long changes are collected before a write. */
    readonly coalesceMs: number;
    /** Follow mode: how long after the disconnect to wait for the phone's Task before creating one. */
    readonly followSeconds: number;
}

/** `unknown` until the org has answered; `offline` or `sessionExpired` while it cannot be asked; `noAccess` when this user may not read them: then nothing is written by guess. */
export type KnownSettings = TaskSyncSettings | 'unknown' | 'offline' | 'sessionExpired' | 'noAccess';

/** What a Task shall say. Given again and again; only what changed is written. */
export interface Submission {
    readonly attributes: Attributes;
    /** Mapped fields. `undefined` while the mapping cannot be read: the attributes wait. */
    readonly patch: TaskPatch | undefined;
    /** Fields of the patch that are written only while the Task has none. */
    readonly onlyWhenEmpty?: readonly string[];
    /** The default fields, written when we create the Task (and kept up in own mode). */
    readonly defaults: TaskPatch;
    readonly interactionType: string;
    /** `milestone`: write soon (connected, disconnected, wrapped up, notes after the call). `detail`: with the next milestone. */
    readonly urgency: 'milestone' | 'detail';
    /** True for values kept from an earlier page: no news that the call is live. */
    readonly kept?: boolean;
    /** ISO 8601, once disconnected: starts the follow mode's patience. */
    readonly disconnectedAt?: string;
}

export interface UnsavedField {
    readonly field: string;
    readonly code: 'forbidden' | 'unknown' | 'refused';
    /** The platform's own code, e.g. STRING_TOO_LONG. */
    readonly reason?: string;
}

export type SaveFailure =
    | 'offline'
    | 'sessionExpired'
    | 'busy'
    | 'refused'
    | 'noAccessToMapping'
    | 'noAccessToSettings'
    | 'storageFull'
    | 'orgRefusesTask';

/** What the agent is told. Versioned, so that it is compared by number. */
export interface SaveState {
    readonly version: number;
    readonly key: string;
    readonly phase: 'waiting' | 'waitingForPhone' | 'saving' | 'saved' | 'handedToPhone' | 'notSaved';
    readonly taskId?: string;
    readonly unsaved: readonly UnsavedField[];
    readonly failure?: SaveFailure;
    /** The platform's message, for diagnostics and the admin; never shown first. */
    readonly detail?: string;
    /** True while the same Task still has changes that wait for the next milestone. */
    readonly pending: boolean;
    readonly writes: number;
}

export interface SaveRequest {
    readonly attributes: Attributes;
    readonly patch: TaskPatch;
    readonly onlyWhenEmpty: readonly string[];
    readonly defaults: TaskPatch;
    /** False while the phone's own Task is awaited. */
    readonly mayCreate: boolean;
    /** True for a Task that we made; on the phone's own Task its values stand. */
    readonly keepDefaults: boolean;
    readonly taskId?: string;
}

export interface SaveResult {
    readonly outcome: 'saved' | 'handedToPhone' | 'noTaskYet';
    readonly taskId?: string;
    /** True when this save changed the org. */
    readonly wrote: boolean;
    /** True when this save made the Task: then nobody else keeps its default fields up. */
    readonly created?: boolean;
    readonly unsaved: readonly UnsavedField[];
}

/** The port to wherever Tasks live. Throws SaveError. */
export interface TaskWriter {
    save(key: TaskKey, request: SaveRequest): Promise<SaveResult>;
}

export interface Clock {
    now(): number;
    /** Returns a function that cancels. */
    after(ms: number, run: () => void): () => void;
}

/** localStorage's shape; may throw. */
export interface Storage {
    keys(): string[];
    get(key: string): string | null;
    set(key: string, value: string): void;
    remove(key: string): void;
}

export interface Locks {
    /** Runs while holding the name; answers undefined when somebody else holds it. */
    ifFree<T>(name: string, run: () => Promise<T>): Promise<T | undefined>;
}

export interface TaskSyncOptions {
    readonly writer: TaskWriter;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly locks: Locks;
    readonly settings: () => KnownSettings;
    /** Names the org; with the user it names the values kept in the browser. */
    readonly org: string;
    readonly userId: string;
}

export interface TaskSync {
    submit(key: TaskKey, submission: Submission): void;
    state(key: TaskKey): SaveState | undefined;
    states(): SaveState[];
    onChange(listener: () => void): () => void;
    /** Takes up what an earlier page of this user left unsaved. */
    recover(): void;
    /** Kept attributes that could not be mapped when they came; submit them again once they can. */
    unmapped(): { key: TaskKey; attributes: Attributes; interactionType: string }[];
    /** Tries everything that is not saved, now. */
    retry(): void;
    close(): void;
}
