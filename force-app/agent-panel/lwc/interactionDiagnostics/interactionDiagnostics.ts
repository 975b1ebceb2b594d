import type { AgentDesk } from 'c/agentDesk';
import { LightningElement, api } from 'lwc';
import { type Fact, factsOf, supportText } from './facts.ts';
import { LABELS } from './labels.ts';

interface Reason {
    readonly key: string;
    readonly text: string;
}

/** What support asks for first: what came in, what was not understood and why. Closed until somebody opens it. */
export default class InteractionDiagnostics extends LightningElement {
    labels = LABELS;
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
        this.facts = factsOf(desk.view(), diagnostics);
        this.reasons = diagnostics.reasons.map((text, index) => ({ key: `${index} ${text}`, text }));
    }
}
