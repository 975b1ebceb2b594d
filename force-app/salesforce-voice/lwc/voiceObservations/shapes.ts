import type { PhoneObservation } from 'c/phoneOnPage';
import { TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import type { Gatherer } from './gatherer.ts';
import { shapeOf } from './shapeOf.ts';
import { LABELS } from './labels.ts';
import { observation } from './observation.ts';

const WORDS = { title: LABELS.heardTitle, tried: LABELS.heardTried, toDo: LABELS.heardToDo };
/** So many forms of one event are told apart; later ones are counted together. */
const MOST_SHAPES = 3;
const MORE = 'other forms';

/** What came at all: for each event its forms and how often. */
export function shapes(): Gatherer {
    const forms = new Map<TelephonyEventName, Map<string, number>>();
    return {
        heard({ detail, type }): void {
            const known = forms.get(type) ?? new Map<string, number>();
            forms.set(type, known);
            const shape = shapeOf(detail);
            const name = known.has(shape) || known.size < MOST_SHAPES ? shape : MORE;
            known.set(name, (known.get(name) ?? 0) + 1);
        },
        observation(): PhoneObservation {
            const said = TELEPHONY_EVENTS.flatMap((type) => {
                const known = [...(forms.get(type) ?? [])].map(([shape, count]) => `${shape} ${count}`);
                return known.length === 0 ? [] : [`${type} ${known.join(', ')}`];
            }).join('; ');
            return observation(
                'voiceHeard',
                WORDS,
                said,
                said === '' ? undefined : { outcome: 'fact', meaning: LABELS.heardMeaning }
            );
        }
    };
}
