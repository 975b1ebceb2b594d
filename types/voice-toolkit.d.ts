/**
 * `lightning-service-cloud-voice-toolkit-api`, which no package of the platform describes. A global script: no top-level
 * import or export here. Sources: Salesforce Voice developer guide, LWC Toolkit API Telephony Events, Telephony Actions
 * and Next Best Action. What the methods return is documented nowhere.
 */
interface VoiceToolkitElement extends HTMLElement {
    acceptCall(): unknown;
    declineCall(): unknown;
    endCall(participantType?: 'Initial_Caller' | 'Third_Party' | 'Agent'): unknown;
    mute(): unknown;
    unmute(): unknown;
    hold(participantType: 'Initial_Caller' | 'Third_Party'): unknown;
    resume(participantType: 'Initial_Caller' | 'Third_Party'): unknown;
    pauseRecording(): unknown;
    resumeRecording(): unknown;
    /** 0 to 9, *, #, A to D; a comma waits. */
    sendDigits(digits: string): unknown;
    /** Not with Salesforce's own telephony. */
    startPreviewCall(phoneNumber: string): unknown;
    /** With Amazon Connect only without a blind transfer. */
    addParticipant(
        contactType: 'PhoneNumber' | 'AgentOrQueueId',
        contactValue: string,
        isBlindTransfer: boolean
    ): unknown;
    merge(): unknown;
    swap(): unknown;
    /** Salesforce counts each use. */
    updateNextBestActions(recordId: string, payload: unknown): unknown;

    addEventListener(
        name: import('c/voiceToolkitEvents').TelephonyEventName,
        listener: (event: CustomEvent<unknown>) => void
    ): void;
    addEventListener<Name extends keyof HTMLElementEventMap>(
        name: Name,
        listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
        options?: boolean | AddEventListenerOptions
    ): void;
    addEventListener(
        name: string,
        listener: EventListenerOrEventListenerObject,
        options?: boolean | AddEventListenerOptions
    ): void;
}

interface HTMLElementTagNameMap {
    'lightning-service-cloud-voice-toolkit-api': VoiceToolkitElement;
}
