import { pseudonymise, writeTrace } from 'c/clientEventTrace';
import type { TraceEntry } from 'c/clientEventTrace';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { newSalt, releaseFile, traceFile } from './traceFile.ts';
import type { TraceFile } from './traceFile.ts';

/** A longer text makes the page slow; the file holds it all. */
const SHOWN_CHARACTERS = 200_000;

/** Records what comes, makes a file that may be shared, and copies what support may read. */
export default class ClientEventInspectorTrace extends LightningElement {
    @api recording = false;
    /** How many messages were recorded, and how many of the oldest were let go. */
    @api recorded = 0;
    @api dropped = 0;
    @api readEntries: (() => readonly TraceEntry[]) | undefined;
    @api readSupportText: (() => string) | undefined;

    labels = LABELS;
    file: TraceFile | undefined;
    text = '';
    exported = false;
    supportText = '';
    copied = '';

    disconnectedCallback(): void {
        releaseFile(this.file);
        this.file = undefined;
    }

    get recordLabel(): string {
        return this.recording ? LABELS.stop : LABELS.record;
    }

    get recordIcon(): string {
        return this.recording ? 'utility:stop' : 'utility:record';
    }

    get recordedText(): string {
        if (!this.recording && this.recorded === 0) return '';
        return fill(this.recording ? LABELS.recording : LABELS.recorded, this.recorded);
    }

    get droppedText(): string {
        return this.dropped > 0 ? fill(LABELS.limit, this.dropped) : '';
    }

    get nothingRecorded(): boolean {
        return this.recorded === 0;
    }

    get fileName(): string {
        return fill(LABELS.download, this.file?.name ?? '');
    }

    get isShown(): boolean {
        return !this.file || this.text.length <= SHOWN_CHARACTERS;
    }

    handleRecord(): void {
        this.dispatchEvent(new CustomEvent(this.recording ? 'stoprecording' : 'record'));
        if (this.recording) return;
        releaseFile(this.file);
        this.file = undefined;
        this.exported = false;
        this.text = '';
    }

    handleExport(): void {
        const entries = this.readEntries?.() ?? [];
        if (entries.length === 0) return;
        releaseFile(this.file);
        this.text = writeTrace(pseudonymise(entries, newSalt()));
        this.file = traceFile(this.text, new Date());
        this.exported = true;
    }

    async handleCopy(): Promise<void> {
        const text = this.readSupportText?.() ?? '';
        try {
            await navigator.clipboard.writeText(text);
            this.copied = LABELS.copied;
            this.supportText = '';
        } catch {
            this.copied = LABELS.notCopied;
            this.supportText = text;
        }
    }
}
