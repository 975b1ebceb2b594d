import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

/** Notes to read and to copy. Fires `copied` once the agent has asked for them, also where the browser did not allow it. */
export default class NotesCopy extends LightningElement {
    @api notes = '';
    /** The caller's name, so that a spoken button says whose notes it copies. */
    @api caller = '';

    labels = LABELS;
    told = '';

    get copyFor(): string {
        return this.caller ? fill(LABELS.copyFor, this.caller) : LABELS.copy;
    }

    async handleCopy(): Promise<void> {
        try {
            await navigator.clipboard.writeText(this.notes);
            this.told = LABELS.copied;
        } catch {
            this.told = LABELS.notCopied;
        }
        this.dispatchEvent(new CustomEvent('copied'));
    }
}
