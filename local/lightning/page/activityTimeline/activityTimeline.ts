import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { onOrgChange, readRecords } from '../localOrg.ts';
import type { PlainRecord } from '../localOrg.ts';
import { fieldLabels, fieldRows } from '../recordFields.ts';
import type { FieldLabels, FieldRow } from '../recordFields.ts';
import { knownRecords, maySee, nameOf, namedRecord, recordAddress } from '../recordNames.ts';

interface Activity {
    readonly id: string;
    readonly href: string;
    readonly subject: string;
    readonly createdAt: string;
    readonly about: string;
    readonly expanded: boolean;
    readonly ariaExpanded: 'true' | 'false';
    readonly toggleIcon: string;
    readonly toggleLabel: string;
    readonly itemClass: string;
    readonly rows: readonly FieldRow[];
}

/** Tasks about a record, newest first, each with all its fields when opened. Follows the org's commits. */
export default class ActivityTimeline extends LightningElement {
    readonly timeZone = TIME_ZONE;
    @api recordId = '';
    read = false;
    private tasks: readonly PlainRecord[] = [];
    private expanded: readonly string[] = [];
    private labels: FieldLabels = new Map();
    private known: ReadonlyMap<string, PlainRecord> = new Map();
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = onOrgChange((object) => {
            if (object === 'Task' || object === '*') void this.load();
        });
        void this.load();
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get isEmpty(): boolean {
        return this.read && this.tasks.length === 0;
    }
    get hasActivities(): boolean {
        return this.tasks.length > 0;
    }
    get activities(): Activity[] {
        return this.tasks.map((task) => {
            const expanded = this.expanded.includes(task.Id);
            const subject = nameOf(task);
            return {
                id: task.Id,
                href: recordAddress(task.Id),
                subject,
                createdAt: String(task['CreatedDate'] ?? ''),
                about: this.sentence(task),
                expanded,
                ariaExpanded: expanded ? 'true' : 'false',
                toggleIcon: expanded ? 'utility:chevrondown' : 'utility:chevronright',
                toggleLabel: `${expanded ? 'Hide' : 'Show'} all fields of ${subject}`,
                itemClass: `slds-timeline__item_expandable slds-timeline__item_task${expanded ? ' slds-is-open' : ''}`,
                rows: expanded ? fieldRows(task, this.labels, this.known) : []
            };
        });
    }

    toggle(event: Event): void {
        const id = (event.currentTarget as HTMLElement).dataset['id'] ?? '';
        this.expanded = this.expanded.includes(id) ? this.expanded.filter((one) => one !== id) : [...this.expanded, id];
    }

    private sentence(task: PlainRecord): string {
        const owner = namedRecord(task['OwnerId'], this.known)?.label ?? 'Somebody';
        const what = task['TaskSubtype'] === 'Call' ? 'logged a call' : 'has a task';
        const result = task['CallDisposition'];
        return `${owner} ${what}${typeof result === 'string' && result !== '' ? `: ${result}` : ''}`;
    }

    private async load(): Promise<void> {
        const [tasks, labels, known] = await Promise.all([
            readRecords('Task').catch((): readonly PlainRecord[] => []),
            fieldLabels('Task'),
            knownRecords()
        ]);
        const { recordId } = this;
        const about = (task: PlainRecord): boolean =>
            [task['WhoId'], task['WhatId'], task['AccountId']].includes(recordId) ||
            known.get(String(task['WhoId']))?.['AccountId'] === recordId;
        this.labels = labels;
        this.known = known;
        this.tasks = tasks
            .filter((task) => about(task) && maySee(task, 'Task'))
            .sort((a, b) => String(b['CreatedDate']).localeCompare(String(a['CreatedDate'])));
        this.read = true;
    }
}
