import { own } from 'c/voiceToolkitEvents';
import type { Gatherer, Heard } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.elementsTitle, tried: LABELS.elementsTried, toDo: LABELS.elementsToDo };
/** So many events are remembered, until the other element has heard them. */
const KEPT = 20;
/** So many that only one element heard say that the other hears none. */
const ENOUGH = 5;

/** U8: whether two elements on a page hear each event (G5). Counts doubles at one element too (G7, V13). */
export function elements(): Gatherer {
    const { add, counts } = createTally('byBoth', 'byOne', 'doubles');
    const present = new Set<object>();
    let last: readonly { readonly name: string; readonly by: Set<object> }[] = [];
    return {
        attached(element): void {
            present.add(element);
        },
        detached(element): void {
            present.delete(element);
        },
        heard(heard): void {
            const name = nameOf(heard);
            const known = last.find((one) => one.name === name);
            if (known !== undefined && !known.by.has(heard.element)) {
                known.by.add(heard.element);
                add('byBoth');
                return;
            }
            if (known !== undefined && last.at(-1) === known) add('doubles');
            if (present.size > 1 && last.at(-1)?.by.size === 1) add('byOne');
            last = [...last.filter((one) => one !== known), { name, by: new Set([heard.element]) }].slice(-KEPT);
        },
        observation: () =>
            observation(
                'voiceElements',
                WORDS,
                counted(counts),
                counts.byBoth > 0
                    ? { outcome: 'works', meaning: LABELS.elementsEach, profile: { 'voice-two-elements': 'each' } }
                    : counts.byOne >= ENOUGH
                      ? {
                            outcome: 'limited',
                            meaning: LABELS.elementsOne,
                            setting: LABELS.elementsOneSet,
                            profile: { 'voice-two-elements': 'once' }
                        }
                      : undefined
            )
    };
}

/** Tells events apart; leaves this page no more than the ids themselves do. */
function nameOf({ callId = '', detail, type }: Heard): string {
    const id = own(detail, 'id');
    return `${type} ${callId} ${typeof id === 'string' ? id : ''}`;
}
