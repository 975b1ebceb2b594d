import type { Interaction, InteractionType } from 'c/interactions';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

/** Where the agent stands with a conversation. */
export type Stage = 'ringing' | 'dialing' | 'connected' | 'held' | 'wrapUp' | 'ended' | 'missed' | 'notReached';

export function stageOf(interaction: Interaction): Stage {
    const { direction, disconnected, done, handled, state } = interaction;
    if (disconnected || state === 'disconnected') {
        if (!handled) return direction === 'outbound' ? 'notReached' : 'missed';
        return done || interaction.transferred ? 'ended' : 'wrapUp';
    }
    if (state === 'alerting') return 'ringing';
    return state;
}

/** Nothing is left for the agent to do. */
export function isClosed(stage: Stage): boolean {
    return stage === 'ended' || stage === 'missed' || stage === 'notReached';
}

const WORDS: Readonly<Record<Stage, string>> = {
    ringing: LABELS.ringing,
    dialing: LABELS.dialing,
    connected: LABELS.connected,
    held: LABELS.held,
    wrapUp: LABELS.wrapUp,
    ended: LABELS.ended,
    missed: LABELS.missed,
    notReached: LABELS.notReached
};

export function stageWords(interaction: Interaction): string {
    const stage = stageOf(interaction);
    return stage === 'ended' && interaction.transferred ? LABELS.transferred : WORDS[stage];
}

const SPOKEN_TIMER: Readonly<Partial<Record<Stage, string>>> = {
    ringing: LABELS.ringingFor,
    dialing: LABELS.dialingFor,
    connected: LABELS.connectedFor,
    held: LABELS.heldFor,
    wrapUp: LABELS.wrapUpFor
};

/** The label of the timer, with a place for the time; absent where no time runs. */
export function timerWords(stage: Stage): string | undefined {
    return SPOKEN_TIMER[stage];
}

const TYPES: Readonly<Record<InteractionType, string>> = {
    call: LABELS.typeCall,
    callback: LABELS.typeCallback,
    outboundDialing: LABELS.typeOutboundDialing,
    chat: LABELS.typeChat,
    email: LABELS.typeEmail,
    message: LABELS.typeMessage,
    voicemail: LABELS.typeVoicemail
};

function typeWords(type: InteractionType): string {
    return TYPES[type];
}

const ICONS: Readonly<Record<InteractionType, string>> = {
    call: 'utility:call',
    callback: 'utility:call',
    outboundDialing: 'utility:outbound_call',
    chat: 'utility:chat',
    email: 'utility:email',
    message: 'utility:chat',
    voicemail: 'utility:voicemail_drop'
};

export function stageIcon(interaction: Interaction): string {
    const { direction, type } = interaction;
    const stage = stageOf(interaction);
    if (type !== 'call') return ICONS[type];
    if (stage === 'missed') return 'utility:missed_call';
    if (stage === 'wrapUp' || stage === 'ended' || stage === 'notReached') return 'utility:end_call';
    if (direction === 'outbound') return 'utility:outbound_call';
    return stage === 'ringing' ? 'utility:incoming_call' : 'utility:call';
}

const RECORDING: Readonly<Record<string, string>> = {
    active: LABELS.recordingOn,
    paused: LABELS.recordingPaused,
    none: LABELS.recordingOff
};

/** What the phone tells about the recording of a call; nothing where its word is not known. */
export function recordingWords(interaction: Interaction): string | undefined {
    const { recordingState } = interaction;
    const stage = stageOf(interaction);
    if (recordingState === undefined || (stage !== 'connected' && stage !== 'held')) return undefined;
    const key = recordingState.toLowerCase();
    return Object.hasOwn(RECORDING, key) ? RECORDING[key] : undefined;
}

/** What the agent reads below the name: type, direction, queue. */
export function factsOf(interaction: Interaction): readonly string[] {
    const { direction, internal, queueName, type } = interaction;
    const facts = [typeWords(type)];
    if (internal) facts.push(LABELS.internal);
    if (direction) facts.push(direction === 'inbound' ? LABELS.inbound : LABELS.outbound);
    if (queueName) facts.push(fill(LABELS.queue, queueName));
    return facts;
}
