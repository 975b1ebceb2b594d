import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

/** Sends whatever JSON object is typed, as it is. */
export default class ClientEventInspectorRaw extends LightningElement {
    /** Puts a message on the channel; throws when it could not. */
    @api publish: ((message: object) => void) | undefined;

    labels = LABELS;
    text = '';
    problem = '';
    outcome = '';

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        this.problem = '';
        this.outcome = '';
    }

    handlePublish(): void {
        this.problem = '';
        this.outcome = '';
        const message = this.readMessage();
        if (!message || !this.publish) return;
        try {
            this.publish(message);
            this.outcome = LABELS.published;
        } catch (error) {
            this.problem = fill(LABELS.failedPublish, wordsOf(error));
        }
    }

    readMessage(): object | undefined {
        try {
            const message = JSON.parse(this.text) as unknown;
            if (isMessage(message)) return message;
            this.problem = LABELS.notObject;
        } catch (error) {
            this.problem = fill(LABELS.notJson, wordsOf(error));
        }
        return undefined;
    }
}

/** Any object: messages without a type are on the channel, too (T9). */
function isMessage(value: unknown): value is object {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
