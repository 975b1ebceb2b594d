import { LightningElement, api } from 'lwc';
import { clickUtility, popOut, showPanel } from '../../platform/utilityBar.ts';
import type { UtilityItem } from '../../platform/utilityBar.ts';

interface ShownItem {
    readonly item: UtilityItem;
    readonly id: string;
    readonly expanded: 'true' | 'false';
    readonly buttonClass: string;
    readonly panelClass: string;
    readonly panelStyle: string;
    readonly minimizeLabel: string;
    readonly popOutLabel: string;
    readonly popInLabel: string;
}

/** The bar at the bottom with the app's utility items, and the docked panel of each. */
export default class UtilityBar extends LightningElement {
    @api items: readonly UtilityItem[] = [];
    @api phoneOpen = false;

    get shown(): ShownItem[] {
        return this.items.map((item) => ({
            item,
            id: item.id,
            expanded: item.open ? 'true' : 'false',
            buttonClass: buttonClass(item.open, item.highlighted),
            panelClass: `panel slds-docked-composer slds-grid slds-grid_vertical${item.open ? '' : ' slds-hide'}`,
            panelStyle: `width: ${item.width}px; height: ${item.height}px`,
            minimizeLabel: `Minimize ${item.panelLabel}`,
            popOutLabel: `Pop out ${item.panelLabel}`,
            popInLabel: `Pop in ${item.panelLabel}`
        }));
    }
    get docked(): ShownItem[] {
        return this.shown.filter(({ item }) => item.loaded && !item.poppedOut);
    }
    get poppedOut(): ShownItem[] {
        return this.shown.filter(({ item }) => item.loaded && item.poppedOut);
    }
    get phoneExpanded(): string {
        return this.phoneOpen ? 'true' : 'false';
    }
    get phoneButtonClass(): string {
        return buttonClass(this.phoneOpen, false);
    }

    toggle(event: Event): void {
        clickUtility((event.currentTarget as HTMLElement).dataset['id'] ?? '');
    }
    minimize(event: Event): void {
        showPanel((event.currentTarget as HTMLElement).dataset['id'] ?? '', false);
    }
    popOut(event: Event): void {
        popOut((event.currentTarget as HTMLElement).dataset['id'] ?? '', true);
    }
    popIn(event: Event): void {
        popOut((event.currentTarget as HTMLElement).dataset['id'] ?? '', false);
    }
    togglePhone(): void {
        this.dispatchEvent(new CustomEvent('togglephone'));
    }
}

function buttonClass(open: boolean, highlighted: boolean): string {
    const look = 'slds-button slds-utility-bar__action';
    return `${look}${open ? ' slds-is-active' : ''}${highlighted ? ' highlighted' : ''}`;
}
