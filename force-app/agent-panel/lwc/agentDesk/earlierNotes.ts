import type { NoteDrafts, RefusedDraft } from './noteDrafts.ts';
import type { KeptNotes, RecentInteraction } from './types.ts';

/** Notes of calls that have no card any more. */
export interface EarlierNotes {
    /** Whose Tasks were saved without them, newest first; not of calls with these keys, which have a card. */
    refused(onCards: ReadonlySet<string>): readonly KeptNotes[];
    /** What was typed for the Task with this key. */
    read(key: string): string | undefined;
    /** On the agent's word; what was typed since stays. */
    remove(key: string): void;
    /** Whose call it was, as far as the recent list tells. */
    callerOf(key: string): Pick<KeptNotes, 'caller'>;
    /** What kind of interaction it was: a call where nothing tells. */
    typeOf(key: string): RecentInteraction['type'];
}

export function createEarlierNotes(drafts: NoteDrafts, recent: () => readonly RecentInteraction[]): EarlierNotes {
    function callerOf(key: string): Pick<KeptNotes, 'caller'> {
        const call = recent().find((one) => isOf(one, key));
        const caller = call?.record?.name ?? call?.name ?? call?.number;
        return caller === undefined ? {} : { caller };
    }

    function keptNotes({ keptAt, name, notes, refusal }: RefusedDraft): KeptNotes {
        const { unsaved, ...rest } = refusal;
        return {
            key: name,
            notes,
            keptAt: new Date(keptAt).toISOString(),
            ...callerOf(name),
            save: {
                ...rest,
                version: keptAt,
                key: name,
                phase: 'saved',
                unsaved: [unsaved],
                pending: false,
                writes: 0
            }
        };
    }

    return {
        refused: (onCards) =>
            drafts
                .refused()
                .filter(({ name }) => !onCards.has(name))
                .map(keptNotes),
        read: (key) => drafts.read(key),
        remove(key): void {
            if (drafts.refused().some(({ name }) => name === key)) {
                drafts.drop(key);
            }
        },
        callerOf,
        typeOf: (key) => recent().find((one) => isOf(one, key))?.type ?? 'call'
    };
}

/** The list has conversation and connected time, the key of the Task the user between them. */
function isOf({ key, outcome }: RecentInteraction, taskKey: string): boolean {
    const [conversation, connected] = key.split('|');
    return outcome === 'handled' && taskKey.startsWith(`${conversation}:`) && taskKey.endsWith(`:${connected}`);
}
