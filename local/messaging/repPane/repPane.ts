import { LightningElement, api } from 'lwc';
import { tell } from '../messagingRequests.ts';
import type { MessagingView } from '../messagingView.ts';
import type { Line } from '../lines.ts';
import type { RepConversation } from '../repView.ts';

type Typed = CustomEvent<{ value: string }>;

const STATUS: Readonly<Record<RepConversation['status'], string>> = {
    Waiting: 'Waiting for a rep',
    Active: 'Active',
    Inactive: 'Resting',
    Ended: 'Ended'
};
/** How long after the last key a rep counts as typing. */
const TYPING_MS = 3_000;

/** What a rep of Salesforce has in front of them for one conversation. */
export default class RepPane extends LightningElement {
    @api customerName = '';
    /** By which channel the customer writes. */
    @api channel = '';
    @api isStarting = false;
    @api reps: MessagingView['reps'] = [];
    text = '';
    answers = '';
    offersAnswers = false;
    file: File | undefined;
    target = '';
    problem: string | undefined;
    private given: RepConversation | undefined;
    private typingUntil = 0;

    @api get conversation(): RepConversation | undefined {
        return this.given;
    }
    set conversation(next: RepConversation | undefined) {
        if (next?.id !== this.given?.id) this.empty();
        this.given = next;
    }

    disconnectedCallback(): void {
        window.clearTimeout(this.typingUntil);
    }

    get heading(): string {
        return `Conversation with ${this.customerName}`;
    }
    get logLabel(): string {
        return `What you and ${this.customerName} wrote`;
    }
    get lines(): readonly Line[] {
        return this.given?.lines ?? [];
    }
    get statusText(): string {
        return this.given ? `${STATUS[this.given.status]} · by ${this.channel}` : '';
    }
    get isOver(): boolean {
        return this.given === undefined || this.given.status === 'Ended';
    }
    get typingText(): string {
        return this.given?.customerIsTyping === true ? `${this.customerName} is typing…` : '';
    }
    get targets(): { label: string; value: string }[] {
        return this.reps
            .filter(({ id }) => id !== globalThis.localPage.userId)
            .map(({ id, label }) => ({ label, value: id }));
    }
    get cannotSend(): boolean {
        return this.isStarting || this.given === undefined || (this.text.trim() === '' && this.file === undefined);
    }
    get answersLabel(): string {
        return this.offersAnswers ? 'Offer no answers' : 'Offer answers';
    }

    type(event: Typed): void {
        this.text = event.detail.value;
        if (this.text !== '') this.saysTyping();
    }
    typeAnswers(event: Typed): void {
        this.answers = event.detail.value;
    }
    toggleAnswers(): void {
        this.offersAnswers = !this.offersAnswers;
    }
    attach(event: Event): void {
        const input = event.target as HTMLInputElement;
        this.file = input.files?.[0];
        input.value = '';
    }
    dropFile(): void {
        this.file = undefined;
    }
    sendOnEnter(event: KeyboardEvent): void {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        if (!this.cannotSend) void this.send();
    }
    async send(): Promise<void> {
        const { file, given, offersAnswers, text } = this;
        const options = this.answers.split(',').flatMap((one) => one.trim() || []);
        const body = { conversation: given?.id, text, ...(offersAnswers && !file ? { options } : {}) };
        this.problem = file ? await this.sendFile(file) : await tell('POST', 'rep/messages', body);
        if (this.problem === undefined) this.empty();
    }
    handOver(event: Typed): void {
        void this.tell('rep/transfers', { to: event.detail.value });
    }
    end(): void {
        void this.tell('rep/endings', {});
    }

    private async sendFile(file: File): Promise<string | undefined> {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        const { name, type: mimeType } = file;
        const { given, text } = this;
        return tell('POST', 'rep/messages', { conversation: given?.id, text, file: { name, mimeType, content } });
    }

    private async tell(route: string, body: object): Promise<void> {
        this.problem = await tell('POST', route, { conversation: this.given?.id, ...body });
    }

    private empty(): void {
        this.text = '';
        this.answers = '';
        this.offersAnswers = false;
        this.file = undefined;
        this.problem = undefined;
        this.stopsTyping();
    }

    private saysTyping(): void {
        if (this.typingUntil === 0) void tell('POST', 'rep/typing', { conversation: this.given?.id, isTyping: true });
        window.clearTimeout(this.typingUntil);
        this.typingUntil = window.setTimeout(() => this.stopsTyping(), TYPING_MS);
    }
    private stopsTyping(): void {
        if (this.typingUntil === 0) return;
        window.clearTimeout(this.typingUntil);
        this.typingUntil = 0;
        void tell('POST', 'rep/typing', { conversation: this.given?.id, isTyping: false });
    }
}
