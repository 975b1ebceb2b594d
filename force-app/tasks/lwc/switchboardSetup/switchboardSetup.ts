import health from '@salesforce/label/c.Switchboard_Setup_Health';
import mapping from '@salesforce/label/c.Switchboard_Setup_Mapping';
import { LightningElement } from 'lwc';

/** The admin's page: the mapping, and what this org lets Switchboard do. */
export default class SwitchboardSetup extends LightningElement {
    labels = { mapping, health };
    /** The org is asked when the admin looks, and not again each time. */
    healthOpened = false;

    handleHealth(): void {
        this.healthOpened = true;
    }
}
