import { LightningElement, api } from 'lwc';
import { sentFile, tell } from '../messagingRequests.ts';
import type { MessagingView } from '../messagingView.ts';
import type { Line } from '../lines.ts';
import type { RepConversation } from '../repView.ts';
import { createTypist } from '../typist.ts';

type Typed = CustomEvent<{ value: string }>;

const STATUS: Readonly<Record<RepConversation['status'], string>> = {
    Waiting: 'Waiting for a rep',
    Active: 'Active',
    Inactive: 'Resting',
    Ended: 'Ended'
};
/** Ids come with 15 characters and with 18. */
const isSame = (one: string, other: string): boolean => one.slice(0, 15) === other.slice(0, 15);
const isMe = (userId: string): boolean => isSame(userId, globalThis.localPage.userId);

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
    private readonly typist = createTypist(
        (isTyping) => void tell('POST', 'rep/typing', { conversation: this.given?.id, isTyping })
    );

    @api get conversation(): RepConversation | undefined {
        return this.given;
    }
    set conversation(next: RepConversation | undefined) {
        if (next?.id !== this.given?.id) this.empty();
        this.given = next;
    }

    disconnectedCallback(): void {
        this.typist.stops();
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
        return this.given ? `${STATUS[this.given.status]} · by ${this.channel}` : `by ${this.channel}`;
    }
    get isMine(): boolean {
        return this.given?.takenBy.some(isMe) === true;
    }
    get isNotMine(): boolean {
        return !this.isMine;
    }
    get mayAccept(): boolean {
        const { given, isMine } = this;
        if (given === undefined || isMine) return false;
        return given.status === 'Waiting' || given.offeredTo.some(isMe);
    }
    /** Why nothing can be written here. */
    get rest(): string {
        const { given } = this;
        if (given === undefined) return `${this.customerName} has not written yet. Write something on the phone.`;
        if (given.status === 'Ended') return 'The conversation is over.';
        if (this.mayAccept) return `${this.customerName} waits for you.`;
        const [holder = ''] = given.takenBy;
        return `${this.reps.find(({ id }) => isSame(id, holder))?.label ?? 'Somebody else'} has this conversation.`;
    }
    get isOver(): boolean {
        return this.given === undefined || this.given.status === 'Ended';
    }
    get typingText(): string {
        return this.given?.customerIsTyping === true ? `${this.customerName} is typing…` : '';
    }
    get targets(): { label: string; value: string }[] {
        return this.reps.filter(({ id }) => !isMe(id)).map(({ id, label }) => ({ label, value: id }));
    }
    get cannotSend(): boolean {
        return this.isStarting || !this.isMine || (this.text.trim() === '' && this.file === undefined);
    }
    get answersLabel(): string {
        return this.offersAnswers ? 'Offer no answers' : 'Offer answers';
    }

    accept(): void {
        void this.tell('rep/works', {});
    }
    type(event: Typed): void {
        this.text = event.detail.value;
        if (this.text !== '') this.typist.types();
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
        const { given, text } = this;
        return tell('POST', 'rep/messages', { conversation: given?.id, text, file: await sentFile(file) });
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
        this.typist.stops();
    }
}
