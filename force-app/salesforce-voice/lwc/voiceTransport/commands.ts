import type { CommandDetail, PanelCommand, RefusedCommand } from 'c/agentDesk';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import type { ToolkitMethod } from 'c/voiceToolkit';
import type { VoiceCall } from './voiceCall.ts';

/** What a command of the panel asks of the toolkit, and which events show that it was done. */
export interface ToolkitCommand {
    readonly method: ToolkitMethod;
    readonly args: readonly (string | boolean)[];
    readonly answers: readonly TelephonyEventName[];
}

/** Ids of Genesys Cloud mean nothing to Salesforce: a user or a queue needs the id that Salesforce knows it by. */
export type AgentOrQueueId = (kind: 'user' | 'queue', address: string) => string | undefined;

const never = (): undefined => undefined;

/** Undefined for what the toolkit cannot do. */
const COMMANDS: Readonly<
    Record<
        PanelCommand,
        (
            call: VoiceCall,
            detail: CommandDetail,
            idOf: AgentOrQueueId
        ) => ToolkitCommand | RefusedCommand['reason'] | undefined
    >
> = {
    pickup: () => ({ method: 'acceptCall', args: [], answers: ['callconnected'] }),
    disconnect: ({ callType, state }) =>
        state === 'alerting' && callType === 'inbound'
            ? { method: 'declineCall', args: [], answers: ['callended'] }
            : { method: 'endCall', args: ['Agent'], answers: ['callended'] },
    hold: ({ state }) =>
        state === 'held'
            ? { method: 'resume', args: ['Initial_Caller'], answers: ['resume', 'conference'] }
            : { method: 'hold', args: ['Initial_Caller'], answers: ['hold'] },
    mute: ({ muted }) =>
        muted === true
            ? { method: 'unmute', args: [], answers: ['unmute'] }
            : { method: 'mute', args: [], answers: ['mute'] },
    securePause: ({ recordingPaused }) =>
        recordingPaused === true
            ? { method: 'resumeRecording', args: [], answers: ['resumerecording'] }
            : { method: 'pauseRecording', args: [], answers: ['pauserecording'] },
    blindTransfer: (_call, detail, idOf) => addParticipant(detail, true, idOf),
    consultTransfer: (_call, detail, idOf) => addParticipant(detail, false, idOf),
    conference: () => ({ method: 'merge', args: [], answers: ['conference'] }),
    swap: () => ({ method: 'swap', args: [], answers: ['swap'] }),
    concludeTransfer: never,
    secureSession: never
};

export function toolkitCommand(
    command: PanelCommand,
    call: VoiceCall,
    detail: CommandDetail,
    idOf: AgentOrQueueId
): ToolkitCommand | RefusedCommand['reason'] {
    return COMMANDS[command](call, detail, idOf) ?? 'other';
}

function addParticipant(
    { to }: CommandDetail,
    isBlind: boolean,
    idOf: AgentOrQueueId
): ToolkitCommand | RefusedCommand['reason'] {
    if (to === undefined || to.address.trim() === '') return 'noTarget';
    const answers: readonly TelephonyEventName[] = isBlind ? ['participantadded', 'callended'] : ['participantadded'];
    if (to.kind === 'phone') {
        return { method: 'addParticipant', args: ['PhoneNumber', to.address, isBlind], answers };
    }
    const id = to.kind === 'flow' ? undefined : idOf(to.kind, to.address);
    return id === undefined
        ? 'badTarget'
        : { method: 'addParticipant', args: ['AgentOrQueueId', id, isBlind], answers };
}
