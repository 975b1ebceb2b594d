import type { MappingProblem } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { SaveState, UnsavedField } from 'c/taskSync';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';
import type { NotesRefusal } from './noteDrafts.ts';

/** Which notes a Task has, as far as its state tells. */
export interface SavedNotes {
    /** The Task has everything that was submitted. */
    settled(interaction: Interaction, save: SaveState): void;
    /** Typed, and not in the Task yet. */
    isUnsaved(interaction: Interaction, save: SaveState | undefined): boolean;
    /** What has become of the field of the notes, where the Task was saved without them. */
    refusalOf(interaction: Interaction, save: SaveState): UnsavedField | undefined;
}

export interface NotesFilling {
    /** The field that takes notes, while the mapping is known and has one. */
    readonly notesField: () => string | undefined;
    readonly problemsOf: (interaction: Interaction) => readonly MappingProblem[];
}

export function createSavedNotes(filling: () => NotesFilling): SavedNotes {
    const saved = createLastUsed<string>();

    /** By the org, or by the mapping: the field is given to something else, or this agent may not write it. */
    function leftOut(interaction: Interaction, save: SaveState | undefined): UnsavedField | undefined {
        const { notesField, problemsOf } = filling();
        const refused = save?.unsaved.find(({ field }) => field === notesField());
        const left = problemsOf(interaction).find(
            ({ attribute, code }) => attribute === 'Salesforce.InteractionLogNotes' && code !== 'textCut'
        );
        return refused ?? (left && { field: left.field, code: 'notMapped', reason: left.code });
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
            return isNew || (notes !== '' && leftOut(interaction, save) !== undefined);
        },
        refusalOf: leftOut
    };
}

/** Why a Task was saved without the notes, as it is kept with them. */
export function refusalIn({ detail, taskId }: SaveState, unsaved: UnsavedField): NotesRefusal {
    return {
        unsaved,
        ...(taskId === undefined ? {} : { taskId }),
        ...(detail === undefined || unsaved.code !== 'refused' ? {} : { detail })
    };
}
