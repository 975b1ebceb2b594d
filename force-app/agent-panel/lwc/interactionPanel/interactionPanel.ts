import type { AgentDesk, DeskInteraction, DeskView } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { announcement } from './announce.ts';
import { arrange, isLive } from './arrange.ts';
import { LABELS } from './labels.ts';
import { setupWords } from './setupWords.ts';
import { createStopwatch } from './stopwatch.ts';

const SECOND_MS = 1000;

function isCard(target: EventTarget | null): boolean {
    return (target as Element | null)?.tagName === 'C-INTERACTION-CARD';
}

interface Card {
    readonly id: string;
    readonly item: DeskInteraction;
    readonly since: number | undefined;
}

/** Everything an agent sees of the conversations, whatever the vendor. `desk` may be given before or after it connects. */
export default class InteractionPanel extends LightningElement {
    labels = LABELS;
    view: DeskView | undefined;
    cards: readonly Card[] = [];
    said = '';
    now = 0;
    /** The focus is inside a card: no card moves meanwhile. */
    inUse = false;
    given: AgentDesk | undefined;
    unsubscribe: (() => void) | undefined;
    ticking: ReturnType<typeof setInterval> | undefined;
    stopwatch = createStopwatch();

    @api
    get desk(): AgentDesk | undefined {
        return this.given;
    }
    set desk(desk: AgentDesk | undefined) {
        this.stopListening();
        this.given = desk;
        this.view = undefined;
        this.stopwatch = createStopwatch();
        if (this.isConnected) this.listen();
    }

    connectedCallback(): void {
        this.listen();
    }

    disconnectedCallback(): void {
        this.stopListening();
    }

    get setup(): string | undefined {
        return this.view && setupWords(this.view);
    }

    get idle(): boolean {
        return !this.cards.some(({ item }) => isLive(item.interaction));
    }

    get earlierCount(): number {
        return this.view?.earlier.length ?? 0;
    }

    get hasEarlier(): boolean {
        return this.earlierCount > 0;
    }

    get earlierWords(): string {
        return this.earlierCount === 1 ? LABELS.earlierOne : fill(LABELS.earlierMany, this.earlierCount);
    }

    get earlierKept(): string {
        return this.earlierCount === 1 ? LABELS.earlierKeptOne : LABELS.earlierKept;
    }

    get permission(): string | undefined {
        return this.view?.missingPermission;
    }

    get fieldLabels(): Readonly<Record<string, string>> | undefined {
        return this.view?.fieldLabels;
    }

    handleRetry(): void {
        this.given?.retry();
    }

    handleFocusIn(event: FocusEvent): void {
        this.inUse = isCard(event.target);
    }

    handleFocusOut(event: FocusEvent): void {
        this.inUse = isCard(event.relatedTarget);
        if (!this.inUse) this.place();
    }

    listen(): void {
        const desk = this.given;
        if (!desk || this.unsubscribe) return;
        this.unsubscribe = desk.onChange(() => this.refresh());
        this.refresh();
    }

    stopListening(): void {
        this.unsubscribe?.();
        this.unsubscribe = undefined;
        this.stopTicking();
    }

    refresh(): void {
        const view = this.given?.view();
        const before = this.view;
        // A membrane may hand out a new object for the same view: the version tells.
        if (!view || view.version === before?.version) return;
        this.now = Date.now();
        this.view = view;
        this.stopwatch.observe(view.interactions, this.now);
        this.said = announcement(before?.interactions ?? [], view.interactions) || this.said;
        this.place();
        this.tickWhileLive();
    }

    place(): void {
        const keep = this.inUse ? this.cards.map(({ id }) => id) : undefined;
        this.cards = arrange(this.view?.interactions ?? [], keep).map((item) => ({
            id: item.interaction.id,
            item,
            since: this.stopwatch.since(item.interaction)
        }));
    }

    tickWhileLive(): void {
        if (this.idle) this.stopTicking();
        else if (this.ticking === undefined) {
            this.ticking = setInterval(() => {
                this.now = Date.now();
            }, SECOND_MS);
        }
    }

    stopTicking(): void {
        clearInterval(this.ticking);
        this.ticking = undefined;
    }
}
