import type { PhoneObservation } from 'c/phoneOnPage';
import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.wrapUpTitle, tried: LABELS.wrapUpTried, toDo: LABELS.wrapUpToDo };

/** U7: whether the end of the work after a call is told, and of which call. Only the next call shows that it was not. */
export function wrapUps(): Gatherer {
    const { add, counts } = createTally('told', 'withoutCallId', 'silent');
    let connected: string | undefined;
    let ended: string | undefined;
    return {
        heard({ callId, type }): void {
            if (type === 'wrapupended') {
                add(callId === undefined ? 'withoutCallId' : 'told');
                ended = undefined;
            } else if (type === 'callended' && callId !== undefined && callId === connected) {
                ended = callId;
            } else if (type === 'callconnected' && callId !== undefined) {
                if (ended !== undefined && ended !== callId) add('silent');
                ended = undefined;
                connected = callId;
            }
        },
        observation(): PhoneObservation {
            const said = counted(counts);
            const set = { outcome: 'limited', setting: LABELS.wrapUpNoSet } as const;
            if (counts.told > 0) {
                const profile = { 'voice-wrap-up': 'told' };
                return observation('voiceWrapUp', WORDS, said, {
                    outcome: 'works',
                    meaning: LABELS.wrapUpTold,
                    profile
                });
            }
            if (counts.withoutCallId > 0) {
                const profile = { 'voice-wrap-up': 'withoutCallId' };
                return observation('voiceWrapUp', WORDS, said, { ...set, meaning: LABELS.wrapUpNoCall, profile });
            }
            const silent = { ...set, meaning: LABELS.wrapUpNo, profile: { 'voice-wrap-up': 'silent' } };
            return observation('voiceWrapUp', WORDS, said, counts.silent > 0 ? silent : undefined);
        }
    };
}
