/** Before a double is deleted, all that it says is on a Task that stays. */
import type { Evidence } from './evidence.ts';
import { couldKnow, flightOf, hasKey, mayBeOfAnother, shareNothing } from './knowledge.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskCommit, Value, Values } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import type { Handling } from './truth.ts';

/** Whose, when and how often a Task is, not what it says; and what the pages keep for themselves. */
const NOT_SAID = ['OwnerId', 'TaskSubtype', 'CallObject', 'CreatedDate', 'SwitchboardKey__c', 'SwitchboardUnsaved__c'];

export function lostByMerging(evidence: Evidence): string[] {
    const { log, profile } = evidence;
    // What the agent may not write stays behind.
    const left = [...NOT_SAID, ...FORBIDDEN[profile['forbidden-fields']]];
    const rows = new Map<string, Values>();
    const wrong: string[] = [];
    for (const commit of log) {
        const { by, change, id, given } = commit;
        if (change !== 'delete') rows.set(id, { ...rows.get(id), ...given });
        else rows.delete(id);
        if (by === 'page' && change === 'delete' && !isMergedUnseen(evidence, commit)) {
            const staying = [...rows.values(), ...deletedMeanwhile(evidence, commit)];
            wrong.push(...lost(commit, seenBy(evidence, commit), staying, left));
        }
    }
    return wrong;
}

/** What a person deleted after the page that merged had looked: the one that was to stay is gone, too. */
function deletedMeanwhile(evidence: Evidence, { order, request }: TaskCommit): Values[] {
    const { log } = evidence;
    const flight = flightOf(evidence, { request });
    const look = flight && evidence.lookUps.findLast(({ tab, at }) => tab === flight.tab && at <= flight.sentAt);
    return log
        .filter(
            (one) =>
                one.by === 'person' && one.change === 'delete' && one.order < order && one.at > (look?.at ?? Infinity)
        )
        .map(({ id }) => saidBy(log.filter((one) => one.id === id && one.order < order)));
}

function saidBy(commits: readonly TaskCommit[]): Values {
    return Object.fromEntries(commits.flatMap(({ given }) => Object.entries(given)));
}

/** What it said when the page looked that deleted it: a person's edit that came afterwards goes with it. */
function seenBy(evidence: Evidence, { id, order, request }: TaskCommit): Values {
    const flight = flightOf(evidence, { request });
    return saidBy(
        evidence.log.filter(
            (one) =>
                one.id === id &&
                one.order < order &&
                (one.by !== 'person' || flight === undefined || couldKnow(evidence, flight, id, one.at))
        )
    );
}

/** The value was that of a double, which was deleted when its values had been brought over: no rule was asked for it. */
export function isBroughtOver({ log }: Pick<Evidence, 'log'>, commit: TaskCommit, field: string): boolean {
    const merged = log.filter(({ by, change, order }) => by === 'page' && change === 'delete' && order > commit.order);
    return merged.some(({ id }) =>
        log.some((one) => one.id === id && one.order < commit.order && one.given[field] === commit.given[field])
    );
}

/** It was merged into another Task by a page that shares nothing with one which had written it. */
export function isMergedAway(evidence: Evidence, task: string | undefined): boolean {
    const merged = evidence.log.find(({ id, by, change }) => id === task && by === 'page' && change === 'delete');
    const merger = merged && flightOf(evidence, merged);
    if (merger === undefined) return false;
    const writers = evidence.log.flatMap((one) => (one.id === task ? (flightOf(evidence, one) ?? []) : []));
    return writers.some(({ tab }) => shareNothing(evidence, tab, merger.tab));
}

/** A page that shares nothing with this one wrote to it while this one merged. */
export function isMergedUnseen(evidence: Evidence, { by, change, id, order, request }: TaskCommit): boolean {
    const flight = by === 'page' && change === 'delete' ? flightOf(evidence, { request }) : undefined;
    return (
        flight !== undefined &&
        evidence.log.some((one) => {
            const writer = one.id === id && one.order < order ? flightOf(evidence, one) : undefined;
            return (
                writer !== undefined &&
                shareNothing(evidence, writer.tab, flight.tab) &&
                !couldKnow(evidence, flight, id, one.at)
            );
        })
    );
}

/**
 * Without a key, another computer whose pages never wrote to it may take the Task of this part, made after the next part
 * began, for a double of that one, and the agent has it merged.
 */
export function isMergedByStranger(evidence: Evidence, handling: Handling, log: readonly TaskCommit[]): boolean {
    const deviceOf = (commit: TaskCommit): number | undefined => flightOf(evidence, commit)?.tab.device;
    return (
        !hasKey(evidence.profile) &&
        evidence.handlings.some((one) => one.conversation === handling.conversation && one !== handling) &&
        log.some((commit) => {
            const device = commit.change === 'delete' ? deviceOf(commit) : undefined;
            const writers = log.flatMap((one) => (one.id === commit.id && one !== commit ? (deviceOf(one) ?? []) : []));
            return device !== undefined && writers.length > 0 && !writers.includes(device);
        })
    );
}

/**
 * The agent had such a Task merged into this one: but for what was brought over from it, this one speaks of one handling
 * alone.
 */
export function isMergedWithStrangers(evidence: Evidence, id: string, owners: ReadonlySet<string>): boolean {
    const parts = evidence.handlings.filter((one) => owners.has(ownerOf(one)));
    if (owners.size < 2 || new Set(parts.map(({ conversation }) => conversation)).size !== 1) return false;
    const log = evidence.log.map((one) => {
        const own = Object.entries(one.given).filter(([field]) => !isFromStranger(evidence, one, field, parts));
        return one.id === id ? { ...one, given: Object.fromEntries(own) } : one;
    });
    return ownersOf({ ...evidence, log }).get(id)?.size === 1;
}

/** From a double that another computer made when the later part had begun, or shortly before, and that is deleted since. */
function isFromStranger(evidence: Evidence, commit: TaskCommit, field: string, parts: readonly Handling[]): boolean {
    const merger = flightOf(evidence, commit);
    return evidence.log.some((made) => {
        const maker = made.change === 'create' ? flightOf(evidence, made) : undefined;
        const isDeleted = evidence.log.some(
            (one) => one.id === made.id && one.by === 'page' && one.change === 'delete' && one.order > commit.order
        );
        return (
            isDeleted &&
            made.id !== commit.id &&
            maker !== undefined &&
            merger !== undefined &&
            maker.tab.device !== merger.tab.device &&
            saidBefore(evidence, made.id, commit)[field] === commit.given[field] &&
            parts.every((part) => mayBeOfAnother(evidence, part, made))
        );
    });
}

function saidBefore({ log }: Evidence, task: string, { order }: TaskCommit): Values {
    return saidBy(log.filter((one) => one.id === task && one.order < order));
}

function lost({ id }: TaskCommit, deleted: Values, others: readonly Values[], left: readonly string[]): string[] {
    const staying = others.filter((one) => one['CallObject'] === deleted['CallObject']);
    if (staying.length === 0) return [`${id} was merged into no Task`];
    const missing = Object.entries(deleted).filter(
        ([field, value]) => !left.includes(field) && !staying.some((one) => saysToo(field, one[field] ?? null, value))
    );
    return missing.map(([field]) => `${field} of the merged Task ${id} is on no other one`);
}

/** Another value of the Task that stays is that Task's own; texts stand one below the other. */
function saysToo(field: string, staying: Value, deleted: Value): boolean {
    if (deleted === null) return true;
    return field === 'Description' ? String(staying ?? '').includes(String(deleted)) : staying !== null;
}
