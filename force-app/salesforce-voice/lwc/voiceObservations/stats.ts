import { own } from 'c/voiceToolkitEvents';
import type { Answer, Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

type Form = 'flat' | 'nested' | 'other';

const WORDS = { title: LABELS.statsTitle, tried: LABELS.statsTried, toDo: LABELS.statsToDo };

/** U1: how the reports on the line look (V11). */
export function stats(): Gatherer {
    const { add, counts } = createTally<Form>('flat', 'nested', 'other');
    return {
        heard({ detail, told, type }): void {
            if (type !== 'audiostats') return;
            const isRead = told?.type === 'audiostats' && (told.input ?? told.output) !== undefined;
            add(!isRead ? 'other' : typeof own(detail, 'stats') === 'string' ? 'flat' : 'nested');
        },
        observation: () => observation('voiceStats', WORDS, counted(counts), answerOf(counts))
    };
}

function answerOf({ flat, nested, other }: Readonly<Record<Form, number>>): Answer | undefined {
    const form = other > 0 ? 'other' : flat > 0 && nested > 0 ? 'both' : flat > 0 ? 'flat' : 'nested';
    if (flat + nested + other === 0) return undefined;
    const profile = { 'voice-audio-stats': form };
    return form === 'other'
        ? { outcome: 'limited', meaning: LABELS.statsOther, setting: LABELS.tellUs, profile }
        : {
              outcome: 'works',
              meaning: { flat: LABELS.statsFlat, nested: LABELS.statsNested, both: LABELS.statsBoth }[form],
              profile
          };
}
