import type { KeptNotes as KeptNotesOfCall } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { targetOf } from 'c/taskSync';
import { timeOfDay } from 'c/timeWords';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

interface Line extends KeptNotesOfCall {
    readonly name: string;
    readonly time: string;
    readonly copied: boolean;
    readonly removeFor: string;
}

/**
 * Notes that are not in their Tasks or Voice Calls, or not whole, each with the reason, to be copied. Closed until opened. Fires `forget` with the key
 * as `detail` when the agent wants one off the list, which is offered once it was copied.
 */
export default class KeptNotes extends LightningElement {
    /** Newest first. */
    @api kept: readonly KeptNotesOfCall[] = [];
    @api fieldLabels: Readonly<Record<string, string>> | undefined;
    /** The permission set to ask for, where one is missing. */
    @api permission: string | undefined;
    /** Milliseconds since 1970. */
    @api now = 0;

    labels = LABELS;
    isOpen = false;
    copied: readonly string[] = [];

    get title(): string {
        const { length } = this.kept;
        const onCalls = this.kept.filter(({ key }) => targetOf(key) === 'VoiceCall').length;
        if (onCalls === 0) return length === 1 ? LABELS.one : fill(LABELS.many, length);
        if (onCalls < length) return fill(LABELS.bothMany, length);
        return length === 1 ? LABELS.callOne : fill(LABELS.callMany, length);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get lines(): readonly Line[] {
        return this.kept.map((one) => {
            const name = one.caller ?? LABELS.unknownCaller;
            return {
                ...one,
                name,
                time: timeOfDay(one.keptAt, this.now),
                copied: this.copied.includes(one.key),
                removeFor: fill(LABELS.removeFor, name)
            };
        });
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleCopied(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        if (key) this.copied = [...this.copied, key];
    }

    handleRemove(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('forget', { detail: key }));
        // The button that was pressed goes away.
        this.template?.querySelector<HTMLElement>('[data-id="toggle"]')?.focus();
    }
}
