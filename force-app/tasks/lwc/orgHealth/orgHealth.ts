import type { OrgReader } from 'c/orgReader';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { LightningElement, wire } from 'lwc';
import { type Answers, type GroupCard, groupCards, progress } from './answers.ts';
import type { Finding } from './findings.ts';
import { type HandOutFile, orgProfile, profileFile, releaseFile, supportText } from './handOut.ts';
import { inTurn } from './inTurn.ts';
import { LABELS } from './labels.ts';
import { observedLines } from './observedLines.ts';
import type { Asked, Question } from './question.ts';
import { type Line, LINES, ORG_QUESTIONS, PAGE_QUESTIONS, TEST_TASK_LINES } from './questions.ts';
import { askWithTestTask } from './testTask.ts';
import { TEST_TASK } from './testTaskLabels.ts';
import { removeLeft } from './testTaskRemoval.ts';
import { createWireQuestion, type WireAnswer } from './wireQuestion.ts';

/** The admin's page: asks this org, as this user, what decides how Tasks can be saved. */
export default class OrgHealth extends NavigationMixin(LightningElement) {
    labels = LABELS;
    testTaskLabels = TEST_TASK;
    answers: Answers = {};
    /** Those that are always there, and those that the phone of the page answers. */
    lines: readonly Line[] = LINES;
    asking = true;
    testing = false;
    withLead = false;
    note = '';
    text = '';
    textLabel = '';
    file: HandOutFile | undefined;
    /** On the wire while the record API is asked. */
    describedObject: string | undefined;
    private reader: OrgReader | undefined;
    private readonly recordApi = createWireQuestion((asking) => {
        this.describedObject = asking ? 'Task' : undefined;
    });

    @wire(getObjectInfo, { objectApiName: '$describedObject' })
    protected receive(answer: WireAnswer): void {
        this.recordApi.answered(answer);
    }

    disconnectedCallback(): void {
        releaseFile(this.file);
        this.file = undefined;
    }

    get groups(): readonly GroupCard[] {
        return groupCards(this.answers, this.lines);
    }

    get progress(): string {
        return progress(this.answers, this.toCome);
    }

    /** Each answer counts on the screen; to be heard, thirty numbers in a row are too many. */
    get spokenProgress(): string {
        return this.busy ? LABELS.asking : this.progress;
    }

    get toCome(): readonly Line[] {
        if (this.asking) return [...ORG_QUESTIONS, ...PAGE_QUESTIONS];
        return this.testing ? TEST_TASK_LINES.filter(({ id }) => id !== 'lead' || this.withLead) : [];
    }

    get busy(): boolean {
        return this.asking || this.testing;
    }

    get fileLabel(): string {
        return LABELS.download.replace('{0}', this.file?.name ?? '');
    }

    handleReady(event: CustomEvent<{ reader: OrgReader }>): void {
        this.reader = event.detail.reader;
        void this.askAll(event.detail.reader);
    }

    /** The buttons stay as they are meanwhile: switched off they would lose the focus. */
    handleAskAgain(): void {
        if (this.reader && !this.busy) void this.askAll(this.reader);
    }

    handleConsent(event: Event): void {
        this.withLead = (event.currentTarget as HTMLInputElement).checked;
    }

    async handleTry(): Promise<void> {
        if (!this.reader || this.busy) return;
        this.testing = true;
        await askWithTestTask(this.reader, this.withLead, (id, answer) => this.know(id, answer));
        this.testing = false;
    }

    handleOpen(event: Event): void {
        const recordId = (event.currentTarget as HTMLElement).dataset.task;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: 'Task', actionName: 'view' }
        });
    }

    async handleCopy(): Promise<void> {
        const text = supportText(this.answers, new Date().toISOString(), this.lines);
        this.handOut(undefined, '', '');
        try {
            await navigator.clipboard.writeText(text);
            this.note = LABELS.copied;
        } catch {
            this.note = LABELS.notCopied;
            this.text = text;
            this.textLabel = LABELS.copy;
        }
    }

    handleExport(): void {
        const now = new Date().toISOString();
        const text = orgProfile(this.answers, now, this.lines);
        const file = profileFile(text, now);
        this.handOut(file, file ? LABELS.exported : LABELS.noDownload, text);
        this.textLabel = LABELS.exportProfile;
    }

    private handOut(file: HandOutFile | undefined, note: string, text: string): void {
        releaseFile(this.file);
        this.file = file;
        this.note = note;
        this.text = text;
    }

    private know(id: string, answer: Finding | 'asking' | undefined): void {
        this.answers = { ...this.answers, [id]: answer };
    }

    private async askAll(reader: OrgReader): Promise<void> {
        this.asking = true;
        for (const { id } of [...ORG_QUESTIONS, ...PAGE_QUESTIONS]) this.know(id, 'asking');
        const asked: Asked = { reader, describeTask: () => this.recordApi.ask() };
        await Promise.all([
            this.askEach(ORG_QUESTIONS, asked),
            this.askEach(PAGE_QUESTIONS, asked),
            this.clearUp(reader)
        ]);
        this.hearPhone();
        this.asking = false;
    }

    /** Nothing is said of it where nothing was left. */
    private async clearUp(reader: OrgReader): Promise<void> {
        const removed = await removeLeft(reader);
        if (removed) this.know('remove', removed);
    }

    /** Behind the others: one of them waits for a phone that is still being loaded. */
    private hearPhone(): void {
        const observed = observedLines();
        for (const { group, id } of this.lines) if (group === 'observed') this.know(id, undefined);
        this.lines = [...LINES, ...observed.map(({ line }) => line)];
        for (const { finding, line } of observed) this.know(line.id, finding);
    }

    private async askEach(questions: readonly Question[], asked: Asked): Promise<void> {
        await inTurn(questions, async (question) => this.know(question.id, await question.ask(asked)));
    }
}
