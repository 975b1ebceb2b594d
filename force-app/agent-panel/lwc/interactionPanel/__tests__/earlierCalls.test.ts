import type { DeskView, KeptNotes } from 'c/agentDesk';
import InteractionPanel from 'c/interactionPanel';
import { createElement } from 'lwc';
import { type FakeDesk, fakeDesk, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const KEPT: KeptNotes = {
    key: 'k1',
    notes: 'Wants a quote',
    keptAt: '2026-01-15T09:05:00.000Z',
    caller: 'Edna Frank',
    save: saved({ unsaved: [{ field: 'Description', code: 'forbidden' }] })
};
const REFUSED = saved({ key: 'k2', phase: 'notSaved', failure: 'duplicateRule', pending: true });

async function show(view: Partial<DeskView>): Promise<{ readonly element: HTMLElement; readonly fake: FakeDesk }> {
    const element = createElement('c-interaction-panel', { is: InteractionPanel });
    const fake = fakeDesk(view);
    Object.assign(element, { desk: fake.desk });
    document.body.appendChild(element);
    await settled();
    return { element, fake };
}

function find(element: Element, selector: string): HTMLElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLElement>(selector);
}

afterEach(() => document.body.replaceChildren());

it('the agent of whom no notes are kept sees no list of them', async () => {
    const { element } = await show({});
    expect(find(element, 'c-kept-notes')).toBeNull();
});

it('the agent sees how many notes are not in their Tasks', async () => {
    const { element } = await show({ keptNotes: [KEPT] });
    expect(find(element, 'c-kept-notes')?.shadowRoot?.textContent).toContain('Notes of 1 conversation');
    await expect(element).toBeAccessible();
});

it('the agent takes the last notes off the list; the list goes, and the focus stays in the panel', async () => {
    const { element, fake } = await show({ keptNotes: [KEPT] });
    fake.desk.onChange(() => undefined);
    jest.spyOn(fake.desk, 'forgetNotes').mockImplementation((key) => {
        fake.forgotten.push(key);
        fake.show({ keptNotes: [] });
    });
    find(element, 'c-kept-notes')?.dispatchEvent(new CustomEvent('forget', { detail: 'k1' }));
    await settled();
    expect(fake.forgotten).toEqual(['k1']);
    expect(find(element, 'c-kept-notes')).toBeNull();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});

it('the agent reads whose Task of before the reload is refused, and can copy the notes', async () => {
    const { element } = await show({ earlier: [{ ...REFUSED, caller: 'Edna Frank', notes: 'Wants a quote' }] });
    const trouble = find(element, '[data-id="earlier-trouble"]');
    expect(trouble?.textContent).toContain('Conversation with Edna Frank, from before this page was loaded:');
    expect(trouble?.querySelector('c-notes-copy')?.shadowRoot?.textContent).toContain('Wants a quote');
    await expect(element).toBeAccessible();
});

it('where nothing was typed there is nothing to copy', async () => {
    const { element } = await show({ earlier: [REFUSED] });
    expect(find(element, '[data-id="earlier-trouble"]')).not.toBeNull();
    expect(find(element, 'c-notes-copy')).toBeNull();
});

const OTHER = { ...KEPT, key: 'k2', notes: 'Another call' };

it('the agent takes one of two notes off the list, and the focus stays in the panel', async () => {
    const { element, fake } = await show({ keptNotes: [KEPT, OTHER] });
    jest.spyOn(fake.desk, 'forgetNotes').mockImplementation(() => fake.show({ keptNotes: [OTHER] }));
    find(element, 'c-kept-notes')?.dispatchEvent(new CustomEvent('forget', { detail: 'k1' }));
    await settled();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});

it('the agent who tries again what waits keeps the focus in the panel when the notice goes', async () => {
    const waiting = saved({ key: 'k2', phase: 'waiting', pending: true });
    const { element, fake } = await show({ earlier: [waiting] });
    const button = find(element, '[data-id="retry"]');
    button?.focus();
    button?.click();
    await settled();
    fake.show({ earlier: [] });
    await settled();
    expect(find(element, '[data-id="earlier"]')).toBeNull();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});

it('the agent who puts a call of before away keeps the focus in the panel', async () => {
    const { element } = await show({ earlier: [REFUSED] });
    find(element, '[data-id="earlier-trouble"] lightning-button')?.click();
    await settled();
    expect(find(element, '[data-id="earlier-trouble"]')).toBeNull();
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});

it('the agent whose card goes keeps the focus in the panel', async () => {
    const { element } = await show({ earlier: [REFUSED] });
    find(element, 'c-interaction-list')?.dispatchEvent(new CustomEvent('focuslost'));
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});

it('the agent whose button for a call of before goes away keeps the focus in the panel', async () => {
    const { element } = await show({ earlier: [REFUSED] });
    find(element, '[data-id="earlier-trouble"] c-save-status')?.dispatchEvent(new CustomEvent('focuslost'));
    expect(element.shadowRoot?.activeElement).toBe(find(element, '.panel'));
});
