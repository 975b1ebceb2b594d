import type { OrgReader } from 'c/orgReader';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';
import type { Finding } from './findings.ts';
import { LABELS } from './labels.ts';
import { type Answers, type QuestionCard, type QuestionId, questionCards, supportText } from './questions.ts';
import { askLookUp, askMapping } from './readQuestions.ts';
import { askWrite } from './testTask.ts';

/** The admin's page: asks this org, as this user, what decides how Tasks can be saved. */
export default class OrgHealth extends NavigationMixin(LightningElement) {
    labels = LABELS;
    answers: Answers = {};
    reader: OrgReader | undefined;
    turn = 0;
    latest: Readonly<Partial<Record<QuestionId, number>>> = {};
    copied = '';
    text = '';

    get questions(): readonly QuestionCard[] {
        return questionCards(this.answers);
    }

    get asking(): boolean {
        return Object.values(this.answers).includes('asking');
    }

    handleReady(event: CustomEvent<{ reader: OrgReader }>): void {
        this.reader = event.detail.reader;
        this.askReads();
    }

    handleAskAgain(): void {
        this.askReads();
    }

    handleTry(): void {
        if (this.answers.write !== 'asking') void this.ask('write', askWrite);
    }

    handleOpen(event: Event): void {
        event.preventDefault();
        const recordId = (event.currentTarget as HTMLElement).dataset.task;
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId, objectApiName: 'Task', actionName: 'view' }
        });
    }

    async handleCopy(): Promise<void> {
        const text = supportText(this.answers, new Date().toISOString());
        try {
            await navigator.clipboard.writeText(text);
            this.copied = LABELS.copied;
            this.text = '';
        } catch {
            this.copied = LABELS.notCopied;
            this.text = text;
        }
    }

    askReads(): void {
        const { reader } = this;
        if (!reader) return;
        void this.ask('mapping', () => askMapping(reader));
        void this.ask('lookUp', () => askLookUp(reader));
    }

    /** The answer to the latest asking counts: an earlier one may come later. */
    async ask(id: QuestionId, question: () => Promise<Finding>): Promise<void> {
        this.turn += 1;
        const turn = this.turn;
        this.latest = { ...this.latest, [id]: turn };
        this.answers = { ...this.answers, [id]: 'asking' };
        const finding = await question();
        if (this.latest[id] === turn) this.answers = { ...this.answers, [id]: finding };
    }
}
