import { attributesOf } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import type { Interaction, InteractionEvent } from 'c/interactions';
import type { OrgReader } from 'c/orgReader';
import { createTaskSync, taskKeyOf } from 'c/taskSync';
import type { Clock, Locks, Storage, TaskKey, TaskWriter } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { createAgentNotes } from './agentNotes.ts';
import { fieldLabelsOf } from './fieldLabels.ts';
import { handling } from './handling.ts';
import { createNoteDrafts } from './noteDrafts.ts';
import { createPageCallers } from './pageCallers.ts';
import { createSentCommands } from './sentCommands.ts';
import { setupProblemOf } from './setupProblem.ts';
import { watchSetup } from './setupWatch.ts';
import { defaultsFor, handedOver, mapped, mappingOf } from './taskSubmission.ts';
import type { Mapping, Reading } from './taskSubmission.ts';
import type { AgentDesk, DeskInteraction, DeskView, PageRecord, Transport } from './types.ts';

export { deskReport } from './deskReport.ts';
export type { ReportedProblem } from './deskReport.ts';
export type {
    AgentDesk,
    CommandOutcome,
    DeskInteraction,
    DeskView,
    PageRecord,
    PanelCommand,
    Transport,
    TransportDiagnostics
} from './types.ts';

export interface AgentDeskOptions {
    readonly transport: Transport;
    readonly reader: OrgReader;
    /** Hands attributes to the vendor's phone, for the mode in which the phone writes the Task. */
    readonly phoneWriter: TaskWriter;
    readonly userId: string;
    /** Names the org, e.g. its host name. */
    readonly org: string;
    readonly reading: Reading;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly locks: Locks;
}

/** Everything between a transport and the screen: ledger, attributes, mapping, Task saving. No DOM. */
export function createAgentDesk(options: AgentDeskOptions): AgentDesk {
    const { transport, reader, userId, org, reading, clock } = options;
    let ledger = emptyLedger();
    /** Made anew with each answer about the set-up, not with each message of a call. */
    let rules: Mapping | undefined;
    let version = 1;
    let closed = false;
    /** The first key of each handling stays its key, whatever is heard later. */
    const keys = new Map<string, TaskKey>();
    const submitted = new Set<string>();
    const endedAt = new Map<string, string>();
    const listeners = new Set<() => void>();
    const callers = createPageCallers(reader);
    const commands = createSentCommands(transport, () => tell());
    const agentNotes = createAgentNotes(createNoteDrafts(options.storage, clock, org, userId), clock, keyOf);

    const recordWriter = createRecordWriter({ reader, fields: () => setup.setup()?.fields });
    const sync = createTaskSync({
        writer: {
            save: (key, request) => (mode() === 'phone' ? options.phoneWriter : recordWriter).save(key, request)
        },
        storage: options.storage,
        clock,
        locks: options.locks,
        settings: () => setup.setup()?.settings ?? setup.failure() ?? 'unknown',
        org,
        userId
    });
    const setup = watchSetup(reader, clock, () => setupAnswered());

    function mode(): string | undefined {
        const settings = setup.setup()?.settings;
        return typeof settings === 'object' ? settings.mode : undefined;
    }

    function tell(): void {
        version += 1;
        for (const listener of [...listeners]) {
            listener();
        }
    }

    function keyOf(interaction: Interaction): TaskKey | undefined {
        const name = handling(interaction);
        const key = keys.get(name) ?? taskKeyOf(interaction, userId);
        if (key !== undefined) {
            keys.set(name, key);
        }
        return key;
    }

    function receive(event: InteractionEvent): void {
        const { ledger: next, interaction, changes } = applyEvent(ledger, event);
        ledger = next;
        if (interaction === undefined || changes.length === 0) {
            return;
        }
        restoreNotes(interaction);
        callers.recognise(interaction);
        submit(interaction, changes);
        tell();
    }

    function restoreNotes(interaction: Interaction): void {
        const notes =
            ledger.interactions[interaction.id] === interaction ? agentNotes.toRestore(interaction) : undefined;
        if (notes !== undefined) {
            ledger = applyEvent(ledger, { kind: 'noted', at: now(), id: interaction.id, notes }).ledger;
        }
    }

    function submit(given: Interaction, changes: readonly string[]): void {
        const current = ledger.interactions[given.id];
        // A late wrap-up may belong to an earlier handling of the same conversation.
        const interaction = current?.segment === given.segment ? current : given;
        const key = keyOf(interaction);
        if (key === undefined) {
            return;
        }
        const first = !submitted.has(key.id);
        submitted.add(key.id);
        if (interaction.disconnected && !endedAt.has(key.id)) {
            endedAt.set(key.id, now());
        }
        const attributes = attributesOf(interaction);
        const { patch, onlyWhenEmpty } = mapped(attributes, interaction.type, rules, reading);
        const typed = changes.length === 1 && changes[0] === 'notes';
        const disconnectedAt = endedAt.get(key.id);
        sync.submit(key, {
            attributes: rules === undefined ? attributes : handedOver(attributes, rules),
            patch,
            onlyWhenEmpty,
            defaults: defaultsFor(interaction, attributes, callers.callerOf(interaction), reading),
            interactionType: interaction.type,
            urgency: first || (interaction.disconnected && !typed) ? 'milestone' : 'detail',
            ...(disconnectedAt === undefined ? {} : { disconnectedAt })
        });
    }

    /** What came before the org had told how to fill Tasks is submitted again, whole. */
    function setupAnswered(): void {
        const known = setup.setup();
        rules = known === undefined ? undefined : mappingOf(known);
        for (const interaction of interactions()) {
            const key = keyOf(interaction);
            if (key !== undefined) {
                submitted.delete(key.id);
                submit(interaction, []);
            }
        }
        if (rules !== undefined) {
            const live = new Set(interactions().map((interaction) => keyOf(interaction)?.id));
            for (const { key, attributes, interactionType } of sync.unmapped()) {
                if (!live.has(key.id)) {
                    submitKept(key, attributes, interactionType as Interaction['type'], rules);
                }
            }
        }
        sync.retry();
        tell();
    }

    function submitKept(
        key: TaskKey,
        attributes: ReturnType<typeof attributesOf>,
        interactionType: Interaction['type'],
        known: Mapping
    ): void {
        const { patch, onlyWhenEmpty } = mapped(attributes, interactionType, known, reading);
        sync.submit(key, {
            attributes: handedOver(attributes, known),
            patch,
            onlyWhenEmpty,
            defaults: {},
            interactionType,
            urgency: 'milestone',
            kept: true
        });
    }

    function interactions(): Interaction[] {
        return ledger.order.flatMap((id) => ledger.interactions[id] ?? []);
    }

    function now(): string {
        return new Date(clock.now()).toISOString();
    }

    function saveStateOf(interaction: Interaction): DeskInteraction['save'] {
        const key = keyOf(interaction);
        return key === undefined ? undefined : sync.state(key);
    }

    function describe(interaction: Interaction): DeskInteraction {
        const caller = callers.callerOf(interaction);
        const save = saveStateOf(interaction);
        const { problems } = mapped(attributesOf(interaction), interaction.type, rules, reading);
        return {
            interaction,
            ...(caller === undefined ? {} : { caller }),
            ...(save === undefined ? {} : { save }),
            problems,
            awaiting: commands.awaiting(interaction.id)
        };
    }

    function view(): DeskView {
        const shown = interactions().map(describe);
        const keys = new Set(shown.map((one) => one.save?.key));
        return {
            version,
            interactions: shown,
            ...setupProblemOf(setup.setup(), setup.failure(), sync.states()),
            fieldLabels: fieldLabelsOf(setup.setup()?.fields),
            earlier: sync.states().filter((state) => state.pending && !keys.has(state.key))
        };
    }

    function note(id: string, notes: string): void {
        const noted = ledger.interactions[id];
        if (noted === undefined) {
            return;
        }
        agentNotes.type(noted, notes, () => {
            if (typed.disconnected) {
                submit(typed, []);
            }
        });
        receive({ kind: 'noted', at: now(), id, notes });
        const typed = ledger.interactions[id] ?? noted;
    }

    function page(record: PageRecord | undefined): void {
        callers.open(record, () => {
            if (closed) {
                return;
            }
            for (const interaction of interactions().filter((one) => callers.recognise(one))) {
                submit(interaction, []);
            }
            tell();
        });
    }

    function forgetSavedDrafts(): void {
        for (const interaction of interactions()) {
            const save = saveStateOf(interaction);
            if (interaction.done && (save?.phase === 'saved' || save?.phase === 'handedToPhone') && !save.pending) {
                agentNotes.forget(interaction);
            }
        }
    }

    const stopSync = sync.onChange(() => {
        forgetSavedDrafts();
        tell();
    });
    const stopEvents = transport.events(receive);
    const stopDiagnostics = transport.onDiagnostics(tell);
    sync.recover();

    return {
        view,
        onChange(listener): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        command: (name, id) => commands.send(name, id),
        can(name, id): boolean {
            const interaction = ledger.interactions[id];
            return interaction !== undefined && transport.can(name, interaction);
        },
        note,
        page,
        retry(): void {
            setup.ask();
            sync.retry();
        },
        diagnostics: () => transport.diagnostics(),
        close(): void {
            closed = true;
            stopEvents();
            stopDiagnostics();
            stopSync();
            setup.close();
            sync.close();
            agentNotes.close();
            listeners.clear();
        }
    };
}
