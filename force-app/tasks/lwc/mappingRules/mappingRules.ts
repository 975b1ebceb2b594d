import { fill } from 'c/labelText';
import type { FieldSource, RuleAdvice } from 'c/mappingAdvice';
import type { SetupLinks } from 'c/mappingWords';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { ruleRow } from './ruleRow.ts';
import type { RuleRow, SortKey } from './ruleRow.ts';
import { sourceRows } from './sourceRows.ts';
import type { SourceRow } from './sourceRows.ts';

interface Column {
    readonly key: SortKey;
    readonly label: string;
    readonly sort: 'ascending' | 'descending' | 'none';
    readonly icon: string | undefined;
}

const KEYS: readonly SortKey[] = ['attribute', 'field', 'verdict', 'types', 'order', 'overwrite', 'active', 'origin'];

/** The rules in a table that can be sorted, and what fills each field. */
export default class MappingRules extends LightningElement {
    @api advice: readonly RuleAdvice[] = [];
    @api sources: readonly FieldSource[] = [];
    @api links: SetupLinks | undefined;

    labels = LABELS;
    sortedBy: SortKey = 'order';
    descending = false;

    get columns(): readonly Column[] {
        return KEYS.map((key) => {
            const sorted = key === this.sortedBy;
            const sort = !sorted ? 'none' : this.descending ? 'descending' : 'ascending';
            const icon = !sorted ? undefined : this.descending ? 'utility:arrowdown' : 'utility:arrowup';
            return { key, label: LABELS[key], sort, icon };
        });
    }

    get rows(): readonly RuleRow[] {
        const turn = this.descending ? -1 : 1;
        return this.advice
            .map((one) => ruleRow(one, this.links))
            .sort((a, b) => turn * compare(a.sort[this.sortedBy], b.sort[this.sortedBy]) || compare(a.id, b.id));
    }

    get sourceRows(): readonly SourceRow[] {
        return sourceRows(this.sources);
    }

    get noRecords(): boolean {
        return this.advice.every(({ rule }) => rule?.source === 'default');
    }

    get count(): string {
        const problems = this.advice.filter(({ level }) => level === 'error' || level === 'warning').length;
        return fill(LABELS.count, this.advice.length, problems);
    }

    handleSort(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.key as SortKey;
        this.descending = key === this.sortedBy && !this.descending;
        this.sortedBy = key;
    }
}

function compare(a: string | number, b: string | number): number {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a).localeCompare(String(b));
}
