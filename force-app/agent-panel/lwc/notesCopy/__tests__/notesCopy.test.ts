import NotesCopy from 'c/notesCopy';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

const NOTES = 'Wants a quote\nCalls back on Friday';
const writeText = jest.fn<Promise<void>, [string]>();

type Notes = HTMLElement & Pick<NotesCopy, 'notes' | 'caller'>;

async function show(caller = 'Edna Frank'): Promise<Notes> {
    const element = createElement('c-notes-copy', { is: NotesCopy }) as unknown as Notes;
    Object.assign(element, { notes: NOTES, caller });
    document.body.appendChild(element);
    await settled();
    return element;
}

function part(element: Element, id: string): HTMLElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
}

beforeEach(() => {
    writeText.mockReset().mockResolvedValue();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});

afterEach(() => document.body.replaceChildren());

it('the agent reads the notes as they were typed, and nothing is copied yet', async () => {
    const element = await show();
    expect(part(element, 'text')?.textContent).toBe(NOTES);
    expect(part(element, 'told')?.textContent).toBe('');
    expect(writeText).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
});

it('the agent copies them and reads that they were copied', async () => {
    const element = await show();
    const copied = jest.fn();
    element.addEventListener('copied', copied);
    part(element, 'copy')?.click();
    await settled();
    expect(writeText.mock.calls).toEqual([[NOTES]]);
    expect(part(element, 'told')?.textContent).toBe('Copied.');
    expect(copied).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
});

it('the agent whose browser does not allow it is told how else, and is taken to have them', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    const element = await show();
    const copied = jest.fn();
    element.addEventListener('copied', copied);
    part(element, 'copy')?.click();
    await settled();
    expect(part(element, 'told')?.textContent).toContain('copy it by hand');
    expect(copied).toHaveBeenCalledTimes(1);
});

it.each([
    ['Edna Frank', 'Copy notes: Edna Frank'],
    ['', 'Copy notes']
])('a screen reader says whose notes the button copies (%p)', async (caller, spoken) => {
    const element = await show(caller);
    expect(
        part(element, 'copy')?.getAttribute('aria-label') ?? Reflect.get(part(element, 'copy') ?? {}, 'ariaLabel')
    ).toBe(spoken);
});
