import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import { own } from 'c/voiceToolkitEvents';
import type { Gatherer } from './gatherer.ts';
import { createKnownCalls } from './knownCalls.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.againTitle, tried: LABELS.againTried, toDo: LABELS.againToDo };
/** What comes only while a call goes on. */
const IN_THE_MIDDLE: readonly TelephonyEventName[] = [
    'audiostats',
    'conference',
    'hold',
    'mute',
    'pauserecording',
    'resume',
    'resumerecording',
    'swap',
    'transcript',
    'unmute'
];

/** U4: whether a call that goes on is told again (G7), or a page that came late learns nothing (G8). A double is no news. */
export function toldAgain(): Gatherer {
    const { add, counts } = createTally('again', 'silent');
    /** True once something came of the middle of the call. */
    const calls = createKnownCalls<boolean>();
    return {
        heard({ callId, detail, type }): void {
            if (callId === undefined) return;
            if (type === 'callstarted' || type === 'callconnected') {
                if (own(detail, 'isReplayedCall') === true || calls.get(callId) === true) add('again');
                calls.set(callId, false);
            } else if (IN_THE_MIDDLE.includes(type)) {
                if (!calls.has(callId)) add('silent');
                calls.set(callId, true);
            }
        },
        observation: () =>
            observation(
                'voiceToldAgain',
                WORDS,
                counted(counts),
                counts.again > 0
                    ? { outcome: 'works', meaning: LABELS.againYes, profile: { 'voice-told-again': 'again' } }
                    : counts.silent > 0
                      ? {
                            outcome: 'limited',
                            meaning: LABELS.againNo,
                            setting: LABELS.againNoSet,
                            profile: { 'voice-told-again': 'silent' }
                        }
                      : undefined
            )
    };
}
