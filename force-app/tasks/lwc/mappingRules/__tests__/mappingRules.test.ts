import MappingRules from 'c/mappingRules';
import { adviseRules, fieldSources } from 'c/mappingAdvice';
import { setupLinks } from 'c/mappingWords';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { field, picture, pictureOfRows, rule } from '../../../../../test/samples/mappingPicture.ts';

type Rules = HTMLElement & Partial<MappingRules>;
const QUEUE = field('Queue__c', 'String', { label: 'Queue', length: 255 });
const RULES = [
    rule('Call.QueueName', 'Queue__c', { id: 'Queue', order: 20 }),
    rule('Call.Ani', 'Missing__c', { id: 'Caller', order: 10, interactionTypes: ['call', 'outboundDialing'] })
];

async function show(shown = picture(RULES, QUEUE)): Promise<Rules> {
    const element = createElement('c-mapping-rules', { is: MappingRules }) as unknown as Rules;
    element.advice = adviseRules(shown);
    element.sources = fieldSources(shown);
    element.links = setupLinks(new Map([['Queue', { id: 'm00000000000002AAA', label: 'Queue' }]]));
    document.body.appendChild(element);
    await settled();
    return element;
}
const all = (element: Rules, selector: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];
const names = (element: Rules): (string | undefined)[] =>
    all(element, '[data-rule]').map(({ dataset }) => dataset.rule);

async function sort(element: Rules, key: string): Promise<void> {
    all(element, `[data-key="${key}"]`)[0]?.click();
    await settled();
}

afterEach(() => document.body.replaceChildren());

describe('an admin at the table of rules', () => {
    it('reads every rule, the built-in ones last, accessibly', async () => {
        const element = await show();
        expect(names(element)).toEqual(['Caller', 'Queue', 'default:CallDisposition', 'default:Description']);
        expect(all(element, '[data-rule="Caller"]')[0]?.textContent).toContain('call; outbound dialing');
        await expect(element).toBeAccessible();
    });

    it('sorts by a column, turns it round, and hears which it is', async () => {
        const element = await show();
        await sort(element, 'attribute');
        expect(names(element).slice(0, 2)).toEqual(['Caller', 'Queue']);
        await sort(element, 'attribute');
        expect(names(element).slice(-1)).toEqual(['Caller']);
        expect(all(element, 'th[aria-sort="descending"]').map(({ textContent }) => textContent?.trim())).toEqual([
            'Attribute'
        ]);
        await expect(element).toBeAccessible();
    });

    it('brings the problems to the top', async () => {
        const element = await show();
        await sort(element, 'verdict');
        expect(names(element)[0]).toBe('Caller');
        expect(all(element, '[data-id="count"]')[0]?.textContent).toBe('Rules: 4. With a problem: 1.');
    });

    it('sees the check beside the field, before what may be out of sight to the right', async () => {
        const cells = all(await show(), '[data-rule="Caller"] > *').map(({ dataset }) => dataset.id);
        expect(cells.slice(0, 3)).toEqual(['attribute', 'field', 'verdict']);
    });

    it('comes from a row to its record, and to the list where its id is not known', async () => {
        const links = all(await show(), '[data-id="open"]');
        expect(links.map((link) => link.getAttribute('href'))).toEqual([
            '/lightning/setup/CustomMetadata/page?address=%2Fm00',
            '/lightning/setup/CustomMetadata/page?address=%2Fm00000000000002AAA'
        ]);
    });

    it('reads why a record cannot be used', async () => {
        const row = { DeveloperName: 'Fax', Attribute__c: 'Call.Ani', Task_Field__c: 'Queue__c', Active__c: true };
        const element = await show(pictureOfRows({ ...row, Interaction_Types__c: 'fax' }));
        expect(all(element, '[data-rule="Fax"] [data-id="verdict"]')[0]?.textContent).toMatch(
            /interaction type fax; allowed: call; callback/
        );
        await expect(element).toBeAccessible();
    });

    it('reads that there is no rule yet', async () => {
        expect(all(await show(picture([])), '[data-id="none"]')).toHaveLength(1);
    });

    it('reads what fills each field', async () => {
        const element = await show();
        const source = (name: string): string =>
            all(element, `[data-field="${name}"] [data-id="source"]`)[0]?.textContent?.trim() ?? '';
        expect(source('Queue__c')).toBe('Call.QueueName, from the record Queue');
        expect(source('CallDisposition')).toBe('Salesforce.WrapUpCode, built in');
        expect(source('Subject')).toBe('Filled by itself on every Task that Switchboard makes');
        expect(source('Missing__c')).toContain(
            'call; outbound dialing: Call.Ani, from the record Caller. It cannot fill the field: see its check above'
        );
    });

    it('reads which field nothing fills for them because they may not set it', async () => {
        const element = await show(picture(RULES, QUEUE, field('Type', 'Picklist', { createable: false })));
        expect(all(element, '[data-field="Type"] [data-id="source"]')[0]?.textContent?.trim()).toBe(
            'Switchboard would fill it by itself, but you may not set this field'
        );
    });
});
