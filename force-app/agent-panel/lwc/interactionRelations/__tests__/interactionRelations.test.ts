import type { RelationChoice } from 'c/agentDesk';
import InteractionRelations from 'c/interactionRelations';
import { createElement } from 'lwc';
import { EDNA } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const ACME = { id: '001000000000001AAA', objectApiName: 'Account', name: 'Acme' };
const LOAN = { id: 'a01000000000001AAA', objectApiName: 'Loan_Application__c' };
const NOTHING: RelationChoice = { choices: [] };

type Relations = HTMLElement & Pick<InteractionRelations, 'relations' | 'caller'>;

function show(name: RelationChoice, relatedTo: RelationChoice = NOTHING): Relations {
    const element = createElement('c-interaction-relations', { is: InteractionRelations }) as unknown as Relations;
    Object.assign(element, { relations: { name, relatedTo }, caller: 'Edna Frank' });
    document.body.appendChild(element);
    return element;
}

function list(element: Element, relation: 'name' | 'relatedTo'): HTMLSelectElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLSelectElement>(`[data-relation="${relation}"]`);
}

function texts(element: Element, relation: 'name' | 'relatedTo'): (string | undefined)[] {
    return [...(list(element, relation)?.options ?? [])].map(({ textContent }) => textContent?.trim());
}

function hint(element: Element, relation: 'name' | 'relatedTo'): string | undefined {
    return element.shadowRoot?.querySelector(`[data-hint="${relation}"]`)?.textContent?.trim();
}

async function picks(element: Element, relation: 'name' | 'relatedTo', value: string): Promise<void> {
    const select = list(element, relation);
    if (select) select.value = value;
    select?.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await settled();
}

function heard(element: Element): jest.Mock {
    const handler = jest.fn();
    element.addEventListener('relate', (event) => handler((event as CustomEvent<unknown>).detail));
    return handler;
}

afterEach(() => {
    document.body.replaceChildren();
});

describe('the lists that link a Task', () => {
    it('the agent sees no list while there is nothing to choose', async () => {
        const element = show(NOTHING);
        expect(element.shadowRoot?.querySelector('select')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent reads who can be chosen, what kind of record it is, and of which account', async () => {
        const element = show({ choices: [EDNA, LOAN] }, { choices: [ACME] });
        expect(texts(element, 'name')).toEqual([
            'None',
            'Edna Frank · Contact · Genepoint',
            `Loan Application ${LOAN.id}`
        ]);
        expect(texts(element, 'relatedTo')).toEqual(['None', 'Acme · Account']);
        await expect(element).toBeAccessible();
    });

    it('the agent sees only the list that has a record', () => {
        const element = show(NOTHING, { choices: [ACME] });
        expect([list(element, 'name'), list(element, 'relatedTo')?.value]).toEqual([null, '-']);
    });

    it('the agent sees who was found by number', async () => {
        const element = show({ choices: [EDNA], chosen: EDNA.id, by: 'recognised' });
        expect([list(element, 'name')?.value, hint(element, 'name')]).toEqual([EDNA.id, 'Found by number']);
        await expect(element).toBeAccessible();
    });

    it('the agent sees that the phone chooses, until there is a pick', async () => {
        const element = show({ choices: [EDNA], by: 'phone' });
        expect(texts(element, 'name')[0]).toBe('As the Task has it');
        expect(list(element, 'name')?.value).toBe('');
        element.relations = { name: { choices: [EDNA], chosen: EDNA.id, by: 'agent' }, relatedTo: NOTHING };
        await settled();
        expect(texts(element, 'name')).toEqual(['None', 'Edna Frank · Contact · Genepoint']);
        expect(list(element, 'name')?.value).toBe(EDNA.id);
    });

    it('the agent picks a record', async () => {
        const element = show({ choices: [EDNA] });
        const relate = heard(element);
        await picks(element, 'name', EDNA.id);
        expect(relate).toHaveBeenCalledWith({ relation: 'name', recordId: EDNA.id });
    });

    it('the agent picks none', async () => {
        const element = show(NOTHING, { choices: [ACME], chosen: ACME.id, by: 'agent' });
        const relate = heard(element);
        await picks(element, 'relatedTo', '-');
        expect(relate).toHaveBeenCalledWith({ relation: 'relatedTo' });
    });

    it('leaving it to the phone is no pick', async () => {
        const element = show({ choices: [EDNA], by: 'phone' });
        const relate = heard(element);
        await picks(element, 'name', '');
        expect(relate).not.toHaveBeenCalled();
    });

    it('a pick that was not taken is not shown as taken', async () => {
        const element = show({ choices: [EDNA] });
        await picks(element, 'name', EDNA.id);
        element.relations = { name: { choices: [EDNA] }, relatedTo: NOTHING };
        await settled();
        expect(list(element, 'name')?.value).toBe('-');
    });

    it('the agent reads why a lead leaves no Related To', async () => {
        const element = show(NOTHING, { choices: [ACME], closed: 'leadHasNone' });
        expect(list(element, 'relatedTo')?.disabled).toBe(true);
        expect(list(element, 'relatedTo')?.value).toBe('-');
        expect(hint(element, 'relatedTo')).toContain('With a lead as Name, Related To stays empty.');
        await expect(element).toBeAccessible();
    });

    it('the agent reads that the phone links its own Task', async () => {
        const closed: RelationChoice = { choices: [EDNA], closed: 'phoneWrites' };
        const element = show(closed, closed);
        expect(element.shadowRoot?.querySelector('select')).toBeNull();
        expect(element.shadowRoot?.querySelector('[data-id="phone-writes"]')?.textContent).toContain('Choose there');
        await expect(element).toBeAccessible();
    });

    it('a screen reader says whose Task it is', () => {
        const legend = show({ choices: [EDNA] }).shadowRoot?.querySelector('legend');
        expect(legend?.textContent).toBe('What the Task of Edna Frank is linked to');
    });
});
