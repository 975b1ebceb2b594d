import ShortcutList from 'c/shortcutList';
import { createElement } from 'lwc';

function show(without: readonly string[] = []): { element: HTMLElement; closed: jest.Mock } {
    const element = createElement('c-shortcut-list', { is: ShortcutList }) as unknown as HTMLElement;
    const closed = jest.fn();
    element.addEventListener('close', closed);
    Object.assign(element, { without });
    document.body.appendChild(element);
    return { element, closed };
}

function part(element: Element, id: string): HTMLElement | null {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
}

function keys(element: Element): (string | null)[] {
    return [...(element.shadowRoot?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent);
}

afterEach(() => document.body.replaceChildren());

describe('the list of keys', () => {
    it('the agent reads every key, where it works, and is there at once', async () => {
        const { element } = show();
        expect(keys(element)).toEqual(['A', 'H', 'M', 'P', 'T', 'C', 'F', 'W', 'S', 'E', 'N', '?', 'Esc']);
        expect(part(element, 'where')?.textContent).toContain('only while the focus is in this panel');
        expect(element.shadowRoot?.activeElement).toBe(part(element, 'title'));
        await expect(element).toBeAccessible();
    });

    it('the agent does not read of keys that do nothing here', () => {
        expect(keys(show(['mute', 'disconnect']).element)).not.toContain('M');
    });

    it('the agent closes it by button and by Escape', () => {
        const { closed, element } = show();
        part(element, 'close')?.click();
        part(element, 'close')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        expect(closed).toHaveBeenCalledTimes(2);
    });
});
