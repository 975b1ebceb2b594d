/** Two Tasks of one handling: prevented, shown, or merged. */
import type { SaveState } from 'c/taskSync';
import type { Evidence } from './evidence.ts';
import { HEALS } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import {
    BEFORE_CONNECTED_MS,
    cannotBeAsked,
    flightOf,
    hasKey,
    LONGEST_SAVE_MS,
    mayBeOfAnother,
    remembers,
    stealsBlindly,
    wasAwake
} from './knowledge.ts';
import type { TaskCommit } from './org/taskTable.ts';
import type { Handling } from './truth.ts';

/** A page looks for doubles so long after its last save, in milliseconds; answers take some of it. */
const LAST_LOOK_MS = 115_000;

/** Doubles that were made so long after the end are of this handling, in milliseconds (docs/architecture.md, "One Task"). */
const LOOKED_FOR_MS = 15 * 60_000;

/** Two Tasks of one handling: forbidden where the org or the browser can prevent it, reported elsewhere. */
export function doubled(one: Case, made: readonly TaskCommit[]): string[] {
    const { evidence, handling, rows, log } = one;
    const { profile } = evidence;
    const keys = rows.flatMap(({ values }) => values['SwitchboardKey__c'] ?? []);
    if (new Set(keys).size < keys.length) return [`${handling.name}: two Tasks have the same key`];
    if (cannotBeAsked(evidence) || isSharedOut(one)) return [];
    const devices = new Set(made.map((commit) => flightOf(evidence, commit)?.tab.device));
    const promised =
        hasKey(profile) ||
        (profile['web-locks'] === 'works' &&
            !stealsBlindly(evidence) &&
            devices.size === 1 &&
            made.every((commit) => isOrderly(evidence, commit)));
    const ours = rows.filter(({ id }) => made.some((commit) => commit.id === id));
    if (ours.length > 1 && promised) return [`${handling.name}: has ${ours.length} Tasks that the pages made`];
    const phoneWasLate = log.some(
        (logged) =>
            logged.change === 'create' &&
            logged.by === 'phone' &&
            made.some((commit) => !couldFind(evidence, handling, commit, logged))
    );
    if (ours.length === rows.length || phoneWasLate) return unreported(one);
    return [`${handling.name}: has ${rows.length} Tasks although the phone's was there first`];
}

/** False for a create whose page died or slept before it could be answered: nobody could wait for it. */
function isOrderly(evidence: Evidence, commit: TaskCommit): boolean {
    const flight = flightOf(evidence, commit);
    return flight !== undefined && wasAwake(flight.tab, flight.sentAt, flight.sentAt + LONGEST_SAVE_MS);
}

/**
 * Each part has one, and the agent is told of what is left: a page shows one of the Tasks as another part's, of which the
 * phone's, or that of another computer, may be.
 */
function isSharedOut({ evidence, handling, shown, rows, log }: Case): boolean {
    const all = [...evidence.shown].filter(([key]) => key.startsWith(`${handling.conversation}:`));
    const others = all.flatMap(([, one]) => (one === shown ? [] : one.last.map(({ taskId }) => taskId)));
    const told = new Set([...all.map(([, one]) => one), shown].flatMap(({ last }) => last.flatMap(tasksIn)));
    return (
        rows.some(({ id }) => others.includes(id)) &&
        rows.every(({ id }) => told.has(id)) &&
        log.some((one) => one.change === 'create' && mayBeOfAnother(evidence, handling, one))
    );
}

function tasksIn({ taskId, doubles = [] }: SaveState): readonly string[] {
    return taskId === undefined ? doubles : [taskId, ...doubles];
}

/** A look-up that the page was answered before it made its own could show the phone's Task. */
function couldFind(evidence: Evidence, handling: Handling, commit: TaskCommit, logged: TaskCommit): boolean {
    const flight = flightOf(evidence, commit);
    return evidence.lookUps.some(
        ({ at, heardAt, tab, about }) =>
            tab === flight?.tab && at > logged.at && heardAt <= flight.sentAt && about.includes(handling.conversation)
    );
}

/** Doubles have to be shown: those that a look-up found, and those that were there when the call was just over. */
function unreported(one: Case): string[] {
    const { evidence, handling, shown, rows, log } = one;
    if (isTold(one)) return [];
    if (shown.last.length === 0 && shown.doubles.size > 0) return [];
    const second = Math.max(...log.filter(({ change }) => change === 'create').map(({ at }) => at));
    // The agent had a deleted Task made anew in two browsers, long after the call: such late ones are not looked for.
    if (second > (handling.endedAt ?? Number.POSITIVE_INFINITY) + LOOKED_FOR_MS) return [];
    const asking = shown.last.filter((state) => !saysDeleted(evidence, state));
    const tasks = shown.last.length > 0 ? asking.map(({ taskId }) => taskId) : [undefined];
    if (!tasks.some((taskId) => hasSince(one, taskId))) return [];
    const found = evidence.lookUps.some(
        ({ at, about, found: ids, heardAt, tab }) =>
            at > second &&
            heardAt < Number.POSITIVE_INFINITY &&
            // What a tab was told that is gone, or sleeps on, the others know only where the browser keeps it.
            (evidence.openTabs.includes(tab.name) || remembers(evidence)) &&
            about.includes(handling.conversation) &&
            rows.every(({ id }) => ids.includes(id))
    );
    return found || isSeenLater(one, second)
        ? [`${handling.name}: has doubles that a page could see and nobody was told of`]
        : [];
}

/** As a double of whichever part of the conversation: without a key, what was made since a part began may be its own. */
function isTold({ evidence, handling, rows }: Case): boolean {
    const states = [...evidence.shown].flatMap(([key, { last }]) =>
        key.startsWith(`${handling.conversation}:`) ? last : []
    );
    return states.some(({ doubles = [] }) => rows.some(({ id }) => doubles.includes(id)));
}

/** The Task that it shows is gone, and the agent is told so: which others there are is told after Try again. */
function saysDeleted({ retried, rows }: Evidence, { failure, taskId }: SaveState): boolean {
    return failure === 'taskDeleted' && !retried && !rows.some(({ id }) => id === taskId);
}

/**
 * Another Task than the one that a page shows was made since the connection as the phone's clock tells it, in whole
 * seconds: one that is older may be of the part before. Without a key one of the last 30 seconds before the agent's next
 * part may be of that one.
 */
function hasSince({ evidence, handling, rows }: Case, shown: string | undefined): boolean {
    const { conversation, user, segment, connectedTime = 0 } = handling;
    const nexts = evidence.handlings.flatMap((other) =>
        other.conversation === conversation && other.user === user && other.segment > segment
            ? (other.connectedTime ?? [])
            : []
    );
    const isOfNext = (made: number): boolean =>
        !hasKey(evidence.profile) && nexts.some((next) => made >= next - BEFORE_CONNECTED_MS && made < next - 1_000);
    return rows.some(({ id, values }) => {
        const made = Date.parse(String(values['CreatedDate']));
        return id !== shown && made >= connectedTime - 1_000 && !isOfNext(made);
    });
}

/**
 * The page that saved last looks once more, two minutes later: for a Task that the phone logged meanwhile. Where the org
 * cannot answer just then, it looks again.
 */
function isSeenLater({ evidence, handling, log }: Case, second: number): boolean {
    const last = log.findLast(({ by }) => by === 'page');
    const flight = last && flightOf(evidence, last);
    const passes = [...evidence.causes].every((cause) => HEALS.includes(cause));
    return (
        last !== undefined &&
        flight !== undefined &&
        evidence.profile['task-callobject-filter'] === 'works' &&
        // A page that took it over without having heard the call does not look once more.
        handling.heardBy.has(flight.tab.name) &&
        wasAwake(flight.tab, last.at, Number.MAX_SAFE_INTEGER) &&
        last.at + LAST_LOOK_MS > (passes ? second : Math.max(evidence.restAt, second))
    );
}

/** At rest the org refuses nothing: doubles that are shown can be merged, where the org describes Task, or were all deleted. */
export function notMerged({ merges, profile, rows }: Evidence): string[] {
    const isThere = (tasks: readonly string[]): boolean => rows.some(({ id }) => tasks.includes(id));
    if (profile['task-object-infos'] === 'refused') return [];
    return merges
        .filter(({ answer, tasks }) => answer === 'notMerged' || (answer === 'deleted' && isThere(tasks)))
        .map(({ conversation }) => `${conversation}: its doubles could not be merged`);
}
