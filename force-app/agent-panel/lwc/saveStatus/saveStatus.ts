import type { MappingProblem, TargetObject } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { targetOf } from 'c/taskSync';
import type { SaveState } from 'c/taskSync';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';
import { adminWords } from './adminWords.ts';
import { type Attention, attentionOf } from './attention.ts';
import { LABELS_OF, type SaveLabels } from './callRecordLabels.ts';
import type { FieldLabels } from './fieldWords.ts';
import { type SaveTone, type SaveWords, saveWords } from './saveWords.ts';

const ICONS: Readonly<Record<SaveTone, string>> = {
    none: 'utility:info',
    waiting: 'utility:clock',
    good: 'utility:success',
    bad: 'utility:warning'
};

/**
 * Says in an agent's words whether the Task (or Voice Call) of a conversation is saved, why not, and which fields need attention.
 * Fires `retry` when the agent asks to save again, and `focuslost` when that button went away under the keyboard.
 */
export default class SaveStatus extends NavigationMixin(LightningElement) {
    @api problems: readonly MappingProblem[] = [];
    @api fieldLabels: FieldLabels | undefined;
    /** The permission set to ask for, where one is missing. */
    @api permission: string | undefined;
    /** The caller's name, so that a spoken link says whose Task it opens. */
    @api caller = '';
    @api handled = false;
    @api ended = false;
    /** The fields that need attention are shown at once. */
    @api opened = false;
    /** `end` or `wrapUp` while the admin wants it saved only then. */
    @api savedAfter: 'end' | 'wrapUp' | undefined;

    /** `VoiceCall` where it will be saved on Salesforce's own record of the call, while there is no save state yet. */
    @api target: TargetObject | undefined;

    taskUrl = '';
    attentionToggled = false;
    detailOpen = false;
    state: SaveState | undefined;
    urlOf: string | undefined;
    /** Asked to save again, and the button is still there. */
    retried = false;

    @api
    get save(): SaveState | undefined {
        return this.state;
    }
    set save(save: SaveState | undefined) {
        this.state = save;
        this.linkTask();
    }

    connectedCallback(): void {
        this.linkTask();
    }

    renderedCallback(): void {
        if (!this.retried || this.canRetry) return;
        this.retried = false;
        if (document.activeElement === document.body) this.dispatchEvent(new CustomEvent('focuslost'));
    }

    get savedOn(): TargetObject {
        return this.state ? targetOf(this.state.key) : (this.target ?? 'Task');
    }

    get labels(): SaveLabels {
        return LABELS_OF[this.savedOn];
    }

    get words(): SaveWords {
        return saveWords({
            labels: this.labels,
            save: this.state,
            handled: this.handled,
            ended: this.ended,
            permission: this.permission,
            fieldLabels: this.fieldLabels,
            savedAfter: this.savedAfter
        });
    }

    get icon(): string {
        return ICONS[this.words.tone];
    }

    get iconVariant(): string | undefined {
        const { tone } = this.words;
        if (tone === 'good') return 'success';
        return tone === 'bad' ? 'warning' : undefined;
    }

    get hasTask(): boolean {
        return Boolean(this.state?.taskId && this.taskUrl) && this.state?.failure !== 'taskDeleted';
    }

    get openTaskFor(): string {
        return this.caller ? fill(this.labels.openTaskFor, this.caller) : this.labels.openTask;
    }

    get canRetry(): boolean {
        return this.words.tone === 'bad';
    }

    /** A Task that was deleted is made anew only when the agent says so. */
    get retryWords(): string {
        return this.state?.failure === 'taskDeleted' ? this.labels.makeNewTask : this.labels.tryAgain;
    }

    /** The platform's own message. */
    get detail(): string | undefined {
        return this.hasDetails ? this.state?.detail : undefined;
    }

    get adminLines(): readonly Attention[] {
        const lines = adminWords({
            labels: this.labels,
            failure: this.canRetry ? this.state?.failure : undefined,
            unsaved: this.state?.unsaved ?? [],
            problems: this.hasAttention ? (this.problems ?? []) : [],
            permission: this.permission ?? this.labels.agentPermission
        });
        return lines.map((text) => ({ key: text, text }));
    }

    get hasDetails(): boolean {
        return this.adminLines.length > 0 || (this.canRetry && Boolean(this.state?.detail));
    }

    get detailExpanded(): string {
        return String(this.detailOpen);
    }

    /** Of no interest before there is a Task to save. */
    get attention(): readonly Attention[] {
        if (!this.state && !this.handled) return [];
        const { fieldLabels, labels, problems, state } = this;
        return attentionOf(state?.unsaved ?? [], problems ?? [], labels, fieldLabels, state?.detail);
    }

    get hasAttention(): boolean {
        return this.attention.length > 0;
    }

    get attentionSummary(): string {
        const count = this.attention.length;
        return count === 1 ? this.labels.attentionOne : fill(this.labels.attentionMany, count);
    }

    get attentionOpen(): boolean {
        return this.opened !== this.attentionToggled;
    }

    get attentionExpanded(): string {
        return String(this.attentionOpen);
    }

    get attentionIcon(): string {
        return this.attentionOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get detailIcon(): string {
        return this.detailOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    handleAttention(): void {
        this.attentionToggled = !this.attentionToggled;
    }

    handleDetail(): void {
        this.detailOpen = !this.detailOpen;
    }

    handleRetry(): void {
        this.retried = true;
        this.dispatchEvent(new CustomEvent('retry'));
    }

    handleOpen(event: Event): void {
        const page = this.taskPage();
        if (!page) return;
        event.preventDefault();
        this[NavigationMixin.Navigate](page);
    }

    taskPage(): PageReference | undefined {
        const recordId = this.state?.taskId;
        if (!recordId) return undefined;
        return {
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: this.savedOn, actionName: 'view' }
        };
    }

    /** Without an address there is no link; the save state stands all the same. */
    linkTask(): void {
        this.makeUrl().catch(() => undefined);
    }

    /** The platform answers only a connected component. */
    async makeUrl(): Promise<void> {
        const taskId = this.state?.taskId;
        if (!this.isConnected || this.urlOf === taskId) return;
        this.urlOf = taskId;
        const page = this.taskPage();
        const url = page ? await this[NavigationMixin.GenerateUrl](page) : '';
        if (this.urlOf === taskId) this.taskUrl = url;
    }
}
