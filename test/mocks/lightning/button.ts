/** `lightning-button` in a component test: a real button, so that its name and its role can be asserted. */
import { LightningElement, api } from 'lwc';

export default class Button extends LightningElement {
    @api override ariaLabel: string | null = null;
    @api override ariaExpanded: string | null = null;
    @api disabled = false;
    @api iconName: string | undefined;
    @api iconPosition: string | undefined;
    @api label = '';
    @api name: string | undefined;
    @api stretch = false;
    @api type: string | undefined;
    @api value: string | undefined;
    @api variant: string | undefined;

    @api focus(): void {
        this.template?.querySelector('button')?.focus();
    }

    @api click(): void {
        this.template?.querySelector('button')?.click();
    }
}
