import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { onOrgChange, readRecords } from '../localOrg.ts';
import { objectIcon } from '../objectIcons.ts';
import type { PlainRecord } from '../localOrg.ts';
import { fieldLabels, fieldRows } from '../recordFields.ts';
import type { FieldLabels, FieldRow } from '../recordFields.ts';
import { knownRecords, maySee, nameOf, recordAddress } from '../recordNames.ts';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
    Contact: ['AccountId', 'Phone', 'Email'],
    Account: ['Phone', 'Industry'],
    Task: ['WhoId', 'Status', 'OwnerId', 'CreatedDate']
};
const HEADINGS: Readonly<Record<string, string>> = {
    AccountId: 'Account',
    WhoId: 'Name',
    OwnerId: 'Assigned to',
    CreatedDate: 'Created'
};
type Cell = Partial<FieldRow> & { readonly name: string };

/** All records of an object that the user may see. */
export default class RecordList extends LightningElement {
    readonly timeZone = TIME_ZONE;
    @api objectApiName = '';
    private records: readonly PlainRecord[] = [];
    private labels: FieldLabels = new Map();
    private known: ReadonlyMap<string, PlainRecord> = new Map();
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = onOrgChange((object) => {
            if (object === this.objectApiName || object === '*') void this.load();
        });
        void this.load();
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get heading(): string {
        return `${this.objectApiName}s`;
    }
    get iconName(): string {
        return objectIcon(this.objectApiName);
    }
    get nameHeading(): string {
        return this.objectApiName === 'Task' ? 'Subject' : 'Name';
    }
    get columns(): { name: string; label: string }[] {
        return this.columnNames.map((name) => ({ name, label: HEADINGS[name] ?? this.labels.get(name) ?? name }));
    }
    get rows(): { id: string; label: string; href: string; cells: Cell[] }[] {
        return this.records.map((record) => {
            const fields = fieldRows(record, this.labels, this.known);
            return {
                id: record.Id,
                label: nameOf(record),
                href: recordAddress(record.Id),
                cells: this.columnNames.map((name) => fields.find((field) => field.name === name) ?? { name })
            };
        });
    }
    get isEmpty(): boolean {
        return this.records.length === 0;
    }

    private get columnNames(): readonly string[] {
        return COLUMNS[this.objectApiName] ?? [];
    }

    private async load(): Promise<void> {
        const object = this.objectApiName;
        const [records, labels, known] = await Promise.all([
            readRecords(object).catch((): readonly PlainRecord[] => []),
            fieldLabels(object),
            knownRecords()
        ]);
        this.labels = labels;
        this.known = known;
        this.records = records.filter((record) => maySee(record, object));
    }
}
