import { fill } from 'c/labelText';
import type { MappingPicture } from 'c/mappingAdvice';
import { changesForHere, changesForThere, compareRecords, deploymentZip, readExport, recordsCsv } from 'c/mappingFiles';
import type { Comparison, MappingRecord } from 'c/mappingFiles';
import { createFile, releaseFiles } from 'c/mappingWords';
import type { CreatedFile } from 'c/mappingWords';
import { LightningElement, api } from 'lwc';
import { checkedTexts, differenceRows, problemText } from './comparisonWords.ts';
import type { DifferenceRow } from './comparisonWords.ts';
import { LABELS } from './labels.ts';

interface Compared {
    readonly comparison: Comparison;
    readonly problems: readonly string[];
    readonly checked: readonly string[];
    readonly forHere: CreatedFile | undefined;
    readonly forThere: CreatedFile | undefined;
}

/** The rules as files, and the comparison with another org's. */
export default class MappingPromotion extends LightningElement {
    @api picture: MappingPicture | undefined;
    labels = LABELS;
    reading = false;
    compared: Compared | undefined;
    zip: CreatedFile | undefined;
    csv: CreatedFile | undefined;
    private own: readonly MappingRecord[] = [];
    private turn = 0;

    /** This org's records. */
    @api
    get records(): readonly MappingRecord[] {
        return this.own;
    }

    set records(records: readonly MappingRecord[]) {
        this.own = records;
        this.forget();
        if (records.length > 0) {
            this.zip = createFile('switchboard-mapping.zip', deploymentZip(records), 'application/zip');
            this.csv = createFile('switchboard-mapping.csv', recordsCsv(records), 'text/csv');
        }
    }

    disconnectedCallback(): void {
        this.forget();
    }

    get noRules(): boolean {
        return this.own.length === 0;
    }

    get noDownload(): boolean {
        return !this.noRules && (this.zip === undefined || this.csv === undefined);
    }

    get leftOut(): string {
        const names = this.picture?.unusable.map(({ rule }) => rule) ?? [];
        return names.length === 0 ? '' : fill(LABELS.leftOut, names.join(', '));
    }

    get status(): string {
        if (this.reading) return LABELS.reading;
        const comparison = this.compared?.comparison;
        if (!comparison) return '';
        const { same, different, onlyHere, onlyThere } = comparison;
        return fill(LABELS.result, same, different.length, onlyHere.length, onlyThere.length);
    }

    get rows(): readonly DifferenceRow[] {
        return this.compared ? differenceRows(this.compared.comparison) : [];
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get hasProblems(): boolean {
        return (this.compared?.problems.length ?? 0) > 0;
    }

    get hasChecked(): boolean {
        return (this.compared?.checked.length ?? 0) > 0;
    }

    get zipHere(): string {
        return this.compared ? fill(LABELS.zipHere, changesForHere(this.compared.comparison).length) : '';
    }

    get zipThere(): string {
        return this.compared ? fill(LABELS.zipThere, changesForThere(this.compared.comparison).length) : '';
    }

    async handleFile(event: CustomEvent<{ files?: ArrayLike<File> }>): Promise<void> {
        const file = event.detail.files?.[0];
        if (!file) return;
        this.forgetComparison();
        const { turn } = this;
        this.reading = true;
        const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
        const compared = await this.compare(new Uint8Array(bytes));
        if (turn !== this.turn) {
            releaseFiles([compared.forHere, compared.forThere]);
            return;
        }
        this.reading = false;
        this.compared = compared;
    }

    async compare(bytes: Uint8Array): Promise<Compared> {
        const { records, problems } = await readExport(bytes);
        const comparison = compareRecords(this.own, records);
        const forHere = changesForHere(comparison);
        const read = records.length > 0;
        return {
            comparison,
            problems: problems.map(problemText),
            checked: checkedTexts(forHere, this.picture),
            forHere: read ? zipOf('switchboard-mapping-for-this-org.zip', forHere) : undefined,
            // From a file that held nothing, nothing is known of the other org.
            forThere: read ? zipOf('switchboard-mapping-for-the-other-org.zip', changesForThere(comparison)) : undefined
        };
    }

    forget(): void {
        releaseFiles([this.zip, this.csv]);
        this.zip = undefined;
        this.csv = undefined;
        this.forgetComparison();
    }

    forgetComparison(): void {
        this.turn += 1;
        releaseFiles([this.compared?.forHere, this.compared?.forThere]);
        this.compared = undefined;
        this.reading = false;
    }
}

function zipOf(name: string, records: readonly MappingRecord[]): CreatedFile | undefined {
    return records.length === 0 ? undefined : createFile(name, deploymentZip(records), 'application/zip');
}
