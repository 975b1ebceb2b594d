import type { FieldDescriptions } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { SaveState, TaskSyncSettings } from 'c/taskSync';
import type { DirectoryWatch } from './directoryWatch.ts';
import type { EarlierNotes } from './earlierNotes.ts';
import { fieldLabelsOf } from './fieldLabels.ts';
import type { PhoneListening } from './phoneListening.ts';
import type { RecentInteractions } from './recentInteractions.ts';
import type { RecentTargets } from './recentTargets.ts';
import type { SavedNotes } from './savedNotes.ts';
import type { SentCommands } from './sentCommands.ts';
import { setupProblemOf } from './setupProblem.ts';
import type { TaskFilling } from './taskFilling.ts';
import type { TaskRelations } from './taskRelations.ts';
import type { DeskInteraction, DeskView, EarlierTask, KeptNotes, PageRecord } from './types.ts';

export interface DeskParts {
    readonly interactions: () => readonly Interaction[];
    readonly filling: TaskFilling;
    readonly commands: SentCommands;
    readonly directory: DirectoryWatch;
    readonly phone: PhoneListening;
    readonly recent: RecentInteractions;
    readonly recentTargets: RecentTargets;
    readonly savedNotes: SavedNotes;
    readonly earlierNotes: EarlierNotes;
    readonly relations: TaskRelations;
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
}

const NO_PROBLEMS: DeskInteraction['problems'] = [];

/** One picture of the desk; its version rises with each change. */
export function createDeskView(parts: DeskParts): { readonly view: () => DeskView; readonly changed: () => void } {
    const { commands, directory, earlierNotes, filling, phone, recent, recentTargets, savedNotes } = parts;
    let version = 1;
    let described = new Map<string, DeskInteraction>();
    /** What the agent was told on a card, by the Task's key. */
    const toldOnCard = new Map<string, Set<string>>();
    let labelled: { readonly fields: FieldDescriptions; readonly labels: Readonly<Record<string, string>> } | undefined;

    function describe(interaction: Interaction): DeskInteraction {
        const caller = parts.callerOf(interaction);
        const otherWriter = filling.otherWriter(interaction);
        const transcript = phone.transcript(interaction.id);
        const details = phone.details(interaction.id);
        return {
            interaction,
            ...(caller === undefined ? {} : { caller }),
            awaiting: commands.awaiting(interaction.id),
            ...(transcript === undefined ? {} : { transcript }),
            ...(details === undefined ? {} : { details }),
            ...(otherWriter === undefined
                ? ofTask(interaction)
                : { otherWriter, problems: NO_PROBLEMS, notesUnsaved: false })
        };
    }

    function ofTask(
        interaction: Interaction
    ): Pick<DeskInteraction, 'save' | 'savedOn' | 'problems' | 'notesUnsaved' | 'savedAfter' | 'relations'> {
        const save = filling.stateOf(interaction);
        const relations = parts.relations.of(interaction);
        return {
            ...(save === undefined ? {} : { save }),
            ...savedOn(),
            problems: filling.toldOf(interaction).problems,
            notesUnsaved: savedNotes.isUnsaved(interaction, save),
            ...savedAfter(interaction),
            ...(relations === undefined ? {} : { relations })
        };
    }

    function settings(): TaskSyncSettings | undefined {
        const known = filling.setup()?.settings;
        return typeof known === 'object' ? known : undefined;
    }

    function savedOn(): Pick<DeskView, 'savedOn'> {
        return filling.setup()?.target === 'VoiceCall' ? { savedOn: 'VoiceCall' } : {};
    }

    function savedThrough(): Pick<DeskView, 'savedThrough'> {
        const way = settings()?.mode === 'phone' ? 'phone' : filling.route();
        return way === undefined ? {} : { savedThrough: way };
    }

    /** What the admin wants to be written later is no delay. */
    function savedAfter({ disconnected, done }: Interaction): Pick<DeskInteraction, 'savedAfter'> {
        const when = settings()?.when ?? 'eachStep';
        if (when === 'eachStep' || done || (when === 'end' && disconnected)) {
            return {};
        }
        return { savedAfter: when };
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

    function noteTold({ save, problems }: DeskInteraction): void {
        if (save !== undefined) {
            const told = toldOnCard.get(save.key) ?? new Set();
            toldOnCard.set(save.key, told);
            [...troublesOf(save), ...problems.map(({ field }) => field)].forEach((one) => told.add(one));
        }
    }

    /**
     * Not saved, or saved with something that stands on no card and stood on none, or on one that the next part of the same
     * conversation has taken.
     */
    function earlierStates(
        all: readonly DeskInteraction[],
        onCards: ReadonlySet<string>,
        keptNotes: readonly KeptNotes[]
    ): EarlierTask[] {
        const isTaken = (key: string): boolean => all.some(({ interaction }) => key.startsWith(`${interaction.id}:`));
        const isWithNotes = (key: string, one: string): boolean =>
            keptNotes.some((kept) => kept.key === key && troublesOf(kept.save).includes(one));
        const isTold = (key: string, one: string): boolean =>
            isWithNotes(key, one) || (!isTaken(key) && toldOnCard.get(key)?.has(one) === true);
        const states = filling.states();
        const known = new Set(states.map(({ key }) => key));
        [...toldOnCard.keys()].filter((key) => !known.has(key)).forEach((key) => toldOnCard.delete(key));
        return states
            .filter(({ key }) => !onCards.has(key))
            .map(withNotMapped)
            .filter((state) => state.pending || troublesOf(state).some((one) => !isTold(state.key, one)))
            .map(withCall);
    }

    function withCall(state: SaveState): EarlierTask {
        const notes = (state.pending && earlierNotes.read(state.key)) || undefined;
        const call = { ...earlierNotes.callerOf(state.key), ...(notes === undefined ? {} : { notes }) };
        return Object.keys(call).length === 0 ? state : { ...state, ...call };
    }

    return {
        changed(): void {
            version += 1;
        },
        view(): DeskView {
            const all = describeAll();
            all.forEach(noteTold);
            const onCards = new Set(all.flatMap(({ save }) => save?.key ?? []));
            const keptNotes = earlierNotes.refused(onCards);
            const elsewhere = filling.toldElsewhere();
            const selected = phone.selected();
            const agent = phone.agent();
            const statusAwaited = phone.statusAwaited();
            return {
                version,
                interactions: all.filter(({ interaction }) => interaction.dismissed !== true),
                ...setupProblemOf(filling.setup(), filling.failure(), filling.states()),
                fieldLabels: fieldLabels(),
                ...savedOn(),
                ...savedThrough(),
                ...(filling.isLeftByPhone() && savedOn().savedOn === undefined ? { leftByPhone: true } : {}),
                earlier: elsewhere ? [] : earlierStates(all, onCards, keptNotes),
                keptNotes: elsewhere ? [] : keptNotes,
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

/** What somebody has to be told of a Task: fields and doubles. */
function troublesOf({ doubles = [], unsaved }: SaveState): string[] {
    return [...unsaved.map(({ field }) => field), ...doubles];
}

/** Without a card nothing else says what the mapping could not fill. */
function withNotMapped(state: SaveState): SaveState {
    const { notMapped = [], unsaved } = state;
    const more = notMapped.filter(({ field }) => unsaved.every((one) => one.field !== field));
    return more.length === 0 ? state : { ...state, unsaved: [...unsaved, ...more] };
}

/** Lists and records that are made anew with each look are compared by what they hold. */
function isSame(a: DeskInteraction, b: DeskInteraction): boolean {
    return (
        a.interaction === b.interaction &&
        a.save === b.save &&
        a.savedOn === b.savedOn &&
        a.otherWriter === b.otherWriter &&
        a.transcript === b.transcript &&
        a.details === b.details &&
        a.notesUnsaved === b.notesUnsaved &&
        a.savedAfter === b.savedAfter &&
        a.problems === b.problems &&
        a.relations === b.relations &&
        JSON.stringify([a.caller, a.awaiting]) === JSON.stringify([b.caller, b.awaiting])
    );
}
