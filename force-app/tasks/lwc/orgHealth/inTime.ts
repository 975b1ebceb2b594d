import { ReadError } from 'c/orgReader';

/** Gives up on an answer that may never come: rejects with ReadError `timeout` after `ms` milliseconds. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new ReadError('timeout', `No answer within ${ms} ms.`)), ms);
    });
    try {
        return await Promise.race([answer, late]);
    } finally {
        clearTimeout(timer);
    }
}
