import type { FieldDescriptions } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { SaveState } from 'c/taskSync';
import type { DirectoryWatch } from './directoryWatch.ts';
import { fieldLabelsOf } from './fieldLabels.ts';
import type { PhoneListening } from './phoneListening.ts';
import type { RecentInteractions } from './recentInteractions.ts';
import type { RecentTargets } from './recentTargets.ts';
import type { SavedNotes } from './savedNotes.ts';
import type { SentCommands } from './sentCommands.ts';
import { setupProblemOf } from './setupProblem.ts';
import type { TaskFilling } from './taskFilling.ts';
import type { TaskRelations } from './taskRelations.ts';
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
    readonly relations: TaskRelations;
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
}

/** One picture of the desk; its version rises with each change. */
export function createDeskView(parts: DeskParts): { readonly view: () => DeskView; readonly changed: () => void } {
    const { commands, directory, filling, phone, recent, recentTargets, savedNotes } = parts;
    let version = 1;
    let described = new Map<string, DeskInteraction>();
    /** Keys of the Tasks of which the agent was told on a card. */
    const toldOnCard = new Set<string>();
    let labelled: { readonly fields: FieldDescriptions; readonly labels: Readonly<Record<string, string>> } | undefined;

    function describe(interaction: Interaction): DeskInteraction {
        const caller = parts.callerOf(interaction);
        const save = filling.stateOf(interaction);
        const transcript = phone.transcript(interaction.id);
        const relations = parts.relations.of(interaction);
        return {
            interaction,
            ...(caller === undefined ? {} : { caller }),
            ...(save === undefined ? {} : { save }),
            problems: filling.problemsOf(interaction),
            awaiting: commands.awaiting(interaction.id),
            ...(transcript === undefined ? {} : { transcript }),
            notesUnsaved: savedNotes.isUnsaved(interaction, save),
            ...(relations === undefined ? {} : { relations })
        };
    }

    /** A conversation of which nothing changed is the same object, so that its card is not drawn anew. */
    function describeAll(): readonly DeskInteraction[] {
        const all = parts.interactions().map((interaction) => {
            const now = describe(interaction);
            const before = described.get(interaction.id);
            return before !== undefined && isSame(before, now) ? before : now;
        });
        described = new Map(all.map((one) => [one.interaction.id, one]));
        return all;
    }

    function fieldLabels(): Readonly<Record<string, string>> {
        const fields = filling.setup()?.fields;
        if (labelled === undefined || labelled.fields !== fields) {
            labelled = { fields, labels: fieldLabelsOf(fields) };
        }
        return labelled.labels;
    }

    return {
        changed(): void {
            version += 1;
        },
        view(): DeskView {
            const all = describeAll();
            const keys = new Set(all.flatMap((one) => one.save?.key ?? []));
            keys.forEach((key) => toldOnCard.add(key));
            const selected = phone.selected();
            const agent = phone.agent();
            const statusAwaited = phone.statusAwaited();
            return {
                version,
                interactions: all.filter(({ interaction }) => interaction.dismissed !== true),
                ...setupProblemOf(filling.setup(), filling.failure(), filling.states()),
                fieldLabels: fieldLabels(),
                earlier: filling
                    .states()
                    .filter(
                        (state) =>
                            !keys.has(state.key) && (state.pending || (!toldOnCard.has(state.key) && hasTrouble(state)))
                    ),
                ...(selected === undefined ? {} : { selected }),
                ...(agent === undefined ? {} : { agent }),
                ...(statusAwaited === undefined ? {} : { statusAwaited }),
                directory: directory.directory(),
                recentTargets: recentTargets.list(),
                recent: recent.list(),
                dropped: filling.dropped()
            };
        }
    };
}

/** Saved, with something that somebody has to be told. */
function hasTrouble({ doubles = [], unsaved }: SaveState): boolean {
    return unsaved.length > 0 || doubles.length > 0;
}

/** Lists and records that are made anew with each look are compared by what they hold. */
function isSame(a: DeskInteraction, b: DeskInteraction): boolean {
    return (
        a.interaction === b.interaction &&
        a.save === b.save &&
        a.transcript === b.transcript &&
        a.notesUnsaved === b.notesUnsaved &&
        a.problems === b.problems &&
        a.relations === b.relations &&
        JSON.stringify([a.caller, a.awaiting]) === JSON.stringify([b.caller, b.awaiting])
    );
}
