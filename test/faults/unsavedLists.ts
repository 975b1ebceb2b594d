/** The Task's own list of what is not saved, `SwitchboardUnsaved__c`. */
import type { Case } from './handlingCase.ts';
import { flightOf } from './knowledge.ts';
import type { TaskCommit, TaskRow } from './org/taskTable.ts';
import type { Tab } from './world/tabs.ts';

export function isMissingOnList(one: Case, field: string, row: TaskRow): boolean {
    return isListed(one) && !namedOnTask(row, field) && !isOlderList(one, field);
}

/** The org has the field for the list of what is not saved, and tells so. */
function isListed({ evidence: { profile } }: Case): boolean {
    return profile['unsaved-field'] === 'there' && profile['task-object-infos'] === 'answers';
}

function namedOnTask(row: TaskRow, field: string): boolean {
    return String(row.values['SwitchboardUnsaved__c'] ?? '').includes(field);
}

/** Nothing else was written: no value of any call. */
export function isListAlone(given: TaskCommit['given']): boolean {
    return Object.keys(given).every((field) => field === 'SwitchboardUnsaved__c');
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
