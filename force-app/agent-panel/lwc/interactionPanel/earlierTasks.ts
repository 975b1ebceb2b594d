import type { EarlierTask } from 'c/agentDesk';
import type { SaveFailure, SaveState } from 'c/taskSync';

/** Trying again alone does not end these: a person has to decide, or to change something. */
const FOR_A_PERSON: ReadonlySet<SaveFailure | undefined> = new Set<SaveFailure>([
    'duplicateRule',
    'noAccessToTask',
    'refused',
    'requiredField',
    'taskDeleted',
    'validationRule'
]);

function needsPerson({ failure, pending }: SaveState): boolean {
    return !pending || FOR_A_PERSON.has(failure);
}

/** How many Tasks from before the page was loaded are on their way, or are tried again by themselves. */
export function countWaiting(earlier: readonly SaveState[]): number {
    return earlier.filter((save) => !needsPerson(save)).length;
}

/** Those that somebody has to be told more of, but for the keys that the agent has put away. */
export function troubled(earlier: readonly EarlierTask[], seen: readonly string[]): readonly EarlierTask[] {
    return earlier.filter((save) => needsPerson(save) && !seen.includes(save.key));
}
