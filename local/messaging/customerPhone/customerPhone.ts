import { LightningElement, api } from 'lwc';
import { channelName } from '../channelNames.ts';
import type { CustomerConversation } from '../customerView.ts';
import type { Line } from '../lines.ts';
import { tell } from '../messagingRequests.ts';

/** What a customer holds in their hand, at the far end of Genesys Cloud. */
export default class CustomerPhone extends LightningElement {
    @api conversation: CustomerConversation | undefined;
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
    get under(): string {
        const { conversation } = this;
        if (!conversation) return '';
        const channel = channelName(conversation.messenger);
        return conversation.isOver ? `by ${channel} · ended` : `by ${channel}`;
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
}
