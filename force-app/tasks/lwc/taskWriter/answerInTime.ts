import { SaveError } from 'c/taskSync';

/** Longer than the slowest automation of an org, in milliseconds. */
const LONGEST_SAVE_MS = 60_000;

/**
 * Gives up on an answer that never comes, so that the Task's lock is free again for the next try, which looks before it
 * writes. Rejects with SaveError `busy`.
 */
export async function answerInTime<T>(answer: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(
            () => reject(new SaveError('busy', `No answer to a save within ${LONGEST_SAVE_MS} ms.`)),
            LONGEST_SAVE_MS
        );
    });
    try {
        return await Promise.race([answer, late]);
    } finally {
        clearTimeout(timer);
    }
}
