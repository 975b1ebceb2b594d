import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.swapTitle, tried: LABELS.swapTried, toDo: LABELS.swapToDo };

/** U4: what is told first of a swap that this page asked for (G10). */
export function swaps(): Gatherer {
    const { add, counts } = createTally('swap', 'holdResume');
    let asked = false;
    return {
        calling(method): void {
            // Another method has answers of its own.
            asked = method === 'swap';
        },
        heard({ type }): void {
            if (!asked || (type !== 'swap' && type !== 'hold' && type !== 'resume')) return;
            asked = false;
            add(type === 'swap' ? 'swap' : 'holdResume');
        },
        observation: () =>
            observation(
                'voiceSwap',
                WORDS,
                counted(counts),
                counts.holdResume > 0
                    ? {
                          outcome: 'limited',
                          meaning: LABELS.swapHold,
                          setting: LABELS.swapHoldSet,
                          profile: { 'voice-swap': 'holdResume' }
                      }
                    : counts.swap > 0
                      ? { outcome: 'works', meaning: LABELS.swapSwap, profile: { 'voice-swap': 'swap' } }
                      : undefined
            )
    };
}
