import type { Interaction } from 'c/interactions';
import type { MergeAnswer, SaveState } from 'c/taskSync';
import type { MappingProblem } from 'c/attributeMapping';
import type {
    AgentPresence,
    CallDetails,
    CommandDetail,
    CommandOutcome,
    PanelCommand,
    TransferTarget,
    TransportDiagnostics,
    Utterance
} from './transport.ts';

/** A transfer target that the admin gave a name (Switchboard_Transfer_Target__mdt). */
export interface NamedTarget extends TransferTarget {
    /** Developer name of the record: stays when the name is edited. */
    readonly key: string;
    readonly name: string;
    readonly pinned: boolean;
}

/** A secure flow that the admin gave a name. */
export interface NamedSecureFlow {
    readonly key: string;
    readonly name: string;
    readonly flowId: string;
}

/** A status that the admin gave a name (Switchboard_Agent_Status__mdt). */
export interface NamedStatus {
    readonly key: string;
    readonly name: string;
    /** What is sent: an id, or a name or constant where the admin has no id. */
    readonly status: string;
}

/** Names that the admin gave, in the admin's order. */
export interface Directory {
    readonly targets: readonly NamedTarget[];
    readonly secureFlows: readonly NamedSecureFlow[];
    readonly statuses: readonly NamedStatus[];
    /** Records that could not be understood: which one, and what to change. */
    readonly problems: readonly { readonly record: string; readonly what: string }[];
    /** `noAccess`: a permission is missing. `unknown`: not answered yet, or the org cannot be asked now. */
    readonly state: 'read' | 'noAccess' | 'unknown';
}

/** A conversation that is over, kept over a reload for a day. */
export interface RecentInteraction {
    /** Conversation and part. */
    readonly key: string;
    readonly type: Interaction['type'];
    readonly direction?: Interaction['direction'];
    readonly outcome: 'handled' | 'missed' | 'notReached';
    readonly name?: string;
    /** To call back; absent where no number is known. */
    readonly number?: string;
    readonly record?: PageRecord;
    /** ISO 8601. */
    readonly endedAt: string;
}

/** The record on the page the agent is on, as far as it can be a Task's Name or Related To. */
export interface PageRecord {
    readonly id: string;
    readonly objectApiName: string;
    readonly name?: string;
    readonly accountName?: string;
    /** Of an account that is a person: the contact that can be a Task's Name. */
    readonly personContactId?: string;
}

/** The two fields of a Task that name other records. `name`: a contact or lead. `relatedTo`: whatever allows activities. */
export type TaskRelation = 'name' | 'relatedTo';

/** The records that one of the two fields could name. */
export interface RelationChoice {
    /** Newest first; seen on the agent's page while the interaction was live, or recognised by number. */
    readonly choices: readonly PageRecord[];
    /** Id of the record that the Task shall name; absent when none. */
    readonly chosen?: string;
    /**
     * `agent`: picked, and never overwritten. `recognised`: by its number, or dialled from it. `phone`: not picked, and
     * the Task of the phone keeps what the phone set.
     */
    readonly by?: 'agent' | 'recognised' | 'phone';
    /** Why no record can be chosen now: the platform takes no Related To beside a lead; the phone keeps its own Task. */
    readonly closed?: 'leadHasNone' | 'phoneWrites';
}

/** One interaction as the agent sees it. */
export interface DeskInteraction {
    readonly interaction: Interaction;
    readonly caller?: PageRecord;
    /** The vendor that writes its Task, where this desk only shows it: then nothing is told of saving. */
    readonly otherWriter?: string;
    readonly save?: SaveState;
    /** Not on a Task, but on Salesforce's own record of the call. */
    readonly savedOn?: 'VoiceCall';
    readonly problems: readonly MappingProblem[];
    /** Commands sent whose effect was not seen yet. */
    readonly awaiting: readonly PanelCommand[];
    /** What was said, oldest first, each once; absent where nothing was transcribed. */
    readonly transcript?: readonly Utterance[];
    /** Who is on the line and what else the vendor tells of it; absent where it tells nothing. */
    readonly details?: CallDetails;
    /** Typed, and not yet in the Task. False where no Task will ever take them: a call that was missed, notes unmapped. */
    readonly notesUnsaved: boolean;
    /** The admin wants it saved only then; absent once that has come. */
    readonly savedAfter?: 'end' | 'wrapUp';
    /** Absent until the interaction is connected, and where it gets no Task. */
    readonly relations?: Readonly<Record<TaskRelation, RelationChoice>>;
}

/** Notes of a call that has no card any more, whose Task was saved without them. Kept for seven days. */
export interface KeptNotes {
    /** Of the Task. */
    readonly key: string;
    readonly notes: string;
    /** ISO 8601: when they were typed. */
    readonly keptAt: string;
    /** Name or number, as far as it is known. */
    readonly caller?: string;
    /** How the Task was saved, and why without the notes. */
    readonly save: SaveState;
}

/** A Task of a call that has no card any more. */
export interface EarlierTask extends SaveState {
    /** Name or number, as far as it is known. */
    readonly caller?: string;
    /** Notes that wait to be saved with it. */
    readonly notes?: string;
}

export interface DeskView {
    readonly version: number;
    /** Without those that the agent put away. */
    readonly interactions: readonly DeskInteraction[];
    readonly setupProblem?: 'noAccessToMapping' | 'noAccessToSettings' | 'offline' | 'sessionExpired' | 'taskRefused';
    /** The permission set to ask for, where one is missing. */
    readonly missingPermission?: string;
    /** Not Tasks are saved, but Salesforce's own records of the calls. */
    readonly savedOn?: 'VoiceCall';
    /** The way by which Tasks, or these records, are written; absent until the org has taken one on this page. */
    readonly savedThrough?: 'graphql' | 'recordApi' | 'phone';
    /** The settings leave Tasks to the phone, and this one writes none: Tasks are written as if the settings said `own`. */
    readonly leftByPhone?: true;
    /** Tasks of calls before a reload that are not saved yet, or were saved with something to tell: fields, doubles. */
    readonly earlier: readonly EarlierTask[];
    /** Newest first. */
    readonly keptNotes: readonly KeptNotes[];
    /** The org's own labels of Task fields, by API name, where it told them; names are shown where it did not. */
    readonly fieldLabels?: Readonly<Record<string, string>>;
    /** The conversation that is selected in the phone. */
    readonly selected?: string;
    /** Absent where the vendor tells nothing of it. */
    readonly agent?: AgentPresence;
    /** The status that was sent and not seen yet. */
    readonly statusAwaited?: string;
    readonly directory: Directory;
    /** Keys of targets that were used on this browser, newest first, at most 5. */
    readonly recentTargets: readonly string[];
    /** Newest first, at most 20. */
    readonly recent: readonly RecentInteraction[];
    /** How many kept values this browser had to give up: too old, or not readable. */
    readonly dropped: { readonly expired: number; readonly unreadable: number };
}

/**
 * Everything that happens between a transport and the screen, without a DOM: ledger, attributes, mapping, Task saving.
 * Closures, so that it can be handed to a component as a property through a membrane.
 */
export interface AgentDesk {
    view(): DeskView;
    onChange(listener: () => void): () => void;
    /** Rejects only with RefusedCommand. */
    command(command: PanelCommand, id: string, detail?: CommandDetail): Promise<CommandOutcome>;
    can(command: PanelCommand, id: string): boolean;
    /** What this phone does for no conversation at all. */
    readonly lacks: readonly PanelCommand[];
    /** Undefined where the vendor has no such thing. */
    setStatus(status: string): Promise<CommandOutcome> | undefined;
    /** The agent is about to call this number from this record: the record is a candidate for the Task's Name. */
    dials(number: string, record: PageRecord | undefined): void;
    /** Kept at once; saved with the Task. */
    note(id: string, notes: string): void;
    /** The agent wants the kept notes with this key to be forgotten. */
    forgetNotes(key: string): void;
    /**
     * The agent moved to another record page (or to none). `alsoOpen`: records of the other tabs of a console, which
     * only can be chosen, and recognise nobody.
     */
    page(record: PageRecord | undefined, alsoOpen?: readonly PageRecord[]): void;
    /** Puts away a conversation that nothing was heard of for long (`quietSince` of c/interactions). The next word of the phone about it brings it back. */
    putAway(id: string): void;
    /** The agent picks Name or Related To of the Task; undefined for none. A pick is never overwritten. */
    relate(id: string, relation: TaskRelation, recordId: string | undefined): void;
    /** The agent wants the doubles of a Task merged into it: of this interaction's, or of an earlier one by its key. */
    merge(id: string): Promise<MergeAnswer>;
    /** True while closing the page would leave values that the org does not have. */
    hasUnsaved(): boolean;
    /**
     * Tries everything that is not saved again, now. On the agent's word: a Task that was deleted is made anew, the one
     * with this key, or all.
     */
    retry(key?: string): void;
    /** The network is back: asks again and tries again what waits, and makes nothing anew. */
    resume(): void;
    diagnostics(): TransportDiagnostics;
    close(): void;
}
