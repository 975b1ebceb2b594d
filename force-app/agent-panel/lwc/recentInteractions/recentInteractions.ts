import type { PageRecord, RecentInteraction } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { type RecentLine, recentLine } from './recentLine.ts';

/** A number that is about to be called back, as `detail` of the event `dial`. */
export interface Dial {
    readonly number: string;
    readonly record?: PageRecord;
}

/** Conversations that are over, missed ones among them, each to be called back. Closed until opened. Fires `dial`. */
export default class RecentInteractions extends LightningElement {
    /** Newest first. */
    @api recent: readonly RecentInteraction[] = [];
    /** Milliseconds since 1970. */
    @api now = 0;

    labels = LABELS;
    isOpen = false;

    get title(): string {
        const missed = this.recent.filter(({ outcome }) => outcome === 'missed').length;
        return missed > 0
            ? fill(LABELS.titleMissed, this.recent.length, missed)
            : fill(LABELS.title, this.recent.length);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get lines(): readonly RecentLine[] {
        return this.recent.map((one) => recentLine(one, this.now));
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleDial(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const called = this.recent.find((one) => one.key === key);
        if (called?.number === undefined) return;
        const { number, record } = called;
        const detail: Dial = record ? { number, record } : { number };
        this.dispatchEvent(new CustomEvent<Dial>('dial', { detail }));
    }
}
