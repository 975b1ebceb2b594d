import { SHORTCUTS, type ShortcutAction, shortcutOf } from 'c/panelShortcuts';

function pressIn(element: HTMLElement, init: KeyboardEventInit): ShortcutAction | undefined {
    let action: ShortcutAction | undefined;
    const listen = (event: KeyboardEvent): void => {
        action = shortcutOf(event);
    };
    document.body.appendChild(element);
    document.body.addEventListener('keydown', listen);
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
    document.body.removeEventListener('keydown', listen);
    return action;
}

function field(tag: string, type?: string): HTMLElement {
    return Object.assign(document.createElement(tag), type ? { type } : {});
}

afterEach(() => document.body.replaceChildren());

describe('a key that an agent presses', () => {
    it('each key does one thing, and each thing has one key', () => {
        expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
        expect(new Set(SHORTCUTS.map(({ action }) => action)).size).toBe(SHORTCUTS.length);
    });

    it.each([
        ['h', 'hold'],
        ['H', 'hold'],
        ['?', 'list']
    ])('the key %s means %s', (key, action) => {
        expect(pressIn(field('button'), { key })).toBe(action);
    });

    it.each([
        ['textarea', undefined],
        ['select', undefined],
        ['input', 'text'],
        ['input', 'search']
    ])('the agent types letters into %s %s', (tag, type) => {
        expect(pressIn(field(tag, type), { key: 'h' })).toBeUndefined();
    });

    it('the agent on a choice of a list may use keys', () => {
        expect(pressIn(field('input', 'radio'), { key: 'h' })).toBe('hold');
    });

    it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
        'the browser keeps its own keys (%o)',
        (init) => {
            expect(pressIn(field('button'), { key: 'h', ...init })).toBeUndefined();
        }
    );
});
