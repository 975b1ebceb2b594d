import { LightningElement, api } from 'lwc';
import { tell } from '../phoneServer.ts';
import type { Directory } from '../phoneServer.ts';

const NO_QUEUE = '';

/** Makes calls: somebody rings, or the agent dials. */
export default class PhoneDialer extends LightningElement {
    @api directory!: Directory;
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
    get queueOptions(): { label: string; value: string }[] {
        return [
            ...this.directory.queues.map(({ name }) => ({ label: name, value: name })),
            { label: 'No queue', value: NO_QUEUE }
        ];
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
        void this.call('inbound');
    }
    dial(): void {
        void this.call('outbound');
    }

    private async call(direction: 'inbound' | 'outbound'): Promise<void> {
        const { number, ivrSeconds } = this;
        const queue = this.queue === NO_QUEUE ? null : this.queue;
        this.problem = await tell('POST', 'calls', { direction, number, queue, ivrSeconds });
    }
}
