import type { Interaction } from 'c/interactions';
import type { SaveState } from 'c/taskSync';
import { handling } from './handling.ts';

/** Which notes a Task has, as far as its state tells. */
export interface SavedNotes {
    /** The Task has everything that was submitted. */
    settled(interaction: Interaction, save: SaveState): void;
    /** Typed, and not in the Task yet. */
    isUnsaved(interaction: Interaction, save: SaveState | undefined): boolean;
}

/** `field` gives the field that takes notes, while the mapping is known and has one. */
export function createSavedNotes(field: () => string | undefined): SavedNotes {
    const saved = new Map<string, string>();

    return {
        settled(interaction, { pending, phase }): void {
            if (!pending && (phase === 'saved' || phase === 'handedToPhone')) {
                saved.set(handling(interaction), interaction.notes ?? '');
            }
        },
        isUnsaved(interaction, save): boolean {
            const { disconnected, handled, notes = '' } = interaction;
            if (disconnected && !handled) {
                return false;
            }
            const refused = save?.unsaved.some((one) => one.field === field()) === true;
            return notes !== (saved.get(handling(interaction)) ?? '') || (refused && notes !== '');
        }
    };
}
