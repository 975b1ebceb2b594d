import type { DeskView } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

const WORDS: Readonly<Record<NonNullable<DeskView['setupProblem']>, string>> = {
    noAccessToMapping: LABELS.noMapping,
    noAccessToSettings: LABELS.noSettings,
    offline: LABELS.offline,
    sessionExpired: LABELS.sessionExpired,
    taskRefused: LABELS.taskRefused
};

/** What is wrong with the set-up as a whole and whom to ask, in an agent's words. */
export function setupWords({ missingPermission, setupProblem }: DeskView): string | undefined {
    return setupProblem && fill(WORDS[setupProblem], missingPermission ?? LABELS.agentPermission);
}
