/**
 * Proves that the typings of the voice toolkit refuse what Salesforce would not understand. Each `@ts-expect-error` is a
 * mistake that tsc must refuse; a type that lets one through makes the directive itself an error.
 */
import { LightningElement } from 'lwc';
import { createToolkitBridge, TOOLKIT_METHODS } from 'c/voiceToolkit';
import type { ToolkitMethod } from 'c/voiceToolkit';

/** What is right passes. */
export class Right extends LightningElement {
    bridge = createToolkitBridge();

    renderedCallback(): void {
        const element = this.template?.querySelector('lightning-service-cloud-voice-toolkit-api');
        this.bridge.attach(element);
        element?.addEventListener('callstarted', ({ detail }) => this.heard(detail));
        element?.acceptCall();
        element?.endCall();
        element?.endCall('Agent');
        element?.hold('Third_Party');
        element?.addParticipant('PhoneNumber', '+61491570006', false);
        element?.updateNextBestActions('0LQRM0000000001', {});
        for (const method of TOOLKIT_METHODS) this.bridge.call(method);
    }

    heard(detail: unknown): unknown {
        return detail;
    }
}

export function wrong(element: VoiceToolkitElement): void {
    // @ts-expect-error the agent is not put on hold
    element.hold('Agent');
    // @ts-expect-error whose hold ends
    element.resume();
    // @ts-expect-error a queue is added as AgentOrQueueId
    element.addParticipant('Queue', 'q', false);
    // @ts-expect-error whether it is a blind transfer
    element.addParticipant('PhoneNumber', '+61491570006');
    // @ts-expect-error digits are a text
    element.sendDigits(1);
    // @ts-expect-error the payload is missing
    element.updateNextBestActions('0LQRM0000000001');
    // @ts-expect-error a detail is unknown until it is checked
    element.addEventListener('hold', ({ detail }) => detail.callId);
    // @ts-expect-error no such method
    createToolkitBridge().call('hangup');
    // @ts-expect-error an element without the toolkit's methods
    createToolkitBridge().attach(document.body);
}

/** Each method of the element, and no other. */
export const every: (method: Exclude<keyof VoiceToolkitElement, keyof HTMLElement>) => ToolkitMethod = (method) =>
    method;
