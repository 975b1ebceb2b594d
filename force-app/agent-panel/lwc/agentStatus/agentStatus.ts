import type { AgentDesk, AgentPresence, DeskInteraction, NamedStatus } from 'c/agentDesk';
import { callerName } from 'c/callerName';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { namedStatus, routingWords, statusWords } from './statusWords.ts';

interface Choice extends NamedStatus {
    readonly current: 'true' | 'false';
}

/** What the agent was told about a change, as long as the phone shows the same. */
interface Told {
    readonly text: string;
    readonly shown: string;
}

/** The agent's status as the phone tells it, and a choice of others. Asks before notes that wait could be cut off. */
export default class AgentStatus extends LightningElement {
    @api desk: AgentDesk | undefined;
    @api presence: AgentPresence = {};
    @api statuses: readonly NamedStatus[] = [];
    /** The status that was sent and not seen yet. */
    @api awaited: string | undefined;
    /** Whose notes may wait. */
    @api interactions: readonly DeskInteraction[] = [];

    labels = LABELS;
    isOpen = false;
    /** Chosen, and not sent while notes wait. */
    questioned: NamedStatus | undefined;
    told: Told | undefined;
    focusOn: 'change' | 'stay' | undefined;

    renderedCallback(): void {
        const { focusOn } = this;
        if (!focusOn) return;
        this.focusOn = undefined;
        this.template?.querySelector<HTMLElement>(`[data-id="${focusOn}"]`)?.focus();
    }

    get shown(): string {
        return fill(LABELS.shown, statusWords(this.presence, this.statuses) ?? LABELS.notTold);
    }

    get routing(): string | undefined {
        const words = routingWords(this.presence);
        return words && fill(LABELS.routing, words);
    }

    get canChange(): boolean {
        return this.statuses.length > 0;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get choices(): readonly Choice[] {
        const now = namedStatus(this.presence, this.statuses)?.key;
        return this.statuses.map((one) => ({ ...one, current: one.key === now ? 'true' : 'false' }));
    }

    get words(): string {
        if (this.awaited !== undefined) return fill(LABELS.awaited, this.nameOf(this.awaited));
        // What was said about one status is no news about the next.
        return this.told?.shown === this.shown ? this.told.text : '';
    }

    get unsaved(): string | undefined {
        const names = this.interactions
            .filter(({ notesUnsaved }) => notesUnsaved)
            .map((one) => callerName(one, LABELS.unknownCaller));
        return names.length > 0 ? names.join(', ') : undefined;
    }

    get question(): string | undefined {
        return this.questioned && fill(LABELS.unsaved, this.unsaved ?? '');
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.questioned = undefined;
    }

    async handleChoose(event: Event): Promise<void> {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const chosen = this.statuses.find((one) => one.key === key);
        if (!chosen) return;
        this.isOpen = false;
        if (this.unsaved) {
            this.questioned = chosen;
            this.focusOn = 'stay';
            return;
        }
        this.focusOn = 'change';
        await this.change(chosen);
    }

    async handleAnyway(): Promise<void> {
        const { questioned } = this;
        this.handleStay();
        if (questioned) await this.change(questioned);
    }

    handleStay(): void {
        this.questioned = undefined;
        this.focusOn = 'change';
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape' || (!this.isOpen && !this.questioned)) return;
        event.stopPropagation();
        this.isOpen = false;
        this.handleStay();
    }

    async change({ name, status }: NamedStatus): Promise<void> {
        this.told = undefined;
        let words: string = LABELS.notSent;
        try {
            const outcome = await this.desk?.setStatus(status);
            if (outcome === 'confirmed') return;
            if (outcome) words = LABELS.notSeen;
        } catch {
            // The words are those of a command that was not sent.
        }
        this.told = { text: fill(words, name), shown: this.shown };
    }

    nameOf(status: string): string {
        return this.statuses.find((one) => one.status === status)?.name ?? status;
    }
}
