import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.entitiesTitle, tried: LABELS.entitiesTried, toDo: LABELS.entitiesToDo };
const ENTITY = /&(?:[a-z]{2,10}|#\d{1,6}|#x[0-9a-f]{1,6});/i;
/** What would have come as an entity. */
const CHARACTER = /[&<>'"]/;

/** U11: whether texts hold HTML entities (V9). */
export function entities(): Gatherer {
    const { add, counts } = createTally('entities', 'characters');
    return {
        heard({ told }): void {
            const text = told !== undefined && 'text' in told ? (told.text ?? '') : '';
            if (ENTITY.test(text)) add('entities');
            else if (CHARACTER.test(text)) add('characters');
        },
        observation: () =>
            observation(
                'voiceEntities',
                WORDS,
                counted(counts),
                counts.entities > 0
                    ? { outcome: 'limited', meaning: LABELS.entitiesYes, profile: { 'voice-html-entities': 'yes' } }
                    : counts.characters > 0
                      ? { outcome: 'works', meaning: LABELS.entitiesNo, profile: { 'voice-html-entities': 'no' } }
                      : undefined
            )
    };
}
