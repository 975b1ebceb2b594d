import { LightningElement, api } from 'lwc';
import { send } from '../localOrg.ts';
import type { PlainRecord } from '../localOrg.ts';
import { changesIn, editableFields } from '../editableFields.ts';
import type { EditableField, Typed } from '../editableFields.ts';

/** What a person may do with a Task on its page, as anywhere in Salesforce: change its fields, or delete it. */
export default class RecordEditor extends LightningElement {
    @api record!: PlainRecord;
    @api objectApiName = '';
    @api labels: ReadonlyMap<string, string> = new Map();
    editing = false;
    problem = '';

    get inputs(): readonly EditableField[] {
        return editableFields(this.record, this.labels);
    }

    edit(): void {
        this.editing = true;
    }
    cancel(): void {
        this.editing = false;
        this.problem = '';
    }
    async save(event: Event): Promise<void> {
        event.preventDefault();
        const typed = [...(this.template?.querySelectorAll<HTMLElement & Typed>('[data-name]') ?? [])];
        const fields = changesIn(
            this.inputs,
            new Map(typed.map(({ dataset, value }) => [dataset['name'] ?? '', value ?? '']))
        );
        await this.try(() => send('PATCH', this.address, fields));
        this.editing = this.problem !== '';
    }
    async remove(): Promise<void> {
        await this.try(() => send('DELETE', this.address));
    }

    private get address(): string {
        return `/local/records/${this.objectApiName}/${this.record.Id}`;
    }

    private async try(run: () => Promise<void>): Promise<void> {
        try {
            await run();
            this.problem = '';
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }
}
