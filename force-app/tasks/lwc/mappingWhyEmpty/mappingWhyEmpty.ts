import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import type { TargetObject } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import { fieldSources, whyEmpty } from 'c/mappingAdvice';
import type { MappingPicture, WhyEmpty } from 'c/mappingAdvice';
import { fieldText, ruleText } from 'c/mappingWords';
import type { SetupLinks } from 'c/mappingWords';
import type { OrgReader } from 'c/orgReader';
import { LightningElement, api } from 'lwc';
import { LABELS_OF } from './callRecordLabels.ts';
import { isRecordId, readTaskField } from './readTaskField.ts';
import type { TaskValue } from './readTaskField.ts';
import { PERMISSIONS, REASONS } from './reasonWords.ts';
import { unsavedWords } from './unsavedWords.ts';

interface Choice {
    readonly label: string;
    readonly value: string;
}

/** Answers why one Task field stays empty: by the rules, by an interaction, and by a Task that is there. */
export default class MappingWhyEmpty extends LightningElement {
    @api picture: MappingPicture | undefined;
    @api interaction: Interaction | undefined;
    @api links: SetupLinks | undefined;
    @api reader: OrgReader | undefined;

    field = '';
    taskId = '';
    taskProblem = '';
    onTask: TaskValue | undefined;
    /** The latest reading counts: an earlier one may answer later. */
    private turn = 0;

    get target(): TargetObject {
        return this.picture?.target ?? 'Task';
    }

    get labels(): typeof LABELS_OF.Task {
        return LABELS_OF[this.target];
    }

    get fields(): readonly Choice[] {
        const { picture } = this;
        if (!picture) return [];
        const described = Object.values(picture.fields ?? {}).map(({ name, label }) => ({
            label: fieldText(name, label),
            value: name
        }));
        // Fields that a rule names and this user cannot see are asked about most.
        const known = new Set(described.map(({ value }) => value.toLowerCase()));
        const others = fieldSources(picture)
            .filter(({ field }) => !known.has(field.toLowerCase()))
            .map(({ field }) => ({ label: field, value: field }));
        return [...described, ...others].sort((a, b) => a.label.localeCompare(b.label));
    }

    get answer(): WhyEmpty | undefined {
        const { picture, field, interaction } = this;
        return picture && field !== '' ? whyEmpty(field, picture, interaction, { locale, timeZone }) : undefined;
    }

    get reason(): string {
        return this.answer ? this.labels[REASONS[this.answer.reason]] : '';
    }

    get permission(): string {
        return this.answer ? PERMISSIONS[this.answer.permission] : '';
    }

    get attribute(): string {
        return this.answer?.rule?.attribute ?? this.labels.none;
    }

    get rule(): string {
        const rule = this.answer?.rule;
        return rule ? ruleText(rule.id) : this.labels.none;
    }

    get ruleHref(): string | undefined {
        const rule = this.answer?.rule;
        return rule?.source === 'record' ? (this.links?.record(rule.id) ?? this.links?.manage) : undefined;
    }

    get valueText(): string {
        const value = this.answer?.value;
        return value === undefined || value === null ? this.labels.none : String(value);
    }

    get taskValue(): string {
        return this.onTask?.value ?? this.labels.empty;
    }

    get unsaved(): string {
        return unsavedWords(this.onTask?.unsaved ?? '');
    }

    get cannotRead(): boolean {
        return this.field === '' || this.taskId === '';
    }

    handleField(event: CustomEvent<{ value: string }>): void {
        this.field = event.detail.value;
        this.forgetTask();
    }

    handleTask(event: CustomEvent<{ value: string }>): void {
        this.taskId = event.detail.value.trim();
        this.forgetTask();
    }

    async handleRead(): Promise<void> {
        const { reader, taskId, field } = this;
        if (!reader) return;
        this.forgetTask();
        if (!isRecordId(taskId, this.target)) {
            this.taskProblem = this.labels.badId;
            return;
        }
        const { turn } = this;
        try {
            const found = await readTaskField(reader, taskId, field, this.target);
            if (turn !== this.turn) return;
            this.onTask = found;
            this.taskProblem = found ? '' : this.labels.noTask;
        } catch {
            if (turn === this.turn) this.taskProblem = this.labels.notRead;
        }
    }

    forgetTask(): void {
        this.turn += 1;
        this.onTask = undefined;
        this.taskProblem = '';
    }
}
