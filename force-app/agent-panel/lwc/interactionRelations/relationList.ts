import type { PageRecord, RelationChoice, TaskRelation } from 'c/agentDesk';
import { LABELS } from './labels.ts';

/** No record id looks so. */
export const NONE = '-';
/** Nothing picked yet. */
const AS_TASK_HAS = '';

export interface RelationOption {
    readonly value: string;
    readonly text: string;
    readonly selected: boolean;
}

/** One of the two lists as it is drawn. */
export interface RelationList {
    readonly relation: TaskRelation;
    readonly id: string;
    readonly hintId: string;
    readonly label: string;
    readonly options: readonly RelationOption[];
    readonly value: string;
    readonly disabled: boolean;
    readonly hint: string | undefined;
}

/** `Loan_Application__c` reads `Loan Application`. */
function objectWords({ objectApiName }: PageRecord): string {
    return objectApiName.replace(/__c$/i, '').replaceAll('_', ' ');
}

function recordWords(record: PageRecord): string {
    const { accountName, id, name } = record;
    return name === undefined
        ? `${objectWords(record)} ${id}`
        : [name, objectWords(record), accountName].filter(Boolean).join(' · ');
}

function hintOf({ by, closed }: RelationChoice): string | undefined {
    if (closed === 'leadHasNone') return LABELS.leadHasNone;
    return by === 'recognised' ? LABELS.recognised : undefined;
}

export function relationList(relation: TaskRelation, choice: RelationChoice): RelationList {
    const { by, choices, chosen, closed } = choice;
    const value = closed === undefined && by === 'phone' ? AS_TASK_HAS : (chosen ?? NONE);
    const options = [
        ...(by === 'phone' ? [{ value: AS_TASK_HAS, text: LABELS.asTaskHas }] : []),
        { value: NONE, text: LABELS.none },
        ...choices.map((record) => ({ value: record.id, text: recordWords(record) }))
    ];
    return {
        relation,
        id: `relation-${relation}`,
        hintId: `hint-${relation}`,
        label: relation === 'name' ? LABELS.name : LABELS.relatedTo,
        options: options.map((option) => ({ ...option, selected: option.value === value })),
        value,
        disabled: closed !== undefined,
        hint: hintOf(choice)
    };
}

/** A list without a record has nothing to choose. */
export function isWorthShowing({ choices }: RelationChoice): boolean {
    return choices.length > 0;
}
