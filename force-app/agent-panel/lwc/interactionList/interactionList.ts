import type { AgentDesk, DeskInteraction, DeskView } from 'c/agentDesk';
import type { PanelAction } from 'c/panelShortcuts';
import { LightningElement, api } from 'lwc';
import { arrange, isLive } from './arrange.ts';
import { LABELS } from './labels.ts';
import { createStopwatch } from './stopwatch.ts';

const SECOND_MS = 1000;

/** What this list asks of a card. */
type CardElement = HTMLElement & { run(action: PanelAction): void; takeNotes(): void };

interface Card {
    readonly id: string;
    readonly item: DeskInteraction;
    readonly since: number | undefined;
    readonly selected: boolean;
}

function isCard(target: EventTarget | null): boolean {
    return (target as Element | null)?.tagName === 'C-INTERACTION-CARD';
}

/**
 * The cards of the conversations, in the order in which they need the agent, with one clock for all. Fires `focuslost`
 * when the card with the focus goes.
 */
export default class InteractionList extends LightningElement {
    /** Who it is, notes and save state only. */
    @api compact = false;
    /** Commands that the admin took off the panel. */
    @api hiddenCommands: readonly string[] = [];

    labels = LABELS;
    cards: readonly Card[] = [];
    now = 0;
    /** The focus is inside a card: no card moves meanwhile. */
    inUse = false;
    /** The conversation with the focus, or that had it last. */
    focused: string | undefined;
    givenDesk: AgentDesk | undefined;
    givenView: DeskView | undefined;
    ticking: ReturnType<typeof setInterval> | undefined;
    stopwatch = createStopwatch();

    @api
    get desk(): AgentDesk | undefined {
        return this.givenDesk;
    }
    set desk(desk: AgentDesk | undefined) {
        this.givenDesk = desk;
        // What was watched on another desk tells nothing of this one.
        this.stopwatch = createStopwatch();
        this.place();
    }

    @api
    get view(): DeskView | undefined {
        return this.givenView;
    }
    set view(view: DeskView | undefined) {
        this.givenView = view;
        this.refresh();
    }

    /** Does what a key asks for, on the card with the focus, else on the first. */
    @api
    run(action: PanelAction | 'notes'): void {
        if (action === 'notes') this.card()?.takeNotes();
        else if (action !== 'disconnect' || this.isSure) this.card()?.run(action);
    }

    connectedCallback(): void {
        this.refresh();
    }

    disconnectedCallback(): void {
        this.stopTicking();
        this.inUse = false;
    }

    get idle(): boolean {
        return !this.cards.some(({ item }) => isLive(item.interaction));
    }

    /** A call that begins to ring comes first: a key that was meant for another must not end it. */
    get isSure(): boolean {
        return this.inUse || this.cards.filter(({ item }) => isLive(item.interaction)).length < 2;
    }

    handleFocusIn(event: FocusEvent): void {
        this.inUse = isCard(event.target);
        this.focused = (event.target as HTMLElement).dataset.conversation ?? this.focused;
    }

    handleFocusOut(event: FocusEvent): void {
        this.inUse = isCard(event.relatedTarget);
        // A card whose button goes under the keyboard takes the focus in this turn; moved before, it would lose it again.
        if (!this.inUse) void Promise.resolve().then(() => this.placeWhenLeft());
    }

    placeWhenLeft(): void {
        if (!this.inUse && this.isConnected) this.place();
    }

    /** Told one step further only: an event that crosses every border is for the whole page. */
    handleFocusLost(): void {
        this.dispatchEvent(new CustomEvent('focuslost'));
    }

    refresh(): void {
        if (!this.isConnected) return;
        const now = Date.now();
        // The clock has its own beat: with many conversations each word that is said would draw every card anew.
        if (this.ticking === undefined || now - this.now >= SECOND_MS) this.now = now;
        this.stopwatch.observe(this.givenView?.interactions ?? [], now);
        this.place();
        this.tickWhileLive();
    }

    place(): void {
        const { interactions = [], selected } = this.givenView ?? {};
        const order = arrange(interactions, {
            ...(this.inUse ? { keep: this.cards.map(({ id }) => id) } : {}),
            ...(selected === undefined ? {} : { selected })
        });
        this.cards = order.map((item) => ({
            id: item.interaction.id,
            item,
            since: this.stopwatch.since(item.interaction),
            selected: item.interaction.id === selected
        }));
    }

    card(): CardElement | undefined {
        const cards = [...(this.template?.querySelectorAll<CardElement>('c-interaction-card') ?? [])];
        const focused = cards.find(({ dataset }) => dataset.conversation === this.focused);
        return (this.inUse ? focused : undefined) ?? cards[0];
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
