import type { RelationChoice, TaskRelation } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { NONE, type RelationList, isWorthShowing, relationList } from './relationList.ts';

type Relations = Readonly<Record<TaskRelation, RelationChoice>>;

/**
 * What the Task is linked to: one list for Name, one for Related To. Nothing is drawn while there is nothing to choose.
 * Fires `relate`, detail `{ relation, recordId }`, without `recordId` for none.
 */
export default class InteractionRelations extends LightningElement {
    @api relations: Relations | undefined;
    /** The caller's name, so that a screen reader says whose Task it is. */
    @api caller = '';

    labels = LABELS;

    /** A browser keeps what was picked last in a list, whatever the options say. */
    renderedCallback(): void {
        for (const list of this.lists) {
            const select = this.template?.querySelector<HTMLSelectElement>(`[data-relation="${list.relation}"]`);
            if (select && select.value !== list.value) select.value = list.value;
        }
    }

    get phoneWrites(): boolean {
        return this.relations?.name.closed === 'phoneWrites' && this.shown.length > 0;
    }

    get lists(): readonly RelationList[] {
        return this.phoneWrites
            ? []
            : this.shown.map((relation) => relationList(relation, (this.relations as Relations)[relation]));
    }

    get hasLists(): boolean {
        return this.lists.length > 0;
    }

    get title(): string {
        return fill(LABELS.title, this.caller);
    }

    get shown(): readonly TaskRelation[] {
        const { relations } = this;
        if (!relations) return [];
        return (['name', 'relatedTo'] as const).filter((relation) => isWorthShowing(relations[relation]));
    }

    handleChange(event: Event): void {
        const { dataset, value } = event.target as HTMLSelectElement;
        const relation = dataset.relation as TaskRelation;
        // Left to the phone is no pick: it is offered only until there is one.
        if (value === '') return;
        this.dispatchEvent(
            new CustomEvent('relate', { detail: { relation, ...(value === NONE ? {} : { recordId: value }) } })
        );
    }
}
