/** What no commit may do, whatever it is about. */
import type { Evidence } from './evidence.ts';
import { MAPPED_FIELDS } from './org/modelOrg.ts';
import type { TaskCommit } from './org/taskTable.ts';
import { ownersIn, ownersOf } from './owners.ts';
import type { Flight } from './world/network.ts';
import type { Tab } from './world/tabs.ts';

/** So long after it was granted a page may not know the mapping yet, in milliseconds: it asks again now and then. */
const LEARNS_MS = 120_000;

/** So long a page waits for the answer to a save, in milliseconds, and a little. */
export const LONGEST_SAVE_MS = 62_000;

export function judgeLog(evidence: Evidence): string[] {
    return [
        ...overlaps(evidence),
        ...foreign(evidence),
        ...needless(evidence),
        ...guessed(evidence),
        ...overwritten(evidence),
        ...fillsWhatIsFull(evidence)
    ];
}

export function flightOf({ flights }: Evidence, { request }: Pick<TaskCommit, 'request'>): Flight | undefined {
    return request === undefined ? undefined : flights.find((one) => one.request === request);
}

/** The page was there, and awake, all that time. */
export function wasAwake(tab: Tab, from: number, until: number): boolean {
    return tab.endedAt > until && !tab.sleeps.some((sleep) => sleep.from <= until && sleep.until >= from);
}

/** Before it sent its write the page was told by the org how the Task is since `since`. */
export function couldKnow(evidence: Evidence, { tab, sentAt }: Flight, task: string, since: number): boolean {
    return evidence.lookUps.some(
        (one) => one.tab === tab && one.at > since && one.at <= sentAt && one.found.includes(task)
    );
}

/** Never two writes under way for one Task, where the browser has locks. */
function overlaps({ profile, flights, log }: Evidence): string[] {
    if (profile['web-locks'] !== 'works') return [];
    const at = new Map(log.map((commit) => [commit.request, commit.at]));
    const wrong: string[] = [];
    flights.forEach((first, index) => {
        const committed = at.get(first.request);
        // A page that died or sleeps holds no lock for long.
        if (committed === undefined || !wasAwake(first.tab, first.sentAt, committed)) return;
        const second = flights
            .slice(index + 1)
            .find(
                ({ target, tab, sentAt }) =>
                    target === first.target &&
                    tab !== first.tab &&
                    tab.device === first.tab.device &&
                    sentAt < committed
            );
        if (second !== undefined) wrong.push(`two pages wrote ${first.target} at the same time`);
    });
    return wrong;
}

/** No value of another handling or another user on a Task. */
function foreign(evidence: Evidence): string[] {
    const wrong: string[] = [];
    for (const owners of ownersOf(evidence).values()) {
        if (owners.size > 1) wrong.push(`one Task holds values of ${[...owners].sort().join(' and ')}`);
    }
    for (const { by, user, given } of evidence.log) {
        const others = by === 'page' ? ownersIn(given).filter((owner) => !owner.startsWith(user)) : [];
        for (const owner of others) wrong.push(`a page of ${user} wrote values of ${owner}`);
    }
    return wrong;
}

/**
 * A write that changed nothing is needless, unless the page could not know what the Task says: it looked before another
 * write had arrived, its own or that of another page.
 */
function needless(evidence: Evidence): string[] {
    const isBlind = evidence.profile['task-object-infos'] === 'refused';
    return evidence.log
        .filter((one) => one.by === 'page' && one.change === 'update' && one.changed.length === 0)
        .filter((one) => (isBlind ? saysAgain(evidence, one) : couldSee(evidence, one)))
        .map(({ given }) => `a write changed nothing (${Object.keys(given).join(', ')})`);
}

function couldSee(evidence: Evidence, one: TaskCommit): boolean {
    const flight = flightOf(evidence, one);
    const before = evidence.log.filter(({ id, order, by }) => id === one.id && order < one.order && by !== 'person');
    return flight !== undefined && before.every(({ at }) => couldKnow(evidence, flight, one.id, at));
}

/** Where the org does not describe Task a page knows only what it wrote itself: every value, and it was told so. */
function saysAgain(evidence: Evidence, one: TaskCommit): boolean {
    const flight = flightOf(evidence, one);
    const names = Object.keys(one.given);
    return (
        names.length > 0 &&
        names.every((name) => {
            const before = evidence.log.findLast(
                ({ id, order, given }) => id === one.id && order < one.order && name in given
            );
            const earlier = before && flightOf(evidence, before);
            return earlier !== undefined && earlier.tab === flight?.tab && earlier.over && !earlier.lost;
        })
    );
}

/** Before the mapping may be read, no mapped field is written. */
function guessed({ log, grantedAt }: Evidence): string[] {
    return log
        .filter(({ by, at, given }) => by === 'page' && at < grantedAt && MAPPED_FIELDS.some((field) => field in given))
        .map(() => 'a mapped field was written before the mapping could be read');
}

/** What a person wrote is left alone, once a page could know of it: it can read Task, and remembers what it wrote. */
function overwritten(evidence: Evidence): string[] {
    if (evidence.memoryLost || evidence.profile['task-object-infos'] === 'refused') return [];
    const wrong: string[] = [];
    for (const edit of evidence.log.filter(({ by, change }) => by === 'person' && change === 'update')) {
        for (const field of edit.changed) {
            const after = evidence.log.find(
                (one) => one.order > edit.order && one.id === edit.id && field in one.given
            );
            // What the agent picks afterwards is the agent's word.
            const isPick = field === 'WhoId' || field === 'WhatId';
            const flight = after?.by === 'page' && !isPick ? flightOf(evidence, after) : undefined;
            if (
                flight !== undefined &&
                knewField(evidence, edit, field, flight) &&
                couldKnow(evidence, flight, edit.id, edit.at)
            ) {
                wrong.push(`${field} that a person had written ${flight.sentAt - edit.at} ms before was overwritten`);
            }
        }
    }
    return wrong;
}

/**
 * The browser's pages had written the field, or had seen the Task while they knew which fields the admin wants: else the
 * person's word is the first one they see.
 */
function knewField(evidence: Evidence, edit: TaskCommit, field: string, { tab: { device }, sentAt }: Flight): boolean {
    const wrote = evidence.log.some(
        (one) =>
            one.id === edit.id &&
            one.order < edit.order &&
            field in one.given &&
            flightOf(evidence, one)?.tab.device === device &&
            isKnownForOurs(evidence, one)
    );
    return (
        wrote ||
        evidence.lookUps.some(
            ({ at, found, heardAt, tab }) =>
                tab.device === device &&
                at > evidence.grantedAt + LEARNS_MS &&
                at < edit.at &&
                // A tab that fell asleep before it was answered saw nothing.
                heardAt <= sentAt &&
                found.includes(edit.id)
        )
    );
}

/**
 * A Task that a page made without a key, and whose answer no page heard and read back, cannot be told from one that the
 * phone made (docs/architecture.md, "What cannot be promised").
 */
function isKnownForOurs(evidence: Evidence, one: TaskCommit): boolean {
    const flight = flightOf(evidence, one);
    if (one.change !== 'create' || flight === undefined || 'SwitchboardKey__c' in one.given) return true;
    const until = flight.sentAt + LONGEST_SAVE_MS;
    return (
        !flight.lost &&
        wasAwake(flight.tab, flight.sentAt, until) &&
        evidence.lookUps.some(
            ({ at, tab, found }) => tab === flight.tab && at > one.at && at < until - 2_000 && found.includes(one.id)
        )
    );
}

/** Tier__c is mapped "only when empty". */
function fillsWhatIsFull(evidence: Evidence): string[] {
    if (evidence.profile['task-object-infos'] === 'refused') return [];
    return evidence.log
        .filter(({ by, change, changed }) => by === 'page' && change === 'update' && changed.includes('Tier__c'))
        .filter((one) => {
            const before = evidence.log.findLast(
                ({ id, order, given }) => id === one.id && order < one.order && 'Tier__c' in given
            );
            const flight = flightOf(evidence, one);
            return (
                (before?.given['Tier__c'] ?? null) !== null &&
                flight !== undefined &&
                couldKnow(evidence, flight, one.id, before?.at ?? 0)
            );
        })
        .map(() => 'Tier__c is written only when empty, and was not empty');
}
