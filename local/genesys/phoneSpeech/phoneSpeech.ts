import { LightningElement, api } from 'lwc';
import { tell } from '../phoneServer.ts';

const LINES: readonly string[] = [
    'Hello, I have a question about my last bill.',
    'Of course, may I have your customer number?',
    'It is on the letter, one moment please.',
    'Thank you, I see it.'
];

/** Says something on the line, or writes it in the chat: what a transcript is made of. */
export default class PhoneSpeech extends LightningElement {
    @api conversationId = '';
    text = LINES[0] ?? '';
    problem: string | undefined;
    private said = 0;

    type(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }
    customerSays(): void {
        void this.say('customer');
    }
    agentSays(): void {
        void this.say('agent');
    }

    private async say(speaker: string): Promise<void> {
        const { conversationId, text } = this;
        this.problem = await tell('POST', 'speech', { conversationId, speaker, text });
        this.said += 1;
        this.text = LINES[this.said % LINES.length] ?? '';
    }
}
