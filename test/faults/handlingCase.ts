/** One handling, with what became of it. */
import type { SaveFailure } from 'c/taskSync';
import type { Evidence, Shown } from './evidence.ts';
import { cannotBeAsked } from './knowledge.ts';
import { isMergedAway } from './mergedTasks.ts';
import type { TaskCommit, TaskRow } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import { keyOf } from './truth.ts';
import type { Handling } from './truth.ts';

const NOTHING_SHOWN: Shown = { unsaved: new Set(), doubles: new Set(), last: [], lastUnsaved: new Set() };

/** What the page tries again by itself is no word for the agent at rest. */
export const HEALS: readonly SaveFailure[] = ['offline', 'busy', 'rowLocked'];

export interface Case {
    readonly evidence: Evidence;
    readonly handling: Handling;
    readonly shown: Shown;
    readonly rows: readonly TaskRow[];
    readonly log: readonly TaskCommit[];
}

export function caseOf(evidence: Evidence, handling: Handling): Case {
    const owners = ownersOf(evidence);
    const owner = ownerOf(handling);
    const parts = evidence.handlings.filter(({ conversation }) => conversation === handling.conversation).length;
    // Of two parts, nobody can tell whose the phone's Task is before a page has written to it.
    const phones = parts === 1 ? handling.phoneTasks : [];
    const mine = (id: string): boolean => owners.get(id)?.has(owner) === true || phones.includes(id);
    const key =
        handling.connectedTime === undefined ? `${handling.conversation}:${handling.user}:missed` : keyOf(handling);
    return {
        evidence,
        handling,
        shown: evidence.shown.get(key) ?? NOTHING_SHOWN,
        rows: evidence.rows.filter(({ id }) => mine(id)),
        log: evidence.log.filter(({ id }) => mine(id))
    };
}

export const madeByPages = (log: readonly TaskCommit[]): TaskCommit[] =>
    log.filter(({ change, by }) => change === 'create' && by === 'page');

export const wasDeleted = (log: readonly TaskCommit[]): boolean =>
    log.some(({ change, by }) => change === 'delete' && by === 'person');

/** The agent was told that the Task as a whole is not saved, has to do something about it, and it is true. */
export function isReported(one: Case): boolean {
    const { shown, evidence } = one;
    const { causes, retried } = evidence;
    return shown.last.some(({ phase, failure, taskId }) => {
        if (phase !== 'notSaved' || failure === undefined) return false;
        const isTrue = causes.has(failure) || (failure === 'taskDeleted' && isMergedAway(evidence, taskId));
        const isNews = failure === 'taskDeleted' && isFoundByRetry(one);
        return cannotBeAsked(evidence) || isNews || (!retried && isTrue && !HEALS.includes(failure));
    });
}

/** A person deleted the Task, and Try again was the first to look for it since: the agent is told, and no other is made. */
function isFoundByRetry({ evidence: { asks, log, lookUps }, handling }: Case): boolean {
    const retry = asks.findLast(({ how }) => how === 'retry');
    return log.some(({ at: deletedAt, by, change, id }) => {
        const isAbout = (about: readonly string[]): boolean =>
            about.includes(handling.conversation) && about.includes(id);
        const look = lookUps.find(({ about, at }) => isAbout(about) && at > deletedAt);
        return change === 'delete' && by === 'person' && look !== undefined && look.askedAt >= (retry?.at ?? Infinity);
    });
}
