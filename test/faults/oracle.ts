/**
 * Judges what happened by the org's rows, its log and the look-ups that it answered, by the requests that were under way
 * and the values given to the phone, by what was told and when, and by what the agent was shown. It asks no page.
 */
import { judgeAskedFor } from './askedFor.ts';
import { changedOfPhone, wrongDefaults } from './defaultsOfTask.ts';
import { doubled, notMerged } from './doubles.ts';
import { isMergedByStranger, isMergedUnseen, lostByMerging } from './mergedTasks.ts';
import type { Evidence } from './evidence.ts';
import { judgeHandedOver, say } from './handedOver.ts';
import { caseOf, isReported, madeByPages, wasDeleted } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import { judgeLog } from './judgedLog.ts';
import {
    cannotBeAsked,
    cannotSee,
    couldKnow,
    flightOf,
    hasKey,
    isOvertaken,
    isSwappedTask,
    keepsNothing
} from './knowledge.ts';
import { MAPPED_FIELDS } from './org/setUp.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskCommit, TaskRow, Value } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import { together, verdict } from './tally.ts';
import type { Rule, Verdict } from './tally.ts';
import { tooEarly } from './tooEarly.ts';
import { keyOf, mayBe, sureSince } from './truth.ts';
import type { Handling } from './truth.ts';
import type { Tab } from './world/tabs.ts';

const PICKED = ['WhoId', 'WhatId'];

/** Filled by built-in rules where nobody else has. */
const YIELDING = ['Description', 'CallDisposition'];

/** Everything that is wrong, as sentences; nothing when all promises were kept. */
export const judge = (evidence: Evidence): readonly string[] => verdictOn(evidence).wrong;

export function verdictOn(evidence: Evidence): Verdict {
    const handlings = together(...evidence.handlings.map((handling) => judgeHandling(evidence, handling)));
    const wrong = [
        ...evidence.errors.map((error) => `the page threw: ${error}`),
        ...evidence.leaks.map((tab) => `${tab} showed something of another user`),
        ...evidence.unheeded,
        ...evidence.undrawn,
        ...judgeLog(evidence),
        ...notMerged(evidence),
        ...lostByMerging(evidence),
        ...changedOfPhone(evidence.log, [...MAPPED_FIELDS, ...PICKED, ...(cannotSee(evidence) ? YIELDING : [])]),
        ...handlings.wrong
    ];
    return { wrong: [...new Set(wrong)], by: handlings.by };
}

function judgeHandling(evidence: Evidence, handling: Handling): Verdict {
    if (evidence.profile['write-mode'] === 'phone') return judgeHandedOver(evidence, handling);
    if (isMixedUp(evidence, handling)) return verdict('mixedUp');
    if (isSwapped(evidence, handling)) return verdict('swapped');
    const one = caseOf(evidence, handling);
    const isMissed = handling.connectedTime === undefined;
    const { wrong, by } = isMissed ? judgeMissed(one) : judgeTask(one);
    const early = isMissed ? [] : tooEarly(one);
    return { wrong: [...wrong, ...early, ...judgeAskedFor(evidence, handling, one.log)], by };
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

function judgeMissed(one: Case): Verdict {
    const { evidence, handling, rows, log } = one;
    const [row] = rows;
    if (evidence.profile['log-missed'] === 'no') {
        return verdict('notWanted', row && [`${handling.name}: was never connected and has a Task`]);
    }
    if (rows.length > 1) return judgeDoubles(one);
    if (row !== undefined && !isMadeByPage(one, row)) return verdict('missed');
    if (row === undefined && !handling.missed) return verdict(handling.endedAt === undefined ? 'notWanted' : 'unheard');
    if (row === undefined && wasDeleted(log)) return verdict('deleted');
    if (isReported(one)) return verdict('reported');
    if (row !== undefined) return verdict('missed', wrongDefaults(handling, row));
    return verdict('noTask', [`${handling.name}: was missed and has no Task, and nobody was told`]);
}

function judgeDoubles(one: Case): Verdict {
    return verdict(cannotBeAsked(one.evidence) ? 'unaskable' : 'doubles', doubled(one, madeByPages(one.log)));
}

function judgeTask(one: Case): Verdict {
    const { handling, rows, log } = one;
    if (rows.length > 1) return judgeDoubles(one);
    const [row] = rows;
    if (row === undefined) {
        if (!handling.heard) return verdict('unheard');
        if (wasDeleted(log)) return verdict('deleted');
        if (isReported(one)) return verdict('reported');
        if (isMergedByStranger(one.evidence, handling, log)) return verdict('mergedByStranger');
        return verdict('noTask', [`${handling.name}: has no Task, and nobody was told`]);
    }
    const deletion = one.evidence.log.findLast(
        (commit) =>
            commit.change === 'delete' &&
            commit.by === 'person' &&
            (log.includes(commit) || isOfConversation(one, commit.id))
    );
    const made = log.find(({ id, change }) => id === row.id && change === 'create');
    // The other one of two Tasks was deleted: which values that one had, nobody keeps.
    if (deletion !== undefined && (made === undefined || made.order < deletion.order)) return verdict('otherDeleted');
    if (log.some((commit) => isMergedUnseen(one.evidence, commit))) return verdict('mergedUnseen');
    if (deletion !== undefined && made !== undefined && knowsNot(one, deletion, made)) return verdict('madeAnew');
    const isOurs = isMadeByPage(one, row);
    // The phone's own Task keeps its own duration.
    const fields = [...handling.told.keys()].filter((field) => isOurs || field !== 'CallDurationInSeconds');
    return together(
        verdict('fieldByField', taskWrong(one, row)),
        ...fields.map((field) => judgeField(one, field, row))
    );
}

/** Who made another Task, or wrote first to the phone's, never heard the call, or did not write the deleted one. */
function knowsNot({ evidence, handling, log }: Case, deleted: TaskCommit, made: TaskCommit): boolean {
    const first = log.find(({ id, by }) => id === made.id && by === 'page');
    const maker = first && flightOf(evidence, first);
    if (maker === undefined) return true;
    const forgets = keepsNothing(evidence) || evidence.forgotten.has(handling.conversation);
    const knew = (tab: Tab | undefined): boolean => (forgets ? tab === maker.tab : tab?.device === maker.tab.device);
    const wrote = log.some((one) => one.id === deleted.id && knew(flightOf(evidence, one)?.tab));
    return !wrote || !handling.heardBy.has(maker.tab.name);
}

function isMadeByPage({ log }: Case, row: TaskRow): boolean {
    return log.some(({ id, by, change }) => id === row.id && by === 'page' && change === 'create');
}

/** The phone's own Task of any part of it. */
function isOfConversation({ evidence, handling: { conversation } }: Case, id: string): boolean {
    return evidence.handlings.some((one) => one.conversation === conversation && one.phoneTasks.includes(id));
}

function taskWrong(one: Case, row: TaskRow): string[] {
    const { handling, shown } = one;
    const isOurs = isMadeByPage(one, row);
    const wrong = isOurs && !isReported(one) ? wrongDefaults(handling, row) : [];
    if (!isOurs && lacksKey(one, row)) wrong.push(`${handling.name}: the Task that was taken has no key`);
    if (shown.last.some(({ phase }) => phase === 'saving')) {
        wrong.push(`${handling.name}: is shown as being saved although everything rests`);
    }
    return wrong;
}

function judgeField(one: Case, field: string, row: TaskRow): Verdict {
    const rule = ruleFor(one, field, row);
    if (rule !== undefined) return verdict(rule);
    const is = `${one.handling.name}: ${field} is ${say(row.values[field] ?? null)}`;
    const wrong: string[] = [];
    if (isLatestWord(one, field, row)) wrong.push(`${is} although the agent picked something else last`);
    if (isListed(one) && !namedOnTask(row, field) && !isOlderList(one, field)) {
        wrong.push(`${is}, and the Task does not say that it is not saved`);
    }
    if (isNamed(one, field)) return verdict('named', wrong);
    const { values } = mayBe(one.handling, field);
    return verdict('different', [...wrong, `${is} and should be ${values.map(say).join(' or ')}; nobody was told`]);
}

/** By which rule the field may say what it does without being named; none: it has to be named. */
function ruleFor(one: Case, field: string, row: TaskRow): Rule | undefined {
    const { evidence, handling, log } = one;
    const present = row.values[field] ?? null;
    const { values, orNothing } = mayBe(handling, field);
    if (values.some((value) => says(one, field, present, value))) {
        return values.length === 1 && !orNothing ? 'equal' : 'oneOfSeveral';
    }
    if (orNothing && (present === null || PICKED.includes(field))) return 'unsure';
    if (isOthersWord(one, field, present)) return 'person';
    const isBehind = field === 'Tier__c' || evidence.outOfStep || evidence.clockSetBack;
    if (isBehind && handling.told.get(field)?.some(({ value }) => value === present) === true) return 'older';
    const last = log.findLast(({ id, given }) => id === row.id && field in given);
    if (last !== undefined && (isOvertaken(evidence, last) || isCrossed(one, field, last))) return 'overtaken';
    if (isReported(one)) return 'reportedField';
    return isUnknowable(evidence, field) ? 'unknowable' : undefined;
}

/** A person wrote it; or the phone, where it yields to the phone's or no page surely heard a value. */
function isOthersWord({ handling, log }: Case, field: string, present: Value): boolean {
    // What the agent picks afterwards is the agent's word.
    const since = PICKED.includes(field) ? sureSince(handling, field) : 0;
    const isPhones = mayBe(handling, field).orNothing || YIELDING.includes(field);
    return log.some(
        ({ at, by, given }) =>
            (by === 'person' || (by === 'phone' && isPhones)) &&
            at >= since &&
            field in given &&
            (given[field] ?? null) === present
    );
}

/** Tabs of a browser that keeps nothing do not know each other's picks: one that wrote at the same moment saw none, and nobody is nothing. */
function isCrossed({ evidence, log }: Case, field: string, last: TaskCommit): boolean {
    const flight = PICKED.includes(field) && keepsNothing(evidence) ? flightOf(evidence, last) : undefined;
    const before = log.findLast(({ id, order, given }) => id === last.id && order < last.order && field in given);
    const other = before && flightOf(evidence, before);
    if (flight === undefined || other === undefined || other.tab === flight.tab) return false;
    return before?.given[field] === null || !couldKnow(evidence, flight, last.id, before?.at ?? 0);
}

/** The agent picked it surely, nobody changed the Task's afterwards, and no page had written it before. */
function isLatestWord({ handling, log }: Case, field: string, { values }: TaskRow): boolean {
    const last = PICKED.includes(field) ? handling.told.get(field)?.at(-1) : undefined;
    if (last?.sure !== true) return false;
    // The platform refuses it beside a lead.
    if (field === 'WhatId' && String(values['WhoId']).startsWith('00Q')) return false;
    return !log.some(
        ({ at, by, given }) => field in given && (by === 'page' ? given[field] === last.value : at >= last.at)
    );
}

/** With the first values that a page writes to the phone's own Task it gets the key, where the org has the field. */
function lacksKey({ evidence, handling, log }: Case, { id, values }: TaskRow): boolean {
    const wrote = log.some((commit) => commit.id === id && commit.by === 'page' && commit.change === 'update');
    return wrote && hasKey(evidence.profile) && values['SwitchboardKey__c'] !== keyOf(handling);
}

/** Merged texts stand one below the other. Of two parts, nobody can tell whose the deleted one was. */
function says({ evidence: { log } }: Case, field: string, present: Value, value: Value): boolean {
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
        profile['task-write-route'] === 'graphql' &&
        FORBIDDEN[profile['forbidden-fields']].includes(field)
    );
}

/** The org has the field for the list of what is not saved, and tells so. */
function isListed({ evidence: { profile } }: Case): boolean {
    return profile['unsaved-field'] === 'there' && profile['task-object-infos'] === 'answers';
}

function namedOnTask(row: TaskRow, field: string): boolean {
    return String(row.values['SwitchboardUnsaved__c'] ?? '').includes(field);
}

/** A page that never heard the call saved what its browser had kept, and does not know what the other browser could not save. */
function isOlderList({ evidence, handling, log }: Case, field: string): boolean {
    const lists = log.filter(({ by, given }) => by === 'page' && 'SwitchboardUnsaved__c' in given);
    const tabOf = (one: TaskCommit | undefined): Tab | undefined => one && flightOf(evidence, one)?.tab;
    const last = tabOf(lists.at(-1));
    const named = lists.filter(({ given }) => String(given['SwitchboardUnsaved__c']).includes(field));
    return (
        last !== undefined &&
        !handling.heardBy.has(last.name) &&
        named.some((one) => tabOf(one)?.device !== last.device)
    );
}
