/**
 * `lightning-service-cloud-voice-toolkit-api` in a component test: each of its methods is a spy of its own element, and
 * `tell` sends an event as the platform does. The stub of sfdx-lwc-jest has one method and sends nothing (G12).
 */
import { LightningElement, api } from 'lwc';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';

/** The element as a test finds it. */
export type ToolkitStub = VoiceToolkitElement & {
    /** The name may be one that the guide does not have. */
    tell(name: TelephonyEventName | (string & {}), detail: unknown): void;
};

export default class ServiceCloudVoiceToolkitApi extends LightningElement {
    @api acceptCall = jest.fn();
    @api declineCall = jest.fn();
    @api endCall = jest.fn();
    @api mute = jest.fn();
    @api unmute = jest.fn();
    @api hold = jest.fn();
    @api resume = jest.fn();
    @api pauseRecording = jest.fn();
    @api resumeRecording = jest.fn();
    @api sendDigits = jest.fn();
    @api startPreviewCall = jest.fn();
    @api addParticipant = jest.fn();
    @api merge = jest.fn();
    @api swap = jest.fn();
    @api updateNextBestActions = jest.fn();

    @api tell(name: string, detail: unknown): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
