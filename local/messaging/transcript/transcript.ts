import { LightningElement, api } from 'lwc';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import type { Line, LineState } from '../lines.ts';

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });

const STATES: Readonly<Record<LineState, string>> = {
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    notDelivered: 'Not delivered',
    unsure: 'May not be delivered'
};

/** So near to the end counts as being there. */
const NEAR_PX = 24;

interface Row {
    readonly id: string;
    readonly itemClass: string;
    readonly isEvent: boolean;
    readonly who: string;
    readonly text: string;
    readonly time: string;
    readonly fileName: string | undefined;
    readonly picture: string | undefined;
    readonly options: readonly string[] | undefined;
    readonly state: string | undefined;
    readonly stateClass: string;
    readonly why: string | undefined;
}

/** The lines of a conversation as one side reads them; what was said last is in sight. */
export default class Transcript extends LightningElement {
    @api label = '';
    @api emptyText = '';
    @api lines: readonly Line[] = [];
    /** Whose screen it is: their own lines stand at the right. */
    @api side: 'rep' | 'customer' = 'rep';
    @api repName = '';
    @api customerName = '';
    @api typingText = '';
    private shown = '';
    private last = '';
    private isAtEnd = true;
    private readonly resizing = new ResizeObserver(() => {
        if (this.isAtEnd) this.showEnd();
    });

    renderedCallback(): void {
        // Its own height, and that of what is in it: a picture is loaded later.
        for (const part of this.template?.querySelectorAll('.scroll, .scroll > ul') ?? []) this.resizing.observe(part);
        const { by, id = '' } = this.lines.at(-1) ?? {};
        if (this.label !== this.shown || (id !== this.last && by === this.side)) this.isAtEnd = true;
        [this.shown, this.last] = [this.label, id];
        if (this.isAtEnd) this.showEnd();
    }
    disconnectedCallback(): void {
        this.resizing.disconnect();
    }

    /** Who has scrolled up reads there, until they say something themselves or come back. */
    scrolled({ currentTarget }: Event): void {
        const { clientHeight, scrollHeight, scrollTop } = currentTarget as HTMLElement;
        this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    }
    private showEnd(): void {
        const box = this.template?.querySelector('.scroll');
        if (box) box.scrollTop = box.scrollHeight;
    }

    get isEmpty(): boolean {
        return this.lines.length === 0;
    }
    get rows(): Row[] {
        return this.lines.map((line) => this.rowOf(line));
    }

    private rowOf({ at, by, file, id, options, state, text, why }: Line): Row {
        const isBad = state === 'notDelivered' || state === 'unsure';
        return {
            id,
            itemClass: `line ${by === 'event' ? 'happened' : by === this.side ? 'own' : 'other'}`,
            isEvent: by === 'event',
            who: by === 'rep' ? this.repName : this.customerName,
            text,
            time: clock.format(new Date(at)),
            fileName: file?.name,
            picture: file?.isPicture === true ? file.url : undefined,
            options,
            state: state === undefined ? undefined : STATES[state],
            stateClass: isBad ? 'state bad' : 'state',
            why: isBad ? why : undefined
        };
    }
}
