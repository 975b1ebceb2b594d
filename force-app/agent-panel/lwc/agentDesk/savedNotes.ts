import type { Interaction } from 'c/interactions';
import type { SaveState, UnsavedField } from 'c/taskSync';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';
import { notesCut, notesLeftOut } from './mappedNotes.ts';
import type { NotesRefusal } from './noteDrafts.ts';
import type { Told } from './taskSubmission.ts';

/** Which notes a Task has, as far as its state tells. */
export interface SavedNotes {
    /** The Task has everything that was submitted. */
    settled(interaction: Interaction, save: SaveState): void;
    /** Typed, and not in the Task yet. Notes that were cut for their field are in the Task. */
    isUnsaved(interaction: Interaction, save: SaveState | undefined): boolean;
    /** What has become of the field of the notes, where the Task was saved without them or without their end. */
    refusalOf(interaction: Interaction, save: SaveState): UnsavedField | undefined;
}

export interface NotesFilling {
    /** The field that takes notes, while the mapping is known and has one. */
    readonly notesField: () => string | undefined;
    /** What the mapping makes of the interaction. */
    readonly toldOf: (interaction: Interaction) => Told;
}

export function createSavedNotes(filling: () => NotesFilling): SavedNotes {
    const saved = createLastUsed<string>();

    /** By the org, or by the mapping: the field is given to something else, or this agent may not write it. */
    function leftOut(interaction: Interaction, save: SaveState | undefined): UnsavedField | undefined {
        const { notesField, toldOf } = filling();
        return save?.unsaved.find(({ field }) => field === notesField()) ?? notesLeftOut(toldOf(interaction));
    }

    /** No Task will ever take notes of a call that did not reach the agent. */
    const isMissed = ({ disconnected, handled }: Interaction): boolean => disconnected && !handled;

    return {
        settled(interaction, { pending, phase }): void {
            if (!pending && (phase === 'saved' || phase === 'handedToPhone')) {
                saved.set(handling(interaction), interaction.notes ?? '');
            }
        },
        isUnsaved(interaction, save): boolean {
            const { notes = '' } = interaction;
            if (isMissed(interaction)) {
                return false;
            }
            const isNew = notes !== (saved.get(handling(interaction)) ?? '');
            return isNew || (notes !== '' && leftOut(interaction, save) !== undefined);
        },
        refusalOf(interaction, save): UnsavedField | undefined {
            const { notes = '' } = interaction;
            if (notes === '' || isMissed(interaction)) {
                return undefined;
            }
            // The phone is handed them whole.
            const cut = save.phase === 'saved' ? notesCut(filling().toldOf(interaction)) : undefined;
            return leftOut(interaction, save) ?? cut;
        }
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
