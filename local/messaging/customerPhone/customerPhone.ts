import { LightningElement, api } from 'lwc';
import { channelName } from '../channelNames.ts';
import type { CustomerConversation } from '../customerView.ts';
import type { Line } from '../lines.ts';
import { sentFile, tell } from '../messagingRequests.ts';
import { numberedAnswers } from '../numberedAnswers.ts';
import type { NumberedAnswer } from '../numberedAnswers.ts';
import { createTypist } from '../typist.ts';

/** What a customer holds in their hand, at the far end of Genesys Cloud. */
export default class CustomerPhone extends LightningElement {
    @api customers: readonly CustomerConversation[] = [];
    text = '';
    problem: string | undefined;
    private given: CustomerConversation | undefined;
    private isInHand = false;
    private readonly typist = createTypist(
        (isTyping) => void tell('POST', 'customer/typing', { conversation: this.given?.id, isTyping })
    );

    @api get conversation(): CustomerConversation | undefined {
        return this.given;
    }
    set conversation(next: CustomerConversation | undefined) {
        if (next?.id !== this.given?.id) {
            this.typist.stops();
            this.text = '';
            this.problem = undefined;
        }
        this.given = next;
        if (this.isInHand) this.reads();
    }

    disconnectedCallback(): void {
        this.typist.stops();
    }

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
    get hint(): string {
        return this.given?.tellsReading === true ? 'This channel tells what was read: touch the phone to read.' : '';
    }
    /** Of the list that came last. */
    get answers(): NumberedAnswer[] {
        const last = this.lines.at(-1);
        return last?.by === 'rep' ? numberedAnswers(last.text) : [];
    }
    get hasAnswers(): boolean {
        return this.answers.length > 0;
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
        if (this.text !== '' && this.given?.tellsTyping === true) this.typist.types();
    }
    touch(): void {
        this.reads();
    }
    take(): void {
        this.isInHand = true;
        this.reads();
    }
    putAway(): void {
        this.isInHand = false;
    }
    tap(event: Event): void {
        const { number } = (event.currentTarget as HTMLElement).dataset;
        void this.say(number ?? '');
    }
    sendOnEnter(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.isComposing && !this.cannotSend) void this.send();
    }
    async send(): Promise<void> {
        await this.say(this.text);
        if (this.problem !== undefined) return;
        this.text = '';
        this.typist.stops();
    }

    private async say(text: string): Promise<void> {
        this.problem = await tell('POST', 'customer/messages', { conversation: this.given?.id, text });
    }
    private reads(): void {
        const { given } = this;
        if (given?.tellsReading === true && given.hasUnread)
            void tell('POST', 'customer/readings', { conversation: given.id });
    }
    private async sendFile(file: File): Promise<void> {
        const body = { conversation: this.conversation?.id, file: await sentFile(file) };
        this.problem = await tell('POST', 'customer/files', body);
    }
}
