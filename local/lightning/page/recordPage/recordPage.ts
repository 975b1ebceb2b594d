import { LightningElement, api } from 'lwc';
import { onOrgChange, readRecords } from '../localOrg.ts';
import { objectIcon } from '../objectIcons.ts';
import type { PlainRecord } from '../localOrg.ts';
import { fieldLabels, fieldRows } from '../recordFields.ts';
import type { FieldLabels, FieldRow } from '../recordFields.ts';
import { knownRecords, maySee, nameOf } from '../recordNames.ts';

const HIGHLIGHTS: Readonly<Record<string, readonly string[]>> = {
    Contact: ['AccountId', 'Phone', 'Email', 'Title'],
    Account: ['Phone', 'Industry', 'BillingCity'],
    Task: ['Status', 'WhoId', 'OwnerId', 'CallType'],
    VoiceCall: ['CallType', 'FromPhoneNumber', 'ToPhoneNumber', 'OwnerId']
};
const WITH_ACTIVITIES = ['Contact', 'Account', 'Lead', 'Case'];

/** A record's page: highlights, details, and the activity timeline where the object has one. */
export default class RecordPage extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    record: PlainRecord | undefined;
    read = false;
    labels: FieldLabels = new Map();
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

    get missing(): boolean {
        return this.read && !this.record;
    }
    get title(): string {
        return this.record ? nameOf(this.record) : '';
    }
    get iconName(): string {
        return objectIcon(this.objectApiName);
    }
    get rows(): FieldRow[] {
        return this.record ? fieldRows(this.record, this.labels, this.known) : [];
    }
    get highlights(): FieldRow[] {
        const names = HIGHLIGHTS[this.objectApiName] ?? [];
        return names.flatMap((name) => this.rows.filter((row) => row.name === name));
    }
    get hasActivities(): boolean {
        return WITH_ACTIVITIES.includes(this.objectApiName);
    }
    get isTask(): boolean {
        return this.objectApiName === 'Task';
    }

    private async load(): Promise<void> {
        const { objectApiName, recordId } = this;
        const [records, labels, known] = await Promise.all([
            readRecords(objectApiName).catch((): readonly PlainRecord[] => []),
            fieldLabels(objectApiName),
            knownRecords()
        ]);
        this.labels = labels;
        this.known = known;
        this.record = records.find((record) => record.Id === recordId && maySee(record, objectApiName));
        this.read = true;
    }
}
