import type { TargetObject } from 'c/attributeMapping';
import { attributesOf } from 'c/interactionAttributes';
import type { Interaction, InteractionType } from 'c/interactions';
import type { OrgReader, OrgSettings, TaskSetup } from 'c/orgReader';
import { createTaskSync, onCallRecord, targetOf, taskKeyOf } from 'c/taskSync';
import type {
    Clock,
    Dropped,
    Locks,
    MergeAnswer,
    SaveState,
    Storage,
    Submission,
    TaskKey,
    TaskSync,
    TaskWriter,
    UnsavedField
} from 'c/taskSync';
import { phonesOnPage } from 'c/phoneOnPage';
import type { TaskRouteName } from 'c/taskWriter';
import { handling } from './handling.ts';
import { createKeptFilling } from './keptFilling.ts';
import { createLastUsed } from './lastUsed.ts';
import { createMissedKeys } from './missedKeys.ts';
import { createObjectWriters } from './objectWriters.ts';
import { watchSetup } from './setupWatch.ts';
import { defaultsFor, handedOver, mapped, mappingOf, notMappedOf } from './taskSubmission.ts';
import type { Mapping, Reading, Told } from './taskSubmission.ts';
import type { PageRecord } from './types.ts';
import { createWriters } from './writers.ts';

export interface TaskFillingOptions {
    readonly reader: OrgReader;
    /** Hands attributes to the vendor's phone; left out where no phone writes Tasks. */
    readonly phoneWriter?: TaskWriter;
    /** Salesforce keeps a record of each of its calls. */
    readonly callRecords?: boolean;
    /** Whose phone it is. */
    readonly vendor: string;
    readonly userId: string;
    readonly org: string;
    readonly reading: Reading;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly locks: Locks;
    /** What is shown now: submitted again, whole, with each answer of the org. */
    readonly interactions: () => readonly Interaction[];
    /** One of them with the notes that other tabs kept since, as it is told. */
    readonly newest: (interaction: Interaction) => Interaction;
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
    /** Name and Related To as the agent picked them; empty where nothing was picked. */
    readonly pickedOf: (interaction: Interaction) => NonNullable<Submission['picked']>;
    /** The org has told how Tasks are to be filled, or could not be asked. */
    readonly onSetup: () => void;
    /** How a Task stands has changed. */
    readonly onSave: () => void;
}

/** From what is known of each interaction to its Task. */
export interface TaskFilling {
    keyOf(interaction: Interaction): TaskKey | undefined;
    submit(interaction: Interaction, changes: readonly string[]): void;
    stateOf(interaction: Interaction): SaveState | undefined;
    states(): readonly SaveState[];
    /** The other vendor that writes the Task of this interaction, where this one only shows it. */
    otherWriter(interaction: Interaction): string | undefined;
    /** True where another desk of this page writes, and tells what there is to tell of Tasks without a card. */
    toldElsewhere(): boolean;
    /** What the mapping makes of what is known of it now. */
    toldOf(interaction: Interaction): Told;
    setup(): TaskSetup | undefined;
    /** The admin wants the phone to write Tasks, and this one writes none. */
    isLeftByPhone(): boolean;
    /** Why the org could not be asked the last time. */
    failure(): 'offline' | 'sessionExpired' | undefined;
    /** The field that the agent's notes go to, where they are mapped and the mapping is known. */
    notesField(): string | undefined;
    /**
     * Notes for the Task with this key id, of a call that this page never heard of; tells what the mapping leaves out of
     * them. Undefined where no tab knows such a Task, and where the phone writes it.
     */
    submitNotes(id: string, notes: string, type: InteractionType): { readonly left?: UnsavedField } | undefined;
    stateNamed(id: string): SaveState | undefined;
    /** Takes up what an earlier page of this user left unsaved. */
    recover(): void;
    /** Asks and tries everything again, now. On the agent's word only: a deleted Task is made anew, this one or all. */
    retry(only?: string): void;
    /** The same without deleted Tasks: the network is back. */
    resume(): void;
    /** The agent wants the doubles of the Task with this key merged into it. */
    merge(key: string): Promise<MergeAnswer>;
    /** The way by which this page writes Tasks; undefined until the org has taken, or judged, one. */
    route(): TaskRouteName | undefined;
    /** True while the org lacks values. */
    hasUnsaved(): boolean;
    /** Values kept in the browser that were given up since the page was opened. */
    dropped(): Dropped;
    close(): void;
}

/** What this page knows of one handling. */
interface Handled {
    /** The first key of a handling stays its key, whatever is heard later: but for where it is saved, once that is known. */
    readonly key: TaskKey;
    submitted: boolean;
    /** Nobody knew whether this vendor writes it. */
    undecided?: boolean;
    endedAt?: string;
}

export function createTaskFilling(options: TaskFillingOptions): TaskFilling {
    const { callRecords = false, reader, userId, org, reading, clock, interactions, phoneWriter, vendor } = options;
    /** Made anew with each answer about the set-up, not with each message of a call. */
    let rules: Mapping | undefined;
    const handled = createLastUsed<Handled>();
    /** By what was known, and by which rules: asked for again with each look at the desk. */
    const toldBefore = new WeakMap<Interaction, { readonly by: Mapping | undefined; readonly told: Told }>();

    const missed = createMissedKeys(userId);
    const objects = createObjectWriters({
        reader,
        ...(phoneWriter === undefined ? {} : { phoneWriter }),
        setup: () => setup.setup(),
        rules: () => rules
    });
    const sync: TaskSync = createTaskSync({
        writer: objects,
        storage: options.storage,
        clock,
        locks: options.locks,
        settings: () => setup.setup()?.settings ?? setup.failure() ?? 'unknown',
        writes(of): boolean | undefined {
            const writer = writers.now(of);
            return writer === undefined ? undefined : writer === of;
        },
        mapKept: (key) => kept.map(key),
        org,
        userId
    });
    const writers = createWriters({
        ...options,
        settings,
        begun: (key) => sync.begun(key),
        onSteady(): void {
            for (const interaction of interactions()) {
                if (handledOf(interaction)?.undecided === true) {
                    submitAnew(interaction);
                }
            }
            options.onSave();
        }
    });
    const setup = watchSetup(reader, clock, () => setupAnswered(), {
        writesTasks: phoneWriter !== undefined,
        callRecords
    });

    const kept = createKeptFilling({
        sync: () => sync,
        reading,
        rulesOf,
        submitShown(key): boolean {
            const shown = interactions().find((interaction) => keyOf(interaction)?.id === key.id);
            if (shown !== undefined) {
                submitAnew(shown);
            }
            return shown !== undefined;
        },
        phoneWrites: () => settings()?.mode === 'phone'
    });

    function settings(): OrgSettings | undefined {
        const known = setup.setup()?.settings;
        return typeof known === 'object' ? known : undefined;
    }

    function handledOf(interaction: Interaction): Handled | undefined {
        const name = handling(interaction);
        const known = handled.get(name);
        const target = setup.target();
        if (target === undefined || (known !== undefined && isAt(known.key, target))) {
            return known;
        }
        const onTask = known?.key ?? taskKeyOf(interaction, userId) ?? missed.keyOf(interaction, settings());
        if (onTask === undefined) {
            return known;
        }
        const begun = { ...known, key: target === 'Task' ? onTask : onCallRecord(onTask), submitted: false };
        handled.set(name, begun);
        if (known !== undefined) {
            sync.leave(known.key);
        }
        return begun;
    }

    /** What is decided stays where it is. */
    function isAt(key: TaskKey, target: TargetObject): boolean {
        return targetOf(key.id) === target || sync.begun(key);
    }

    /** Undefined also where the rules that were read are about the other object. */
    function rulesOf(key: TaskKey): Mapping | undefined {
        return targetOf(key.id) === setup.setup()?.target ? rules : undefined;
    }

    const keyOf = (interaction: Interaction): TaskKey | undefined => handledOf(interaction)?.key;

    function submit(interaction: Interaction, changes: readonly string[]): void {
        const one = handledOf(interaction);
        if (one === undefined) {
            return;
        }
        const { key } = one;
        const writer = writers.of(key, interaction);
        if (writer !== undefined && writer !== vendor) {
            sync.leave(key);
            return;
        }
        one.undecided = writer === undefined;
        const first = !one.submitted;
        one.submitted = true;
        if (interaction.disconnected) {
            one.endedAt ??= new Date(clock.now()).toISOString();
        }
        const attributes = { ...kept.unmappedOf(key), ...attributesOf(interaction) };
        const mapping = rulesOf(key);
        const {
            patch,
            onlyWhenEmpty,
            builtIn,
            problems: told
        } = mapped(attributes, interaction.type, mapping, reading);
        const picked = options.pickedOf(interaction);
        const typed = changes.length === 1 && changes[0] === 'notes';
        const disconnectedAt = one.endedAt;
        sync.submit(key, {
            attributes: mapping === undefined ? attributes : handedOver(attributes, mapping),
            patch,
            onlyWhenEmpty,
            yielding: builtIn,
            ...(Object.keys(picked).length === 0 ? {} : { picked }),
            notMapped: notMappedOf(told),
            defaults:
                targetOf(key.id) === 'Task'
                    ? defaultsFor(
                          interaction,
                          attributes,
                          options.callerOf(interaction),
                          reading,
                          setup.setup()?.mapping !== 'noAccess'
                      )
                    : {},
            interactionType: interaction.type,
            urgency: first || (interaction.disconnected && !typed) ? 'milestone' : 'detail',
            ...(disconnectedAt === undefined ? {} : { disconnectedAt }),
            ...(interaction.done || missed.has(key) ? { wrappedUp: true } : {}),
            ...(writer === undefined ? { undecided: vendor } : {})
        });
    }

    /** What came before the org had told how to fill Tasks is submitted again, whole. */
    function setupAnswered(): void {
        const known = setup.setup();
        rules = known === undefined ? undefined : mappingOf(known);
        for (const interaction of interactions()) {
            submitAnew(interaction);
        }
        for (const { key } of sync.unmapped()) {
            kept.map(key);
        }
        sync.resume();
        options.onSetup();
    }

    function submitAnew(interaction: Interaction): void {
        const one = handledOf(interaction);
        if (one !== undefined) {
            one.submitted = false;
            submit(options.newest(interaction), []);
        }
    }

    function otherWriter(interaction: Interaction): string | undefined {
        const key = keyOf(interaction);
        const writer = key === undefined ? writers.now(vendor) : writers.of(key, interaction);
        return writer === vendor ? undefined : writer;
    }

    const stopSync = sync.onChange(() => options.onSave());

    return {
        keyOf,
        submit,
        stateOf(interaction): SaveState | undefined {
            const key = keyOf(interaction);
            return key === undefined || otherWriter(interaction) !== undefined ? undefined : sync.state(key);
        },
        otherWriter,
        toldElsewhere(): boolean {
            const writer = writers.now(vendor);
            return writer !== vendor && phonesOnPage().some((phone) => phone.vendor === writer);
        },
        states: () => sync.states(),
        toldOf(interaction): Told {
            const known = toldBefore.get(interaction);
            if (known !== undefined && known.by === rules) {
                return known.told;
            }
            const told = mapped(attributesOf(interaction), interaction.type, rules, reading);
            toldBefore.set(interaction, { by: rules, told });
            return told;
        },
        setup: () => setup.setup(),
        isLeftByPhone: () => setup.isLeftByPhone(),
        failure: () => setup.failure(),
        notesField: () => rules?.notesField,
        submitNotes: (id, notes, type) => kept.submitNotes(id, notes, type),
        stateNamed: (id) => sync.states().find(({ key }) => key === id),
        recover: () => sync.recover(),
        retry(only): void {
            setup.ask();
            sync.retry(only);
        },
        resume(): void {
            setup.ask();
            sync.resume();
        },
        merge: (key) => sync.merge({ id: key }),
        route: () => objects.route(),
        hasUnsaved: () => sync.hasUnsaved(),
        dropped: () => sync.dropped(),
        close(): void {
            stopSync();
            writers.close();
            setup.close();
            sync.close();
        }
    };
}
