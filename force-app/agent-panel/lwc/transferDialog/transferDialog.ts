import type { Directory, PanelCommand, RefusedCommand, TransferTarget } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { type Choice, type Choices, choicesFor } from './choices.ts';
import { LABELS } from './labels.ts';

/** What the agent decided, as `detail` of the event `transfer`. */
export interface TransferChoice {
    readonly command: Extract<PanelCommand, 'blindTransfer' | 'consultTransfer'>;
    readonly to: TransferTarget;
}

interface Row extends Choice {
    readonly checked: boolean;
}

interface RowGroup {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly Row[];
}

const NOTHING: Directory = { targets: [], secureFlows: [], statuses: [], problems: [], state: 'unknown' };

const REFUSALS: Readonly<Partial<Record<RefusedCommand['reason'], string>>> = {
    noTarget: LABELS.choose,
    badTarget: LABELS.badTarget,
    notTheActiveCall: LABELS.notActive
};

let made = 0;

/** Whom a conversation is passed to, and how. Fires `transfer` with a TransferChoice, and `cancel`. */
export default class TransferDialog extends LightningElement {
    @api caller = '';
    @api directory: Directory | undefined;
    /** Keys of targets that were used before, newest first. */
    @api recentTargets: readonly string[] = [];
    /** The conversation is written, so that it cannot go to a phone number. */
    @api withoutPhones = false;
    @api canTransferNow = false;
    @api canTalkFirst = false;
    /** Sent, and its effect not seen yet. */
    @api waiting = false;
    /** Why the phone would not understand what was sent. */
    @api refused: RefusedCommand['reason'] | undefined;
    /** The permission set to ask for, where one is missing. */
    @api permission: string | undefined;

    labels = LABELS;
    text = '';
    chosenKey: string | undefined;
    unchosen = false;
    taken = false;
    // Lists of two conversations must not be one list to the browser.
    groupName = `transfer-${(made += 1)}`;

    renderedCallback(): void {
        if (this.taken) return;
        this.taken = true;
        (this.refs?.search as HTMLElement | undefined)?.focus();
        // The panel is low: without this an agent sees the head of the form only.
        (this.refs?.form as HTMLElement | undefined)?.scrollIntoView?.({ block: 'nearest' });
    }

    get title(): string {
        return fill(LABELS.title, this.caller);
    }

    get names(): Directory {
        return this.directory ?? NOTHING;
    }

    get choices(): Choices {
        return choicesFor(this.names, this.recentTargets ?? [], this.text, !this.withoutPhones);
    }

    get groups(): readonly RowGroup[] {
        return this.choices.groups.map(({ choices, key, title }) => ({
            key,
            title,
            rows: choices.map((choice) => ({ ...choice, checked: choice.key === this.chosenKey }))
        }));
    }

    get hasGroups(): boolean {
        return this.groups.length > 0;
    }

    get more(): string | undefined {
        const { more } = this.choices;
        return more > 0 ? fill(LABELS.more, more) : undefined;
    }

    /** Why the list may be shorter than the agent expects. */
    get about(): string | undefined {
        const { state, targets } = this.names;
        if (state === 'noAccess') return fill(LABELS.noAccess, this.permission ?? LABELS.agentPermission);
        if (state === 'unknown') return LABELS.unknown;
        if (targets.length === 0) return LABELS.empty;
        return undefined;
    }

    get noneFits(): boolean {
        const named = this.choices.groups.some(({ key }) => key !== 'typed');
        return this.names.targets.length > 0 && !named;
    }

    get error(): string {
        if (this.unchosen) return LABELS.choose;
        return this.refused ? (REFUSALS[this.refused] ?? LABELS.refused) : '';
    }

    get words(): string {
        return this.waiting ? LABELS.sent : '';
    }

    handleSearch(event: Event): void {
        this.text = (event.target as HTMLInputElement).value;
        // What is not to be seen is not to be sent.
        if (!this.chosen()) this.chosenKey = undefined;
    }

    handleChoose(event: Event): void {
        this.chosenKey = (event.target as HTMLInputElement).value;
        this.unchosen = false;
    }

    handleNow(): void {
        this.decide('blindTransfer');
    }

    handleTalkFirst(): void {
        this.decide('consultTransfer');
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleCancel();
    }

    chosen(): Choice | undefined {
        return this.choices.groups.flatMap(({ choices }) => choices).find(({ key }) => key === this.chosenKey);
    }

    decide(command: TransferChoice['command']): void {
        const to = this.chosen()?.to;
        this.unchosen = !to;
        if (!to || this.waiting) return;
        this.dispatchEvent(new CustomEvent<TransferChoice>('transfer', { detail: { command, to } }));
    }
}
