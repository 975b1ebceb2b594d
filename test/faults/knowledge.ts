/** What pages, browsers and orgs can know: what nobody can know is no fault. Each is named in docs/developers.md. */
import type { Evidence } from './evidence.ts';
import type { TaskCommit } from './org/taskTable.ts';
import { ownerOf } from './owners.ts';
import type { Handling } from './truth.ts';
import type { Flight } from './world/network.ts';
import type { Tab } from './world/tabs.ts';

/** A page looks at a lock for so long before it steals it, in milliseconds, at least. */
const STEALS_AFTER_MS = 100_000;

/** A page gives up waiting for an answer then, in milliseconds. */
export const ANSWER_MS = 58_000;

/** So long a page waits for the answer to a save, in milliseconds, and a little. */
export const LONGEST_SAVE_MS = 62_000;

/** Several pages of a browser that keeps nothing: none knows which Tasks the others made. */
export function keepsNothing({ profile, pages }: Evidence): boolean {
    return profile['browser-storage'] !== 'works' && pages > 1;
}

/** Pages of two browsers, or of one that keeps nothing: what one does, the other is not told. */
export function shareNothing({ profile }: Pick<Evidence, 'profile'>, one: Tab, other: Tab): boolean {
    return one !== other && (one.device !== other.device || profile['browser-storage'] !== 'works');
}

/** A sleeping tab's lock was stolen in a browser that keeps nothing: the next thief cannot tell that it has changed hands. */
export function stealsBlindly({ asks, lookUps, profile }: Evidence): boolean {
    // A look-up that never reached the org was under way, too.
    const sleeps = [...asks, ...lookUps].flatMap(({ tab }) => tab.sleeps);
    return profile['browser-storage'] !== 'works' && sleeps.some(({ from, until }) => until - from > STEALS_AFTER_MS);
}

/** Such an org tells a page nothing of what a Task says. */
export function cannotSee({ profile }: Evidence): boolean {
    return profile['task-object-infos'] === 'refused';
}

/** A page writes the key where the org has the field, and tells that it has. */
export function hasKey(profile: Evidence['profile']): boolean {
    return profile['unique-key'] === 'accepted' && profile['task-object-infos'] === 'answers';
}

export function flightOf(
    { flights }: Evidence,
    { request }: { readonly request?: number | undefined }
): Flight | undefined {
    return request === undefined ? undefined : flights.find((one) => one.request === request);
}

/** The commit before that gave the Task this field a value. */
export function givenBefore(
    log: readonly TaskCommit[],
    { id, order }: TaskCommit,
    field: string
): TaskCommit | undefined {
    return log.findLast((one) => one.id === id && one.order < order && field in one.given);
}

/** The commit with which a page made this Task; undefined where it did not. */
export function madeByPage(log: readonly TaskCommit[], task: string): TaskCommit | undefined {
    return log.find(({ id, by, change }) => id === task && by === 'page' && change === 'create');
}

/** When the save began that sent it, epoch milliseconds: the page looks first, and writes what it knew then. */
export function beganAt({ lookUps }: Evidence, { tab, sentAt }: Flight, conversation: string): number {
    const look = lookUps.findLast((one) => one.tab === tab && one.at <= sentAt && one.about.includes(conversation));
    return look?.askedAt ?? Number.NEGATIVE_INFINITY;
}

/** The page was there, and awake, all that time. */
export function wasAwake(tab: Tab, from: number, until: number): boolean {
    return tab.endedAt > until && !tab.sleeps.some((sleep) => sleep.from <= until && sleep.until >= from);
}

/** Before it sent its write the page was told by the org how the Task is since `since`. */
export function couldKnow(evidence: Evidence, { tab, sentAt }: Flight, task: string, since: number): boolean {
    return evidence.lookUps.some(
        (one) =>
            one.tab === tab && one.at > since && one.at <= sentAt && one.heardAt <= sentAt && one.found.includes(task)
    );
}

/** The page still waited for the answer that it was given. */
export function isHeard({ lost, overAt, sentAt }: Flight): boolean {
    return !lost && overAt - sentAt < ANSWER_MS;
}

/** Its answer was lost, or its page died or slept before it could come. */
function isNeverTold({ lost, tab, sentAt }: Flight): boolean {
    return lost || !wasAwake(tab, sentAt, sentAt + LONGEST_SAVE_MS);
}

/**
 * Another page takes the Task for the phone's: in follow mode, without a key, nothing tells that it was made by a page which
 * went, or slept, before it was told.
 */
export function isTakenForPhones(evidence: Evidence, task: string): boolean {
    const { log, profile } = evidence;
    const made = madeByPage(log, task);
    const flight = made && flightOf(evidence, made);
    return profile['write-mode'] === 'follow' && !hasKey(profile) && flight !== undefined && isNeverTold(flight);
}

/**
 * The page was never told, and the org did what it had sent only after what another page sent later. Nobody can call back
 * what is under way.
 */
export function isOvertaken(evidence: Evidence, commit: TaskCommit): boolean {
    const flight = flightOf(evidence, commit);
    if (flight === undefined || !isNeverTold(flight)) return false;
    return evidence.log.some(({ id, order, request }) => {
        const other = id === commit.id && order < commit.order ? flightOf(evidence, { request }) : undefined;
        return other !== undefined && other.tab !== flight.tab && other.sentAt > flight.sentAt;
    });
}

/**
 * The page was never told, and the org did what it had sent only after another page had looked: that one found the Task as
 * it wanted it since `since`, and had nothing to write.
 */
export function isLaterThanLook(evidence: Evidence, commit: TaskCommit, since: number): boolean {
    const flight = flightOf(evidence, commit);
    if (flight === undefined || !isNeverTold(flight)) return false;
    return evidence.lookUps.some(
        ({ tab, askedAt, at, heardAt, found }) =>
            tab !== flight.tab &&
            askedAt > Math.max(flight.sentAt, since) &&
            at < commit.at &&
            Number.isFinite(heardAt) &&
            found.includes(commit.id)
    );
}

/** A page may take a Task that was made so long before its connection, in milliseconds. */
export const BEFORE_CONNECTED_MS = 30_000;

/** That it rang unanswered is known when it is over. */
function beginOf({ connectedTime, endedAt = 0 }: Handling): number {
    return connectedTime ?? endedAt;
}

/** Without a key, a Task that was made when another part of the conversation had begun, or shortly before, may be that one's. */
export function mayBeOfAnother(evidence: Evidence, about: Handling, made: TaskCommit): boolean {
    return (
        !hasKey(evidence.profile) &&
        evidence.handlings.some(
            (one) =>
                one !== about &&
                one.conversation === about.conversation &&
                beginOf(one) > 0 &&
                made.at >= beginOf(one) - BEFORE_CONNECTED_MS
        )
    );
}

/**
 * Two computers share no lock and no memory. Their pages may take one Task for two parts of a conversation: where they
 * wrote in the same moment; and without a key where that Task was made when the later part had begun, or shortly before.
 * So may pages of one computer then, where the page that made it was never told that it did.
 */
export function isSwappedTask(evidence: Evidence, id: string, owners: ReadonlySet<string>): boolean {
    const parts = evidence.handlings.filter((one) => owners.has(ownerOf(one)));
    if (owners.size < 2 || parts.length < owners.size) return false;
    if (new Set(parts.map(({ conversation }) => conversation)).size > 1) return false;
    const commits = evidence.log.filter((one) => one.id === id && one.by === 'page');
    const writers = commits.map((one) => ({ at: one.at, flight: flightOf(evidence, one) }));
    const begins = [...owners].map((owner) =>
        Math.min(...parts.flatMap((one) => (ownerOf(one) === owner ? [beginOf(one)] : [])))
    );
    const later = Math.max(...begins);
    const made = evidence.log.find((one) => one.id === id && one.change === 'create');
    const isAmbiguous = !hasKey(evidence.profile) && (made?.at ?? 0) >= later - BEFORE_CONNECTED_MS;
    const maker = made && flightOf(evidence, made);
    if (isAmbiguous && maker !== undefined && isNeverTold(maker)) return true;
    return writers.some(({ at }, index) =>
        writers
            .slice(index + 1)
            .some(
                ({ flight }) =>
                    flight !== undefined &&
                    flight.tab.device !== writers[index]?.flight?.tab.device &&
                    (isAmbiguous || !couldKnow(evidence, flight, id, at))
            )
    );
}

/** Neither by conversation nor by key can such an org be asked for a Task. */
export function cannotBeAsked({ profile }: Evidence): boolean {
    return profile['task-callobject-filter'] === 'refused' && !hasKey(profile);
}

/** What a page knew is known to the next one. */
export function remembers({ profile, memoryLost }: Evidence): boolean {
    return profile['browser-storage'] === 'works' && !memoryLost;
}

/** So long after it was granted a page may not know the mapping yet, in milliseconds: it asks again now and then. */
const LEARNS_MS = 120_000;

/** From then on every page knows the mapping. */
export function knownFrom({ grantedAt }: Pick<Evidence, 'grantedAt'>): number {
    return grantedAt + LEARNS_MS;
}
