import type { Interaction, InteractionEvent } from 'c/interactions';
import type { SaveState } from 'c/taskSync';
import type { MappingProblem } from 'c/attributeMapping';

export type PanelCommand = 'pickup' | 'hold' | 'mute' | 'securePause' | 'disconnect';

/** What happened to a command: there is no acknowledgement on some channels, so never `failed` by guess (T16). */
export type CommandOutcome = 'confirmed' | 'unconfirmed';

/** A vendor's side of the panel. Closures, so that it survives a membrane. */
export interface Transport {
    readonly vendor: string;
    events(listener: (event: InteractionEvent) => void): () => void;
    readonly commands: Readonly<Record<PanelCommand, (id: string) => Promise<CommandOutcome>>>;
    can(command: PanelCommand, interaction: Interaction): boolean;
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

/** The record on the page the agent is on, as far as it can be a Task's Name or Related To. */
export interface PageRecord {
    readonly id: string;
    readonly objectApiName: string;
    readonly name?: string;
    readonly accountName?: string;
}

/** One interaction as the agent sees it. */
export interface DeskInteraction {
    readonly interaction: Interaction;
    readonly caller?: PageRecord;
    readonly save?: SaveState;
    readonly problems: readonly MappingProblem[];
    /** Commands sent whose effect was not seen yet. */
    readonly awaiting: readonly PanelCommand[];
}

export interface DeskView {
    readonly version: number;
    readonly interactions: readonly DeskInteraction[];
    readonly setupProblem?: 'noAccessToMapping' | 'noAccessToSettings' | 'offline' | 'sessionExpired' | 'taskRefused';
    /** The permission set to ask for, where one is missing. */
    readonly missingPermission?: string;
    /** Tasks of earlier calls that are not saved yet (after a reload). */
    readonly earlier: readonly SaveState[];
    /** The org's own labels of Task fields, by API name, where it told them; names are shown where it did not. */
    readonly fieldLabels?: Readonly<Record<string, string>>;
}

/**
 * Everything that happens between a transport and the screen, without a DOM: ledger, attributes, mapping, Task saving.
 * Closures, so that it can be handed to a component as a property through a membrane.
 */
export interface AgentDesk {
    view(): DeskView;
    onChange(listener: () => void): () => void;
    command(command: PanelCommand, id: string): Promise<CommandOutcome>;
    can(command: PanelCommand, id: string): boolean;
    /** Kept at once; saved with the Task. */
    note(id: string, notes: string): void;
    /** The agent moved to another record page (or to none). */
    page(record: PageRecord | undefined): void;
    /** Tries everything that is not saved again, now. */
    retry(): void;
    diagnostics(): TransportDiagnostics;
    close(): void;
}
