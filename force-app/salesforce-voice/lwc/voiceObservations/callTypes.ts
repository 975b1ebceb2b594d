import type { PhoneObservation } from 'c/phoneOnPage';
import { own } from 'c/voiceToolkitEvents';
import type { Answer, Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.typesTitle, tried: LABELS.typesTried, toDo: LABELS.typesToDo };
/** What connectors are known to say, and the two words that are documented; any other is not repeated. */
const KNOWN = [
    'inbound',
    'outbound',
    'callback',
    'addparticipant',
    'transfer',
    'internalcall',
    'dialedcallback',
    'consult'
] as const;
const DOCUMENTED: readonly string[] = ['inbound', 'outbound'];

/** U10: which kinds of call there are, and how they are written (V5). */
export function callTypes(): Gatherer {
    const { add, counts } = createTally<(typeof KNOWN)[number] | 'other' | 'none'>(...KNOWN, 'other', 'none');
    let isCased = false;
    return {
        heard({ detail, type }): void {
            if (type !== 'callstarted' && type !== 'callconnected') return;
            const given = own(detail, 'callType');
            const folded = typeof given === 'string' ? given.trim().toLowerCase() : '';
            add(folded === '' ? 'none' : (KNOWN.find((known) => known === folded) ?? 'other'));
            isCased ||= DOCUMENTED.includes(folded) && given !== folded;
        },
        observation(): PhoneObservation {
            const words = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [word] : []));
            const said = [counted(counts), ...(isCased ? ['not in lower case'] : [])].filter((one) => one !== '');
            return observation('voiceCallTypes', WORDS, said.join('; '), answerOf(words, isCased));
        }
    };
}

function answerOf(words: readonly string[], isCased: boolean): Answer | undefined {
    if (words.length === 0) return undefined;
    if (words.some((word) => !DOCUMENTED.includes(word))) {
        return { outcome: 'limited', meaning: LABELS.typesOther, profile: { 'voice-call-type': 'otherWords' } };
    }
    return isCased
        ? { outcome: 'works', meaning: LABELS.typesCased, profile: { 'voice-call-type': 'otherCase' } }
        : { outcome: 'works', meaning: LABELS.typesDocumented, profile: { 'voice-call-type': 'documented' } };
}
