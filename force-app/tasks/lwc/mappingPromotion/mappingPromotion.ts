import { fill } from 'c/labelText';
import type { MappingPicture } from 'c/mappingAdvice';
import { changesForHere, changesForThere, compareRecords, deploymentZip, readExport, recordsCsv } from 'c/mappingFiles';
import type { Comparison, MappingRecord } from 'c/mappingFiles';
import { createFile, releaseFiles } from 'c/mappingWords';
import type { CreatedFile } from 'c/mappingWords';
import { LightningElement, api } from 'lwc';
import { checkedTexts, differenceRows, problemText, resultText } from './comparisonWords.ts';
import type { DifferenceRow } from './comparisonWords.ts';
import { LABELS } from './labels.ts';

interface Compared {
    /** Absent where nothing of the file could be read. */
    readonly comparison: Comparison | undefined;
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

    /** Names of this org's records that are no rules. */
    get unusable(): readonly string[] {
        return this.picture?.unusable.map(({ rule }) => rule) ?? [];
    }

    get leftOut(): string {
        const names = this.unusable;
        return names.length === 0 ? '' : fill(LABELS.leftOut, names.join(', '));
    }

    get status(): string {
        if (this.reading) return LABELS.reading;
        if (!this.compared) return '';
        const { comparison, problems } = this.compared;
        return comparison ? resultText(comparison, problems.length) : LABELS.notCompared;
    }

    get rows(): readonly DifferenceRow[] {
        const comparison = this.compared?.comparison;
        return comparison ? differenceRows(comparison) : [];
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
        const comparison = this.compared?.comparison;
        return comparison ? fill(LABELS.zipHere, changesForHere(comparison).length) : '';
    }

    get zipThere(): string {
        const comparison = this.compared?.comparison;
        return comparison ? fill(LABELS.zipThere, changesForThere(comparison).length) : '';
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
        const file = await readExport(bytes);
        const problems = file.problems.map(problemText);
        // From a file that held nothing, nothing is known of the other org.
        if (file.records.length === 0) {
            return { comparison: undefined, problems, checked: [], forHere: undefined, forThere: undefined };
        }
        const comparison = compareRecords(this.own, file, this.unusable);
        const forHere = changesForHere(comparison);
        return {
            comparison,
            problems,
            checked: checkedTexts(forHere, this.picture),
            forHere: zipOf('switchboard-mapping-for-this-org.zip', forHere),
            forThere: zipOf('switchboard-mapping-for-the-other-org.zip', changesForThere(comparison))
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
