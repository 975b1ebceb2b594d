/** All that the toolkit can be asked. Source: Salesforce Voice developer guide, LWC Toolkit API Telephony Actions. */
export const TOOLKIT_METHODS = [
    'acceptCall',
    'declineCall',
    'endCall',
    'mute',
    'unmute',
    'hold',
    'resume',
    'pauseRecording',
    'resumeRecording',
    'sendDigits',
    'startPreviewCall',
    'addParticipant',
    'merge',
    'swap',
    'updateNextBestActions'
] as const satisfies readonly (keyof VoiceToolkitElement)[];

export type ToolkitMethod = (typeof TOOLKIT_METHODS)[number];
