/** Whether somebody wanted what the pages did: each write follows a step, and no deleted Task comes back by itself. */
import type { Ask, Evidence } from './evidence.ts';
import { beganAt, flightOf, isHeard, LONGEST_SAVE_MS, wasAwake } from './knowledge.ts';
import type { TaskCommit } from './org/taskTable.ts';
import type { Handling } from './truth.ts';
import type { Flight } from './world/network.ts';
import type { Tab } from './world/tabs.ts';

/** So long a page collects what comes after a step, in milliseconds: the org's setting. */
const COALESCED_MS = 500;

interface Written {
    readonly commit: TaskCommit;
    readonly flight: Flight;
    /** When the page began the save: it looked first, and perhaps wrote in vain. */
    readonly beganAt: number;
}

export function judgeAskedFor(evidence: Evidence, handling: Handling, log: readonly TaskCommit[]): string[] {
    return [...madeAnew(evidence, handling, log), ...unasked(evidence, handling, log)];
}

/** The page was given the answer while it still waited for it, and lived to keep it. */
function isKept(flight: Flight): boolean {
    const { sentAt, tab } = flight;
    return isHeard(flight) && wasAwake(tab, sentAt, sentAt + LONGEST_SAVE_MS);
}

/** Another Task in the place of a deleted one only where the agent tried again: by a browser that had saved the one before. */
function madeAnew(evidence: Evidence, handling: Handling, log: readonly TaskCommit[]): string[] {
    return log
        .filter(({ by, change }) => by === 'page' && change === 'create')
        .filter((made) => {
            const maker = flightOf(evidence, made);
            const deleted = log.findLast(
                ({ by, change, order }) => by === 'person' && change === 'delete' && order < made.order
            );
            if (maker === undefined || deleted === undefined || !knew(evidence, log, deleted, maker.tab)) return false;
            return !evidence.asks.some(
                ({ how, at, tab }) =>
                    how === 'retry' && tab.device === maker.tab.device && at >= deleted.at && at <= maker.sentAt
            );
        })
        .map(() => `${handling.name}: a deleted Task was made anew, and nobody had asked for it`);
}

/** The page, or another one of a browser that keeps things, had saved the Task. */
function knew(evidence: Evidence, log: readonly TaskCommit[], { id, at }: TaskCommit, tab: Tab): boolean {
    const remembers = evidence.profile['browser-storage'] === 'works' && !evidence.memoryLost;
    return log.some((one) => {
        const flight = one.id === id && one.by === 'page' ? flightOf(evidence, one) : undefined;
        if (flight === undefined || !isKept(flight) || flight.sentAt + LONGEST_SAVE_MS > at) return false;
        return flight.tab === tab || (remembers && flight.tab.device === tab.device);
    });
}

/** Only where tabs can agree, and remember. */
function canAgree({ profile, memoryLost, clockSetBack }: Evidence): boolean {
    return !clockSetBack && profile['web-locks'] === 'works' && profile['browser-storage'] === 'works' && !memoryLost;
}

/** What came between two steps waits for the next one; and what comes right after a step goes along with it. */
function unasked(evidence: Evidence, handling: Handling, log: readonly TaskCommit[]): string[] {
    if (!canAgree(evidence)) return [];
    const wrong: string[] = [];
    const before = new Map<number, Written>();
    for (const commit of log) {
        const written =
            commit.by === 'page' && commit.change !== 'delete' ? writtenBy(evidence, handling, commit) : undefined;
        if (written === undefined) continue;
        const { device } = written.flight.tab;
        const last = before.get(device);
        before.set(device, written);
        if (!handling.heardBy.has(written.flight.tab.name) || failedBefore(evidence, written.flight) !== undefined)
            continue;
        // What was sent before, by a page that died, may arrive later.
        const isLate = last !== undefined && written.flight.sentAt < last.flight.sentAt;
        if (
            last !== undefined &&
            !isLate &&
            isSeparate(last, written) &&
            !wasAsked(evidence, handling, last, written)
        ) {
            wrong.push(`${handling.name}: was written again although no step came (${commit.changed.join(', ')})`);
        }
        if (isHasty(evidence, handling, written)) {
            wrong.push(`${handling.name}: was written before what came with the step was collected`);
        }
    }
    return wrong;
}

function writtenBy(evidence: Evidence, handling: Handling, commit: TaskCommit): Written | undefined {
    const flight = flightOf(evidence, commit);
    const first = flight && (failedBefore(evidence, flight) ?? flight);
    return first && flight && { commit, flight, beganAt: beganAt(evidence, first, handling.conversation) };
}

/** A write of the tab that failed shortly before: the save began before that one. */
function failedBefore({ flights, log, unknown }: Evidence, { tab, sentAt }: Flight): Flight | undefined {
    return flights.find(
        (one) =>
            one.tab === tab &&
            !unknown.has(one.request) &&
            one.sentAt < sentAt &&
            one.sentAt > sentAt - LONGEST_SAVE_MS &&
            !log.some(({ request }) => request === one.request)
    );
}

/** What is sent in parts is one save. */
function isSeparate(last: Written, { flight, beganAt }: Written): boolean {
    return last.flight.tab !== flight.tab || beganAt > last.flight.sentAt;
}

function wasAsked(evidence: Evidence, handling: Handling, last: Written, now: Written): boolean {
    const { flight } = now;
    return (
        isUnanswered(evidence, last, now) ||
        evidence.asks.some(
            (ask) =>
                ask.tab.device === flight.tab.device &&
                untilOf(ask) >= last.beganAt &&
                ask.at <= flight.sentAt &&
                concerns(ask, handling)
        )
    );
}

/** Who was not answered tries again: the page that wrote last, also to a part of its save, and the one that writes now. */
function isUnanswered(
    { flights, log }: Evidence,
    { commit, flight: last }: Written,
    { commit: again, flight: later }: Written
): boolean {
    const ids = [commit.id, again.id];
    const sent = flights.filter(
        ({ request, target, sentAt }) =>
            sentAt < later.sentAt &&
            ([last.target, ...ids].includes(target) ||
                log.some((one) => one.request === request && ids.includes(one.id)))
    );
    const own = sent.findLast(({ tab }) => tab === later.tab);
    return sent.some((one) => !isKept(one) && (one === own || (one.tab === last.tab && one.sentAt >= last.sentAt)));
}

function untilOf({ at, until = at }: Ask): number {
    return until;
}

/** The next part of a conversation ends the wait for the wrap-up of the one before. */
function concerns({ handling }: Ask, about: Handling): boolean {
    return handling === undefined || handling.conversation === about.conversation;
}

function isHasty({ asks, profile }: Evidence, handling: Handling, { flight: { tab }, beganAt }: Written): boolean {
    // The phone's Task is looked for again at its own pace.
    if (profile['write-mode'] !== 'own') return false;
    const step = asks.findLast(
        (ask) => ask.tab === tab && ask.how === 'step' && ask.handling === handling && ask.at < beganAt
    );
    if (step === undefined || beganAt - step.at >= COALESCED_MS) return false;
    return !asks.some(
        (ask) =>
            ask.tab === tab &&
            (ask.how !== 'step' || isNextPart(ask, handling)) &&
            untilOf(ask) >= step.at - COALESCED_MS &&
            ask.at <= beganAt
    );
}

function isNextPart({ handling }: Ask, { conversation, segment }: Handling): boolean {
    return handling !== undefined && handling.conversation === conversation && handling.segment > segment;
}
