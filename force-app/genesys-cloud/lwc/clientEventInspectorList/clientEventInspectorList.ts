import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { NO_FILTER, categoryOptions, conversationOptions, matching, typeOptions } from './filter.ts';
import type { Filter, Option } from './filter.ts';
import { LABELS } from './labels.ts';
import { rowsOf } from './row.ts';
import type { Row } from './row.ts';
import type { ListedMessage } from './types.ts';

export type { ListedMessage } from './types.ts';

/** Drawing hundreds of lines again with each message would hold up the page that is watched. */
const LISTED_AT_FIRST = 100;

/** The messages, newest first, and what is left out of them. One of them can be chosen. */
export default class ClientEventInspectorList extends LightningElement {
    /** Newest first. */
    @api messages: readonly ListedMessage[] = [];
    @api chosen: string | undefined;
    @api received = 0;
    @api unknown = 0;
    @api dropped = 0;
    @api kept = 0;
    @api waiting = 0;
    @api paused = false;

    labels = LABELS;
    filter: Filter = NO_FILTER;
    listed = LISTED_AT_FIRST;

    get matching(): readonly ListedMessage[] {
        return matching(this.messages, this.filter);
    }

    get listedMessages(): readonly ListedMessage[] {
        return this.matching.slice(0, this.listed);
    }

    get rows(): Row[] {
        return rowsOf(this.listedMessages, this.chosen);
    }

    get moreLabel(): string {
        const more = this.matching.length - this.listed;
        return more > 0 ? fill(LABELS.more, more) : '';
    }

    get hasRows(): boolean {
        return this.matching.length > 0;
    }

    get emptyText(): string {
        return this.messages.length > 0 ? LABELS.noMatch : LABELS.none;
    }

    get counts(): string {
        return fill(LABELS.counts, this.received, this.unknown, this.matching.length);
    }

    get keptText(): string {
        return this.dropped > 0 ? fill(LABELS.kept, this.kept, this.dropped) : '';
    }

    get waitingText(): string {
        return this.paused ? fill(LABELS.waiting, this.waiting) : '';
    }

    get pauseLabel(): string {
        return this.paused ? LABELS.resume : LABELS.pause;
    }

    get pauseIcon(): string {
        return this.paused ? 'utility:play' : 'utility:pause';
    }

    get types(): Option[] {
        return typeOptions(LABELS.all);
    }

    get categories(): Option[] {
        return categoryOptions(LABELS.all, this.filter.type, this.messages);
    }

    get conversations(): Option[] {
        return conversationOptions(LABELS.all, this.messages);
    }

    handleFilter(event: CustomEvent<{ value: string }>): void {
        const name = (event.currentTarget as HTMLElement).dataset.filter ?? '';
        const category = name === 'type' ? '' : this.filter.category;
        this.filter = { ...this.filter, category, [name]: event.detail.value };
    }

    handlePause(): void {
        this.dispatchEvent(new CustomEvent(this.paused ? 'resume' : 'pause'));
    }

    handleClear(): void {
        this.dispatchEvent(new CustomEvent('clear'));
    }

    handleMore(): void {
        this.listed = Infinity;
    }

    handleChoose(event: Event): void {
        this.choose((event.currentTarget as HTMLElement).dataset.key);
    }

    /** The arrows go through the list, as in any list box. */
    handleKey(event: KeyboardEvent): void {
        const keys = this.listedMessages.map(({ key }) => key);
        const at = keys.indexOf((event.target as HTMLElement).dataset.key ?? '');
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1, Enter: at, ' ': at }[event.key];
        const key = to === undefined ? undefined : keys[to];
        if (key === undefined) return;
        event.preventDefault();
        this.choose(key);
        this.template?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus();
    }

    choose(key: string | undefined): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: { key } }));
    }
}
