import { Refusal } from 'c/refusedCommand';
import type {
    CommandDetail,
    CommandOutcome,
    PanelCommand,
    Transport,
    TransportDiagnostics,
    Utterance
} from 'c/agentDesk';
import type { InteractionEvent, InteractionFacts } from 'c/interactions';
import type { Clock } from 'c/taskSync';
import type { ToolkitBridge } from 'c/voiceToolkit';
import type { MessageTold, VoiceEvent } from 'c/voiceToolkitEvents';
import { createBackfill } from './backfill.ts';
import type { CallLookUp } from './backfill.ts';
import { createCallDetails } from './callDetails.ts';
import type { KeptOfCall } from './callDetails.ts';
import { factsOf } from './callFacts.ts';
import { toolkitCommand } from './commands.ts';
import type { AgentOrQueueId, ToolkitCommand } from './commands.ts';
import type { KeptCalls } from './keptCalls.ts';
import { offered } from './offered.ts';
import { sideMessage, utterance } from './sideMessages.ts';
import type { VoiceCall } from './voiceCall.ts';
import { applyVoiceEvent, eventOf, liveCall, noCalls, withConnect } from './voiceCalls.ts';
import type { VoiceCalls } from './voiceCalls.ts';

/** The answering event is waited for so long, in milliseconds: the methods themselves answer nothing. */
const ANSWER_MS = 5_000;

export interface VoiceTransportOptions {
    readonly bridge: Pick<ToolkitBridge, 'call' | 'diagnostics' | 'onEvent' | 'onRefused'>;
    readonly clock: Clock;
    readonly kept: KeptCalls;
    /** What the org knows of a call: no event tells its queue, and of one that is heard of late not how it began (G8). */
    readonly lookUp?: CallLookUp;
    readonly agentOrQueueId?: AgentOrQueueId;
    /** What an earlier panel on this page knew: the toolkit tells none of it again. */
    readonly before?: VoiceToldBefore | undefined;
}

export interface VoiceToldBefore {
    readonly calls: VoiceCalls;
    /** By call id, oldest first. */
    readonly details: ReadonlyMap<string, KeptOfCall>;
    /** How many messages came. */
    readonly messages: number;
    /** What was said, by call id, oldest first. */
    readonly transcripts: Readonly<Record<string, readonly Utterance[]>>;
}

export interface VoiceTransport extends Transport {
    /** For the panel that comes after this one on the same page; the transcripts are with the panel. */
    told(): Omit<VoiceToldBefore, 'transcripts'>;
    close(): void;
}

const unknownId: AgentOrQueueId = () => undefined;

/** Salesforce Voice's side of the panel: what the toolkit tells as interaction events, the panel's commands as its methods. */
export function createVoiceTransport(options: VoiceTransportOptions): VoiceTransport {
    const { before, bridge, clock, kept, lookUp, agentOrQueueId = unknownId } = options;
    let calls = before?.calls ?? noCalls();
    let messages = before?.messages ?? 0;
    const details = createCallDetails(before?.details);
    const backfill = createBackfill(lookUp, learn);
    const interactionListeners = new Set<(event: InteractionEvent) => void>();
    const utteranceListeners = new Set<(id: string, utterances: readonly Utterance[]) => void>();
    const detailListeners = new Set<() => void>();
    const waiting = new Set<(event: VoiceEvent) => void>();

    const nowIso = (): string => new Date(clock.now()).toISOString();

    function tell(event: InteractionEvent): void {
        for (const listener of [...interactionListeners]) listener(event);
    }

    function tellDetails(isNew: boolean): void {
        if (isNew) [...detailListeners].forEach((listener) => listener());
    }

    function hearMessage(told: MessageTold, at: string): void {
        messages += 1;
        const beside = sideMessage(told, at, messages);
        if (beside !== undefined) tellDetails(details.message(told.callId, beside));
        const said = utterance(told, at, messages);
        if (said !== undefined) [...utteranceListeners].forEach((listener) => listener(told.callId, [said]));
    }

    function keep({ connectedAt, id, muted = false, recordingPaused = false, state }: VoiceCall): void {
        const { tellsWrapUp } = calls;
        kept.keep(id, {
            connectedAt,
            ended: state === 'ended',
            held: state === 'held',
            muted,
            recordingPaused,
            tellsWrapUp
        });
    }

    function hearCall(event: VoiceEvent, at: string): void {
        const known = calls.calls.get(event.callId);
        const applied = applyVoiceEvent(calls, event, { at, kept: kept.read(event.callId) });
        calls = applied.calls;
        const call = calls.calls.get(event.callId);
        if (call !== undefined) keep(call);
        if (applied.event === undefined || call === undefined) return;
        tell(applied.event);
        tellDetails(details.call(call));
        const isAnswered = known?.connectedAt === undefined && call.connectedAt !== undefined;
        if (applied.isLate === true || isAnswered || event.type === 'callended') backfill.ask(call);
    }

    /** What was heard meanwhile stays. */
    function learn(id: string, { connectedTime, ...facts }: InteractionFacts): void {
        if (connectedTime !== undefined) {
            calls = withConnect(calls, id, kept.read(id).connectedAt ?? connectedTime);
        }
        const call = calls.calls.get(id);
        if (call !== undefined) keep(call);
        if (call !== undefined) tell({ kind: 'described', at: nowIso(), id, facts: { ...facts, ...factsOf(call) } });
    }

    function hear(event: VoiceEvent): void {
        const at = nowIso();
        switch (event.type) {
            case 'transcript':
            case 'flagraise':
            case 'flaglower':
            case 'note':
                hearMessage(event, at);
                break;
            case 'audiostats':
                hearCall(event, at);
                tellDetails(details.line(event));
                break;
            default:
                hearCall(event, at);
        }
        for (const heard of [...waiting]) heard(event);
    }

    const stop = bridge.onEvent(hear);

    /** Resolves with the answering event, or without one in time. */
    function answered(
        { answers }: ToolkitCommand,
        id: string
    ): { outcome: Promise<CommandOutcome>; cancel: () => void } {
        let settle: (outcome: CommandOutcome) => void = () => undefined;
        const outcome = new Promise<CommandOutcome>((resolve) => {
            settle = resolve;
        });
        const over = (how: CommandOutcome): void => {
            waiting.delete(heard);
            settle(how);
        };
        const heard = (event: VoiceEvent): void => {
            // Whose call id somebody who is added comes with, nobody knows (V7).
            const isOurs = event.callId === id || event.type === 'participantadded';
            if (isOurs && answers.includes(event.type)) over('confirmed');
        };
        clock.after(ANSWER_MS, () => over('unconfirmed'));
        waiting.add(heard);
        return { outcome, cancel: () => over('unconfirmed') };
    }

    async function send(name: PanelCommand, id: string, detail: CommandDetail = {}): Promise<CommandOutcome> {
        const live = liveCall(calls);
        // The methods name no call: they act on the active one.
        if (live === undefined || live.id !== id) throw new Refusal('notTheActiveCall');
        const command = toolkitCommand(name, live, detail, agentOrQueueId);
        if (typeof command === 'string') throw new Refusal(command);
        const answer = answered(command, id);
        try {
            bridge.call(command.method, ...command.args);
        } catch {
            answer.cancel();
        }
        const outcome = await answer.outcome;
        if (name === 'blindTransfer' && outcome === 'confirmed') {
            tell({ kind: 'transferred', at: nowIso(), id, transfer: 'blind' });
        }
        return outcome;
    }

    const command =
        (name: PanelCommand) =>
        (id: string, detail?: CommandDetail): Promise<CommandOutcome> =>
            send(name, id, detail);

    return {
        vendor: 'salesforceVoice',
        events(listener): () => void {
            interactionListeners.add(listener);
            const at = nowIso();
            for (const call of calls.calls.values()) {
                if (call.state !== 'ended') listener(eventOf(call, at));
            }
            return () => interactionListeners.delete(listener);
        },
        commands: {
            pickup: command('pickup'),
            hold: command('hold'),
            mute: command('mute'),
            securePause: command('securePause'),
            blindTransfer: command('blindTransfer'),
            consultTransfer: command('consultTransfer'),
            concludeTransfer: command('concludeTransfer'),
            secureSession: command('secureSession'),
            conference: command('conference'),
            swap: command('swap'),
            disconnect: command('disconnect')
        },
        lacks: ['concludeTransfer', 'secureSession'],
        can: (name, interaction) =>
            liveCall(calls)?.id === interaction.id &&
            offered(name, interaction, details.of(interaction.id)?.participants.length ?? 0),
        onUtterance(listener): () => void {
            utteranceListeners.add(listener);
            // Whoever listens is not ready for an answer at once.
            void Promise.resolve().then(() => {
                if (!utteranceListeners.has(listener)) return;
                Object.entries(before?.transcripts ?? {}).forEach(([id, said]) => listener(id, said));
            });
            return () => utteranceListeners.delete(listener);
        },
        details: {
            of: (id) => details.of(id),
            onChange(listener): () => void {
                detailListeners.add(listener);
                return () => detailListeners.delete(listener);
            }
        },
        diagnostics: (): TransportDiagnostics => bridge.diagnostics(),
        onDiagnostics: (listener) => bridge.onRefused(listener),
        told: () => ({ calls, details: details.kept(), messages }),
        close(): void {
            stop();
            backfill.close();
        }
    };
}
