import type { PhoneObservation } from 'c/phoneOnPage';
import type { Gatherer } from './gatherer.ts';
import { createKnownCalls } from './knownCalls.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

type Under = 'same' | 'own' | 'missing';
const UNDER = ['same', 'own', 'missing'] as const;

const WORDS = { title: LABELS.partyTitle, tried: LABELS.partyTried, toDo: LABELS.partyToDo };

/** U4, U5: under which call's id somebody is added and removed (V4, V7). */
export function parties(): Gatherer {
    const added = createTally<Under>(...UNDER);
    const removed = createTally<Under>(...UNDER);
    const begun = createKnownCalls<true>();
    return {
        heard({ callId, type }): void {
            if (type === 'participantadded' || type === 'participantremoved') {
                const under = callId === undefined ? 'missing' : begun.has(callId) ? 'same' : 'own';
                (type === 'participantadded' ? added : removed).add(under);
            } else if (callId !== undefined && type !== 'callended' && type !== 'wrapupended') {
                begun.set(callId, true);
            }
        },
        observation(): PhoneObservation {
            const [wasAdded, wasRemoved] = [worst(added.counts), worst(removed.counts)];
            const said = [
                ['added', added.counts],
                ['removed', removed.counts]
            ] as const;
            const text = said
                .map(([word, counts]) => [word, counted(counts)] as const)
                .flatMap(([word, counts]) => (counts === '' ? [] : [`${word}: ${counts}`]))
                .join('; ');
            const profile = {
                ...(wasAdded ? { 'voice-added-call-id': wasAdded } : {}),
                ...(wasRemoved ? { 'voice-removed-call-id': wasRemoved } : {})
            };
            if (wasAdded === undefined && wasRemoved === undefined) {
                return observation('voiceParties', WORDS, '', undefined);
            }
            if (wasAdded === 'own' || wasAdded === 'missing') {
                const answer = { outcome: 'limited', meaning: LABELS.partyOwn, setting: LABELS.partyOwnSet } as const;
                return observation('voiceParties', WORDS, text, { ...answer, profile });
            }
            return observation(
                'voiceParties',
                WORDS,
                text,
                wasRemoved === 'own' || wasRemoved === 'missing'
                    ? { outcome: 'limited', meaning: LABELS.partyStays, profile }
                    : { outcome: 'works', meaning: LABELS.partySame, profile }
            );
        }
    };
}

/** One event without its call is enough. */
function worst(counts: Readonly<Record<Under, number>>): Under | undefined {
    return (['missing', 'own', 'same'] as const).find((under) => counts[under] > 0);
}
