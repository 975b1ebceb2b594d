import type { RepPlace } from '../../local/org/pubsub/repEventForTests.ts';
import { quantile } from '../mcp/latencies.ts';

/** What became of the texts of one run, by the log of Genesys Cloud. */
export interface Delivered {
    readonly texts: number;
    /** From the first text to the last arrival. */
    readonly seconds: number;
    readonly perSecond: number;
    /** From the event to its arrival at Genesys Cloud. Milliseconds. */
    readonly p50: number;
    readonly p99: number;
    readonly lost: number;
    readonly doubled: number;
    /** Arrived after one that was written later in the same conversation. */
    readonly outOfOrder: number;
}

/** One text: its number in its run, and when it was written or came. Milliseconds of one clock. */
export interface Moment {
    readonly number: number;
    readonly at: number;
}

/** A text of a run and what it says of itself, so that two lists can be compared that share nothing else. */
export const textOf = (run: string, number: number): string =>
    `${run} ${number}: Your parcel has left our warehouse and will be with you before noon tomorrow.`;

export const numberIn = (run: string, text: string): number | undefined => {
    const [, named, number] = /^(\S+) (\d+):/.exec(text) ?? [];
    return named === run ? Number(number) : undefined;
};

/** The n-th text of a run belongs to conversation n modulo `conversations`. `arrived` is in the order of arrival. */
export function delivered(written: readonly Moment[], arrived: readonly Moment[], conversations: number): Delivered {
    const writtenAt = new Map(written.map(({ at, number }) => [number, at]));
    const [last, seen, took] = [new Map<number, number>(), new Set<number>(), [] as number[]];
    let [doubled, outOfOrder] = [0, 0];
    for (const { at, number } of arrived) {
        if (seen.has(number)) {
            doubled += 1;
            continue;
        }
        seen.add(number);
        const conversation = number % conversations;
        if (number < (last.get(conversation) ?? -1)) outOfOrder += 1;
        last.set(conversation, Math.max(number, last.get(conversation) ?? -1));
        took.push(at - (writtenAt.get(number) ?? NaN));
    }
    const seconds = ((arrived.at(-1)?.at ?? NaN) - (written[0]?.at ?? NaN)) / 1_000;
    return {
        texts: written.length,
        seconds: shown(seconds, 3),
        perSecond: shown(seen.size / seconds, 1),
        p50: shown(quantile(took, 0.5), 1),
        p99: shown(quantile(took, 0.99), 1),
        lost: written.length - seen.size,
        doubled,
        outOfOrder
    };
}

const shown = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Where the reps of the bench write. */
export const placeOf = (conversation: string): RepPlace => ({
    conversation,
    channelAddress: 'b0ffeafe-0d89-4338-b14a-172ad203f22a',
    customer: 'customer'
});
