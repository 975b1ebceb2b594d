import type { KeptNotes as KeptNotesOfCall } from 'c/agentDesk';
import KeptNotes from 'c/keptNotes';
import { createElement } from 'lwc';
import { saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const EDNA: KeptNotesOfCall = {
    key: 'call-1:005:2026-01-15T09:00:00.000Z',
    notes: 'Wants a quote',
    keptAt: '2026-01-15T09:05:00.000Z',
    caller: 'Edna Frank',
    save: saved({ taskId: '00T000000000001AAA', unsaved: [{ field: 'Description', code: 'forbidden' }] })
};
const ON_CALL: KeptNotesOfCall = { ...EDNA, key: 'call-3:005:leg:voiceCall' };
const { caller: _unknown, ...NOBODY }: KeptNotesOfCall = { ...EDNA, key: 'call-2', notes: 'Rang off' };

type Notes = HTMLElement & Pick<KeptNotes, 'kept' | 'fieldLabels' | 'now'>;

async function show(kept: readonly KeptNotesOfCall[], isOpen = true): Promise<Notes> {
    const element = createElement('c-kept-notes', { is: KeptNotes }) as unknown as Notes;
    const now = Date.parse('2026-01-15T10:00:00.000Z');
    Object.assign(element, { kept, fieldLabels: { Description: 'Comments' }, now });
    document.body.appendChild(element);
    await settled();
    if (isOpen) {
        part(element, 'toggle')?.click();
        await settled();
    }
    return element;
}

function part(element: Element, id: string): HTMLElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
}

function lines(element: Element): HTMLElement[] {
    return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [])];
}

async function copy(element: Element): Promise<void> {
    element.shadowRoot?.querySelector('c-notes-copy')?.dispatchEvent(new CustomEvent('copied'));
    await settled();
}

afterEach(() => document.body.replaceChildren());

it.each([
    [[EDNA], 'Notes of 1 conversation are not complete in its Task'],
    [[EDNA, NOBODY], 'Notes of 2 conversations are not complete in their Tasks'],
    [[ON_CALL], 'Notes of 1 call are not complete in its Voice Call'],
    [
        [ON_CALL, { ...ON_CALL, key: 'call-4:005:leg:voiceCall' }],
        'Notes of 2 calls are not complete in their Voice Calls'
    ],
    [[EDNA, ON_CALL], 'Notes of 2 conversations are not complete in their Tasks and Voice Calls']
])('the agent reads how many there are, and opens the list for more', async (kept, title) => {
    const element = await show(kept, false);
    expect(part(element, 'toggle')?.textContent?.trim()).toBe(title);
    expect(part(element, 'toggle')?.getAttribute('aria-expanded')).toBe('false');
    expect(lines(element)).toEqual([]);
    await expect(element).toBeAccessible();
});

it('the agent reads whose call it was, when, the notes, and why they are not in the Task', async () => {
    const element = await show([EDNA]);
    const [line] = lines(element);
    expect(line?.textContent).toContain('Edna Frank');
    expect(line?.textContent).toMatch(/\d:05/);
    expect(line?.querySelector('c-notes-copy')?.shadowRoot?.textContent).toContain('Wants a quote');
    expect(line?.querySelector('c-save-status')?.shadowRoot?.textContent).toContain('You may not edit Comments.');
    await expect(element).toBeAccessible();
});

it('a call of which nothing is known any more is of an unknown caller', async () => {
    const element = await show([NOBODY]);
    expect(lines(element)[0]?.textContent).toContain('Unknown caller');
});

it('nothing is taken off the list that was not copied', async () => {
    const element = await show([EDNA]);
    expect(part(element, 'remove')).toBeNull();
    await copy(element);
    expect(part(element, 'remove')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('the agent who has copied one takes that one off the list, and the focus stays there', async () => {
    const element = await show([EDNA, NOBODY]);
    const forgotten = jest.fn();
    element.addEventListener('forget', (event) => forgotten((event as CustomEvent<string>).detail));
    await copy(element);
    expect(element.shadowRoot?.querySelectorAll('[data-id="remove"]')).toHaveLength(1);
    part(element, 'remove')?.click();
    expect(forgotten.mock.calls).toEqual([[EDNA.key]]);
    expect(element.shadowRoot?.activeElement).toBe(part(element, 'toggle'));
});
