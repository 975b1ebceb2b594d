import { LightningElement } from 'lwc';
import { createToolkitBridge } from 'c/voiceToolkit';

export default class CallLamp extends LightningElement {
    bridge = createToolkitBridge();

    renderedCallback(): void {
        this.bridge.attach(this.template?.querySelector('lightning-service-cloud-voice-toolkit-api'));
    }

    disconnectedCallback(): void {
        this.bridge.detach();
    }
}
