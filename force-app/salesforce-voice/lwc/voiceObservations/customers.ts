import type { PhoneObservation } from 'c/phoneOnPage';
import { own } from 'c/voiceToolkitEvents';
import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.customerTitle, tried: LABELS.customerTried, toDo: LABELS.customerToDo };
/** Words that may be repeated: any other may be somebody's name. */
const KNOWN = ['agent', 'supervisor', 'enduser', 'customer', 'caller', 'bot', 'system'] as const;
const STAFF: readonly string[] = ['agent', 'supervisor', 'bot', 'system', 'none'];

/** U3: under which word the customer speaks (V10). */
export function customers(): Gatherer {
    const { add, counts } = createTally<(typeof KNOWN)[number] | 'other' | 'none'>(...KNOWN, 'other', 'none');
    return {
        heard({ detail, type }): void {
            if (type !== 'transcript') return;
            const role = own(own(detail, 'sender'), 'role');
            const word = typeof role === 'string' ? role.trim().toLowerCase() : '';
            add(word === '' ? 'none' : (KNOWN.find((known) => known === word) ?? 'other'));
        },
        observation(): PhoneObservation {
            const others = Object.entries(counts).some(
                ([word, count]) => count > 0 && word !== 'enduser' && !STAFF.includes(word)
            );
            return observation(
                'voiceCustomer',
                WORDS,
                counted(counts),
                others
                    ? {
                          outcome: 'limited',
                          meaning: LABELS.customerOther,
                          setting: LABELS.tellUs,
                          profile: { 'voice-customer-role': 'other' }
                      }
                    : counts.enduser > 0
                      ? {
                            outcome: 'works',
                            meaning: LABELS.customerEndUser,
                            profile: { 'voice-customer-role': 'enduser' }
                        }
                      : undefined
            );
        }
    };
}
