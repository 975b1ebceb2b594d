import type { CallDetails as Details } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { type Figure, lineFigures } from './lineFigures.ts';
import { type MessageLine, messageLines } from './messageLines.ts';

interface Person {
    readonly key: string;
    readonly name: string;
    readonly held: boolean;
}

/**
 * What the phone tells of a call and no Task holds: who is on the line, a paused recording, the flag, how good the line
 * is, and what was written beside the call. What was never told is not there.
 */
export default class CallDetails extends LightningElement {
    @api details: Details | undefined;
    @api caller = '';
    /** Only what was written is still of use. */
    @api ended = false;

    labels = LABELS;
    isOpen = false;

    get title(): string {
        return fill(LABELS.title, this.caller);
    }

    /** Of the call that goes on. */
    get live(): Details | undefined {
        return this.ended ? undefined : this.details;
    }

    get hasSome(): boolean {
        return this.hasPeople || this.recordingPaused || this.hasFlag || this.hasLine || this.hasMessages;
    }

    /** The only one on the line has the card's name. */
    get hasPeople(): boolean {
        return (this.live?.participants.length ?? 0) > 1;
    }

    get people(): readonly Person[] {
        return (this.live?.participants ?? []).map(({ held, name }, at) => ({
            key: `${at} ${name}`,
            name,
            held: held === true
        }));
    }

    get recordingPaused(): boolean {
        return this.live?.recordingPaused === true;
    }

    get hasFlag(): boolean {
        return this.live?.flagRaised !== undefined;
    }

    get flagWords(): string {
        return this.live?.flagRaised ? LABELS.flagRaised : LABELS.flagLowered;
    }

    get flagIcon(): string {
        return this.live?.flagRaised ? 'utility:priority' : 'utility:lower_flag';
    }

    get flagClass(): string {
        return this.live?.flagRaised ? 'fact fact_strong' : 'fact';
    }

    get hasLine(): boolean {
        return this.live?.line !== undefined;
    }

    get lineWords(): string {
        return LABELS[this.live?.line?.word ?? 'good'];
    }

    get poor(): boolean {
        return this.live?.line?.word === 'poor';
    }

    get lineClass(): string {
        return this.poor ? 'fact fact_strong' : 'fact';
    }

    get toggleClass(): string {
        return `slds-button slds-button_reset ${this.lineClass}`;
    }

    get figures(): readonly Figure[] {
        return this.live?.line ? lineFigures(this.live.line) : [];
    }

    get hasMessages(): boolean {
        return (this.details?.messages.length ?? 0) > 0;
    }

    get messages(): readonly MessageLine[] {
        return messageLines(this.details?.messages ?? []);
    }

    get hasFigures(): boolean {
        return this.figures.length > 0;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get toggleIcon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
