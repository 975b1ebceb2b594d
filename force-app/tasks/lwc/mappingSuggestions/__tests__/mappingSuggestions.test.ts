import MappingSuggestions from 'c/mappingSuggestions';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { createElement } from 'lwc';
import { MEANINGS } from '../meanings.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import { field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

type Suggestions = HTMLElement & Partial<MappingSuggestions>;
const composed = jest.fn<void, [unknown]>();

async function show(
    shown = picture([], field('Support_Queue__c', 'String', { label: 'Support Queue' }))
): Promise<Suggestions> {
    const element = createElement('c-mapping-suggestions', { is: MappingSuggestions }) as unknown as Suggestions;
    element.picture = shown;
    element.addEventListener('compose', (event) => composed((event as CustomEvent).detail));
    document.body.appendChild(element);
    await settled();
    return element;
}
const part = (element: Suggestions, selector: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(selector);

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who looks for what is not mapped yet', () => {
    it('reads which field an attribute would fit, accessibly', async () => {
        const element = await show();
        const fits = part(element, 'tr[data-attribute="Call.QueueName"] [data-id="fits"]');
        expect(fits?.textContent).toBe('Support Queue (Support_Queue__c)');
        await expect(element).toBeAccessible();
    });

    it.each(['tr[data-attribute="Call.QueueName"]', 'tr[data-field="Support_Queue__c"]'])(
        'begins a rule with both from %s',
        async (row) => {
            const element = await show();
            part(element, `${row} button`)?.click();
            expect(composed).toHaveBeenCalledWith({ attribute: 'Call.QueueName', field: 'Support_Queue__c' });
        }
    );

    it('reads what each attribute is in their own language, as the catalogue has it in English', async () => {
        const element = await show();
        const shown = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-attribute]') ?? [])];
        expect(shown.length).toBeGreaterThan(20);
        for (const row of shown) {
            const { attribute = '' } = row.dataset;
            expect(MEANINGS[attribute]).toBe(ATTRIBUTES.find(({ name }) => name === attribute)?.meaning);
            expect(row.textContent).toContain(MEANINGS[attribute]);
        }
    });

    it('reads that everything is mapped, accessibly', async () => {
        const rules = ATTRIBUTES.map(({ name }, index) => rule(name, `F${index}__c`));
        const element = await show(picture(rules));
        expect(part(element, '[data-id="no-attributes"]')).not.toBeNull();
        expect(part(element, '[data-id="no-fields"]')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});
