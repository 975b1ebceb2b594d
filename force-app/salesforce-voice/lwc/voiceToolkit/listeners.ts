interface Entry<Told> {
    readonly listener: (told: Told) => void;
}

export interface Listeners<Told> {
    /** Returns how to stop listening. */
    readonly add: (listener: (told: Told) => void) => () => void;
    readonly tell: (told: Told) => void;
}

/** Each listener alone: one that throws is told about, and the others run. */
export function createListeners<Told>(failed: (error: unknown) => void): Listeners<Told> {
    const entries = new Set<Entry<Told>>();
    return {
        add: (listener): (() => void) => {
            const entry = { listener };
            entries.add(entry);
            return (): void => {
                entries.delete(entry);
            };
        },
        tell: (told): void => {
            for (const entry of [...entries]) {
                // One that was stopped by an earlier one hears it no more.
                if (!entries.has(entry)) continue;
                try {
                    entry.listener(told);
                } catch (error) {
                    failed(error);
                }
            }
        }
    };
}
