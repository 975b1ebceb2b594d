import type { Interaction } from 'c/interactions';
import type { SaveState } from 'c/taskSync';
import type { AgentNotes } from './agentNotes.ts';
import { refusalIn } from './savedNotes.ts';
import type { SavedNotes } from './savedNotes.ts';

/**
 * What the Task has needs no draft any more, once the call is wrapped up. Notes that were refused, or cut for their field,
 * stay kept, with the reason.
 */
export function notesAfterSave(
    interaction: Interaction,
    save: SaveState,
    { agentNotes, savedNotes }: { readonly agentNotes: AgentNotes; readonly savedNotes: SavedNotes }
): void {
    savedNotes.settled(interaction, save);
    if ((save.phase !== 'saved' && save.phase !== 'handedToPhone') || save.pending) {
        return;
    }
    const unsaved = savedNotes.refusalOf(interaction, save);
    if (unsaved !== undefined) {
        agentNotes.refuse(interaction, refusalIn(save, unsaved));
    } else if (interaction.done) {
        agentNotes.forget(interaction);
    }
}
