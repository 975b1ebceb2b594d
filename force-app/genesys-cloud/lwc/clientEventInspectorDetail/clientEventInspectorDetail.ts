import type { ListedMessage } from 'c/clientEventInspectorList';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

/** One message as it came, beside what it decodes to. */
export default class ClientEventInspectorDetail extends LightningElement {
    @api message: ListedMessage | undefined;

    labels = LABELS;

    get raw(): string {
        return asText(this.message?.message);
    }

    get decoded(): string {
        const { event } = this.message ?? {};
        // What is not understood holds the message, which stands beside it.
        return asText(event?.type === 'Unknown' ? { ...event, raw: undefined } : event);
    }

    get whose(): string {
        const { event, from } = this.message ?? {};
        const who = { phone: LABELS.fromPhone, here: LABELS.fromHere, page: LABELS.fromPage }[from ?? 'phone'];
        return fill(LABELS.whose, who, event?.receivedAt ?? '');
    }
}

function asText(value: unknown): string {
    return JSON.stringify(value, undefined, 2) ?? 'undefined';
}
