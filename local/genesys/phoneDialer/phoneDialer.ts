import { LightningElement, api } from 'lwc';
import { hasNumber, MEDIA, MEDIUM_NAMES } from '../medium.ts';
import type { Medium } from '../medium.ts';
import { tell } from '../phoneServer.ts';
import type { Directory } from '../phoneServer.ts';

const NO_QUEUE = '';

/** Makes interactions: somebody rings or writes, or the agent dials. */
export default class PhoneDialer extends LightningElement {
    @api directory!: Directory;
    medium: Medium = 'call';
    number = '';
    queue = NO_QUEUE;
    ivrSeconds = 7;
    problem: string | undefined;

    connectedCallback(): void {
        this.number = this.directory.callers[0]?.number ?? '+61491570006';
        this.queue = this.directory.queues[0]?.name ?? NO_QUEUE;
    }

    get callerOptions(): { label: string; value: string }[] {
        return this.directory.callers.map(({ name, number }) => ({ label: name, value: number }));
    }
    get mediumOptions(): { label: string; value: string }[] {
        return MEDIA.map((medium) => ({ label: MEDIUM_NAMES[medium], value: medium }));
    }
    get queueOptions(): { label: string; value: string }[] {
        return [
            ...this.directory.queues.map(({ name }) => ({ label: name, value: name })),
            { label: 'No queue', value: NO_QUEUE }
        ];
    }
    get withNumber(): boolean {
        return hasNumber(this.medium);
    }
    get cannotDial(): boolean {
        return this.medium !== 'call';
    }

    chooseMedium(event: CustomEvent<{ value: string }>): void {
        this.medium = MEDIA.find((medium) => medium === event.detail.value) ?? 'call';
    }
    chooseCaller(event: CustomEvent<{ value: string }>): void {
        this.number = event.detail.value;
    }
    typeNumber(event: CustomEvent<{ value: string }>): void {
        this.number = event.detail.value;
    }
    chooseQueue(event: CustomEvent<{ value: string }>): void {
        this.queue = event.detail.value;
    }
    ring(): void {
        const { medium } = this;
        void this.begin({ medium, ...this.customer });
    }
    dial(): void {
        void this.begin({ direction: 'outbound', number: this.number });
    }

    /** As far as the medium knows them: an email has an address, a chat only a name. */
    private get customer(): object {
        const { medium, number, ivrSeconds } = this;
        const { name, email = 'somebody@example.com' } =
            this.directory.callers.find((caller) => caller.number === number) ?? {};
        switch (medium) {
            case 'call':
                return { number, ivrSeconds };
            case 'email':
                return { name, email };
            default:
                return hasNumber(medium) ? { number } : { name };
        }
    }

    private async begin(call: object): Promise<void> {
        const queue = this.queue === NO_QUEUE ? null : this.queue;
        this.problem = await tell('POST', 'calls', { ...call, queue });
    }
}
