import { fill } from 'c/labelText';
import { newRuleFindings } from 'c/mappingAdvice';
import type { Finding, MappingPicture } from 'c/mappingAdvice';
import { deploymentZip, rowProblemOf, ruleOf } from 'c/mappingFiles';
import type { MappingRecord } from 'c/mappingFiles';
import { LEVELS, createFile, findingText, releaseFiles } from 'c/mappingWords';
import type { CreatedFile, SetupLinks } from 'c/mappingWords';
import { LightningElement, api } from 'lwc';
import {
    EMPTY_DRAFT,
    PARTICIPANT,
    attributeChoices,
    fieldChoices,
    overwriteChoices,
    recordOfDraft,
    typeChoices
} from './draft.ts';
import type { Choice, Draft } from './draft.ts';
import { LABELS_OF } from './callRecordLabels.ts';
import { LABELS } from './labels.ts';
import { copyText, copyValues } from './copyValues.ts';
import type { CopyValue } from './copyValues.ts';

interface ShownFinding {
    readonly key: string;
    readonly text: string;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly word: string;
}

/** Composes one rule, checks it, and hands out its values: only Setup can save the record. */
export default class MappingNewRule extends LightningElement {
    @api picture: MappingPicture | undefined;
    @api links: SetupLinks | undefined;
    /** This user may save records in Setup. */
    @api editor = false;

    draft: Draft = EMPTY_DRAFT;
    said = '';
    file: CreatedFile | undefined;

    disconnectedCallback(): void {
        releaseFiles([this.file]);
    }

    /** Begins a rule with what is known of it; either may be empty. */
    @api
    compose(attribute: string, field: string): void {
        this.change({ ...EMPTY_DRAFT, attribute, field });
        this.template?.querySelector<HTMLElement>('[data-id="title"]')?.focus();
    }

    get labels(): typeof LABELS_OF.Task {
        return LABELS_OF[this.picture?.target ?? 'Task'];
    }

    get attributes(): readonly Choice[] {
        return attributeChoices();
    }

    get fields(): readonly Choice[] {
        return fieldChoices(this.picture);
    }

    get describesFields(): boolean {
        return this.fields.length > 0;
    }

    get types(): readonly Choice[] {
        return typeChoices();
    }

    get overwrites(): readonly Choice[] {
        return overwriteChoices();
    }

    get isParticipant(): boolean {
        return this.draft.attribute === PARTICIPANT;
    }

    get record(): MappingRecord | undefined {
        return recordOfDraft(this.draft, this.picture);
    }

    get findings(): readonly ShownFinding[] {
        const { record, picture } = this;
        if (!record || !picture) return [];
        const found = findingsOf(record, picture);
        const shown = found.length === 0 ? [{ code: 'works' as const, level: 'good' as const, words: [] }] : found;
        return shown.map((finding) => ({
            key: finding.code,
            text: findingText(finding),
            icon: LEVELS[finding.level].icon,
            variant: LEVELS[finding.level].variant,
            word: LEVELS[finding.level].word
        }));
    }

    get values(): readonly CopyValue[] {
        return this.record ? copyValues(this.record) : [];
    }

    get mayNot(): boolean {
        return !this.editor;
    }

    get createHref(): string {
        return this.links?.create ?? '';
    }

    get manageHref(): string {
        return this.links?.manage ?? '';
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        this.change({ ...this.draft, [name ?? '']: event.detail.value });
    }

    handleTypes(event: CustomEvent<{ value: readonly string[] }>): void {
        this.change({ ...this.draft, types: [...event.detail.value] });
    }

    handleCopy(event: Event): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        const value = this.values.find((one) => one.name === name);
        if (value) void this.copy(value.copied, value.name);
    }

    handleCopyAll(): void {
        void this.copy(copyText(this.values), LABELS.all);
    }

    async copy(text: string, what: string): Promise<void> {
        try {
            await navigator.clipboard.writeText(text);
            this.said = fill(LABELS.copied, what);
        } catch {
            this.said = LABELS.notCopied;
        }
    }

    change(draft: Draft): void {
        this.draft = draft;
        this.said = '';
        releaseFiles([this.file]);
        const { record } = this;
        this.file = record && createFile(`${record.developerName}.zip`, deploymentZip([record]), 'application/zip');
    }
}

function findingsOf(record: MappingRecord, picture: MappingPicture): Finding[] {
    const problem = rowProblemOf(record);
    if (problem) return [{ code: 'notUsable', level: 'error', words: [problem.given, problem.allowed] }];
    const rule = ruleOf(record);
    return rule ? newRuleFindings(rule, picture) : [];
}
