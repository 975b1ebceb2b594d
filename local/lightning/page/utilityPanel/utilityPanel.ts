import { LightningElement, api } from 'lwc';
import { app, components } from 'page/app';
import { provideUtilityId } from '../contexts.ts';
import type { PropertyValue } from '../../bundle/app.ts';
import type { UtilityItem } from '../../platform/utilityBar.ts';

/** Creates the component of a utility item, with its properties and its id. */
export default class UtilityPanel extends LightningElement {
    @api item!: UtilityItem;
    private provided = false;

    connectedCallback(): void {
        if (this.provided) return;
        this.provided = true;
        provideUtilityId(this.hostElement, this.item.id);
    }

    get component(): typeof LightningElement | undefined {
        return components[this.item.component];
    }
    get properties(): Readonly<Record<string, PropertyValue>> {
        return app.utilityItems.find(({ component }) => component === this.item.component)?.properties ?? {};
    }
}
