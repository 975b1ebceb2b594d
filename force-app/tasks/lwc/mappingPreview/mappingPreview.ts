import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import { preview, withoutTask } from 'c/mappingAdvice';
import type { MappingPicture } from 'c/mappingAdvice';
import { typeText } from 'c/mappingWords';
import { onPhoneOnPage, phonesOnPage } from 'c/phoneOnPage';
import type { PhoneOnPage } from 'c/phoneOnPage';
import type { WriteMode } from 'c/taskSync';
import { LightningElement, api } from 'lwc';
import { LABELS_OF } from './callRecordLabels.ts';
import { LABELS } from './labels.ts';
import { previewTableRow } from './previewTableRow.ts';
import type { PreviewTableRow } from './previewTableRow.ts';

const LAST = 'last';

interface Choice {
    readonly label: string;
    readonly value: string;
}

/**
 * What the last interaction of the page, or one of a trace, would write. Event `interaction`, detail
 * `{ interaction: Interaction | undefined }`: the one that is shown.
 */
export default class MappingPreview extends LightningElement {
    @api picture: MappingPicture | undefined;
    /** Who writes the Task; absent where the settings cannot be read. */
    @api mode: WriteMode | undefined;

    phones: readonly PhoneOnPage[] = [];
    chosen = LAST;
    last: Interaction | undefined;
    traced: readonly Interaction[] = [];
    problem = '';
    private stop: (() => void) | undefined;

    connectedCallback(): void {
        this.stop = onPhoneOnPage(() => this.look());
        this.look();
    }

    disconnectedCallback(): void {
        this.stop?.();
        this.last = undefined;
        this.traced = [];
    }

    get labels(): typeof LABELS_OF.Task {
        return LABELS_OF[this.picture?.target ?? 'Task'];
    }

    get noPhone(): boolean {
        return this.phones.length === 0;
    }

    get choices(): readonly Choice[] {
        const traced = this.traced.map(({ type }, index) => ({
            label: fill(LABELS.ofTrace, index + 1, typeText(type)),
            value: String(index)
        }));
        return [{ label: LABELS.last, value: LAST }, ...traced];
    }

    get interaction(): Interaction | undefined {
        return this.chosen === LAST ? this.last : this.traced[Number(this.chosen)];
    }

    get noneYet(): boolean {
        return !this.noPhone && this.interaction === undefined;
    }

    /** Why nothing, or nothing yet, is written of what is shown. */
    get withoutTask(): string {
        const { interaction, picture } = this;
        const why = interaction && picture && withoutTask(interaction, picture);
        return why ? this.labels[why] : '';
    }

    get rows(): readonly PreviewTableRow[] {
        const { interaction, picture } = this;
        return interaction && picture ? preview(interaction, picture, { locale, timeZone }).map(previewTableRow) : [];
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get modeText(): string {
        if (this.mode !== 'phone') return this.mode === 'follow' ? LABELS.followMode : '';
        const someWrites = this.phones.length === 0 || this.phones.some(({ writesTasks }) => writesTasks !== false);
        return someWrites ? LABELS.phoneMode : LABELS.phoneWritesNone;
    }

    handleChoose(event: CustomEvent<{ value: string }>): void {
        this.chosen = event.detail.value;
        this.tell();
    }

    handleAgain(): void {
        this.look();
    }

    /** What an earlier file held is gone: it would stand below the words about this one. */
    async handleFile(event: CustomEvent<{ files?: ArrayLike<File> }>): Promise<void> {
        const file = event.detail.files?.[0];
        if (!file || this.noPhone) return;
        this.traced = [];
        this.chosen = LAST;
        this.problem = '';
        this.tell();
        try {
            this.take(await file.text());
        } catch {
            this.problem = LABELS.unreadable;
        }
    }

    /** Of the first phone that understands it. */
    take(text: string): void {
        const all = this.phones.map((phone) => phone.readTrace(text));
        const read = all.find((one) => !('refused' in one) && one.interactions.length > 0) ?? all[0];
        if (read === undefined) return;
        if ('refused' in read) {
            const { refused, line } = read;
            this.problem = line === undefined ? fill(LABELS.refused, refused) : fill(LABELS.refusedLine, line, refused);
            return;
        }
        this.traced = read.interactions;
        this.problem = read.interactions.length === 0 ? LABELS.emptyTrace : '';
        if (read.interactions.length > 0) this.chosen = String(read.interactions.length - 1);
        this.tell();
    }

    look(): void {
        this.phones = phonesOnPage();
        this.last = this.phones
            .flatMap((phone) => phone.lastInteraction() ?? [])
            .reduce<Interaction | undefined>(
                (last, one) => (last === undefined || one.lastSeenAt > last.lastSeenAt ? one : last),
                undefined
            );
        this.tell();
    }

    tell(): void {
        const { interaction } = this;
        this.dispatchEvent(new CustomEvent('interaction', { detail: { interaction } }));
    }
}
