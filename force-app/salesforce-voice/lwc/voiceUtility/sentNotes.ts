import type { AgentDesk, DeskInteraction } from 'c/agentDesk';
import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage } from 'c/taskSync';

/** No call goes on for longer, in milliseconds: a day. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/** Which notes were added to a call's notes: each once, in all tabs of the browser and after a reload (V13). */
interface AddedNotes {
    /** The ids that were not added yet, which are from now on. */
    take(callId: string, ids: readonly string[]): ReadonlySet<string>;
}

function createAddedNotes(storage: Storage, clock: Clock, org: string, userId: string): AddedNotes {
    const kept = createKeptEntries(storage, org, userId, 'voiceNotes');

    function read(callId: string): readonly unknown[] {
        const { at, ids } = (kept.read(callId) ?? {}) as { readonly at?: unknown; readonly ids?: unknown };
        const isFresh = typeof at === 'number' && Math.abs(clock.now() - at) <= KEPT_MS;
        return isFresh && Array.isArray(ids) ? ids : [];
    }

    for (const callId of kept.names()) if (read(callId).length === 0) kept.remove(callId);

    return {
        take(callId, ids): ReadonlySet<string> {
            const before = read(callId);
            const added = ids.filter((id) => !before.includes(id));
            if (added.length > 0) kept.write(callId, { at: clock.now(), ids: [...before, ...added] });
            return new Set(added);
        }
    };
}

/** Adds what was sent beside a call as a note to the notes of that call. Returns how to stop. */
export function addSentNotes(desk: AgentDesk, storage: Storage, clock: Clock, org: string, userId: string): () => void {
    const added = createAddedNotes(storage, clock, org, userId);

    function look({ details, interaction }: DeskInteraction): void {
        const sent = (details?.messages ?? []).filter(({ kind, text = '' }) => kind === 'note' && text.trim() !== '');
        if (sent.length === 0) return;
        const ids = added.take(
            interaction.id,
            sent.map(({ id }) => id)
        );
        const texts = sent.flatMap(({ id, text }) => (ids.has(id) && text !== undefined ? [text] : []));
        const typed = interaction.notes ? [interaction.notes] : [];
        if (texts.length > 0) desk.note(interaction.id, [...typed, ...texts].join('\n'));
    }

    const lookAtAll = (): void => desk.view().interactions.forEach(look);
    lookAtAll();
    return desk.onChange(lookAtAll);
}
