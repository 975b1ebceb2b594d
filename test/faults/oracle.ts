/** Judges what happened by the org's committed rows and its log, by what the agent was shown, and by nothing else. */
import type { Evidence, Shown } from './evidence.ts';
import { MAPPED_FIELDS } from './org/modelOrg.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskCommit, TaskRow, Value } from './org/taskTable.ts';
import { keyOf, mayBe } from './truth.ts';
import type { Handling } from './truth.ts';

const NOTHING_SHOWN: Shown = { unsaved: new Set(), doubles: new Set(), last: [] };

/** Values say whose they are: `Q|<handling>|<number>`. */
const OWNER = /^[QTWN]\|(.+)\|\d+$/;

function ownersIn(values: Readonly<Record<string, unknown>>): Set<string> {
    const owners = Object.values(values).flatMap(
        (value) => OWNER.exec(typeof value === 'string' ? value : '')?.[1] ?? []
    );
    return new Set(owners);
}

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
        ...overlaps(evidence),
        ...foreign(evidence),
        ...needless(evidence),
        ...guessed(evidence),
        ...overwritten(evidence)
    ];
    for (const handling of evidence.handlings) {
        wrong.push(
            ...(evidence.profile['write-mode'] === 'phone'
                ? judgeHandedOver(evidence, handling)
                : judgeTask(caseOf(evidence, handling)))
        );
    }
    return [...new Set(wrong)];
}

interface Signs {
    readonly name: string;
    readonly user: string;
    readonly conversation: string;
    readonly key: string;
    /** The connection, as a date-time field and as a Subject say it. */
    readonly second: string;
    readonly spelled: string;
}

const signs = new WeakMap<Handling, Signs>();

function signsOf(handling: Handling): Signs | undefined {
    if (handling.connectedTime === undefined) return undefined;
    const known = signs.get(handling);
    if (known !== undefined) return known;
    const second = new Date(Math.floor(handling.connectedTime / 1_000) * 1_000);
    const hour = second.getUTCHours();
    const clock = [
        hour % 12 || 12,
        ...[second.getUTCMinutes(), second.getUTCSeconds()].map((part) => String(part).padStart(2, '0'))
    ];
    const day = `${second.getUTCMonth() + 1}/${second.getUTCDate()}/${second.getUTCFullYear()}`;
    const made: Signs = {
        name: handling.name,
        user: handling.user,
        conversation: handling.conversation,
        key: keyOf(handling),
        second: second.toISOString(),
        spelled: `Call ${day}, ${clock.join(':')} ${hour < 12 ? 'AM' : 'PM'}`
    };
    signs.set(handling, made);
    return made;
}

/** Which handlings the pages' commits to a Task speak of: their own values say so. */
function handlingsOf(evidence: Evidence, id: string): Set<string> {
    const owners = new Set<string>();
    const all = evidence.handlings.flatMap((one) => signsOf(one) ?? []);
    for (const { by, user, given, ...commit } of evidence.log) {
        if (commit.id !== id || by !== 'page') continue;
        for (const owner of ownersIn(given)) owners.add(owner);
        const conversation = given['CallObject'];
        for (const one of all) {
            const same =
                given['Connected__c'] === one.second ||
                given['Subject'] === one.spelled ||
                given['SwitchboardKey__c'] === one.key;
            if (same && one.user === user && (conversation === undefined || conversation === one.conversation)) {
                owners.add(one.name);
            }
        }
    }
    return owners;
}

function caseOf(evidence: Evidence, handling: Handling): Case {
    const mine = (id: string): boolean => handlingsOf(evidence, id).has(handling.name);
    const log = evidence.log.filter(({ id }) => mine(id));
    return {
        evidence,
        handling,
        shown: evidence.shown.get(keyOf(handling)) ?? NOTHING_SHOWN,
        rows: evidence.rows.filter(({ id }) => mine(id)),
        log
    };
}

function judgeTask(one: Case): string[] {
    const { evidence, handling, rows, log } = one;
    const { name } = handling;
    if (handling.connectedTime === undefined) {
        return rows.length === 0 ? [] : [`${name}: was never connected and has a Task`];
    }
    const deleted = log.some(({ change, by }) => change === 'delete' && by === 'person');
    const made = log.filter(({ change, by }) => change === 'create' && by === 'page');
    if (rows.length > 1) return doubled(one, made);
    if (rows.length === 0) {
        if (!handling.heard || deleted || isReported(one) || waitsForWrapUp(one)) return [];
        return [`${name}: has no Task, and nobody was told`];
    }
    if (deleted) return [];
    const row = rows[0];
    return row === undefined ? [] : fieldsWrong(one, row, evidence);
}

/** The agent was told that the Task as a whole is not saved, or values of it still wait. */
function isReported({ shown, evidence }: Case): boolean {
    const told = shown.last.some(({ phase, failure }) => phase === 'notSaved' && failure !== undefined);
    return told && excused(evidence);
}

/** The admin wants nothing written before the wrap-up, which nobody told; the agent sees that values wait. */
function waitsForWrapUp({ evidence, handling, shown }: Case): boolean {
    const wrappedUp = handling.told.has('Wrap__c');
    return evidence.profile['write-when'] === 'wrapUp' && !wrappedUp && shown.last.some(({ pending }) => pending);
}

/** What the org refuses altogether cannot be saved by trying again. */
function excused({ profile }: Evidence): boolean {
    return profile['task-callobject-filter'] === 'refused';
}

function fieldsWrong(one: Case, row: TaskRow, evidence: Evidence): string[] {
    const { handling, shown, log } = one;
    const wrong: string[] = [];
    for (const field of handling.told.keys()) {
        const present = row.values[field] ?? null;
        const { values, orNothing } = mayBe(handling, field);
        const fits = values.includes(present) || (orNothing && present === null);
        const person = log.some(
            (commit) => commit.by === 'person' && field in commit.given && (commit.given[field] ?? null) === present
        );
        const told = handling.told.get(field)?.map(({ value }) => value) ?? [];
        const onlyWhenEmpty = field === 'Tier__c' && (told.includes(present) || orNothing);
        const reported =
            shown.unsaved.has(field) || isReported(one) || namedOnTask(row, field) || isUnknowable(evidence, field);
        if (!fits && !person && !onlyWhenEmpty && !reported) {
            wrong.push(
                `${handling.name}: ${field} is ${say(present)} and should be ${values.map(say).join(' or ')}; nobody was told`
            );
        }
    }
    if (evidence.handlings.length > 0 && shown.last.some(({ phase }) => phase === 'saving')) {
        wrong.push(`${handling.name}: is shown as being saved although everything rests`);
    }
    return wrong;
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
function doubled({ evidence, handling, shown, rows, log }: Case, made: readonly TaskCommit[]): string[] {
    const { profile, flights } = evidence;
    const keys = rows
        .map(({ values }) => values['SwitchboardKey__c'])
        .filter((key) => key !== null && key !== undefined);
    if (new Set(keys).size < keys.length) return [`${handling.name}: two Tasks have the same key`];
    const promised =
        profile['unique-key'] === 'accepted' ||
        (profile['web-locks'] === 'works' &&
            !evidence.clockJumped &&
            made.every(({ request }) => isOrderly(flights, request)));
    const phoneWasLate = rows.some(({ id }) => {
        const logged = log.find((commit) => commit.id === id && commit.change === 'create' && commit.by === 'phone');
        return logged !== undefined && made.some((ours) => ours.at <= logged.at + 10_000);
    });
    const ours = rows.filter(({ id }) => made.some((commit) => commit.id === id));
    if (ours.length > 1 && promised) return [`${handling.name}: has ${ours.length} Tasks that the pages made`];
    if (ours.length === rows.length || phoneWasLate) return unreported(evidence, handling, shown, rows, log);
    return [`${handling.name}: has ${rows.length} Tasks although the phone's was there first`];
}

/** False for a create whose page died, slept or was not answered while it was under way: nobody could wait for it. */
function isOrderly(flights: Evidence['flights'], request: number | undefined): boolean {
    const flight = flights.find((one) => one.request === request);
    return flight !== undefined && flight.over && flight.tab.frozenAt === undefined && !flight.lost;
}

/** Doubles that a look-up found have to be shown. */
function unreported(
    evidence: Evidence,
    handling: Handling,
    shown: Shown,
    rows: readonly TaskRow[],
    log: readonly TaskCommit[]
): string[] {
    const second = Math.max(...log.filter(({ change }) => change === 'create').map(({ at }) => at));
    const found = evidence.lookUps.some(
        ({ at, conversation, found: ids }) =>
            at > second && conversation === handling.conversation && rows.every(({ id }) => ids.includes(id))
    );
    return found && shown.doubles.size === 0
        ? [`${handling.name}: has doubles that a look-up found and nobody was told of`]
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

/** Never two writes under way for one Task, where the browser has locks. */
function overlaps({ profile, flights, log }: Evidence): string[] {
    if (profile['web-locks'] !== 'works') return [];
    const at = new Map(log.map((commit) => [commit.request, commit.at]));
    const wrong: string[] = [];
    flights.forEach((first, index) => {
        const committed = at.get(first.request);
        if (committed === undefined || first.tab.frozenAt !== undefined) return;
        const second = flights
            .slice(index + 1)
            .find(({ target, tab, sentAt }) => target === first.target && tab !== first.tab && sentAt < committed);
        // A page that died cannot hold a lock, and one that waits for very long loses it to another.
        if (second !== undefined && first.tab.state === 'open' && committed - first.sentAt < 30_000) {
            wrong.push(`two pages wrote ${first.target} at the same time`);
        }
    });
    return wrong;
}

/** No value of another handling or another user on a Task. */
function foreign(evidence: Evidence): string[] {
    const wrong: string[] = [];
    for (const { id } of evidence.rows) {
        const owners = [...handlingsOf(evidence, id)];
        if (owners.length > 1) wrong.push(`one Task holds values of ${owners.sort().join(' and ')}`);
    }
    for (const { by, user, given } of evidence.log) {
        const others = by === 'page' ? [...ownersIn(given)].filter((owner) => !owner.startsWith(user)) : [];
        for (const owner of others) wrong.push(`a page of ${user} wrote values of ${owner}`);
    }
    return wrong;
}

/**
 * A write that changed nothing is needless, unless an answer was lost or a page was gone before it could know. Where the
 * org does not describe Task no page can read what another one wrote, and without locks two may write at once.
 */
function needless({ log, flights, profile }: Evidence): string[] {
    if (flights.some(({ lost, over }) => lost || !over)) return [];
    const blind = profile['task-object-infos'] === 'refused' || profile['web-locks'] === 'missing';
    const pageOf = (request: number | undefined): unknown => flights.find((one) => one.request === request)?.tab;
    const seldom = ({ id, order, request }: TaskCommit): boolean =>
        blind &&
        log.some((before) => before.id === id && before.order < order && pageOf(before.request) !== pageOf(request));
    return log
        .filter((one) => one.by === 'page' && one.change === 'update' && one.changed.length === 0 && !seldom(one))
        .map(({ given }) => `a write changed nothing (${Object.keys(given).join(', ')})`);
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
        // What nobody here had written before is the person's first, and the page's as well.
        const ours = (field: string): boolean =>
            evidence.log.some(
                (one) => one.by === 'page' && one.id === edit.id && one.order < edit.order && field in one.given
            );
        for (const field of Object.keys(edit.given).filter(ours)) {
            const after = evidence.log.find(
                (one) => one.order > edit.order && one.id === edit.id && field in one.given
            );
            const flight = evidence.flights.find(({ request }) => request === after?.request);
            if (after?.by === 'page' && flight !== undefined && flight.sentAt > edit.at + 10_000) {
                wrong.push(`${field} that a person had written ${flight.sentAt - edit.at} ms before was overwritten`);
            }
        }
    }
    return wrong;
}
