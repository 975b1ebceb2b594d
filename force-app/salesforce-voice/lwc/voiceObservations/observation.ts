import type { PhoneObservation } from 'c/phoneOnPage';
import type { Answer, QuestionWords } from './gatherer.ts';
import { LABELS } from './labels.ts';

/** The line of a question: with its answer, or with what the agent has to do to get one. */
export function observation(
    id: string,
    { title, tried, toDo }: QuestionWords,
    said: string,
    answer: Answer | undefined
): PhoneObservation {
    return {
        id,
        title,
        tried,
        ...(said === '' ? {} : { said }),
        ...(answer ?? { outcome: 'unclear', meaning: LABELS.notSeen, setting: toDo })
    };
}

/** Counts as a line holds them: `flat 3, nested 1`. */
export function counted(counts: Readonly<Record<string, number>>): string {
    return Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([word, count]) => `${word} ${count}`)
        .join(', ');
}

/** Counts words of a closed list, so that it never grows. */
export function createTally<Word extends string>(
    ...words: readonly Word[]
): { readonly counts: Readonly<Record<Word, number>>; readonly add: (word: Word) => void } {
    const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
    return {
        counts,
        add: (word): void => {
            counts[word] += 1;
        }
    };
}
