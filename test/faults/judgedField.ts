/** Whether a field of the Task says what it must, and by which rule it may say something else. */
import type { Evidence } from './evidence.ts';
import { say } from './handedOver.ts';
import { isReported, wasDeleted } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import {
    cannotSee,
    couldKnow,
    flightOf,
    givenBefore,
    isLaterThanLook,
    isOvertaken,
    shareNothing,
    wasAwake
} from './knowledge.ts';
import { FORBIDDEN } from './org/taskTable.ts';
import type { TaskCommit, TaskRow, Value } from './org/taskTable.ts';
import { verdict } from './tally.ts';
import type { Rule, Verdict } from './tally.ts';
import { BY_AGENT, mayBe, sureSince } from './truth.ts';
import { isMissingOnList } from './unsavedLists.ts';

/** What the agent picks. */
export const PICKED = ['WhoId', 'WhatId'];

/** Filled by built-in rules where nobody else has. */
export const YIELDING = ['Description', 'CallDisposition'];

export function judgeField(one: Case, field: string, row: TaskRow): Verdict {
    const rule = ruleFor(one, field, row);
    if (rule !== undefined) return verdict(rule);
    const is = `${one.handling.name}: ${field} is ${say(row.values[field] ?? null)}`;
    const wrong: string[] = [];
    if (isLatestWord(one, field, row)) wrong.push(`${is} although the agent picked something else last`);
    if (isMissingOnList(one, field, row)) {
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
    if (last !== undefined && isLateForNobody(one, field, last)) return 'overtaken';
    if (present === null && isGoneWithDeleted(one, field, row)) return 'unsure';
    if (isReported(one)) return 'reportedField';
    return isUnknowable(evidence, field) ? 'unknowable' : undefined;
}

/** A person wrote it; or the phone, also on a Task that was merged, where it yields to the phone's or no page surely heard a value. */
function isOthersWord(one: Case, field: string, present: Value): boolean {
    const { evidence, handling, log } = one;
    // Of which part the phone's Task was, which is merged into another one, nobody can tell.
    const merged = evidence.log.filter(
        ({ id, by, given }) =>
            by === 'phone' &&
            given['CallObject'] === handling.conversation &&
            evidence.log.some((other) => other.id === id && other.by === 'page' && other.change === 'delete')
    );
    // What the agent picks afterwards is the agent's word.
    const since = PICKED.includes(field) ? sureSince(handling, field) : 0;
    const isPhones = mayBe(handling, field).orNothing || YIELDING.includes(field);
    return [...log, ...merged].some(({ at, by, given }) => {
        if (at < since || !(field in given)) return false;
        const word = given[field] ?? null;
        return by === 'person' ? says(one, field, present, word) : by === 'phone' && isPhones && word === present;
    });
}

/** The agent picked nobody, and the Task named nobody until what a page had sent that is gone came after all. */
function isLateForNobody({ evidence, handling, log }: Case, field: string, last: TaskCommit): boolean {
    const picked = PICKED.includes(field) ? handling.told.get(field)?.at(-1) : undefined;
    const before = givenBefore(log, last, field);
    return (
        picked?.value === null && (before?.given[field] ?? null) === null && isLaterThanLook(evidence, last, picked.at)
    );
}

/**
 * Pages that share no memory do not know each other's picks: one that wrote at the same moment saw none, nor does any where
 * the org does not describe Task; and nobody is nothing.
 */
function isCrossed({ evidence, handling, log }: Case, field: string, last: TaskCommit): boolean {
    const flight = PICKED.includes(field) ? flightOf(evidence, last) : undefined;
    const before = givenBefore(log, last, field);
    if (flight === undefined) return false;
    if (before === undefined) {
        // Nothing had to be written for nobody.
        const picked = handling.told.get(field)?.at(-1);
        const { tab } = evidence.asks.find(({ how, at }) => how === 'atOnce' && at === picked?.at) ?? flight;
        return picked?.value === null && shareNothing(evidence, flight.tab, tab);
    }
    const other = flightOf(evidence, before);
    if (other === undefined || !shareNothing(evidence, flight.tab, other.tab)) return false;
    const couldSee = !cannotSee(evidence) && couldKnow(evidence, flight, last.id, before.at);
    return before.given[field] === null || !couldSee;
}

/**
 * The Task that had it was deleted, the tab that had written it there is gone, and the one that made another Task had
 * slept, had not heard of the call when it was written, or has a later part on its card: nobody keeps values that are saved.
 */
function isGoneWithDeleted({ evidence, handling, log }: Case, field: string, row: TaskRow): boolean {
    const made = log.find(({ id, change }) => id === row.id && change === 'create');
    const maker = made && flightOf(evidence, made);
    const told = BY_AGENT.includes(field) ? handling.told.get(field)?.at(-1) : undefined;
    if (maker === undefined || told === undefined) return false;
    const slept = !wasAwake(maker.tab, told.at, maker.sentAt);
    const heard = evidence.asks.filter(
        (ask) => ask.how === 'step' && ask.tab === maker.tab && ask.handling === handling
    );
    return log.some((one) => {
        if (!slept && !hasNext(evidence, handling) && heard.some(({ at }) => at <= one.at)) return false;
        const writer = one.id !== row.id && one.given[field] === told.value ? flightOf(evidence, one)?.tab : undefined;
        return (
            wasDeleted(log.filter(({ id }) => id === one.id)) && writer !== undefined && writer.endedAt <= maker.sentAt
        );
    });
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

/** Merged texts stand one below the other. Of two parts, nobody can tell whose the deleted one was. */
function says({ evidence: { log } }: Case, field: string, present: Value, value: Value): boolean {
    if (present === value) return true;
    const merged = log.some(({ change, by }) => change === 'delete' && by === 'page');
    return merged && field === 'Description' && String(present).split('\n\n').includes(String(value));
}

/** At rest by a tab that heard the call; at any time before where none is there any more, or the next part has the card. */
function isNamed({ evidence, handling, shown: { lastUnsaved, unsaved } }: Case, field: string): boolean {
    const isThere = evidence.openTabs.some((name) => handling.heardBy.has(name));
    return (isThere && !hasNext(evidence, handling) ? lastUnsaved : unsaved).has(field);
}

function hasNext({ handlings }: Evidence, { conversation, segment }: Case['handling']): boolean {
    return handlings.some((one) => one.conversation === conversation && one.segment > segment);
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
