/** Judges what happened by the org's committed rows and its log, by what the agent was shown, and by nothing else. */
import { judgeAskedFor } from './askedFor.ts';
import { changedOfPhone, wrongDefaults } from './defaultsOfTask.ts';
import { doubled, notMerged } from './doubles.ts';
import type { Evidence } from './evidence.ts';
import { judgeHandedOver, say } from './handedOver.ts';
import { caseOf, isReported, madeByPages, wasDeleted } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import { judgeLog } from './judgedLog.ts';
import { cannotSee, flightOf, hasKey, isSwappedTask, keepsNothing } from './knowledge.ts';
import { FOLLOW_SECONDS, MAPPED_FIELDS } from './org/modelOrg.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskRow, Value } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import { mayBe } from './truth.ts';
import type { Handling } from './truth.ts';

const PICKED = ['WhoId', 'WhatId'];

/** Filled by built-in rules where nobody else has. */
const YIELDING = ['Description', 'CallDisposition'];

/** Everything that is wrong, as sentences; nothing when all promises were kept. */
export function judge(evidence: Evidence): string[] {
    const wrong = [
        ...evidence.errors.map((error) => `the page threw: ${error}`),
        ...evidence.leaks.map((tab) => `${tab} showed something of another user`),
        ...judgeLog(evidence),
        ...notMerged(evidence),
        ...changedOfPhone(evidence.log, [...MAPPED_FIELDS, ...PICKED, ...(cannotSee(evidence) ? YIELDING : [])])
    ];
    for (const handling of evidence.handlings) wrong.push(...judgeHandling(evidence, handling));
    return [...new Set(wrong)];
}

function judgeHandling(evidence: Evidence, handling: Handling): string[] {
    if (evidence.profile['write-mode'] === 'phone') return judgeHandedOver(evidence, handling);
    if (isMixedUp(evidence, handling) || isSwapped(evidence, handling)) return [];
    const one = caseOf(evidence, handling);
    const asked = judgeAskedFor(evidence, handling, one.log);
    return handling.connectedTime === undefined
        ? [...judgeMissed(one), ...asked]
        : [...judgeTask(one), ...tooEarly(one), ...asked];
}

/** A page of another computer took one part's Task for the other's. */
function isSwapped(evidence: Evidence, handling: Handling): boolean {
    const owner = ownerOf(handling);
    return [...ownersOf(evidence)].some(([id, owners]) => owners.has(owner) && isSwappedTask(evidence, id, owners));
}

/** Which part of a conversation a Task without a key is of, a browser whose data are gone cannot know. */
function isMixedUp(evidence: Evidence, { conversation }: Handling): boolean {
    const { profile, forgotten, handlings } = evidence;
    return (
        !hasKey(profile) &&
        (forgotten.has(conversation) || keepsNothing(evidence)) &&
        handlings.filter((one) => one.conversation === conversation).length > 1
    );
}

function judgeMissed(one: Case): string[] {
    const { evidence, handling, rows, log } = one;
    if (evidence.profile['log-missed'] === 'no') {
        return rows.length === 0 ? [] : [`${handling.name}: was never connected and has a Task`];
    }
    if (rows.length > 1) return doubled(one, madeByPages(log));
    if (rows[0] !== undefined && !isReported(one)) return wrongDefaults(handling, rows[0]);
    if (rows.length === 1 || !handling.missed || wasDeleted(log) || isReported(one)) return [];
    return [`${handling.name}: was missed and has no Task, and nobody was told`];
}

function judgeTask(one: Case): string[] {
    const { handling, rows, log } = one;
    if (rows.length > 1) return doubled(one, madeByPages(log));
    const [row] = rows;
    if (row === undefined) {
        if (!handling.heard || wasDeleted(log) || isReported(one)) return [];
        return [`${handling.name}: has no Task, and nobody was told`];
    }
    const deletion = one.evidence.log.findLast(
        (commit) =>
            commit.change === 'delete' &&
            commit.by === 'person' &&
            (log.includes(commit) || isOfConversation(one, commit.id))
    );
    const made = log.find(({ id, change }) => id === row.id && change === 'create');
    // The other one of two Tasks was deleted: which values that one had, nobody keeps.
    if (deletion !== undefined && (made === undefined || made.order < deletion.order)) return [];
    // Made anew by a page that never heard the call: what the deleted one had said is kept nowhere.
    const maker = made && flightOf(one.evidence, made);
    if (deletion !== undefined && maker !== undefined && !handling.heardBy.has(maker.tab.name)) return [];
    return fieldsWrong(one, row);
}

/** The phone's own Task of any part of it. */
function isOfConversation({ evidence, handling: { conversation } }: Case, id: string): boolean {
    return evidence.handlings.some((one) => one.conversation === conversation && one.phoneTasks.includes(id));
}

function fieldsWrong(one: Case, row: TaskRow): string[] {
    const { evidence, handling, shown, log } = one;
    const wrong: string[] = [];
    const isOurs = log.some(({ id, by, change }) => id === row.id && by === 'page' && change === 'create');
    if (isOurs && !isReported(one)) wrong.push(...wrongDefaults(handling, row));
    for (const field of handling.told.keys()) {
        if (!isOurs && field === 'CallDurationInSeconds') continue;
        const present = row.values[field] ?? null;
        const { values, orNothing } = mayBe(handling, field);
        const fits = values.some((value) => says(one, field, present, value)) || (orNothing && present === null);
        const person = log.some(
            (commit) => commit.by !== 'page' && field in commit.given && (commit.given[field] ?? null) === present
        );
        const told = handling.told.get(field)?.map(({ value }) => value) ?? [];
        const older = (field === 'Tier__c' || evidence.outOfStep || evidence.clockSetBack) && told.includes(present);
        if (fits || person || older || isReported(one) || isUnknowable(evidence, field)) continue;
        if (isListed(one, field) && !namedOnTask(row, field)) {
            wrong.push(`${handling.name}: ${field} is ${say(present)}, and the Task does not say that it is not saved`);
        }
        if (!isNamed(one, field)) {
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

/** A value that did not fit and came when everything was saved gives the page nothing to write: it is only shown. */
const COLLECTED_MS = 2_000;

/** The org has the field for the list of what is not saved, and tells so. */
function isListed({ evidence, handling: { unfitAt }, log }: Case, field: string): boolean {
    const { profile } = evidence;
    if (profile['unsaved-field'] !== 'there' || profile['task-object-infos'] !== 'answers') return false;
    const last = log.findLast(({ by }) => by === 'page');
    const sentAt = (last && flightOf(evidence, last))?.sentAt ?? 0;
    return field !== 'Score__c' || unfitAt === 0 || sentAt > unfitAt + COLLECTED_MS;
}

function namedOnTask(row: TaskRow, field: string): boolean {
    return String(row.values['SwitchboardUnsaved__c'] ?? '').includes(field);
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
