import { LightningElement, api } from 'lwc';
import { channelName } from '../channelNames.ts';
import type { CustomerConversation } from '../customerView.ts';
import type { Line } from '../lines.ts';
import { sentFile, tell } from '../messagingRequests.ts';

/** What a customer holds in their hand, at the far end of Genesys Cloud. */
export default class CustomerPhone extends LightningElement {
    @api conversation: CustomerConversation | undefined;
    @api customers: readonly CustomerConversation[] = [];
    text = '';
    problem: string | undefined;

    get name(): string {
        return this.conversation?.name ?? 'Nobody';
    }
    get heading(): string {
        return `Phone of ${this.name}`;
    }
    get logLabel(): string {
        return `What ${this.name} reads`;
    }
    get chosen(): string {
        return this.conversation?.id ?? '';
    }
    get phones(): { label: string; value: string }[] {
        return this.customers.map(({ address, id, isOver, messenger }) => ({
            value: id,
            label: `${address}, by ${channelName(messenger)}${isOver ? ' (ended)' : ''}`
        }));
    }
    get agentName(): string {
        return this.conversation?.agent ?? 'The other side';
    }
    get lines(): readonly Line[] {
        return this.conversation?.lines ?? [];
    }
    get typingText(): string {
        return this.conversation?.otherSideIsTyping === true ? `${this.agentName} is typing…` : '';
    }
    get cannotSend(): boolean {
        return this.conversation === undefined || this.text.trim() === '';
    }

    choose(event: CustomEvent<{ value: string }>): void {
        this.dispatchEvent(new CustomEvent('choosecustomer', { detail: { id: event.detail.value } }));
    }
    attach(event: Event): void {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        input.value = '';
        if (file) void this.sendFile(file);
    }
    type(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }
    sendOnEnter(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.isComposing && !this.cannotSend) void this.send();
    }
    async send(): Promise<void> {
        const { conversation, text } = this;
        this.problem = await tell('POST', 'customer/messages', { conversation: conversation?.id, text });
        if (this.problem === undefined) this.text = '';
    }

    private async sendFile(file: File): Promise<void> {
        const body = { conversation: this.conversation?.id, file: await sentFile(file) };
        this.problem = await tell('POST', 'customer/files', body);
    }
}
