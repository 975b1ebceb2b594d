import type { Interaction } from 'c/interactions';
import type { SaveState } from 'c/taskSync';
import type { AgentNotes } from './agentNotes.ts';
import { refusalIn } from './savedNotes.ts';
import type { SavedNotes } from './savedNotes.ts';

/** What the Task has needs no draft any more, once the call is wrapped up. Refused notes stay kept, with the reason. */
export function notesAfterSave(
    interaction: Interaction,
    save: SaveState,
    { agentNotes, savedNotes }: { readonly agentNotes: AgentNotes; readonly savedNotes: SavedNotes }
): void {
    savedNotes.settled(interaction, save);
    if ((save.phase !== 'saved' && save.phase !== 'handedToPhone') || save.pending) {
        return;
    }
    const isUnsaved = savedNotes.isUnsaved(interaction, save);
    const unsaved = isUnsaved ? savedNotes.refusalOf(interaction, save) : undefined;
    if (unsaved !== undefined) {
        agentNotes.refuse(interaction, refusalIn(save, unsaved));
    } else if (interaction.done && !isUnsaved) {
        agentNotes.forget(interaction);
    }
}
