/**
 * Judges what happened by the org's rows, its log and the look-ups that it answered, by the requests that were under way
 * and the values given to the phone, by what was told and when, and by what the agent was shown. It asks no page.
 */
import { judgeAskedFor } from './askedFor.ts';
import { changedOfPhone, wrongDefaults } from './defaultsOfTask.ts';
import { doubled, notMerged } from './doubles.ts';
import { isMergedByStranger, isMergedUnseen, isMergedWithStrangers, lostByMerging } from './mergedTasks.ts';
import type { Evidence } from './evidence.ts';
import { judgeHandedOver } from './handedOver.ts';
import { caseOf, isReported, madeByPages, wasDeleted } from './handlingCase.ts';
import type { Case } from './handlingCase.ts';
import { judgeField, PICKED, YIELDING } from './judgedField.ts';
import { judgeLog } from './judgedLog.ts';
import {
    cannotBeAsked,
    cannotSee,
    flightOf,
    hasKey,
    isSwappedTask,
    isTakenForPhones,
    keepsNothing,
    madeByPage
} from './knowledge.ts';
import { MAPPED_FIELDS } from './org/setUp.ts';
import type { TaskCommit, TaskRow } from './org/taskTable.ts';
import { ownerOf, ownersOf } from './owners.ts';
import { together, verdict } from './tally.ts';
import type { Verdict } from './tally.ts';
import { tooEarly } from './tooEarly.ts';
import { keyOf } from './truth.ts';
import type { Handling } from './truth.ts';
import { isListAlone } from './unsavedLists.ts';
import type { Tab } from './world/tabs.ts';

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

/** A page of another computer took one part's Task for the other's, or for a double of it. */
function isSwapped(evidence: Evidence, handling: Handling): boolean {
    const owner = ownerOf(handling);
    return [...ownersOf(evidence)].some(
        ([id, owners]) =>
            owners.has(owner) && (isSwappedTask(evidence, id, owners) || isMergedWithStrangers(evidence, id, owners))
    );
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
    if (row !== undefined && isByStranger(one, row)) return verdict('madeAnew');
    if (row !== undefined) return verdict('missed', wrongDefaults(handling, row));
    if (isLeftToPhone(one)) return verdict('missed');
    return verdict('noTask', [`${handling.name}: was missed and has no Task, and nobody was told`]);
}

/**
 * In follow mode, where nothing that may be written is mapped for it, the phone's own Task stays as it is, but for the list
 * of what could not be saved: of whichever part, nobody can tell.
 */
function isLeftToPhone(one: Case): boolean {
    const { evidence } = one;
    const isWritten = (task: string): boolean =>
        evidence.log.some(({ id, by, given }) => id === task && by === 'page' && !isListAlone(given));
    return (
        evidence.profile['write-mode'] === 'follow' &&
        evidence.rows.some(({ id }) => isOfConversation(one, id) && !isWritten(id))
    );
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
    const fields = [...handling.told.keys()].filter(
        (field) => field !== 'CallDurationInSeconds' || isDurationKeptUp(one, row)
    );
    return together(
        verdict('fieldByField', taskWrong(one, row)),
        ...fields.map((field) => judgeField(one, field, row))
    );
}

/** Who made another Task, or wrote first to the phone's, never heard the call, or did not write the deleted one. */
function knowsNot(one: Case, deleted: TaskCommit, made: TaskCommit): boolean {
    const { evidence, handling, log } = one;
    const maker = makerOf(one, made.id);
    if (maker === undefined) return true;
    const forgets = keepsNothing(evidence) || evidence.forgotten.has(handling.conversation);
    const knew = (tab: Tab | undefined): boolean => (forgets ? tab === maker : tab?.device === maker.device);
    const wrote = log.some((commit) => commit.id === deleted.id && knew(flightOf(evidence, commit)?.tab));
    return !wrote || !handling.heardBy.has(maker.name);
}

/** A page that never heard the call made it in the place of a deleted one: what that one had been given, it does not know. */
function isByStranger(one: Case, { id }: TaskRow): boolean {
    const { handling, log } = one;
    const made = log.findIndex((commit) => commit.id === id);
    const maker = makerOf(one, id);
    return wasDeleted(log.slice(0, made)) && maker !== undefined && !handling.heardBy.has(maker.name);
}

/** The page that made the Task, or wrote first to the phone's. */
function makerOf({ evidence, log }: Case, task: string): Tab | undefined {
    const first = log.find(({ id, by }) => id === task && by === 'page');
    return first && flightOf(evidence, first)?.tab;
}

function isMadeByPage({ log }: Case, row: TaskRow): boolean {
    return madeByPage(log, row.id) !== undefined;
}

/** The phone's own Task keeps its own duration; in follow mode only the computer that made a Task keeps it up, once it hears the end. */
function isDurationKeptUp({ evidence, handling, log }: Case, { id }: TaskRow): boolean {
    const made = madeByPage(log, id);
    const maker = made && flightOf(evidence, made)?.tab;
    if (made === undefined || evidence.profile['write-mode'] !== 'follow') return made !== undefined;
    return evidence.asks.some(
        (ask) => ask.isEnd === true && ask.handling === handling && ask.tab.device === maker?.device
    );
}

/** The phone's own Task of any part of it. */
function isOfConversation({ evidence, handling: { conversation } }: Case, id: string): boolean {
    return evidence.handlings.some((one) => one.conversation === conversation && one.phoneTasks.includes(id));
}

function taskWrong(one: Case, row: TaskRow): string[] {
    const { evidence, handling, shown } = one;
    const isOurs = isMadeByPage(one, row);
    const wrong = isOurs && !isReported(one) ? wrongDefaults(handling, row, isTakenForPhones(evidence, row.id)) : [];
    if (!isOurs && lacksKey(one, row)) wrong.push(`${handling.name}: the Task that was taken has no key`);
    if (shown.last.some(({ phase }) => phase === 'saving')) {
        wrong.push(`${handling.name}: is shown as being saved although everything rests`);
    }
    return wrong;
}

/** With the first values that a page writes to the phone's own Task it gets the key, where the org has the field. */
function lacksKey({ evidence, handling, log }: Case, { id, values }: TaskRow): boolean {
    const wrote = log.some((commit) => commit.id === id && commit.by === 'page' && commit.change === 'update');
    return wrote && hasKey(evidence.profile) && values['SwitchboardKey__c'] !== keyOf(handling);
}
