import type { DeskView } from 'c/agentDesk';
import type { MergeAnswer, SaveFailure, SaveState } from 'c/taskSync';
import type { TaskCommit, TaskRow } from './org/taskTable.ts';
import type { ModelProfile } from './org/profile.ts';
import type { Handling } from './truth.ts';
import type { Flight } from './world/network.ts';
import type { Tab } from './world/tabs.ts';

/** What the agent was shown about one Task, by its key, in all tabs. */
export interface Shown {
    /** Fields that were ever named as not saved. */
    readonly unsaved: Set<string>;
    readonly doubles: Set<string>;
    /** As each tab that is open at rest shows it, and the fields that these tabs name as not saved. */
    readonly last: SaveState[];
    readonly lastUnsaved: Set<string>;
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
    readonly handedOver: readonly HandOver[];
    readonly errors: readonly string[];
    /** The mapping could be read from then on. */
    readonly grantedAt: number;
    /** From then on nothing fails any more. */
    readonly restAt: number;
    /** Names of tabs that were shown something of another user. */
    readonly leaks: readonly string[];
    /** The page, or the browser's data, were lost at some time while the browser kept nothing. */
    readonly memoryLost: boolean;
    /** What the agent did in a page that then showed something else. */
    readonly unheeded: readonly string[];
    /** Changes of a Task's state in the only page there ever was that docs/architecture.md does not draw. */
    readonly undrawn: readonly string[];
    readonly clockJumped: boolean;
    readonly clockSetBack: boolean;
    /** Conversations of which a browser's data were damaged or cleared. */
    readonly forgotten: ReadonlySet<string>;
    /** How many pages there ever were. */
    readonly pages: number;
    /** Names of the tabs that are open at rest. */
    readonly openTabs: readonly string[];
    /** Of two browsers, one was closed while the other heard more: what it kept is older. */
    readonly outOfStep: boolean;
    /** The agent pressed Try again when all faults were over. */
    readonly retried: boolean;
    /** Conversations whose doubles the agent had merged when all faults were over, and what came of it. */
    readonly merges: readonly Merge[];
    readonly asks: readonly Ask[];
    /** Requests that the org refused although nothing was wrong with them. */
    readonly refused: ReadonlySet<number>;
    /** Mutations of Task that the org knew nothing of. */
    readonly unknown: ReadonlySet<number>;
    /** Why a whole Task may not be saved, as far as it happened in this schedule. */
    readonly causes: ReadonlySet<SaveFailure>;
}

export interface Merge {
    readonly conversation: string;
    /** Ids of those that the page showed, the Task and its doubles. */
    readonly tasks: readonly string[];
    readonly answer: MergeAnswer;
}

/**
 * A page had a reason to write. `step`: it heard the phone or the agent, and collects what else comes. `atOnce`: the agent
 * pressed Try again, the org told its set-up, a page was opened.
 */
export interface Ask {
    readonly at: number;
    /** A page may come to it as late as this; absent: at once. */
    readonly until?: number;
    readonly tab: Tab;
    readonly how: 'step' | 'retry' | 'atOnce';
    /** The step told it that the call is over. */
    readonly isEnd?: boolean;
    /** Absent: all that the page knows of. */
    readonly handling?: Handling;
}

export interface HandOver {
    readonly at: number;
    readonly tab: Tab;
    readonly key: string;
    readonly values: Readonly<Record<string, unknown>>;
}

export interface LookUp {
    readonly askedAt: number;
    readonly at: number;
    readonly tab: Tab;
    /** The conversation, the key, the Task's id: whatever was asked by. */
    readonly about: readonly string[];
    /** Ids. */
    readonly found: readonly string[];
    /** When the tab was given the answer: never where it was lost, or the tab died or sleeps on. */
    heardAt: number;
}

export function shownOf(all: Map<string, Shown>, key: string): Shown {
    const known = all.get(key) ?? {
        unsaved: new Set<string>(),
        doubles: new Set<string>(),
        last: [],
        lastUnsaved: new Set<string>()
    };
    all.set(key, known);
    return known;
}

/** Notes what a tab shows now; at rest it is what counts. */
export function watch(all: Map<string, Shown>, view: DeskView, atRest = false): void {
    const problems = view.interactions.flatMap(({ save, problems: found }) =>
        save === undefined ? [] : [{ save, found }]
    );
    // Notes that no Task has are listed with what has become of them.
    const states = [...problems.map(({ save }) => save), ...view.earlier, ...view.keptNotes.map(({ save }) => save)];
    const names = (key: string, field: string): void => {
        const shown = shownOf(all, key);
        shown.unsaved.add(field);
        if (atRest) shown.lastUnsaved.add(field);
    };
    for (const state of states) {
        const shown = shownOf(all, state.key);
        if (atRest) shown.last.push(state);
        for (const { field } of state.unsaved) names(state.key, field);
        for (const id of state.doubles ?? []) shown.doubles.add(id);
    }
    for (const { save, found } of problems) found.forEach(({ field }) => names(save.key, field));
}
