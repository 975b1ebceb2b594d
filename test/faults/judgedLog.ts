/** What no commit may do, whatever it is about. */
import type { Evidence } from './evidence.ts';
import {
    beganAt,
    cannotSee,
    couldKnow,
    flightOf,
    givenBefore,
    hasKey,
    isHeard,
    isSwappedTask,
    keepsNothing,
    stealsBlindly,
    wasAwake
} from './knowledge.ts';
import { fillsWhatIsFull, overwritten } from './leftAlone.ts';
import { isBroughtOver, isMergedWithStrangers } from './mergedTasks.ts';
import { MAPPED_FIELDS } from './org/setUp.ts';
import type { TaskCommit } from './org/taskTable.ts';
import { ownersIn, ownersOf } from './owners.ts';
import type { Flight } from './world/network.ts';

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

/** Never two writes under way for one Task, where the browser has locks. */
function overlaps(evidence: Evidence): string[] {
    const { profile, flights, log } = evidence;
    if (profile['web-locks'] !== 'works' || stealsBlindly(evidence)) return [];
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

/** Which of two parts of a conversation a Task without a key is of, a browser whose data are gone cannot know. */
function isForgotten(evidence: Evidence, owners: ReadonlySet<string>): boolean {
    if (hasKey(evidence.profile)) return false;
    const conversations = evidence.handlings.map(({ conversation }) => conversation);
    const forgotten = keepsNothing(evidence) ? conversations : [...evidence.forgotten];
    return forgotten.some((one) => [...owners].every((owner) => owner.includes(one)));
}

/** No value of another handling or another user on a Task. */
function foreign(evidence: Evidence): string[] {
    const wrong: string[] = [];
    for (const [id, owners] of ownersOf(evidence)) {
        const isExcused =
            isForgotten(evidence, owners) ||
            isSwappedTask(evidence, id, owners) ||
            isMergedWithStrangers(evidence, id, owners);
        if (owners.size > 1 && !isExcused) wrong.push(`one Task holds values of ${[...owners].sort().join(' and ')}`);
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
    const isBlind = cannotSee(evidence);
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

/** A save in parts that failed between them begins anew. */
function isBrokenOff({ flights, refused }: Evidence, { tab, sentAt }: Flight, later: Flight): boolean {
    return flights.some(
        (one) =>
            one.tab === tab &&
            (one.failed || refused.has(one.request) || !isHeard(one)) &&
            one.sentAt > sentAt &&
            one.sentAt < later.sentAt
    );
}

/**
 * Another tab of the browser saved the Task, or a double of it, while that save ran: what its page is told counts no more, and
 * it begins anew.
 */
function isOutrun(evidence: Evidence, about: string, earlier: Flight): boolean {
    const since = beganAt(evidence, earlier, about);
    const tasks = evidence.log.flatMap(({ id, given }) => (given['CallObject'] === about ? [id] : []));
    return evidence.log.some((one) => {
        const other = tasks.includes(one.id) ? flightOf(evidence, one) : undefined;
        if (other === undefined || other.tab === earlier.tab || other.tab.device !== earlier.tab.device) return false;
        return isHeard(other) && other.overAt >= since && other.overAt <= earlier.overAt;
    });
}

/** The agent picked since that save began, be it what it saved: a pick is written whatever stands there. */
function isPickedSince(evidence: Evidence, about: string, field: string, earlier: Flight, later: Flight): boolean {
    const since = beganAt(evidence, earlier, about);
    return evidence.handlings.some(
        ({ conversation, told }) =>
            conversation === about && told.get(field)?.some(({ at }) => at > since && at <= later.sentAt)
    );
}

/** Where the org does not describe Task a page knows only what it wrote itself: every value, and it was told so. */
function saysAgain(evidence: Evidence, one: TaskCommit): boolean {
    const flight = flightOf(evidence, one);
    const names = Object.keys(one.given);
    const conversation = evidence.log.find(({ id }) => id === one.id)?.given['CallObject'];
    // Where the browser's data are damaged another tab keeps its values again.
    if (evidence.pages > 1 && evidence.forgotten.has(String(conversation))) return false;
    // What the page wrote by built-in rules, it does not know for the mapping's when that comes.
    const { profile } = evidence;
    if (profile['mapping-access'] === 'granted late' && profile['browser-storage'] !== 'works') return false;
    return (
        names.length > 0 &&
        names.every((name) => {
            const before = givenBefore(evidence.log, one, name);
            const earlier = before && flightOf(evidence, before);
            if (flight === undefined || earlier === undefined || isBrokenOff(evidence, earlier, flight)) return false;
            if (isPickedSince(evidence, String(conversation), name, earlier, flight)) return false;
            if (isOutrun(evidence, String(conversation), earlier)) return false;
            return earlier.tab === flight.tab && earlier.overAt <= flight.sentAt && isHeard(earlier);
        })
    );
}

/** Before the mapping may be read, no mapped field is written. */
function guessed({ log, grantedAt }: Evidence): string[] {
    return log
        .filter(({ by, at }) => by === 'page' && at < grantedAt)
        .filter((one) => MAPPED_FIELDS.some((field) => field in one.given && !isBroughtOver({ log }, one, field)))
        .map(() => 'a mapped field was written before the mapping could be read');
}
