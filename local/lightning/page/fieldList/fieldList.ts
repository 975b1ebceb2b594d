import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { FieldRow } from '../recordFields.ts';

/** Labels and values of a record. */
export default class FieldList extends LightningElement {
    readonly timeZone = TIME_ZONE;
    @api rows: readonly FieldRow[] = [];
    @api variant: 'horizontal' | 'stacked' = 'horizontal';

    get listClass(): string {
        return this.variant === 'stacked' ? 'stacked' : 'horizontal';
    }
}
