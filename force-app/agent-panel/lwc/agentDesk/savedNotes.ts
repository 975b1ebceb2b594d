import type { MappingProblem } from 'c/attributeMapping';
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

export interface NotesFilling {
    /** The field that takes notes, while the mapping is known and has one. */
    readonly notesField: () => string | undefined;
    readonly problemsOf: (interaction: Interaction) => readonly MappingProblem[];
}

export function createSavedNotes(filling: () => NotesFilling): SavedNotes {
    const saved = new Map<string, string>();

    /** By the org, or by the mapping: the field is given to something else, or this agent may not write it. */
    function isLeftOut(interaction: Interaction, save: SaveState | undefined): boolean {
        const { notesField, problemsOf } = filling();
        const left = ({ attribute, code }: MappingProblem): boolean =>
            attribute === 'Salesforce.InteractionLogNotes' && code !== 'textCut';
        return save?.unsaved.some(({ field }) => field === notesField()) === true || problemsOf(interaction).some(left);
    }

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
            const isNew = notes !== (saved.get(handling(interaction)) ?? '');
            return isNew || (notes !== '' && isLeftOut(interaction, save));
        }
    };
}
