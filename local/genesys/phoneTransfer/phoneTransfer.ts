import { LightningElement, api } from 'lwc';
import { hasVoice } from '../medium.ts';
import { changeState, tell } from '../phoneServer.ts';
import type { Directory } from '../phoneServer.ts';
import type { PhoneCall } from '../phoneView.ts';

/** A number of the range that ACMA keeps free for drama. */
const OUTSIDE = '+61491570156';

/** Passes one interaction on, blindly or after a consult. */
export default class PhoneTransfer extends LightningElement {
    @api call!: PhoneCall;
    @api directory!: Directory;
    @api userName = '';
    target = '';
    problem: string | undefined;

    get hasVoice(): boolean {
        return hasVoice(this.call.medium);
    }
    get noTarget(): boolean {
        return this.target === '';
    }
    get outsideRings(): boolean {
        return this.call.consultsOutside && this.call.consult === 'asked';
    }
    get consultText(): string {
        return this.call.consult === 'talking' ? 'Talks to the one who is consulted.' : 'Rings the one to consult.';
    }
    get targetOptions(): { label: string; value: string }[] {
        const { users, queues, flows } = this.directory;
        const outside = [
            ...flows
                .filter(({ kind }) => kind === 'call')
                .map(({ name }) => ({ label: `Flow ${name}`, value: `address sip:${encodeURIComponent(name)}` })),
            { label: `Outside ${OUTSIDE}`, value: `address ${OUTSIDE}` }
        ];
        return [
            ...users
                .filter(({ name }) => name !== this.userName)
                .map(({ label, id }) => ({ label, value: `userId ${id}` })),
            ...queues.map(({ name, id }) => ({ label: `Queue ${name}`, value: `queueId ${id}` })),
            ...(this.hasVoice ? outside : [])
        ];
    }

    chooseTarget(event: CustomEvent<{ value: string }>): void {
        this.target = event.detail.value;
    }
    transfer(): void {
        void this.change('blindTransfer', this.context);
    }
    consult(): void {
        void this.change('consultTransfer', this.context);
    }
    conclude(): void {
        void this.change('concludeTransfer');
    }
    callOff(): void {
        void this.step('callOff');
    }
    outsideAnswers(): void {
        void this.step('answer');
    }
    outsideDeclines(): void {
        void this.step('decline');
    }

    private get context(): object {
        const [transferTargetType, transferTarget] = this.target.split(' ');
        return { participantContext: { transferTarget, transferTargetType } };
    }

    private async change(action: string, more?: object): Promise<void> {
        this.problem = await changeState(action, this.call.conversationId, more);
    }

    private async step(action: string): Promise<void> {
        this.problem = await tell('POST', 'consult', { conversationId: this.call.conversationId, action });
    }
}
