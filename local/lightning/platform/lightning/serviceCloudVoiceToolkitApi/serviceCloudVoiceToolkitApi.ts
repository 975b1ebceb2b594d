import { LightningElement, api } from 'lwc';
import { askVoicePhone, joinToolkit } from '../../voiceToolkit.ts';

/**
 * `lightning-service-cloud-voice-toolkit-api`: tells the telephony events of Salesforce Voice as DOM events, and takes 15
 * methods that answer nothing. The published base components have none. Source: Salesforce Voice developer guide, LWC
 * Toolkit API.
 */
export default class ServiceCloudVoiceToolkitApi extends LightningElement {
    private leave: () => void = () => undefined;

    connectedCallback(): void {
        this.leave = joinToolkit((type, detail) => this.dispatchEvent(new CustomEvent(type, { detail })));
    }
    disconnectedCallback(): void {
        this.leave();
    }

    @api acceptCall(): void {
        askVoicePhone('acceptCall', []);
    }
    @api declineCall(): void {
        askVoicePhone('declineCall', []);
    }
    /** @param participantType Initial_Caller, Third_Party or Agent; the page shows the method with none, too */
    @api endCall(participantType?: unknown): void {
        askVoicePhone('endCall', participantType === undefined ? [] : [participantType]);
    }
    @api mute(): void {
        askVoicePhone('mute', []);
    }
    @api unmute(): void {
        askVoicePhone('unmute', []);
    }
    /** @param participantType Initial_Caller or Third_Party */
    @api hold(participantType: unknown): void {
        askVoicePhone('hold', [participantType]);
    }
    /** @param participantType Initial_Caller or Third_Party */
    @api resume(participantType: unknown): void {
        askVoicePhone('resume', [participantType]);
    }
    @api pauseRecording(): void {
        askVoicePhone('pauseRecording', []);
    }
    @api resumeRecording(): void {
        askVoicePhone('resumeRecording', []);
    }
    @api merge(): void {
        askVoicePhone('merge', []);
    }
    @api swap(): void {
        askVoicePhone('swap', []);
    }
    /** @param digits 0-9, *, #, A-D and comma */
    @api sendDigits(digits: unknown): void {
        askVoicePhone('sendDigits', [digits]);
    }
    @api startPreviewCall(phoneNumber: unknown): void {
        askVoicePhone('startPreviewCall', [phoneNumber]);
    }
    /** @param contactType PhoneNumber or AgentOrQueueId */
    @api addParticipant(contactType: unknown, contactValue: unknown, isBlindTransfer: unknown): void {
        askVoicePhone('addParticipant', [contactType, contactValue, isBlindTransfer]);
    }
    @api updateNextBestActions(recordId: unknown, payload: unknown): void {
        askVoicePhone('updateNextBestActions', [recordId, payload]);
    }
}
