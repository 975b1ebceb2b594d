import type { Interaction } from 'c/interactions';
import type { DirectoryWatch } from './directoryWatch.ts';
import { fieldLabelsOf } from './fieldLabels.ts';
import type { PhoneListening } from './phoneListening.ts';
import type { RecentInteractions } from './recentInteractions.ts';
import type { RecentTargets } from './recentTargets.ts';
import type { SavedNotes } from './savedNotes.ts';
import type { SentCommands } from './sentCommands.ts';
import { setupProblemOf } from './setupProblem.ts';
import type { TaskFilling } from './taskFilling.ts';
import type { DeskInteraction, DeskView, PageRecord } from './types.ts';

export interface DeskParts {
    readonly interactions: () => readonly Interaction[];
    readonly filling: TaskFilling;
    readonly commands: SentCommands;
    readonly directory: DirectoryWatch;
    readonly phone: PhoneListening;
    readonly recent: RecentInteractions;
    readonly recentTargets: RecentTargets;
    readonly savedNotes: SavedNotes;
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
}

/** One picture of the desk; its version rises with each change. */
export function createDeskView(parts: DeskParts): { readonly view: () => DeskView; readonly changed: () => void } {
    const { commands, directory, filling, phone, recent, recentTargets, savedNotes } = parts;
    let version = 1;

    function describe(interaction: Interaction): DeskInteraction {
        const caller = parts.callerOf(interaction);
        const save = filling.stateOf(interaction);
        const transcript = phone.transcript(interaction.id);
        return {
            interaction,
            ...(caller === undefined ? {} : { caller }),
            ...(save === undefined ? {} : { save }),
            problems: filling.problemsOf(interaction),
            awaiting: commands.awaiting(interaction.id),
            ...(transcript === undefined ? {} : { transcript }),
            notesUnsaved: savedNotes.isUnsaved(interaction, save)
        };
    }

    return {
        changed(): void {
            version += 1;
        },
        view(): DeskView {
            const all = parts.interactions().map(describe);
            const keys = new Set(all.map((one) => one.save?.key));
            const selected = phone.selected();
            const agent = phone.agent();
            const statusAwaited = phone.statusAwaited();
            return {
                version,
                interactions: all.filter(({ interaction }) => interaction.dismissed !== true),
                ...setupProblemOf(filling.setup(), filling.failure(), filling.states()),
                fieldLabels: fieldLabelsOf(filling.setup()?.fields),
                earlier: filling.states().filter((state) => state.pending && !keys.has(state.key)),
                ...(selected === undefined ? {} : { selected }),
                ...(agent === undefined ? {} : { agent }),
                ...(statusAwaited === undefined ? {} : { statusAwaited }),
                directory: directory.directory(),
                recentTargets: recentTargets.list(),
                recent: recent.list()
            };
        }
    };
}
