import { LightningElement, api } from 'lwc';
import type { Condition } from '../genesysServer.ts';
import { tell } from '../messagingRequests.ts';
import type { MessagingView } from '../messagingView.ts';
import type { BridgeState } from '../ownBridge.ts';

const BRIDGE: Readonly<Record<BridgeState, string>> = {
    starting: 'It is starting, which takes some seconds.',
    running: 'It is running.',
    stopped: 'It was killed. What is written now waits in Salesforce.',
    failed: 'It could not go on.'
};
const GENESYS: Readonly<Record<Condition, { readonly label: string; readonly what: string }>> = {
    working: { label: 'Working', what: 'It answers at once.' },
    slow: { label: 'Slow', what: 'Each answer takes two seconds.' },
    losing: { label: 'Losing answers', what: 'It does what it is asked, and the answer breaks off.' },
    down: { label: 'Down', what: 'Nobody is at its address.' }
};

/** Where a message passes on its way, how each stop is, and what a developer may do to it. */
export default class Way extends LightningElement {
    @api bridge: MessagingView['bridge'] = { state: 'starting' };
    @api genesys: Condition = 'working';
    readonly conditions = Object.entries(GENESYS).map(([value, { label }]) => ({ value, label }));
    problem: string | undefined;

    get bridgeText(): string {
        return BRIDGE[this.bridge.state];
    }
    get genesysText(): string {
        return GENESYS[this.genesys].what;
    }
    get bridgeClass(): string {
        const { state } = this.bridge;
        return `stop ${state === 'running' ? 'well' : state === 'starting' ? '' : 'unwell'}`;
    }
    get genesysClass(): string {
        return `stop ${this.genesys === 'working' ? 'well' : 'unwell'}`;
    }
    get isStarting(): boolean {
        return this.bridge.state === 'starting';
    }
    get canStart(): boolean {
        return this.bridge.state === 'stopped' || this.bridge.state === 'failed';
    }
    get why(): string | undefined {
        return this.bridge.why;
    }

    start(): void {
        void this.put('bridge', 'running');
    }
    kill(): void {
        void this.put('bridge', 'stopped');
    }
    change(event: CustomEvent<{ value: string }>): void {
        void this.put('genesys', event.detail.value);
    }

    private async put(what: string, is: string): Promise<void> {
        this.problem = await tell('PUT', what, { is });
    }
}
