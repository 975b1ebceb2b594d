/** What people wrote is left alone, and what is written only when empty is not overwritten. */
import type { Evidence } from './evidence.ts';
import {
    cannotSee,
    couldKnow,
    flightOf,
    givenBefore,
    hasKey,
    LONGEST_SAVE_MS,
    shareNothing,
    wasAwake,
    knownFrom
} from './knowledge.ts';
import { isBroughtOver } from './mergedTasks.ts';
import type { TaskCommit } from './org/taskTable.ts';
import type { Flight } from './world/network.ts';
import type { Tab } from './world/tabs.ts';

/** Ids of Tasks begin with it. */
const TASK_PREFIX = '00T';

/** What a person wrote is left alone, once a page could know of it: it can read Task, and remembers what it wrote. */
export function overwritten(evidence: Evidence): string[] {
    if (evidence.memoryLost || cannotSee(evidence)) return [];
    const wrong: string[] = [];
    for (const edit of evidence.log.filter(({ by, change }) => by === 'person' && change === 'update')) {
        for (const field of edit.changed) {
            const after = evidence.log.find(
                (one) => one.order > edit.order && one.id === edit.id && field in one.given
            );
            // What the agent picks afterwards is the agent's word.
            const isPick = field === 'WhoId' || field === 'WhatId';
            const texts = String(after?.given[field]).split('\n\n');
            const isJoined = texts.length > 1 && texts.includes(String(edit.given[field]));
            const flight = after?.by === 'page' && !isPick && !isJoined ? flightOf(evidence, after) : undefined;
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
function knewField(evidence: Evidence, edit: TaskCommit, field: string, { tab: writer, sentAt }: Flight): boolean {
    const shares = (tab: Tab | undefined): boolean => tab !== undefined && !shareNothing(evidence, tab, writer);
    const wrote = evidence.log.some(
        (one) =>
            one.id === edit.id &&
            one.order < edit.order &&
            field in one.given &&
            shares(flightOf(evidence, one)?.tab) &&
            isKnownForOurs(evidence, one) &&
            !isBroughtOver(evidence, one, field)
    );
    const seen = evidence.lookUps.filter(
        ({ askedAt, at, about, found, heardAt, tab }) =>
            shares(tab) &&
            !isForAnother(about, edit.id) &&
            at > knownFrom(evidence) &&
            at < edit.at &&
            // A tab that fell asleep before it was answered saw nothing: what it hears then counts no more.
            heardAt <= sentAt &&
            wasAwake(tab, askedAt, heardAt) &&
            found.includes(edit.id)
    );
    return wrote || (seen.length > 0 && !hasAnotherBy(evidence, edit));
}

/** Without a key the pages take the first Task, or ask for one by its id: of another one they keep only that it is there. */
function hasAnotherBy({ lookUps, profile }: Evidence, { at, id }: TaskCommit): boolean {
    const last = lookUps.findLast((one) => one.at < at && one.found.includes(id));
    if (hasKey(profile) || last === undefined || last.about.includes(id)) return false;
    return last.found[0] !== id || isForAnother(last.about, id);
}

/** A page that asked for another part's Task, by its id, was not told what this one says. */
function isForAnother(about: readonly string[], id: string): boolean {
    return about.some((one) => one.startsWith(TASK_PREFIX) && one !== id);
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
export function fillsWhatIsFull(evidence: Evidence): string[] {
    if (cannotSee(evidence)) return [];
    return evidence.log
        .filter(({ by, change, changed }) => by === 'page' && change === 'update' && changed.includes('Tier__c'))
        .filter((one) => {
            const before = givenBefore(evidence.log, one, 'Tier__c');
            const flight = flightOf(evidence, one);
            return (
                (before?.given['Tier__c'] ?? null) !== null &&
                flight !== undefined &&
                couldKnow(evidence, flight, one.id, before?.at ?? 0)
            );
        })
        .map(() => 'Tier__c is written only when empty, and was not empty');
}
