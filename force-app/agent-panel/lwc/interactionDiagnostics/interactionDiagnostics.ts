import type { AgentDesk } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { type Fact, factsOf, supportText } from './facts.ts';
import { LABELS } from './labels.ts';

interface Reason {
    readonly key: string;
    readonly text: string;
}

/** What support asks for first: what came in, what was not understood and why. Closed until somebody opens it. */
export default class InteractionDiagnostics extends LightningElement {
    /** Words that the admin wrote and that hide nothing, and those that would. */
    @api unknownActions: readonly string[] = [];
    @api allowedActions: readonly string[] = [];

    labels = LABELS;
    names: readonly Reason[] = [];
    isOpen = false;
    facts: readonly Fact[] = [];
    reasons: readonly Reason[] = [];
    copied = '';
    text = '';
    given: AgentDesk | undefined;
    unsubscribe: (() => void) | undefined;

    @api
    get desk(): AgentDesk | undefined {
        return this.given;
    }
    set desk(desk: AgentDesk | undefined) {
        this.stopListening();
        this.given = desk;
        if (this.isOpen && this.isConnected) this.listen();
    }

    connectedCallback(): void {
        if (this.isOpen) this.listen();
    }

    disconnectedCallback(): void {
        this.stopListening();
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get hiddenHint(): string | undefined {
        const { allowedActions, unknownActions } = this;
        if (!unknownActions?.length) return undefined;
        const unknown = fill(LABELS.unknownActions, unknownActions.join(', '));
        return `${unknown} ${fill(LABELS.allowedActions, allowedActions.join(', '))}`;
    }

    get hasNames(): boolean {
        return this.names.length > 0;
    }

    get hasReasons(): boolean {
        return this.reasons.length > 0;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.copied = '';
        this.text = '';
        if (this.isOpen) this.listen();
        else this.stopListening();
    }

    async handleCopy(): Promise<void> {
        const desk = this.given;
        if (!desk) return;
        const text = supportText(desk.view(), desk.diagnostics());
        try {
            await navigator.clipboard.writeText(text);
            this.copied = LABELS.copied;
            this.text = '';
        } catch {
            this.copied = LABELS.notCopied;
            this.text = text;
        }
    }

    listen(): void {
        this.stopListening();
        this.unsubscribe = this.given?.onChange(() => this.refresh());
        this.refresh();
    }

    stopListening(): void {
        this.unsubscribe?.();
        this.unsubscribe = undefined;
    }

    refresh(): void {
        const desk = this.given;
        if (!desk) return;
        const diagnostics = desk.diagnostics();
        const view = desk.view();
        this.facts = factsOf(view, diagnostics);
        this.names = view.directory.problems.map(({ record, what }) => ({ key: record, text: `${record}: ${what}` }));
        this.reasons = diagnostics.reasons.map((text, index) => ({ key: `${index} ${text}`, text }));
    }
}
