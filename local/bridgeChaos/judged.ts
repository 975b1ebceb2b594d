/** What the log of Genesys Cloud, and what Salesforce was told, say of all that was written; no word of the bridge's own. */
export interface Judged {
    readonly written: number;
    readonly arrived: number;
    /** Neither arrived nor told to the rep. */
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    /** Arrived after one that was written later in the same conversation. */
    readonly outOfOrder: readonly string[];
    /** Told to the rep as not delivered, or perhaps not. */
    readonly told: number;
    /** Those of them that arrived all the same, with when. */
    readonly toldThoughArrived: readonly string[];
}

/** When something happened, in epoch milliseconds. */
export interface Happened {
    readonly what: string;
    readonly at: number;
}

export const entryName = (number: number): string => `entry-${number}`;
export const textOf = (number: number, conversation: string): string => `text ${number} in ${conversation}`;
const numberOf = (text: string): number => Number(/^text (\d+) in/.exec(text)?.[1]);

/** The entries that have come to an end. */
export const endedEntries = (arrived: readonly Happened[], told: readonly Happened[]): Set<string> =>
    new Set([...told.map(({ what }) => what), ...arrived.map(({ what }) => entryName(numberOf(what)))]);

/** `arrived` are texts of `textOf`, `told` names of `entryName`, both in the order in which they came. */
export function judged(written: number, arrived: readonly Happened[], told: readonly Happened[]): Judged {
    const toldAt = new Map(told.map(({ at, what }) => [what, at]));
    const entries = arrived.map(({ what }) => entryName(numberOf(what)));
    const there = new Set(entries);
    const outOfOrder: string[] = [];
    const last = new Map<string, number>();
    for (const { what } of arrived) {
        const [, conversation = ''] = what.split(' in ');
        const number = numberOf(what);
        if (number < (last.get(conversation) ?? -1)) outOfOrder.push(what);
        last.set(conversation, Math.max(number, last.get(conversation) ?? -1));
    }
    return {
        written,
        arrived: arrived.length,
        lost: Array.from({ length: written }, (_, number) => entryName(number)).filter(
            (entry) => !there.has(entry) && !toldAt.has(entry)
        ),
        doubled: entries.filter((entry, place) => entries.indexOf(entry) !== place),
        outOfOrder,
        told: toldAt.size,
        toldThoughArrived: arrived.flatMap(({ at }, place) => {
            const entry = entries[place] ?? '';
            const told = toldAt.get(entry);
            return told === undefined ? [] : [`${entry} was told ${told - at} ms after it had arrived`];
        })
    };
}
