import type { PhoneObservation } from 'c/phoneOnPage';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

type Kind = 'plain' | 'frozen' | 'wrapped';

const WORDS = { title: LABELS.deliveryTitle, tried: LABELS.deliveryTried, toDo: LABELS.deliveryToDo };
const KINDS = { plain: LABELS.detailPlain, frozen: LABELS.detailFrozen, wrapped: LABELS.detailWrapped };

/** U2: whether events bubble, and what their detail is. Looked at once for each name. */
export function delivery(): Gatherer {
    const ways = createTally('stays', 'bubbles');
    const kinds = createTally<Kind>('plain', 'frozen', 'wrapped');
    const seen = new Set<TelephonyEventName>();
    return {
        heard({ detail, event, type }): void {
            if (seen.has(type)) return;
            seen.add(type);
            ways.add((event as { readonly bubbles?: unknown }).bubbles === true ? 'bubbles' : 'stays');
            const kind = kindOf(detail);
            if (kind !== undefined) kinds.add(kind);
        },
        observation(): PhoneObservation {
            const said = [ways, kinds].map(({ counts }) => counted(counts)).filter((one) => one !== '');
            if (seen.size === 0) return observation('voiceDelivery', WORDS, '', undefined);
            const bubbles = ways.counts.bubbles > 0;
            const kind = (['wrapped', 'frozen', 'plain'] as const).find((one) => kinds.counts[one] > 0);
            return observation('voiceDelivery', WORDS, said.join('; '), {
                outcome: 'fact',
                meaning: [bubbles ? LABELS.bubbles : LABELS.stays, ...(kind ? [KINDS[kind]] : [])].join(' '),
                profile: {
                    'voice-event-bubbling': bubbles ? 'bubbles' : 'stays',
                    ...(kind ? { 'voice-event-detail': kind } : {})
                }
            });
        }
    };
}

/** The browser refuses to copy a proxy. Undefined where it cannot be told, or there is nothing to look at. */
function kindOf(detail: unknown): Kind | undefined {
    if (typeof detail !== 'object' || detail === null || typeof structuredClone !== 'function') return undefined;
    try {
        structuredClone(detail);
    } catch {
        return 'wrapped';
    }
    return Object.isFrozen(detail) ? 'frozen' : 'plain';
}
