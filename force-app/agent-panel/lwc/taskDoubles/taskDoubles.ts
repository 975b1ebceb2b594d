import type { AgentDesk } from 'c/agentDesk';
import { fill } from 'c/labelText';
import type { MergeAnswer, NotMerged, SaveState } from 'c/taskSync';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

interface TaskLink {
    readonly id: string;
    readonly text: string;
    readonly spoken: string;
    readonly url: string;
}

/** Where a merge is. Nothing before the first; that a Task was deleted is told with how it was saved. */
type Merge = '' | 'merging' | MergeAnswer;

/** What the agent may not do and whom to ask, and what the admin is to change. */
const REFUSALS: Readonly<Record<NotMerged, { readonly agent: string; readonly admin: string }>> = {
    mayNotChange: { agent: LABELS.mayNotChange, admin: LABELS.adminMayNotChange },
    mayNotDelete: { agent: LABELS.mayNotDelete, admin: LABELS.adminMayNotDelete }
};

function taskPage(recordId: string): PageReference {
    return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Task', actionName: 'view' } };
}

/** Says that a conversation has more than one Task, opens each, and merges them once the agent has agreed. */
export default class TaskDoubles extends NavigationMixin(LightningElement) {
    @api desk: AgentDesk | undefined;
    /** Without one the Tasks can be opened, not merged. */
    @api conversation = '';
    @api caller = '';

    labels = LABELS;
    links: readonly TaskLink[] = [];
    asking = false;
    merge: Merge = '';
    /** The first button of the question, or the one that asked it, gets the focus once it is drawn. */
    focusNext: string | undefined;
    state: SaveState | undefined;
    linked = '';

    @api
    get save(): SaveState | undefined {
        return this.state;
    }
    set save(save: SaveState | undefined) {
        this.state = save;
        this.link();
    }

    connectedCallback(): void {
        this.link();
    }

    renderedCallback(): void {
        const next = this.focusNext && this.template?.querySelector<HTMLElement>(`[data-id="${this.focusNext}"]`);
        if (!next) return;
        this.focusNext = undefined;
        next.focus();
    }

    /** The one that stays comes first. */
    get tasks(): readonly string[] {
        const { doubles = [], taskId } = this.state ?? {};
        return taskId === undefined || doubles.length === 0 ? [] : [taskId, ...doubles];
    }

    get hasDoubles(): boolean {
        return this.tasks.length > 0;
    }

    get found(): string {
        return fill(LABELS.found, this.tasks.length);
    }

    get mergeFor(): string {
        return this.caller ? fill(LABELS.mergeFor, this.caller) : LABELS.merge;
    }

    get canAsk(): boolean {
        return this.conversation !== '' && !this.asking && this.merge !== 'merging';
    }

    get told(): string {
        switch (this.merge) {
            case 'merging':
                return LABELS.merging;
            case 'merged':
                return LABELS.merged;
            case 'notMerged':
                return this.refusal?.agent ?? LABELS.notMerged;
            default:
                return '';
        }
    }

    /** For the admin, whom the agent is told to ask. */
    get admin(): string | undefined {
        if (this.merge !== 'notMerged') return undefined;
        const { detail } = this.state ?? {};
        return this.refusal?.admin ?? (detail && fill(LABELS.adminSays, detail));
    }

    get refusal(): (typeof REFUSALS)[NotMerged] | undefined {
        const { notMerged } = this.state ?? {};
        return notMerged && REFUSALS[notMerged];
    }

    handleOpen(event: Event): void {
        event.preventDefault();
        const { task } = (event.currentTarget as HTMLElement).dataset;
        if (task) this[NavigationMixin.Navigate](taskPage(task));
    }

    handleAsk(): void {
        this.asking = true;
        this.merge = '';
        this.focusNext = 'merge-now';
    }

    handleCancel(): void {
        this.asking = false;
        this.focusNext = 'merge';
    }

    async handleMerge(): Promise<void> {
        const { desk } = this;
        if (!desk || this.merge === 'merging') return;
        this.asking = false;
        this.merge = 'merging';
        try {
            this.merge = await desk.merge(this.conversation);
        } catch {
            // Whatever went wrong, the Tasks are there to look at.
            this.merge = 'notMerged';
        }
        this.focusNext = 'told';
    }

    /** Without an address the text stays; the merge works all the same. */
    link(): void {
        const { tasks } = this;
        const key = tasks.join();
        if (!this.isConnected || this.linked === key) return;
        this.linked = key;
        if (tasks.length > 0) this.merge = '';
        else this.asking = false;
        this.makeLinks(tasks, key).catch(() => undefined);
    }

    async makeLinks(tasks: readonly string[], key: string): Promise<void> {
        const urls = await Promise.all(tasks.map((id) => this[NavigationMixin.GenerateUrl](taskPage(id))));
        if (this.linked !== key) return;
        this.links = tasks.map((id, place) => ({
            id,
            text: fill(LABELS.open, place + 1),
            spoken: this.caller ? fill(LABELS.openFor, place + 1, this.caller) : fill(LABELS.open, place + 1),
            url: urls[place] ?? ''
        }));
    }
}
