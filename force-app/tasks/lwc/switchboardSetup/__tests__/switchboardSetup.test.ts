import SwitchboardSetup from 'c/switchboardSetup';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

afterEach(() => document.body.replaceChildren());

describe('an admin who opens the tab', () => {
    it('has the mapping and the org health page, and the org is asked for the second only when it is opened', async () => {
        const element = createElement('c-switchboard-setup', { is: SwitchboardSetup });
        document.body.appendChild(element);
        await settled();
        const find = (selector: string): Element | null | undefined => element.shadowRoot?.querySelector(selector);
        expect(find('c-attribute-mapping-setup')).not.toBeNull();
        expect(find('c-org-health')).toBeNull();
        find('[data-id="health"]')?.dispatchEvent(new CustomEvent('active'));
        await settled();
        expect(find('c-org-health')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});
