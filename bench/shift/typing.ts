/** The agent types into the notes of the newest conversation, where there is one. */
export function typeNotes(): void {
    const field = deepIn(document, 'c-interaction-notes')?.shadowRoot?.querySelector('textarea');
    if (!field) return;
    field.value = `Noted at ${new Date().toISOString()}.`;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Through every shadow root, because a component shows its inside to nobody. */
function deepIn(root: ParentNode, name: string): Element | undefined {
    const found = root.querySelector(name);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
        const within = shadowRoot && deepIn(shadowRoot, name);
        if (within) return within;
    }
    return undefined;
}
