import { LightningElement, api } from 'lwc';
import type { VoiceDirectory } from '../directory.ts';
import { happens } from '../phoneServer.ts';

const TYPE_NAMES = {
    inbound: 'Somebody called',
    callback: 'A callback',
    transfer: 'A colleague passed it on',
    internalCall: 'A colleague called',
    dialedCallback: 'A callback that was dialled',
    consult: 'A colleague asks'
} as const;
type InboundType = keyof typeof TYPE_NAMES;

/** Makes calls: somebody rings, or the agent dials. */
export default class PhoneDialer extends LightningElement {
    @api directory!: VoiceDirectory;
    number = '';
    callType: InboundType = 'inbound';
    problem: string | undefined;

    connectedCallback(): void {
        this.number = this.directory.callers[0]?.number ?? '+61491570006';
    }

    get callerOptions(): { label: string; value: string }[] {
        return this.directory.callers.map(({ name, number }) => ({ label: name, value: number }));
    }
    get typeOptions(): { label: string; value: string }[] {
        return Object.entries(TYPE_NAMES).map(([value, label]) => ({ label, value }));
    }

    chooseNumber(event: CustomEvent<{ value: string }>): void {
        this.number = event.detail.value;
    }
    chooseType(event: CustomEvent<{ value: InboundType }>): void {
        this.callType = event.detail.value;
    }
    async ring(): Promise<void> {
        const { callType, number } = this;
        this.problem = await happens({ move: 'ring', number, callType });
    }
    async dial(): Promise<void> {
        this.problem = await happens({ move: 'dial', number: this.number });
    }
}
