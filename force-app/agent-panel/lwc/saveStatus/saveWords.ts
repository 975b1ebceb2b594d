import { fill } from 'c/labelText';
import type { SaveFailure, SaveState } from 'c/taskSync';
import { type FieldLabels, fieldsNamedIn, ruleWords } from './fieldWords.ts';
import type { SaveLabels } from './callRecordLabels.ts';

/** `bad` asks the agent to do something; `waiting` goes on by itself. */
export type SaveTone = 'none' | 'waiting' | 'good' | 'bad';

export interface SaveWords {
    readonly text: string;
    readonly tone: SaveTone;
    /** What happened and what to do. */
    readonly why?: string;
}

export interface SaveSituation {
    readonly labels: SaveLabels;
    readonly save: SaveState | undefined;
    /** Was connected at any time: only then there is a Task. */
    readonly handled: boolean;
    readonly ended: boolean;
    /** The permission set to ask for. */
    readonly permission: string | undefined;
    readonly fieldLabels?: FieldLabels | undefined;
    /** The admin wants it saved only then. */
    readonly savedAfter?: 'end' | 'wrapUp' | undefined;
}

const WHY: Readonly<Record<SaveFailure, keyof SaveLabels>> = {
    offline: 'offline',
    sessionExpired: 'sessionExpired',
    busy: 'busy',
    rowLocked: 'rowLocked',
    validationRule: 'validationRuleUnsaid',
    requiredField: 'requiredFieldUnsaid',
    duplicateRule: 'duplicateRule',
    taskDeleted: 'taskDeleted',
    noCallRecord: 'noCallRecord',
    noAccessToTask: 'noAccessToTask',
    refused: 'refused',
    noAccessToMapping: 'noMapping',
    noAccessToSettings: 'noSettings',
    storageFull: 'storageFull',
    orgRefusesTask: 'orgRefusesTask'
};

/** A rule's own text was written for people, so the agent reads it. */
function reason(failure: SaveFailure, detail: string | undefined, situation: SaveSituation): string {
    const { fieldLabels = {}, labels, permission } = situation;
    if (failure === 'validationRule' && ruleWords(detail) !== '') {
        return fill(labels.validationRule, ruleWords(detail));
    }
    const missing = failure === 'requiredField' ? fieldsNamedIn(detail, fieldLabels) : [];
    if (missing.length > 0) return fill(labels.requiredField, missing.join(', '));
    return fill(labels[WHY[failure]], permission ?? labels.agentPermission);
}

function withoutSave({ ended, handled, labels }: SaveSituation): SaveWords {
    if (handled) return { text: labels.notYet, tone: 'waiting' };
    return { text: ended ? labels.noTask : labels.noTaskYet, tone: 'none' };
}

function waitingWords({ labels, savedAfter }: SaveSituation): string {
    if (savedAfter === undefined) return labels.waiting;
    return savedAfter === 'end' ? labels.savedAfterEnd : labels.savedAfterWrapUp;
}

/** What an agent is told about the Task of one conversation. */
export function saveWords(situation: SaveSituation): SaveWords {
    const { labels, save } = situation;
    if (!save) return withoutSave(situation);
    const { detail, failure, phase } = save;
    if (phase === 'notSaved' || failure) {
        const text = save.taskId && failure !== 'taskDeleted' ? labels.newestNotSaved : labels.notSaved;
        return { text, tone: 'bad', ...(failure && { why: reason(failure, detail, situation) }) };
    }
    if (phase === 'waiting') return { text: waitingWords(situation), tone: 'waiting' };
    if (phase === 'waitingForPhone') return { text: labels.waitingForPhone, tone: 'waiting' };
    if (phase === 'saving') return { text: labels.saving, tone: 'waiting' };
    if (phase === 'handedToPhone') return { text: labels.handedToPhone, tone: 'good' };
    return { text: save.pending ? labels.savedMore : labels.saved, tone: 'good' };
}
