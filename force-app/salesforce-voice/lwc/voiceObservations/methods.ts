import type { PhoneObservation } from 'c/phoneOnPage';
import { TOOLKIT_METHODS } from 'c/voiceToolkit';
import type { ToolkitMethod } from 'c/voiceToolkit';
import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.methodsTitle, tried: LABELS.methodsTried, toDo: LABELS.methodsToDo };
type Returned = 'nothing' | 'promise' | 'value';
const MEANING = { nothing: LABELS.returnsNothing, promise: LABELS.returnsPromise, value: LABELS.returnsValue };

/** U9: which methods are there, and what they return. */
export function methods(): Gatherer {
    const returned = createTally<Returned>('nothing', 'promise', 'value');
    let missing: readonly ToolkitMethod[] | undefined;
    let converts: 'there' | 'absent' = 'absent';
    return {
        attached(element): void {
            const offered: Partial<Record<ToolkitMethod, unknown>> = element;
            missing = TOOLKIT_METHODS.filter((name) => typeof offered[name] !== 'function');
            const made = element.constructor as { readonly convertEventType?: unknown };
            if (typeof made.convertEventType === 'function') converts = 'there';
        },
        called: (_method, answer) => returned.add(kindOf(answer)),
        observation(): PhoneObservation {
            if (missing === undefined) return observation('voiceMethods', WORDS, '', undefined);
            const kind = (['promise', 'value', 'nothing'] as const).find((one) => returned.counts[one] > 0);
            const said = [
                missing.length === 0 ? '' : `missing ${missing.join(' ')}`,
                counted(returned.counts),
                `convertEventType ${converts}`
            ].filter((one) => one !== '');
            const isMissing = missing.length > 0;
            return observation('voiceMethods', WORDS, said.join('; '), {
                outcome: isMissing ? 'limited' : kind === undefined ? 'unclear' : 'fact',
                meaning: [
                    isMissing ? LABELS.methodsSome : LABELS.methodsAll,
                    kind ? MEANING[kind] : LABELS.returnsUnseen
                ].join(' '),
                ...(isMissing ? { setting: LABELS.methodsSomeSet } : kind ? {} : { setting: WORDS.toDo }),
                profile: {
                    'voice-methods': isMissing ? 'some' : 'all',
                    'voice-convert-event-type': converts,
                    ...(kind ? { 'voice-method-returns': kind } : {})
                }
            });
        }
    };
}

function kindOf(answer: unknown): Returned {
    const then: unknown = (answer as Partial<PromiseLike<unknown>> | null | undefined)?.then;
    if (typeof then === 'function') return 'promise';
    return answer === undefined ? 'nothing' : 'value';
}
