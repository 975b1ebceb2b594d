import type { AgentDesk, DeskView } from 'c/agentDesk';
import type { SaveState } from 'c/taskSync';
import type { TaskCommit, TaskRow, Value } from './org/taskTable.ts';
import type { ModelProfile } from './org/profile.ts';
import type { Handling } from './truth.ts';
import type { Flight } from './world/network.ts';

/** What the agent was shown about one Task, by its key, in all tabs. */
export interface Shown {
    /** Fields that were ever named as not saved. */
    readonly unsaved: Set<string>;
    readonly doubles: Set<string>;
    /** As each tab that is open at rest shows it. */
    readonly last: SaveState[];
}

/** All that the oracle judges by. */
export interface Evidence {
    readonly profile: ModelProfile;
    readonly handlings: readonly Handling[];
    readonly rows: readonly TaskRow[];
    readonly log: readonly TaskCommit[];
    readonly flights: readonly Flight[];
    readonly shown: ReadonlyMap<string, Shown>;
    /** When each Task look-up was answered by the org, and what it found. */
    readonly lookUps: readonly LookUp[];
    /** What was given to the phone to write, in its order. */
    readonly handedOver: readonly { readonly key: string; readonly values: Readonly<Record<string, unknown>> }[];
    readonly errors: readonly string[];
    /** The mapping could be read from then on. */
    readonly grantedAt: number;
    /** Names of tabs that were shown something of another user. */
    readonly leaks: readonly string[];
    /** The page, or the browser's data, were lost at some time while the browser kept nothing. */
    readonly memoryLost: boolean;
    readonly clockJumped: boolean;
}

export interface LookUp {
    readonly at: number;
    readonly tab: string;
    readonly conversation: string;
    readonly found: readonly string[];
}

export function shownOf(all: Map<string, Shown>, key: string): Shown {
    const known = all.get(key) ?? { unsaved: new Set<string>(), doubles: new Set<string>(), last: [] };
    all.set(key, known);
    return known;
}

/** Notes what a tab shows now. */
export function watch(all: Map<string, Shown>, view: DeskView): SaveState[] {
    const states = [...view.interactions.flatMap(({ save }) => save ?? []), ...view.earlier];
    for (const state of states) {
        const shown = shownOf(all, state.key);
        for (const { field } of state.unsaved) shown.unsaved.add(field);
        for (const id of state.doubles ?? []) shown.doubles.add(id);
    }
    for (const { save, problems } of view.interactions) {
        for (const { field } of save === undefined ? [] : problems) shownOf(all, save?.key ?? '').unsaved.add(field);
    }
    return states;
}

export type { AgentDesk, Value };
