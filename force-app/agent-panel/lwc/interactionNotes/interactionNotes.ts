import type { TargetObject } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

const PAUSE_MS = 300;

/**
 * The agent's notes on one conversation. Fires `note` with the whole text as `detail`: 300 ms after the last key, at
 * once when the field is left or goes away, or the page does. What comes in as `notes` never replaces what the agent is
 * typing; what was added to them comes behind it.
 */
export default class InteractionNotes extends LightningElement {
    /** The caller's name, so that a spoken field says whose notes it holds. */
    @api caller = '';

    /** `VoiceCall` where they are saved on Salesforce's own record of the call. */
    @api target: TargetObject | undefined;

    labels = LABELS;
    given = '';
    /** What the field last showed or fired, without what was typed since. */
    known = '';
    /** The given text is not yet in the field. */
    stale = true;
    focused = false;
    /** Typed, not yet fired. */
    typed: string | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;
    field: HTMLTextAreaElement | undefined;
    /** A page that is reloaded or left tells its components nothing else. */
    leave = (): void => this.fire();

    @api
    get notes(): string {
        return this.given;
    }
    set notes(notes: string | undefined) {
        const text = notes ?? '';
        if (text === this.given) return;
        this.given = text;
        if (text === this.known) return;
        const isLonger = text.startsWith(this.known === '' ? '' : `${this.known}\n`);
        if (this.isInUse && isLonger) {
            this.add(text.slice(this.known.length));
            this.known = text;
            return;
        }
        this.stale = true;
        this.showGiven();
    }

    @api
    focus(): void {
        this.field?.focus();
    }

    get isInUse(): boolean {
        return this.focused || this.typed !== undefined;
    }

    get spokenLabel(): string {
        return this.caller ? fill(LABELS.labelFor, this.caller) : LABELS.label;
    }

    get placeholder(): string {
        return this.target === 'VoiceCall' ? LABELS.placeholderOfCall : LABELS.placeholder;
    }

    connectedCallback(): void {
        window.addEventListener('pagehide', this.leave);
    }

    renderedCallback(): void {
        this.field = this.refs?.field as HTMLTextAreaElement;
        this.showGiven();
    }

    disconnectedCallback(): void {
        window.removeEventListener('pagehide', this.leave);
        this.focused = false;
        this.fire();
    }

    handleFocus(): void {
        this.focused = true;
    }

    handleInput(event: Event): void {
        this.typed = (event.target as HTMLTextAreaElement).value;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.fire(), PAUSE_MS);
    }

    handleBlur(): void {
        const typed = this.typed !== undefined;
        this.focused = false;
        this.fire();
        if (!typed) this.showGiven();
    }

    fire(): void {
        clearTimeout(this.timer);
        const text = this.typed;
        if (text === undefined) return;
        this.typed = undefined;
        this.known = text;
        this.stale = false;
        this.dispatchEvent(new CustomEvent('note', { detail: text }));
    }

    /** Behind what is in the field; the caret stays where it is. */
    add(text: string): void {
        const { field } = this;
        if (!field || text === '') return;
        const { length } = field.value;
        const isOwnLine = length === 0 || text.startsWith('\n');
        field.setRangeText(isOwnLine ? text : `\n${text}`, length, length, 'preserve');
        if (this.typed !== undefined) this.typed = field.value;
    }

    showGiven(): void {
        const { field } = this;
        if (!field || !this.stale || this.isInUse) return;
        this.stale = false;
        this.known = this.given;
        if (field.value !== this.given) field.value = this.given;
    }
}
