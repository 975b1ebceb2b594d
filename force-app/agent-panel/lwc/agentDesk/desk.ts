import type { Interaction, InteractionEvent } from 'c/interactions';
import type { MergeAnswer } from 'c/taskSync';
import { createAgentNotes } from './agentNotes.ts';
import { createCallLedger } from './callLedger.ts';
import type { AgentDeskOptions } from './deskOptions.ts';
import { createDeskView } from './deskView.ts';
import { createDialledRecords } from './dialledRecords.ts';
import { watchDirectory } from './directoryWatch.ts';
import { createEarlierNotes } from './earlierNotes.ts';
import { handling } from './handling.ts';
import { createKeptPicks } from './keptPicks.ts';
import { createLastUsed } from './lastUsed.ts';
import { createNoteDrafts } from './noteDrafts.ts';
import { notesAfterSave } from './notesAfterSave.ts';
import { takeUpLeftNotes } from './leftNotes.ts';
import { createOpenConsults } from './openConsults.ts';
import { createPageCallers } from './pageCallers.ts';
import { listenToPhone } from './phoneListening.ts';
import { createRecentInteractions } from './recentInteractions.ts';
import { createRecentTargets } from './recentTargets.ts';
import { createRecordLookUp } from './recordLookUp.ts';
import { createSavedNotes } from './savedNotes.ts';
import { createSentCommands } from './sentCommands.ts';
import { createTaskFilling } from './taskFilling.ts';
import { createTaskRelations } from './taskRelations.ts';
import type { CommandDetail, CommandOutcome, PanelCommand } from './transport.ts';
import type { AgentDesk, PageRecord, TaskRelation } from './types.ts';

/** Everything between a transport and the screen: ledger, attributes, mapping, Task saving. No DOM. */
export function createAgentDesk(options: AgentDeskOptions): AgentDesk {
    const { transport, reader, userId, org, storage, clock } = options;
    const ledger = createCallLedger();
    const interactions = ledger.all;
    /** The newest of each handling, also of those that have no card any more. */
    const told = createLastUsed<Interaction>();
    let closed = false;
    const listeners = new Set<() => void>();

    const lookUp = createRecordLookUp(reader);
    const dialled = createDialledRecords(lookUp, clock);
    const callers = createPageCallers(lookUp, dialled);
    const recent = createRecentInteractions(storage, clock, org, userId);
    const consults = createOpenConsults(storage, clock, org, userId);
    const recentTargets = createRecentTargets(storage, org, userId);
    const savedNotes = createSavedNotes(() => filling);
    const commands = createSentCommands(transport, clock, tell);
    const drafts = createNoteDrafts(storage, clock, org, userId);
    const agentNotes = createAgentNotes(drafts, clock, (one) => filling.keyOf(one));
    const earlierNotes = createEarlierNotes(drafts, () => recent.list());
    const phone = listenToPhone(transport, tell);
    const directory = watchDirectory(reader, clock, tell);
    const relations = createTaskRelations({
        interactions,
        callerOf,
        keyOf: (one) => filling.keyOf(one),
        madeByUs: (one) => filling.stateOf(one)?.ours === true,
        setup: () => filling.setup(),
        lookUp,
        picks: createKeptPicks(storage, clock, org, userId),
        clock,
        onChange: tell
    });
    const filling = createTaskFilling({
        ...options,
        vendor: transport.vendor,
        interactions,
        newest: (one) => agentNotes.toTell(newest(one)),
        callerOf: (one) => relations.linkedCaller(one),
        pickedOf: (one) => relations.pickedOf(one),
        onSetup: () => {
            directory.ask();
            tell();
        },
        onSave: () => {
            interactions().forEach(noteSaved);
            leftNotes.saved();
            tell();
        }
    });
    const leftNotes = takeUpLeftNotes({
        drafts,
        clock,
        filling: () => filling,
        shown: (key) => interactions().find((one) => filling.keyOf(one)?.id === key),
        submit: (interaction) => submit(interaction, []),
        typeOf: (key) => earlierNotes.typeOf(key)
    });
    const view = createDeskView({
        interactions,
        filling,
        commands,
        directory,
        phone,
        recent,
        recentTargets,
        savedNotes,
        earlierNotes,
        relations,
        callerOf
    });

    function tell(): void {
        view.changed();
        for (const listener of [...listeners]) {
            listener();
        }
    }

    function now(): string {
        return new Date(clock.now()).toISOString();
    }

    /** Whose call it was may be known from before a reload. */
    function callerOf(interaction: Interaction): PageRecord | undefined {
        return callers.callerOf(interaction) ?? recent.recordOf(interaction);
    }

    function receive(event: InteractionEvent): void {
        const heard = ledger.apply(event);
        if (heard === undefined) {
            return;
        }
        const { before, changes, interaction } = heard;
        if (before?.segment !== interaction.segment && consults.wasOpen(interaction)) {
            receive({ kind: 'transferred', at: event.at, id: event.id, transfer: 'consult' });
        }
        consults.note(ledger.get(event.id) ?? interaction);
        relations.notice(interaction);
        callers.recognise(interaction);
        submit(interaction, changes);
        tell();
    }

    function restoreNotes(interaction: Interaction): void {
        const notes = ledger.get(interaction.id) === interaction ? agentNotes.toRestore(interaction) : undefined;
        if (notes !== undefined) {
            ledger.apply({ kind: 'noted', at: now(), id: interaction.id, notes });
        }
    }

    /** Since it was heard another tab may have kept newer notes: whoever takes them over here tells them, too. */
    function newest(given: Interaction): Interaction {
        restoreNotes(given);
        const current = ledger.get(given.id);
        // A late wrap-up may belong to an earlier handling of the same conversation.
        return current?.segment === given.segment ? current : given;
    }

    function submit(given: Interaction, changes: readonly string[]): void {
        const interaction = newest(given);
        told.set(handling(interaction), interaction);
        filling.submit(agentNotes.toTell(interaction), changes);
        noteSaved(interaction);
        if (filling.otherWriter(interaction) === undefined) {
            recent.remember(interaction, callerOf(interaction));
        }
    }

    function noteSaved(interaction: Interaction): void {
        const save = filling.stateOf(interaction);
        if (save !== undefined) {
            notesAfterSave(interaction, save, { agentNotes, savedNotes });
        }
    }

    function note(id: string, notes: string): void {
        const noted = ledger.get(id);
        if (noted === undefined) {
            return;
        }
        agentNotes.type(noted, notes, () => {
            const typed = told.get(handling(noted)) ?? noted;
            if (typed.disconnected) {
                submit(typed, []);
            }
        });
        receive({ kind: 'noted', at: now(), id, notes });
    }

    function page(record: PageRecord | undefined, alsoOpen: readonly PageRecord[] = []): void {
        if (relations.open([...(record === undefined ? [] : [record]), ...alsoOpen])) {
            tell();
        }
        callers.open(record, (found) => {
            if (closed) {
                return;
            }
            relations.learn(found);
            for (const interaction of interactions().filter((one) => callers.recognise(one))) {
                submit(interaction, []);
            }
            tell();
        });
    }

    function relate(id: string, relation: TaskRelation, recordId: string | undefined): void {
        const interaction = ledger.get(id);
        if (interaction !== undefined && relations.pick(interaction, relation, recordId)) {
            submit(interaction, []);
            tell();
        }
    }

    async function merge(id: string): Promise<MergeAnswer> {
        const interaction = ledger.get(id);
        return filling.merge((interaction && filling.keyOf(interaction)?.id) ?? id);
    }

    /** Notes wait for the next step of the call, or for the agent to pause. */
    function hasUnsaved(): boolean {
        return (
            filling.hasUnsaved() ||
            view.view().interactions.some(({ notesUnsaved, save }) => notesUnsaved && save?.failure !== 'taskDeleted')
        );
    }

    async function command(name: PanelCommand, id: string, detail?: CommandDetail): Promise<CommandOutcome> {
        const outcome = await commands.send(name, id, detail);
        if (detail?.to !== undefined) {
            recentTargets.use(detail.to, directory.directory());
            tell();
        }
        return outcome;
    }

    const stopEvents = transport.events(receive);
    const stopDiagnostics = transport.onDiagnostics(tell);
    filling.recover();

    return {
        view: view.view,
        onChange(listener): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        command,
        can(name, id): boolean {
            const interaction = ledger.get(id);
            return interaction !== undefined && transport.can(name, interaction);
        },
        lacks: transport.lacks ?? [],
        setStatus: (status) => phone.setStatus(status),
        dials: dialled.dials,
        note,
        forgetNotes(key): void {
            earlierNotes.remove(key);
            tell();
        },
        page,
        putAway: (id) => receive({ kind: 'dismissed', at: now(), id }),
        relate,
        merge,
        hasUnsaved,
        retry(key): void {
            filling.retry(key);
            directory.ask();
        },
        resume(): void {
            filling.resume();
            directory.ask();
        },
        diagnostics: () => transport.diagnostics(),
        close(): void {
            closed = true;
            stopEvents();
            stopDiagnostics();
            phone.close();
            commands.close();
            directory.close();
            filling.close();
            agentNotes.close();
            leftNotes.close();
            listeners.clear();
        }
    };
}
