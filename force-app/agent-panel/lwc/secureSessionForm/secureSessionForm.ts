import type { NamedSecureFlow, RefusedCommand, SecureFlow } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

interface Option extends NamedSecureFlow {
    readonly selected: boolean;
}

const REFUSALS: Readonly<Partial<Record<RefusedCommand['reason'], string>>> = {
    noFlow: LABELS.noFlow,
    likelyCardNumber: LABELS.likelyCard
};

/**
 * Hands the customer to a secure flow. Fires `start` with a SecureFlow as `detail`, and `cancel`. What was typed is gone
 * with the form.
 */
export default class SecureSessionForm extends LightningElement {
    @api caller = '';
    @api flows: readonly NamedSecureFlow[] = [];
    /** Sent, and its effect not seen yet. */
    @api waiting = false;
    /** Why it was not sent. */
    @api refused: RefusedCommand['reason'] | undefined;

    labels = LABELS;
    flowId = '';
    data = '';
    disconnect = false;
    noCard = false;
    unchosen = false;
    taken = false;

    renderedCallback(): void {
        if (this.taken) return;
        this.taken = true;
        (this.refs?.flow as HTMLElement | undefined)?.focus();
        // The panel is low: without this an agent sees the head of the form only.
        (this.refs?.form as HTMLElement | undefined)?.scrollIntoView?.({ block: 'nearest' });
    }

    get title(): string {
        return fill(LABELS.title, this.caller);
    }

    get options(): readonly Option[] {
        return this.flows.map((flow) => ({ ...flow, selected: flow.flowId === this.flowId }));
    }

    get nothingChosen(): boolean {
        return !this.flowId;
    }

    get error(): string {
        if (this.unchosen) return LABELS.noFlow;
        return this.refused ? (REFUSALS[this.refused] ?? LABELS.refused) : '';
    }

    get looksLikeCard(): boolean {
        return this.refused === 'likelyCardNumber';
    }

    get words(): string {
        return this.waiting ? LABELS.sent : '';
    }

    handleFlow(event: Event): void {
        this.flowId = (event.target as HTMLSelectElement).value;
        this.unchosen = false;
    }

    handleData(event: Event): void {
        this.data = (event.target as HTMLInputElement).value;
        // Said of another text.
        this.noCard = false;
    }

    handleDisconnect(event: Event): void {
        this.disconnect = (event.target as HTMLInputElement).checked;
    }

    handleNoCard(event: Event): void {
        this.noCard = (event.target as HTMLInputElement).checked;
    }

    handleStart(): void {
        const { data, disconnect, flowId, noCard } = this;
        this.unchosen = !flowId;
        if (!flowId || this.waiting) return;
        const detail: SecureFlow = { flowId, data, disconnect, ...(noCard ? { noCard } : {}) };
        this.dispatchEvent(new CustomEvent<SecureFlow>('start', { detail }));
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleCancel();
    }
}
