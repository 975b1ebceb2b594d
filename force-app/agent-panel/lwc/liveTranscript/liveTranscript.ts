import type { Utterance } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

interface Line {
    readonly key: string;
    readonly who: string;
    readonly text: string;
    readonly lineClass: string;
}

/** Closer than this to the end, in pixels, an agent counts as reading along. */
const NEAR_END = 24;

/**
 * What was said, as it is said. Follows the newest line until the agent scrolls up. A screen reader is silent about it
 * unless asked: the agent hears the same words in the headset.
 */
export default class LiveTranscript extends LightningElement {
    /** Oldest first. */
    @api utterances: readonly Utterance[] = [];
    @api caller = '';

    labels = LABELS;
    follows = true;
    aloud = false;

    renderedCallback(): void {
        if (this.follows) this.toEnd();
    }

    get spokenTitle(): string {
        return this.caller ? fill(LABELS.titleFor, this.caller) : LABELS.title;
    }

    get lines(): readonly Line[] {
        return this.utterances.map(({ id, speaker, text }) => ({
            key: id,
            // The template drops the space between two elements.
            who: `${speaker ? LABELS[speaker] : LABELS.somebody}: `,
            text,
            lineClass: speaker ? `line line_${speaker}` : 'line'
        }));
    }

    get live(): 'polite' | 'off' {
        return this.aloud ? 'polite' : 'off';
    }

    get readsAloud(): string {
        return String(this.aloud);
    }

    get behind(): boolean {
        return !this.follows;
    }

    handleScroll(): void {
        const log = this.refs?.log as HTMLElement;
        this.follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    }

    handleNewest(): void {
        this.follows = true;
        this.toEnd();
        (this.refs?.log as HTMLElement).focus();
    }

    handleAloud(): void {
        this.aloud = !this.aloud;
    }

    toEnd(): void {
        const log = this.refs?.log as HTMLElement | undefined;
        if (log) log.scrollTop = log.scrollHeight;
    }
}
