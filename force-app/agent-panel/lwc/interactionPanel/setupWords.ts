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

/** Where calls are saved on Salesforce's own records of them. */
const WORDS_OF_CALLS: typeof WORDS = { ...WORDS, noAccessToMapping: LABELS.noMappingOfCalls };

/** What is wrong with the set-up as a whole and whom to ask, in an agent's words. */
export function setupWords({ missingPermission, savedOn, setupProblem }: DeskView): string | undefined {
    const words = savedOn === 'VoiceCall' ? WORDS_OF_CALLS : WORDS;
    return setupProblem && fill(words[setupProblem], missingPermission ?? LABELS.agentPermission);
}
