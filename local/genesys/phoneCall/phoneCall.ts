import { LightningElement, api } from 'lwc';
import { customerIsPresent, hasVoice, MEDIUM_NAMES } from '../medium.ts';
import { changeState, tell } from '../phoneServer.ts';
import type { Directory } from '../phoneServer.ts';
import type { PhoneCall as Call } from '../phoneView.ts';

const STATES: Readonly<Record<Call['state'], string>> = {
    alerting: 'Ringing',
    contacting: 'Calling',
    connected: 'Connected',
    held: 'On hold',
    disconnected: 'Wrap-up'
};

/** One interaction in the soft phone, with what the agent and the far end can do. */
export default class PhoneCall extends LightningElement {
    @api call!: Call;
    @api directory!: Directory;
    @api userName = '';
    now = Date.now();
    code = '';
    problem: string | undefined;
    private timer: ReturnType<typeof setInterval> | undefined;

    connectedCallback(): void {
        this.code = this.directory.wrapUpCodes[0] ?? '';
        this.timer = setInterval(() => {
            this.now = Date.now();
        }, 1000);
    }
    disconnectedCallback(): void {
        clearInterval(this.timer);
    }

    get stateText(): string {
        const extra = [this.call.muted ? 'muted' : '', this.call.securePause ? 'secure pause' : ''].filter(Boolean);
        return [STATES[this.call.state], ...extra].join(', ');
    }
    get time(): string {
        const seconds = Math.max(0, Math.floor((this.now - this.call.since) / 1000));
        return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    get cardClass(): string {
        return `call slds-box slds-box_small slds-theme_default ${this.call.state}`;
    }
    get label(): string {
        return `${MEDIUM_NAMES[this.call.medium]} ${this.call.direction === 'Inbound' ? 'from' : 'to'} ${this.call.remoteName}`;
    }
    get medium(): string {
        return MEDIUM_NAMES[this.call.medium];
    }
    get addressDiffers(): boolean {
        return this.call.address !== undefined && this.call.address !== this.call.remoteName;
    }
    get ringing(): boolean {
        return this.call.state === 'alerting';
    }
    get contacting(): boolean {
        return this.call.state === 'contacting';
    }
    get talking(): boolean {
        return this.call.state === 'connected' || this.call.state === 'held';
    }
    get withoutVoice(): boolean {
        return this.talking && !hasVoice(this.call.medium);
    }
    get customerCanLeave(): boolean {
        return this.call.state !== 'disconnected' && customerIsPresent(this.call.medium);
    }
    get saysSomething(): boolean {
        return hasVoice(this.call.medium) || this.call.medium === 'chat' || this.call.medium === 'message';
    }
    get farEndLabel(): string {
        return this.ringing ? 'Gives up' : 'Hangs up';
    }
    get holdLabel(): string {
        return this.call.state === 'held' ? 'Retrieve' : 'Hold';
    }
    get muteLabel(): string {
        return this.call.muted ? 'Unmute' : 'Mute';
    }
    get secureLabel(): string {
        return this.call.securePause ? 'End secure pause' : 'Secure pause';
    }
    get codeOptions(): { label: string; value: string }[] {
        return this.directory.wrapUpCodes.map((code) => ({ label: code, value: code }));
    }

    pickup(): void {
        void this.change('pickup');
    }
    hangUp(): void {
        void this.change('disconnect');
    }
    hold(): void {
        void this.change('hold');
    }
    mute(): void {
        void this.change('mute');
    }
    securePause(): void {
        void this.change('securePause');
    }
    farEndAnswers(): void {
        void this.farEnd('answer');
    }
    farEndHangsUp(): void {
        void this.farEnd('hangUp');
    }
    chooseCode(event: CustomEvent<{ value: string }>): void {
        this.code = event.detail.value;
    }
    async finish(): Promise<void> {
        const { conversationId } = this.call;
        this.problem = await tell('POST', 'wrap-up', { conversationId, code: this.code });
    }
    select(): void {
        this.dispatchEvent(new CustomEvent('choosecall', { detail: { interactionId: this.call.conversationId } }));
    }

    private async change(action: string): Promise<void> {
        this.problem = await changeState(action, this.call.conversationId);
    }

    private async farEnd(action: 'answer' | 'hangUp'): Promise<void> {
        this.problem = await tell('POST', 'far-end', { conversationId: this.call.conversationId, action });
    }
}
