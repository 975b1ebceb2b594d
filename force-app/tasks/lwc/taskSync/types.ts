import type { Attributes } from 'c/interactionAttributes';
import type { FieldValue, TaskPatch } from 'c/attributeMapping';

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

/** When values are written: at each step of an interaction, once it is over, or once it is wrapped up. */
export type WriteMoment = 'eachStep' | 'end' | 'wrapUp';

export interface TaskSyncSettings {
    readonly mode: WriteMode;
    readonly when: WriteMoment;
    /** Whether an interaction that was never connected to the agent gets a Task too. */
    readonly logMissed: boolean;
    /** How long changes are collected before a write. */
    readonly coalesceMs: number;
    /** Follow mode: how long after the disconnect to wait for the phone's Task before creating one. */
    readonly followSeconds: number;
}

/** `unknown` until the org has answered; `offline` or `sessionExpired` while it cannot be asked; `noAccess` when this user may not read them: then nothing is written by guess. */
export type KnownSettings = TaskSyncSettings | 'unknown' | 'offline' | 'sessionExpired' | 'noAccess';

/** The agent's own word about a field. Of two the later one counts, also where both say the same. */
export interface PickedValue {
    readonly value: FieldValue;
    /** Epoch milliseconds. */
    readonly at: number;
}

/** What a Task shall say. Given again and again; only what changed is written. */
export interface Submission {
    readonly attributes: Attributes;
    /** Mapped fields. `undefined` while the mapping cannot be read: the attributes wait. */
    readonly patch: TaskPatch | undefined;
    /** Fields of the patch that are written only while the Task has none. */
    readonly onlyWhenEmpty?: readonly string[];
    /** Fields of the patch that a built-in rule fills: on the phone's own Task, what the phone or a person wrote there stands. */
    readonly yielding?: readonly string[];
    /** Name and Related To as the agent picked them: written in every mode, whoever made the Task, and never overwritten by a rule. */
    readonly picked?: Readonly<Record<string, PickedValue>>;
    /** Fields that the mapping could not fill as the admin wants, for the list of unsaved fields on the Task. */
    readonly notMapped?: readonly UnsavedField[];
    /** The default fields, written when we create the Task (and kept up in own mode). */
    readonly defaults: TaskPatch;
    readonly interactionType: string;
    /** `milestone`: write soon (connected, disconnected, wrapped up, notes after the call). `detail`: with the next milestone. */
    readonly urgency: 'milestone' | 'detail';
    /** True for values kept from an earlier page: no news that the call is live. */
    readonly kept?: boolean;
    /** ISO 8601, once disconnected: starts the follow mode's patience. */
    readonly disconnectedAt?: string;
    /** True once nothing more is expected of the agent: wrapped up, or gone without. */
    readonly wrappedUp?: boolean;
    /** The vendor that tells it, while nobody knows whether that one writes: it is kept, and saved once `writes` says so. */
    readonly undecided?: string;
}

export interface UnsavedField {
    readonly field: string;
    /**
     * `forbidden`: this user may not write it. `unknown`: the org has no such field. `refused`: the org did not take the
     * value. `edited`: somebody else changed it since our last write, so it is left alone. `notMapped`: the mapping gave
     * no value that fits.
     */
    readonly code: 'forbidden' | 'unknown' | 'refused' | 'edited' | 'notMapped';
    /** The platform's own code, e.g. STRING_TOO_LONG, or the mapping's, e.g. notInPicklist. */
    readonly reason?: string;
}

export type SaveFailure =
    | 'offline'
    | 'sessionExpired'
    /** No answer in time, or too many requests. Tried again by itself. */
    | 'busy'
    /** Somebody else is saving the same record. Tried again by itself. */
    | 'rowLocked'
    /** A rule of the org refuses the Task as a whole; `detail` is what the admin wrote for the agent. */
    | 'validationRule'
    /** The org wants a field that nobody filled. */
    | 'requiredField'
    | 'duplicateRule'
    /** The Task was deleted. What came later is kept, and no other Task is made unless the agent asks for it. */
    | 'taskDeleted'
    /** Salesforce's own record of the call cannot be found, long after the call has ended. Tried again by itself. */
    | 'noCallRecord'
    /** This user may not change the Task, or may not make Tasks; or may not change Voice Calls. */
    | 'noAccessToTask'
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
    /** Fields that the mapping could not fill when the Task was saved last. */
    readonly notMapped?: readonly UnsavedField[];
    readonly failure?: SaveFailure;
    /** The platform's message, for diagnostics and the admin; never shown first. */
    readonly detail?: string;
    /** True while the same Task still has changes that wait for the next milestone. */
    readonly pending: boolean;
    readonly writes: number;
    /** Other Tasks that were found for the same handling; the agent may merge them into `taskId`. */
    readonly doubles?: readonly string[];
    /** Why the doubles could not be merged the last time, where this user has not the right to; `detail` is what the org said. */
    readonly notMerged?: NotMerged;
    /** We made the Task, so that its default fields are ours. */
    readonly ours?: boolean;
}

export interface SaveRequest {
    readonly attributes: Attributes;
    readonly patch: TaskPatch;
    readonly onlyWhenEmpty: readonly string[];
    readonly yielding?: readonly string[];
    readonly defaults: TaskPatch;
    /** False while the phone's own Task is awaited. */
    readonly mayCreate: boolean;
    /** True for a Task that we made; on the phone's own Task its values stand. */
    readonly keepDefaults: boolean;
    readonly taskId?: string;
    /** Fields of the patch that the agent picked: written whatever the Task says, unless they were changed after the pick. */
    readonly picked?: readonly string[];
    /** Named before and not part of this request, and what the mapping could not fill: for the list on the Task. */
    readonly alsoUnsaved?: readonly UnsavedField[];
    readonly neighbours?: Neighbours;
    readonly written?: WrittenBefore;
    /** False once another tab took over. Asked after each look and right before each change of the org. */
    readonly isMine?: () => boolean;
}

/** What else this user's pages know of the conversation: whose the other Tasks are. */
export interface Neighbours {
    /** Ids of Tasks that belong to other handlings. */
    readonly taken: readonly string[];
    /** ISO 8601: the agent's next handling of the conversation began then, so that later Tasks are not this one's. */
    readonly before?: string;
    /** ISO 8601: the next handling began then and has no Task yet, so that what was made since may be its own and is no double. */
    readonly awaitedSince?: string;
    /** ISO 8601, once this handling is over. */
    readonly endedAt?: string;
}

/** Tells a person's edit of a Task from what this user's pages wrote. Values are compared as Salesforce keeps them. */
export interface WrittenBefore {
    /**
     * The Task was found and says this: what a field says when it is seen first is nobody's edit. With our key it is one
     * that we made, even if no page lived to hear so: what it was made with is what it said first.
     */
    found(taskId: string, present: Readonly<Record<string, FieldValue | undefined>>, hasOurKey?: boolean): void;
    /**
     * True when somebody else changed the field since our last write, or since it was seen first; a field that yields is
     * theirs from the start. A field that the agent picked is theirs only once that pick, or a later one, was saved.
     */
    isEdited(field: string, present: FieldValue | undefined, yields: boolean): boolean;
    /** These are about to be sent; `makes`: as a new Task. Kept in the browser first, so that a lost answer is known for ours. */
    sends(values: TaskPatch, how?: 'makes'): void;
    /** The org made this of what we sent, on a Task that nobody else has touched: a flow's change is ours too. */
    became(values: TaskPatch): void;
    /** The Task is there: ours, also where the rest of what it is to say fails, or no page lives to hear. */
    made(taskId: string): void;
    /** True when the Task was given the value, and nothing else was sent for the field since: for an org that tells nothing. */
    isLast(field: string, value: FieldValue): boolean;
    /** True when this browser's pages ever wanted a value for the field, or named it as one that the mapping could not fill. */
    knows(field: string): boolean;
}

export interface SaveResult {
    /** `notOurs`: nothing was saved, because the Task that was known carries the key of another handling. */
    readonly outcome: 'saved' | 'handedToPhone' | 'noTaskYet' | 'notOurs';
    readonly taskId?: string;
    /** True when this save changed the org. */
    readonly wrote: boolean;
    /** True when this save made the Task: then nobody else keeps its default fields up. */
    readonly created?: boolean;
    readonly unsaved: readonly UnsavedField[];
    /** The org's own text about fields that it refused while it saved the others. */
    readonly detail?: string;
    /** Other Tasks of this handling, where the look-up could tell. */
    readonly doubles?: readonly string[];
}

/**
 * What this user may not do. `mayNotDelete`: what the doubles say is on the Task that stays by then, and they are there
 * still. `mayNotChange`: the Task that stays is as it was.
 */
export type NotMerged = 'mayNotChange' | 'mayNotDelete';

export interface MergeResult {
    /** The Task that stays. */
    readonly taskId: string;
    /** False when the org refused any of it. */
    readonly merged: boolean;
    readonly refused?: NotMerged;
    /** The org's own text about what it refused. */
    readonly detail?: string;
}

/** What became of doubles that the agent wanted merged; `deleted`: somebody has deleted all of them, and the agent is told. */
export type MergeAnswer = 'merged' | 'notMerged' | 'deleted';

/** The port to wherever Tasks live. Throws SaveError. */
export interface TaskWriter {
    save(key: TaskKey, request: SaveRequest): Promise<SaveResult>;
    /** Ids of other Tasks of this handling. Changes nothing. */
    doublesOf?(key: TaskKey, request: Pick<SaveRequest, 'taskId' | 'neighbours'>): Promise<readonly string[]>;
    /** Fills what is empty on the Task that stays from its doubles, then deletes these. Throws `taskDeleted` where none is there. */
    merge?(key: TaskKey, request: Pick<SaveRequest, 'taskId' | 'neighbours' | 'isMine'>): Promise<MergeResult>;
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
    /** Holds the name until `over`, as soon as nobody else does. */
    hold(name: string, over: Promise<void>): Promise<void>;
    /** Takes the name from its holder, who may be a tab that the browser has put to sleep. Absent where nobody can. */
    steal?<T>(name: string, run: () => Promise<T>): Promise<T>;
}

/** Values kept in the browser that were given up. */
export interface Dropped {
    /** Older than seven days. */
    readonly expired: number;
    readonly unreadable: number;
}

export interface TaskSyncOptions {
    readonly writer: TaskWriter;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly locks: Locks;
    readonly settings: () => KnownSettings;
    /** Whether what this vendor told is saved; undefined while that is not known. Left out where nothing is ever undecided. */
    readonly writes?: (vendor: string) => boolean | undefined;
    /** About to save what was kept unmapped: a page that can read the mapping submits it mapped. */
    readonly mapKept?: (key: TaskKey) => void;
    /** Names the org; with the user it names the values kept in the browser. */
    readonly org: string;
    readonly userId: string;
}

export interface TaskSync {
    submit(key: TaskKey, submission: Submission): void;
    /** Another vendor writes this Task: what is kept undecided of it is given up, and nothing is told of it any more. */
    leave(key: TaskKey): void;
    /** True when some tab of this user has saved the Task in the last day, or is to save it whatever the vendor. */
    begun(key: TaskKey): boolean;
    state(key: TaskKey): SaveState | undefined;
    states(): SaveState[];
    onChange(listener: () => void): () => void;
    /** Takes up what an earlier page of this user left unsaved. */
    recover(): void;
    /** Kept attributes that could not be mapped when they came, of all Tasks or one; submit them again once they can. */
    unmapped(key?: TaskKey): { key: TaskKey; attributes: Attributes; interactionType: string }[];
    /** The key with this id, of a Task that some tab of this user has values for, or saved in the last day. */
    keyNamed(id: string): TaskKey | undefined;
    /**
     * Tries everything that is not saved, now. A deleted Task is made anew then, only on the agent's word: the one whose
     * key id is given, or all.
     */
    retry(only?: string): void;
    /** Tries everything that is not saved, now, but for deleted Tasks: the network is back, or the org has answered. */
    resume(): void;
    /**
     * Brings what the doubles of a Task say into it, then deletes them. Only on the agent's word. `notMerged` when the org
     * refused any of it; then nothing was deleted that is not in the kept Task.
     */
    merge(key: Pick<TaskKey, 'id'>): Promise<MergeAnswer>;
    /** True while closing the page would leave values that the org does not have; those of a deleted Task have no place there. */
    hasUnsaved(): boolean;
    dropped(): Dropped;
    close(): void;
}
