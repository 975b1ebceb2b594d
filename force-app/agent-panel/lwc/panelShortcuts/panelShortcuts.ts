import type { PanelCommand } from 'c/agentDesk';

/** What a button of a conversation does: a command, or the form from which one of two transfers is sent. */
export type PanelAction = Exclude<PanelCommand, 'blindTransfer' | 'consultTransfer'> | 'transfer';

export type ShortcutAction = PanelAction | 'notes' | 'list';

export interface Shortcut {
    /** As the browser names the key, in lower case. */
    readonly key: string;
    readonly action: ShortcutAction;
}

/** In the order of the list that the agent reads. */
export const SHORTCUTS: readonly Shortcut[] = [
    { key: 'a', action: 'pickup' },
    { key: 'h', action: 'hold' },
    { key: 'm', action: 'mute' },
    { key: 'p', action: 'securePause' },
    { key: 't', action: 'transfer' },
    { key: 'c', action: 'concludeTransfer' },
    { key: 'f', action: 'conference' },
    { key: 'w', action: 'swap' },
    { key: 's', action: 'secureSession' },
    { key: 'e', action: 'disconnect' },
    { key: 'n', action: 'notes' },
    { key: '?', action: 'list' }
];

const PRESSED_ONLY = ['button', 'checkbox', 'radio', 'reset', 'submit'];

/** Letters belong to the field: a text field, or a list that is searched by typing. */
function takesLetters(target: EventTarget | undefined): boolean {
    const { isContentEditable, tagName, type } = (target ?? {}) as HTMLInputElement;
    if (tagName === 'INPUT') return !PRESSED_ONLY.includes(type);
    return tagName === 'TEXTAREA' || tagName === 'SELECT' || isContentEditable;
}

/** What the key asks for; undefined where it is not ours: with Ctrl, Alt or Meta, held down, or typed into a field. */
export function shortcutOf(event: KeyboardEvent): ShortcutAction | undefined {
    const { altKey, ctrlKey, defaultPrevented, isComposing, key, metaKey, repeat } = event;
    if (altKey || ctrlKey || metaKey || defaultPrevented || isComposing || repeat) return undefined;
    if (event.composedPath().some(takesLetters)) return undefined;
    return SHORTCUTS.find((one) => one.key === String(key).toLowerCase())?.action;
}
