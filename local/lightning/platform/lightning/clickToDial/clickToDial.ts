import { LightningElement, api } from 'lwc';
import { clickNumber, clickToDialEnabled } from '../../openCti.ts';
import { objectOf } from '../../pageLocation.ts';

/**
 * A phone number that the phone of the page dials on a click, and plain text while no phone enabled click-to-dial. The
 * published base components have none. Unlike the platform's it shows the number as given, without formatting.
 */
export default class ClickToDial extends LightningElement {
    @api value = '';
    @api recordId: string | undefined;
    /** Comma-separated, for the phone. */
    @api params: string | undefined;
    enabled = false;
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.enabled = clickToDialEnabled.get();
        this.stop = clickToDialEnabled.follow((enabled) => {
            this.enabled = enabled;
        });
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get dials(): boolean {
        return this.enabled && this.value !== '';
    }

    dial(event: Event): void {
        event.preventDefault();
        const { value, recordId, params } = this;
        const objectType = recordId === undefined ? undefined : objectOf(recordId);
        clickNumber({
            number: value,
            ...(recordId === undefined ? {} : { recordId }),
            ...(objectType === undefined ? {} : { objectType }),
            ...(params === undefined ? {} : { params })
        });
    }
}
