let items = 0;
const listeners = new Set<() => void>();

function changed(by: number): void {
    items += by;
    for (const listener of listeners) listener();
}

/**
 * The item of the utility bar hears every call of the page, so one on a record page would hear the same call a second
 * time (G5): it rests while there is one in the bar. Returns how to say that the item is gone.
 */
export function standInBar(): () => void {
    let stands = true;
    changed(1);
    return () => {
        if (stands) changed(-1);
        stands = false;
    };
}

export function isInBar(): boolean {
    return items > 0;
}

/** Told when the item in the bar comes or goes. */
export function onBar(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}
