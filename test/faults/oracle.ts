/** Judges what happened by the org's committed rows and its log, by what the agent was shown, and by nothing else. */
import type { SaveFailure } from 'c/taskSync';
import type { Evidence, Shown } from './evidence.ts';
import { flightOf, judgeLog, LONGEST_SAVE_MS, wasAwake } from './judgedLog.ts';
import { FOLLOW_SECONDS } from './org/modelOrg.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskCommit, TaskRow, Value } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import { keyOf, mayBe } from './truth.ts';
import type { Handling } from './truth.ts';

const NOTHING_SHOWN: Shown = { unsaved: new Set(), doubles: new Set(), last: [], lastUnsaved: new Set() };

/** What the page tries again by itself is no word for the agent at rest. */
const HEALS: readonly SaveFailure[] = ['offline', 'busy', 'rowLocked'];

/** A page looks for doubles so long after its last save, in milliseconds; answers take some of it. */
const LAST_LOOK_MS = 115_000;

/** Doubles that were made so long after the end are of this handling, in milliseconds (docs/architecture.md, "One Task"). */
const LOOKED_FOR_MS = 15 * 60_000;

interface Case {
    readonly evidence: Evidence;
    readonly handling: Handling;
    readonly shown: Shown;
    readonly rows: readonly TaskRow[];
    readonly log: readonly TaskCommit[];
}

/** Everything that is wrong, as sentences; nothing when all promises were kept. */
export function judge(evidence: Evidence): string[] {
    const wrong = [
        ...evidence.errors.map((error) => `the page threw: ${error}`),
        ...evidence.leaks.map((tab) => `${tab} showed something of another user`),
        ...judgeLog(evidence),
        ...notMerged(evidence)
    ];
    for (const handling of evidence.handlings) wrong.push(...judgeHandling(evidence, handling));
    return [...new Set(wrong)];
}

function judgeHandling(evidence: Evidence, handling: Handling): string[] {
    if (evidence.profile['write-mode'] === 'phone') return judgeHandedOver(evidence, handling);
    const one = caseOf(evidence, handling);
    return handling.connectedTime === undefined ? judgeMissed(one) : [...judgeTask(one), ...tooEarly(one)];
}

function caseOf(evidence: Evidence, handling: Handling): Case {
    const owners = ownersOf(evidence);
    const owner = ownerOf(handling);
    const mine = (id: string): boolean => owners.get(id)?.has(owner) === true;
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

function judgeMissed(one: Case): string[] {
    const { evidence, handling, rows, log } = one;
    if (evidence.profile['log-missed'] === 'no') {
        return rows.length === 0 ? [] : [`${handling.name}: was never connected and has a Task`];
    }
    if (rows.length > 1) return doubled(one, madeByPages(log));
    if (rows.length === 1 || !handling.missed || wasDeleted(log) || isReported(one)) return [];
    return [`${handling.name}: was missed and has no Task, and nobody was told`];
}

const madeByPages = (log: readonly TaskCommit[]): TaskCommit[] =>
    log.filter(({ change, by }) => change === 'create' && by === 'page');

const wasDeleted = (log: readonly TaskCommit[]): boolean =>
    log.some(({ change, by }) => change === 'delete' && by === 'person');

function judgeTask(one: Case): string[] {
    const { handling, rows, log } = one;
    if (rows.length > 1) return doubled(one, madeByPages(log));
    const [row] = rows;
    if (row === undefined) {
        if (!handling.heard || wasDeleted(log) || isReported(one)) return [];
        return [`${handling.name}: has no Task, and nobody was told`];
    }
    const deletion = log.findLast(({ change, by }) => change === 'delete' && by === 'person');
    const made = log.find(({ id, change }) => id === row.id && change === 'create');
    // The other one of two Tasks was deleted: which values that one had, nobody keeps.
    if (deletion !== undefined && (made === undefined || made.order < deletion.order)) return [];
    // Made anew by a page that never heard the call: what the deleted one had said is kept nowhere.
    const maker = made && flightOf(one.evidence, made);
    if (deletion !== undefined && maker !== undefined && !handling.heardBy.has(maker.tab.name)) return [];
    return fieldsWrong(one, row);
}

/** The agent was told that the Task as a whole is not saved, and has to do something about it. */
function isReported({ shown, evidence }: Case): boolean {
    return shown.last.some(
        ({ phase, failure }) =>
            phase === 'notSaved' &&
            failure !== undefined &&
            (cannotBeAsked(evidence) || (!evidence.retried && !HEALS.includes(failure)))
    );
}

/** A page writes the key where the org has the field, and tells that it has. */
function hasKey(profile: Evidence['profile']): boolean {
    return profile['unique-key'] === 'accepted' && profile['task-object-infos'] === 'answers';
}

/** Neither by conversation nor by key can such an org be asked for a Task. */
function cannotBeAsked({ profile }: Evidence): boolean {
    return profile['task-callobject-filter'] === 'refused' && !hasKey(profile);
}

function fieldsWrong(one: Case, row: TaskRow): string[] {
    const { evidence, handling, shown, log } = one;
    const wrong: string[] = [];
    for (const field of handling.told.keys()) {
        const present = row.values[field] ?? null;
        const { values, orNothing } = mayBe(handling, field);
        const fits = values.some((value) => says(one, field, present, value)) || (orNothing && present === null);
        const person = log.some(
            (commit) => commit.by === 'person' && field in commit.given && (commit.given[field] ?? null) === present
        );
        const told = handling.told.get(field)?.map(({ value }) => value) ?? [];
        const older = (field === 'Tier__c' || evidence.outOfStep) && told.includes(present);
        const reported =
            isNamed(one, field) || isReported(one) || namedOnTask(row, field) || isUnknowable(evidence, field);
        if (!fits && !person && !older && !reported) {
            wrong.push(
                `${handling.name}: ${field} is ${say(present)} and should be ${values.map(say).join(' or ')}; nobody was told`
            );
        }
    }
    if (shown.last.some(({ phase }) => phase === 'saving')) {
        wrong.push(`${handling.name}: is shown as being saved although everything rests`);
    }
    return wrong;
}

/** Merged texts stand one below the other. */
function says({ log }: Case, field: string, present: Value, value: Value): boolean {
    if (present === value) return true;
    const merged = log.some(({ change, by }) => change === 'delete' && by === 'page');
    return merged && field === 'Description' && String(present).split('\n\n').includes(String(value));
}

/** At rest by a tab that heard the call; at any time before where none is there any more, or the next part has the card. */
function isNamed({ evidence, handling, shown: { lastUnsaved, unsaved } }: Case, field: string): boolean {
    const isThere = evidence.openTabs.some((name) => handling.heardBy.has(name));
    const hasNext = evidence.handlings.some(
        ({ conversation, segment }) => conversation === handling.conversation && segment > handling.segment
    );
    return (isThere && !hasNext ? lastUnsaved : unsaved).has(field);
}

/** An org that neither describes Task nor says that it dropped a field: nobody can know (docs/developers.md says so). */
function isUnknowable({ profile }: Evidence, field: string): boolean {
    return (
        profile['task-object-infos'] === 'refused' &&
        profile['forbidden-field-error'] === 'dropped' &&
        FORBIDDEN[profile['forbidden-fields']].includes(field)
    );
}

function namedOnTask(row: TaskRow, field: string): boolean {
    return String(row.values['SwitchboardUnsaved__c'] ?? '').includes(field);
}

const say = (value: Value): string => (value === null ? 'empty' : JSON.stringify(value));

/** Two Tasks of one handling: forbidden where the org or the browser can prevent it, reported elsewhere. */
function doubled(one: Case, made: readonly TaskCommit[]): string[] {
    const { evidence, handling, rows, log } = one;
    const { profile } = evidence;
    const keys = rows.flatMap(({ values }) => values['SwitchboardKey__c'] ?? []);
    if (new Set(keys).size < keys.length) return [`${handling.name}: two Tasks have the same key`];
    if (cannotBeAsked(evidence)) return [];
    const devices = new Set(made.map((commit) => flightOf(evidence, commit)?.tab.device));
    const promised =
        hasKey(profile) ||
        (profile['web-locks'] === 'works' && devices.size === 1 && made.every((commit) => isOrderly(evidence, commit)));
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

/** A look-up of the page that then made its own could show the phone's Task. */
function couldFind(evidence: Evidence, handling: Handling, commit: TaskCommit, logged: TaskCommit): boolean {
    const flight = flightOf(evidence, commit);
    return evidence.lookUps.some(
        ({ at, tab, about }) =>
            tab === flight?.tab && at > logged.at && at <= flight.sentAt && about.includes(handling.conversation)
    );
}

/** Doubles have to be shown: those that a look-up found, and those that were there when the call was just over. */
function unreported(one: Case): string[] {
    const { evidence, handling, shown, rows, log } = one;
    if (shown.last.some(({ doubles = [] }) => doubles.length > 0)) return [];
    if (shown.last.length === 0 && shown.doubles.size > 0) return [];
    const second = Math.max(...log.filter(({ change }) => change === 'create').map(({ at }) => at));
    // The agent had a deleted Task made anew in two browsers, long after the call: such late ones are not looked for.
    if (second > (handling.endedAt ?? Number.POSITIVE_INFINITY) + LOOKED_FOR_MS) return [];
    const found = evidence.lookUps.some(
        ({ at, about, found: ids }) =>
            at > second && about.includes(handling.conversation) && rows.every(({ id }) => ids.includes(id))
    );
    return found || isSeenLater(one, second)
        ? [`${handling.name}: has doubles that a page could see and nobody was told of`]
        : [];
}

/** The page that saved last looks once more, two minutes later: for a Task that the phone logged meanwhile. */
function isSeenLater({ evidence, handling, log }: Case, second: number): boolean {
    const last = log.findLast(({ by }) => by === 'page');
    const flight = last && flightOf(evidence, last);
    return (
        last !== undefined &&
        flight !== undefined &&
        // A page that took it over without having heard the call does not look once more.
        handling.heardBy.has(flight.tab.name) &&
        wasAwake(flight.tab, last.at, Number.MAX_SAFE_INTEGER) &&
        last.at + LAST_LOOK_MS > Math.max(evidence.restAt, second)
    );
}

/** At rest the org refuses nothing: doubles that are shown can be merged, where the org describes Task. */
function notMerged({ merges, profile }: Evidence): string[] {
    if (profile['task-object-infos'] === 'refused') return [];
    return merges
        .filter(({ answer }) => answer === 'notMerged')
        .map(({ conversation }) => `${conversation}: its doubles could not be merged`);
}

/** Nothing is written before the moment that the admin wants, and the phone's Task is awaited. */
function tooEarly({ evidence, handling, log }: Case): string[] {
    const { clockJumped, profile } = evidence;
    const ended = handling.endedAt ?? Number.POSITIVE_INFINITY;
    const first = log.find(({ by }) => by === 'page');
    const made = log.find(({ by, change }) => by === 'page' && change === 'create');
    if (clockJumped || wasDeleted(log)) return [];
    if (profile['write-when'] !== 'eachStep' && first !== undefined && first.at < ended) {
        return [`${handling.name}: was written before it was over`];
    }
    return profile['write-mode'] === 'follow' && made !== undefined && made.at < ended + FOLLOW_SECONDS * 1_000
        ? [`${handling.name}: got a Task before the phone's was awaited`]
        : [];
}

/** In phone mode the phone was given the last values. */
function judgeHandedOver(evidence: Evidence, handling: Handling): string[] {
    const made = evidence.log.find(
        ({ change, by, user }) => change === 'create' && by === 'page' && user === handling.user
    );
    if (made !== undefined) return [`${handling.name}: a Task was made although the phone makes them`];
    const { values, orNothing } = mayBe(handling, 'Queue__c');
    if (!handling.heard || orNothing) return [];
    const key = keyOf(handling);
    const given = evidence.handedOver.filter((one) => one.key === key).at(-1)?.values['Call.QueueName'];
    return values.includes((given ?? null) as Value)
        ? []
        : [
              `${handling.name}: the phone was given ${say((given ?? null) as Value)} and not ${values.map(say).join(' or ')}`
          ];
}
