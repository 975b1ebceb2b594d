/**
 * `lightning-click-to-dial` in a component test: a link, as where a phone enabled it; plain text after
 * `phoneIsReady(false)`, for components that are made later. What was clicked is in `dialled`.
 */
import { LightningElement, api } from 'lwc';

export const dialled = jest.fn<undefined, [{ number: string; recordId: string | undefined }]>();

let ready = true;
export function phoneIsReady(isReady: boolean): void {
    ready = isReady;
}

export default class ClickToDial extends LightningElement {
    @api value = '';
    @api recordId: string | undefined;
    @api params: string | undefined;
    enabled = ready;

    dial(event: Event): void {
        event.preventDefault();
        dialled({ number: this.value, recordId: this.recordId });
    }
}
