import { LightningElement, api } from 'lwc';
import { phoneRequests } from '../../phoneRequests.ts';
import { readTrace } from '../trace.ts';
import type { TraceEntry } from '../trace.ts';

const INSTANT = 'instant';

/** Plays a trace of a phone, as if the phone had said it. Nothing of it is known to the contact centre. */
export default class TracePlayer extends LightningElement {
    /** Path of the phone on the server. */
    @api root = '/local/genesys';
    names: readonly string[] = [];
    name = '';
    speed = '10';
    entries: readonly TraceEntry[] = [];
    position = 0;
    problem: string | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback(): void {
        void this.loadNames();
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get traceOptions(): { label: string; value: string }[] {
        return this.names.map((name) => ({ label: name.replaceAll('-', ' '), value: name }));
    }
    get speedOptions(): { label: string; value: string }[] {
        return [
            { label: 'As recorded', value: '1' },
            { label: 'Ten times', value: '10' },
            { label: 'At once', value: INSTANT }
        ];
    }
    get progress(): string {
        return this.entries.length === 0 ? '' : `${this.position} of ${this.entries.length} messages`;
    }
    get playing(): boolean {
        return this.position < this.entries.length;
    }

    chooseTrace(event: CustomEvent<{ value: string }>): void {
        this.name = event.detail.value;
    }
    chooseSpeed(event: CustomEvent<{ value: string }>): void {
        this.speed = event.detail.value;
    }

    async play(): Promise<void> {
        this.stop();
        this.problem = undefined;
        const reading = readTrace(await (await fetch(`${this.root}/traces/${this.name}`)).text());
        if ('error' in reading) {
            this.problem = reading.error;
            return;
        }
        this.entries = reading.entries;
        this.position = 0;
        this.next();
    }

    stop(): void {
        clearTimeout(this.timer);
        this.entries = [];
        this.position = 0;
    }

    private async loadNames(): Promise<void> {
        try {
            this.names = await phoneRequests(this.root).ask<string[]>('traces');
            this.name = this.names.includes('inbound-call') ? 'inbound-call' : (this.names[0] ?? '');
        } catch {
            this.problem = 'The traces cannot be listed.';
        }
    }

    private next(): void {
        const entry = this.entries[this.position];
        if (!entry) {
            return;
        }
        const before = this.entries[this.position - 1]?.atMs ?? 0;
        const wait = this.speed === INSTANT ? 0 : (entry.atMs - before) / Number(this.speed);
        this.timer = setTimeout(() => {
            this.position += 1;
            this.dispatchEvent(new CustomEvent('playmessage', { detail: { message: entry.message } }));
            this.next();
        }, wait);
    }
}
