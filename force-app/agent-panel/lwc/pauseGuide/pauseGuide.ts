import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

/** Tells apart three things that sound alike: secure pause, secure session and recording pause. Closed until opened. */
export default class PauseGuide extends LightningElement {
    /** A secure flow can be chosen here. */
    @api secureSessions = false;

    labels = LABELS;
    isOpen = false;

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get noneNamed(): boolean {
        return !this.secureSessions;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
