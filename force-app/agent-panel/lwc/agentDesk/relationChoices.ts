import type { FieldDescriptions } from 'c/attributeMapping';
import type { WriteMode } from 'c/taskSync';
import type { Picks } from './keptPicks.ts';
import { asRelation, isLead } from './relationCandidates.ts';
import type { PageRecord, RelationChoice, TaskRelation } from './types.ts';

/** What is known when the lists are drawn. */
export interface ChoiceFacts {
    readonly mode: WriteMode | undefined;
    /** We made the Task, so that nobody else chooses what it names. */
    readonly madeByUs: boolean;
    readonly caller: PageRecord | undefined;
    readonly picks: Picks;
    readonly candidates: readonly PageRecord[];
    readonly fields: FieldDescriptions;
}

interface Chosen {
    readonly record?: PageRecord;
    readonly by?: 'agent' | 'recognised';
}

/** The agent picked what a Task can be related to only without a lead: who was found by number gives way. */
export function givesWay(caller: PageRecord | undefined, picks: Picks): boolean {
    return caller !== undefined && isLead(caller) && Boolean(picks.relatedTo?.record) && picks.name === undefined;
}

function chosenOf(relation: TaskRelation, { caller, picks }: ChoiceFacts): Chosen {
    const picked = picks[relation]?.record;
    if (picked !== undefined) {
        return picked === null ? { by: 'agent' } : { record: picked, by: 'agent' };
    }
    const record = caller && !givesWay(caller, picks) ? asRelation(relation, caller, undefined) : undefined;
    return record === undefined ? {} : { record, by: 'recognised' };
}

/** A person account and its contact are one Name. */
function eachOnce(records: readonly PageRecord[]): readonly PageRecord[] {
    return [...new Map([...records].reverse().map((record) => [record.id, record])).values()].reverse();
}

function choiceOf(relation: TaskRelation, facts: ChoiceFacts): RelationChoice {
    const { candidates, fields, madeByUs, mode } = facts;
    const { record, by } = chosenOf(relation, facts);
    const found = candidates.flatMap((candidate) => asRelation(relation, candidate, fields) ?? []);
    const missing = record === undefined || found.some(({ id }) => id === record.id) ? [] : [record];
    const choices = eachOnce([...missing, ...found]);
    const phoneChooses = mode === 'follow' && !madeByUs;
    if (mode === 'phone') {
        return { choices, closed: 'phoneWrites' };
    }
    const name = relation === 'relatedTo' ? chosenOf('name', facts) : {};
    if (name.record !== undefined && isLead(name.record) && (name.by === 'agent' || !phoneChooses)) {
        return { choices, closed: 'leadHasNone' };
    }
    if (by !== 'agent' && phoneChooses) {
        return { choices, by: 'phone' };
    }
    return { choices, ...(record === undefined ? {} : { chosen: record.id }), ...(by === undefined ? {} : { by }) };
}

/** The two lists of one interaction. */
export function choicesOf(facts: ChoiceFacts): Readonly<Record<TaskRelation, RelationChoice>> {
    return { name: choiceOf('name', facts), relatedTo: choiceOf('relatedTo', facts) };
}
