import type { Utterance } from './transport.ts';

/** How much is remembered: utterances of one conversation, and conversations. */
const UTTERANCES_KEPT = 500;
const CONVERSATIONS_KEPT = 30;

/** What was said, in the page's memory only: never stored, never logged. */
export interface Transcripts {
    /** Takes what the phone tells, repetitions and all (W17); true when that is new. */
    hear(id: string, utterances: readonly Utterance[]): boolean;
    /** Oldest first, each utterance once; undefined where nothing was told. */
    readonly of: (id: string) => readonly Utterance[] | undefined;
}

interface Transcript {
    readonly utterances: readonly Utterance[];
    /** Ids of all that was heard, also of what is no longer kept: a late repetition does not bring it back. */
    readonly heard: Set<string>;
}

export function createTranscripts(): Transcripts {
    const transcripts = new Map<string, Transcript>();

    return {
        hear(id, told): boolean {
            const before = transcripts.get(id) ?? { utterances: [], heard: new Set<string>() };
            let { utterances } = before;
            for (const utterance of told) {
                utterances = before.heard.has(utterance.id)
                    ? corrected(utterances, utterance)
                    : inOrder(utterances, utterance);
                before.heard.add(utterance.id);
            }
            if (utterances === before.utterances) {
                return false;
            }
            // Spoken of last, dropped last.
            transcripts.delete(id);
            transcripts.set(id, { utterances: utterances.slice(-UTTERANCES_KEPT), heard: before.heard });
            for (const oldest of [...transcripts.keys()].slice(0, -CONVERSATIONS_KEPT)) {
                transcripts.delete(oldest);
            }
            return true;
        },
        of: (id) => transcripts.get(id)?.utterances
    };
}

/** The same utterance in other words takes the place of the first. */
function corrected(utterances: readonly Utterance[], next: Utterance): readonly Utterance[] {
    const at = utterances.findIndex(({ id }) => id === next.id);
    const known = utterances[at];
    return known === undefined || known.text === next.text
        ? utterances
        : utterances.map((one) => (one === known ? { ...known, text: next.text } : one));
}

/** By the time it was said; what has no readable time comes last, as it came. */
function inOrder(utterances: readonly Utterance[], next: Utterance): readonly Utterance[] {
    const later = utterances.findIndex(({ at }) => Date.parse(at) > Date.parse(next.at));
    return later < 0 ? [...utterances, next] : [...utterances.slice(0, later), next, ...utterances.slice(later)];
}
