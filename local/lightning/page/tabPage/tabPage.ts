import { LightningElement, api } from 'lwc';
import { app, components } from 'page/app';

/** A custom tab that shows one component. */
export default class TabPage extends LightningElement {
    @api tabName = '';

    get tab(): (typeof app.tabs)[number] | undefined {
        return app.tabs.find(({ address }) => address === `/lightning/n/${this.tabName}`);
    }
    get component(): typeof LightningElement | undefined {
        return components[this.tab?.component ?? ''];
    }
}
