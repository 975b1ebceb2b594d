import { LightningElement, api } from 'lwc';
import type { Speaker, Writer } from '../messages.ts';
import { happens } from '../phoneServer.ts';
import type { VoiceCall } from '../voiceCall.ts';

const FLOOD = 300;

/** What comes beside the sound: words, notes, a flag, and what is known of the line. */
export default class PhoneMessages extends LightningElement {
    @api call!: VoiceCall;
    text = 'Hello, I have a question about my last bill.';
    problem: string | undefined;
    readonly floodLabel = `${FLOOD} reports at once`;

    get connected(): boolean {
        return this.call.state === 'connected';
    }
    get flagLabel(): string {
        return this.call.flagRaised ? 'Lower the flag' : 'Raise a flag';
    }

    type(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }
    customerSays(): void {
        this.say('customer');
    }
    agentSays(): void {
        this.say('agent');
    }
    note(): void {
        this.write('agent');
    }
    supervisorNote(): void {
        this.write('supervisor');
    }
    flag(): void {
        const { callId, flagRaised } = this.call;
        const { text } = this;
        void this.show(
            happens(
                flagRaised
                    ? { move: 'lowerFlag', by: 'supervisor', callId }
                    : { move: 'raiseFlag', by: 'agent', text, callId }
            )
        );
    }
    report(): void {
        void this.show(happens({ move: 'report', count: 1 }));
    }
    flood(): void {
        void this.show(happens({ move: 'report', count: FLOOD }));
    }

    private say(by: Speaker): void {
        void this.show(happens({ move: 'say', by, text: this.text, callId: this.call.callId }));
    }

    private write(by: Writer): void {
        void this.show(happens({ move: 'note', by, text: this.text, callId: this.call.callId }));
    }

    private async show(outcome: Promise<string | undefined>): Promise<void> {
        this.problem = await outcome;
    }
}
