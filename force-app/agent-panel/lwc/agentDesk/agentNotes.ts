import type { Interaction } from 'c/interactions';
import type { Clock, TaskKey } from 'c/taskSync';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';
import type { NoteDrafts, NotesRefusal } from './noteDrafts.ts';

/** Notes typed after the call go out once the agent pauses, in milliseconds. */
const TYPING_PAUSE_MS = 2_000;

/** The agent's notes of each handling, kept in the browser until its Task has them. */
export interface AgentNotes {
    /** What was typed before a reload, or in another tab, and no Task has. */
    toRestore(interaction: Interaction): string | undefined;
    /** The interaction as this page may tell it: notes of another tab that are kept no more are that tab's to tell. */
    toTell(interaction: Interaction): Interaction;
    /** Keeps what is typed; `paused` runs once the agent stops for a while. */
    type(interaction: Interaction, notes: string, paused: () => void): void;
    /** The Task has them: but for what was typed in another tab since. */
    forget(interaction: Interaction): void;
    /** The Task was saved without them. */
    refuse(interaction: Interaction, refusal: NotesRefusal): void;
    close(): void;
}

export function createAgentNotes(
    drafts: NoteDrafts,
    clock: Clock,
    keyOf: (interaction: Interaction) => TaskKey | undefined
): AgentNotes {
    /** Handlings whose notes were typed on this page: newer than what another tab keeps. */
    const typedHere = createLastUsed<true>();
    const typing = new Map<string, () => void>();

    /** While it rings only the conversation is known. */
    function draftName(interaction: Interaction): string {
        const key = keyOf(interaction);
        if (key === undefined) {
            return interaction.id;
        }
        drafts.move(interaction.id, key.id);
        return key.id;
    }

    return {
        toRestore(interaction): string | undefined {
            if (typedHere.get(handling(interaction))) {
                return undefined;
            }
            const notes = drafts.read(draftName(interaction));
            return notes === interaction.notes ? undefined : notes;
        },
        toTell(interaction): Interaction {
            const { notes, ...others } = interaction;
            const isOver =
                notes !== undefined &&
                !typedHere.get(handling(interaction)) &&
                drafts.read(draftName(interaction)) === undefined;
            return isOver ? others : interaction;
        },
        type(interaction, notes, paused): void {
            const name = handling(interaction);
            typedHere.set(name, true);
            drafts.keep(draftName(interaction), notes);
            typing.get(name)?.();
            const stop = clock.after(TYPING_PAUSE_MS, () => {
                typing.delete(name);
                paused();
            });
            typing.set(name, stop);
        },
        forget(interaction): void {
            const name = draftName(interaction);
            if (drafts.read(name) === interaction.notes) {
                drafts.drop(name);
            }
        },
        refuse: (interaction, refusal) => drafts.refuse(draftName(interaction), refusal),
        close(): void {
            for (const cancel of typing.values()) {
                cancel();
            }
        }
    };
}
