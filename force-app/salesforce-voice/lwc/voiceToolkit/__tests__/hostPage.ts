import { LightningElement, api } from 'lwc';
import type { ToolkitBridge } from 'c/voiceToolkit';

/** A component that uses the bridge as its description says. */
export default class HostPage extends LightningElement {
    @api bridge: ToolkitBridge | undefined;
    @api toolkit = false;
    /** A new one has the page drawn again. */
    @api drawing = 0;
    private seen: Element | null | undefined;

    /** What it found before it was drawn. */
    @api get early(): Element | null | undefined {
        return this.seen;
    }

    connectedCallback(): void {
        this.seen = this.find();
    }

    renderedCallback(): void {
        this.bridge?.attach(this.find());
    }

    disconnectedCallback(): void {
        this.bridge?.detach();
    }

    private find(): VoiceToolkitElement | null | undefined {
        return this.template?.querySelector('lightning-service-cloud-voice-toolkit-api');
    }
}
