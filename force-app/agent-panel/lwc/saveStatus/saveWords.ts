import { fill } from 'c/labelText';
import type { SaveFailure, SaveState } from 'c/taskSync';
import { type FieldLabels, fieldsNamedIn, ruleWords } from './fieldWords.ts';
import { LABELS } from './labels.ts';

/** `bad` asks the agent to do something; `waiting` goes on by itself. */
export type SaveTone = 'none' | 'waiting' | 'good' | 'bad';

export interface SaveWords {
    readonly text: string;
    readonly tone: SaveTone;
    /** What happened and what to do. */
    readonly why?: string;
}

export interface SaveSituation {
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

const WHY: Readonly<Record<SaveFailure, string>> = {
    offline: LABELS.offline,
    sessionExpired: LABELS.sessionExpired,
    busy: LABELS.busy,
    rowLocked: LABELS.rowLocked,
    validationRule: LABELS.validationRuleUnsaid,
    requiredField: LABELS.requiredFieldUnsaid,
    duplicateRule: LABELS.duplicateRule,
    taskDeleted: LABELS.taskDeleted,
    noAccessToTask: LABELS.noAccessToTask,
    refused: LABELS.refused,
    noAccessToMapping: LABELS.noMapping,
    noAccessToSettings: LABELS.noSettings,
    storageFull: LABELS.storageFull,
    orgRefusesTask: LABELS.orgRefusesTask
};

/** A rule's own text was written for people, so the agent reads it. */
function reason(failure: SaveFailure, detail: string | undefined, situation: SaveSituation): string {
    const { fieldLabels = {}, permission } = situation;
    if (failure === 'validationRule' && ruleWords(detail) !== '') {
        return fill(LABELS.validationRule, ruleWords(detail));
    }
    const missing = failure === 'requiredField' ? fieldsNamedIn(detail, fieldLabels) : [];
    if (missing.length > 0) return fill(LABELS.requiredField, missing.join(', '));
    return fill(WHY[failure], permission ?? LABELS.agentPermission);
}

function withoutSave(situation: SaveSituation): SaveWords {
    if (situation.handled) return { text: LABELS.notYet, tone: 'waiting' };
    return { text: situation.ended ? LABELS.noTask : LABELS.noTaskYet, tone: 'none' };
}

function waitingWords({ savedAfter }: SaveSituation): string {
    if (savedAfter === undefined) return LABELS.waiting;
    return savedAfter === 'end' ? LABELS.savedAfterEnd : LABELS.savedAfterWrapUp;
}

/** What an agent is told about the Task of one conversation. */
export function saveWords(situation: SaveSituation): SaveWords {
    const { save } = situation;
    if (!save) return withoutSave(situation);
    const { detail, failure, phase } = save;
    if (phase === 'notSaved' || failure) {
        const text = save.taskId && failure !== 'taskDeleted' ? LABELS.newestNotSaved : LABELS.notSaved;
        return { text, tone: 'bad', ...(failure && { why: reason(failure, detail, situation) }) };
    }
    if (phase === 'waiting') return { text: waitingWords(situation), tone: 'waiting' };
    if (phase === 'waitingForPhone') return { text: LABELS.waitingForPhone, tone: 'waiting' };
    if (phase === 'saving') return { text: LABELS.saving, tone: 'waiting' };
    if (phase === 'handedToPhone') return { text: LABELS.handedToPhone, tone: 'good' };
    return { text: save.pending ? LABELS.savedMore : LABELS.saved, tone: 'good' };
}
