import type {
    AgentDesk,
    AgentPresence,
    DeskView,
    EarlierTask,
    KeptNotes,
    PageRecord,
    RecentInteraction
} from 'c/agentDesk';
import { fill } from 'c/labelText';
import { type PanelAction, shortcutOf } from 'c/panelShortcuts';
import { LightningElement, api } from 'lwc';
import { announcement } from './announce.ts';
import { createSayDetails, sayNothing } from './announceDetails.ts';
import { countWaiting, troubled } from './earlierTasks.ts';
import { type HiddenActions, PANEL_COMMANDS, readHiddenActions } from './hiddenActions.ts';
import { LABELS } from './labels.ts';
import { setupWords } from './setupWords.ts';

interface Dial {
    readonly number: string;
    readonly record?: PageRecord;
}

interface EarlierNotice extends EarlierTask {
    readonly heading: string;
}

/** What this panel asks of the list of cards. */
type ListElement = HTMLElement & { run(action: PanelAction | 'notes'): void };

/** Everything an agent sees of the conversations, whatever the vendor. `desk` may be given before or after it connects. */
export default class InteractionPanel extends LightningElement {
    labels = LABELS;
    view: DeskView | undefined;
    said = '';
    now = 0;
    given: AgentDesk | undefined;
    unsubscribe: (() => void) | undefined;
    hiding: HiddenActions = readHiddenActions('');
    hidingText = '';
    shortcutsOpen = false;
    /** Keys of earlier Tasks that the agent has put away. */
    seen: readonly string[] = [];
    /** The button of the list of keys gets the focus once it is drawn. */
    focusShortcuts = false;
    sayDetails = createSayDetails();
    /** Asked to save again what is from before, and that notice is still there. */
    retried = false;

    /** Notes and save state only. */
    @api compact = false;

    /** Actions that the admin took off the panel: words of PanelCommand with commas between. */
    @api
    get hiddenActions(): string {
        return this.hidingText;
    }
    set hiddenActions(text: string | undefined) {
        this.hidingText = text ?? '';
        this.hiding = readHiddenActions(text);
    }

    @api
    get desk(): AgentDesk | undefined {
        return this.given;
    }
    set desk(desk: AgentDesk | undefined) {
        this.stopListening();
        this.given = desk;
        this.view = undefined;
        if (this.isConnected) this.listen();
    }

    connectedCallback(): void {
        this.listen();
    }

    disconnectedCallback(): void {
        this.stopListening();
    }

    renderedCallback(): void {
        if (this.retried && !this.hasEarlier) {
            this.retried = false;
            if (document.activeElement === document.body) this.handleFocusLost();
        }
        if (!this.focusShortcuts) return;
        this.focusShortcuts = false;
        this.template?.querySelector<HTMLElement>('[data-id="shortcuts"]')?.focus();
    }

    get setup(): string | undefined {
        return this.view && setupWords(this.view);
    }

    get earlierCount(): number {
        return countWaiting(this.view?.earlier ?? []);
    }

    get earlierTrouble(): readonly EarlierNotice[] {
        return troubled(this.view?.earlier ?? [], this.seen).map((task) => ({
            ...task,
            heading: task.caller === undefined ? LABELS.earlierTrouble : fill(LABELS.earlierOf, task.caller)
        }));
    }

    get keptNotes(): readonly KeptNotes[] {
        return this.view?.keptNotes ?? [];
    }

    get hasKeptNotes(): boolean {
        return this.keptNotes.length > 0;
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

    get full(): boolean {
        return !this.compact;
    }

    get hiddenCommands(): readonly string[] {
        return this.hiding.hidden;
    }

    get unknownActions(): readonly string[] {
        return this.hiding.unknown;
    }

    get allowedActions(): readonly string[] {
        return PANEL_COMMANDS;
    }

    /** Keys that do nothing on this panel. */
    get withoutKey(): readonly string[] {
        const without = [...this.hiding.hidden, ...(this.given?.lacks ?? [])];
        const noTransfer = without.includes('blindTransfer') && without.includes('consultTransfer');
        return noTransfer ? [...without, 'transfer'] : without;
    }

    get presence(): AgentPresence | undefined {
        return this.compact ? undefined : this.view?.agent;
    }

    get recent(): readonly RecentInteraction[] {
        return this.view?.recent ?? [];
    }

    get hasRecent(): boolean {
        return !this.compact && this.recent.length > 0;
    }

    get shortcutsExpanded(): string {
        return String(this.shortcutsOpen);
    }

    handleSeen(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        if (key) this.seen = [...this.seen, key];
        this.handleFocusLost();
    }

    /** What had the focus is gone, or goes: the keyboard stays in the panel. */
    handleFocusLost(): void {
        this.template?.querySelector<HTMLElement>('.panel')?.focus();
    }

    /** Of all that waits; a Task that was deleted is made anew only where the agent was told of it. */
    handleRetry(): void {
        this.retried = true;
        this.given?.resume();
    }

    handleRetryOf(event: Event): void {
        this.given?.retry((event.currentTarget as HTMLElement).dataset.key);
    }

    handleForget(event: CustomEvent<string>): void {
        this.given?.forgetNotes(event.detail);
        this.handleFocusLost();
    }

    handleDial(event: CustomEvent<Dial>): void {
        this.given?.dials(event.detail.number, event.detail.record);
    }

    handleShortcuts(): void {
        this.shortcutsOpen = !this.shortcutsOpen;
        this.focusShortcuts = !this.shortcutsOpen;
    }

    handleKey(event: KeyboardEvent): void {
        const action = this.compact ? undefined : shortcutOf(event);
        if (!action) return;
        if (action === 'list') this.handleShortcuts();
        else this.template?.querySelector<ListElement>('c-interaction-list')?.run(action);
        event.preventDefault();
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
    }

    refresh(): void {
        const view = this.given?.view();
        const before = this.view;
        // A membrane may hand out a new object for the same view: the version tells.
        if (!view || view.version === before?.version) return;
        this.now = Date.now();
        this.view = view;
        const sayDetails = this.compact ? sayNothing : this.sayDetails;
        this.said = announcement(before?.interactions ?? [], view.interactions, this.said, sayDetails) || this.said;
    }
}
